"""Other extractors, each as a function from a page of HTML to the text it takes for the article.

All are set as their makers would for Bangla news: newspaper4k with its Bangla words and
without asking the web for pictures, trafilatura with its metadata, as Shutro reads them too.
"""

from __future__ import annotations

import importlib
import sys
import warnings
from collections.abc import Callable

Reader = Callable[[str], str]


def peers() -> dict[str, Reader]:
    """The peers that are installed, as functions from HTML to body text; those missing are named."""
    makers: dict[str, Callable[[], Reader]] = {
        "trafilatura": _trafilatura,
        "trafilatura-fast": _trafilatura_fast,
        "resiliparse": _resiliparse,
        "newspaper4k-bn": _newspaper,
        "readability": _readability,
        "jusText": _justext,
    }
    found = {}
    for name, maker in makers.items():
        try:
            found[name] = maker()
        except ImportError as error:
            print(f"reading: {name} left out ({error})", file=sys.stderr)
    return found


def _trafilatura() -> Reader:
    extract = importlib.import_module("trafilatura").extract
    return lambda page: _without_head(extract(page, with_metadata=True) or "")


def _trafilatura_fast() -> Reader:
    extract = importlib.import_module("trafilatura").extract
    return lambda page: _without_head(extract(page, with_metadata=True, fast=True) or "")


def _without_head(text: str) -> str:
    """The text under the metadata that trafilatura puts on top between two lines of dashes."""
    return text.split("\n---\n", 1)[-1] if text.startswith("---") else text


def _resiliparse() -> Reader:
    extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    return lambda page: str(extract(page, main_content=True))


def _newspaper() -> Reader:
    with warnings.catch_warnings(action="ignore"):  # of parts that are not installed and not used
        importlib.import_module("newspaper.languages.bn")
    article = importlib.import_module("newspaper").Article

    def read(page: str) -> str:
        one = article("https://a.example/1", language="bn", fetch_images=False)
        one.download(input_html=page)
        one.parse()
        return str(one.text)

    return read


def _readability() -> Reader:
    document = importlib.import_module("readability").Document
    fromstring = importlib.import_module("lxml.html").fromstring
    return lambda page: str(fromstring(document(page).summary()).text_content())


def _justext() -> Reader:
    justext = importlib.import_module("justext")
    return lambda page: "\n".join(
        p.text
        for p in justext.justext(page, frozenset(), stopwords_low=0, stopwords_high=0)
        if not p.is_boilerplate
    )
