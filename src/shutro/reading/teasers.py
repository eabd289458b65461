"""What a page points at: the headlines of other articles, with their links and times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import regex
from selectolax.lexbor import LexborHTMLParser, LexborNode

from shutro.bangla.text import NotText, decode
from shutro.capture.source import captures
from shutro.errors import ShutroError, UndecodableCapture
from shutro.model import Capture
from shutro.reading.page import is_html

_BANGLA = regex.compile(r"[\u0980-\u09ff]")
_SPACE = regex.compile(r"\s+")
_TIME = regex.compile(r"[0-9\u09e6-\u09ef]")
_LEAST = 4  # words of a headline
_UP = 4  # ancestors in which a teaser's time may stand


@dataclass(frozen=True, slots=True)
class Teaser:
    """A headline on a page, where it leads, and the time printed by it, as printed."""

    headline: str
    url: str | None
    time: str | None


def teasers(content: str, url: str | None = None) -> list[Teaser]:
    """The teasers of a page in HTML, each link once; a text dump has no links and gives none."""
    if not is_html(content, None):
        return []
    tree = LexborHTMLParser(content)
    found: dict[str, Teaser] = {}
    for link in tree.css("a[href]"):
        if not _is_headline(link):
            continue
        headline = _text(link)
        href = link.attributes.get("href") or ""
        where = _absolute(url, href)
        if where is None:
            continue
        known = found.get(where)
        if known is None or len(headline) < len(known.headline):
            found[where] = Teaser(headline, where, _time_by(link))
    return list(found.values())


def _text(node: LexborNode) -> str:
    return _SPACE.sub(" ", node.text(deep=True)).strip()


def _is_headline(link: LexborNode) -> bool:
    text = _text(link)
    return text.count(" ") + 1 >= _LEAST and len(text) <= 300 and _BANGLA.search(text) is not None


def _absolute(base: str | None, href: str) -> str | None:
    """The address that a link leads to, None when it is none of a page."""
    try:
        where = urljoin(base, href) if base else href
        return where if urlsplit(where).scheme in ("", "http", "https") else None
    except ValueError:
        return None


def _time_by(link: LexborNode) -> str | None:
    """The time element or dated line nearest above a link."""
    node = link.parent
    for _ in range(_UP):
        if node is None:
            return None
        if len({a.attributes.get("href") for a in node.css("a[href]") if _is_headline(a)}) > 1:
            return None  # what stands up here may be another teaser's
        if (time := node.css_first("time")) is not None:
            text = _text(time)
            return text if _TIME.search(text) else time.attributes.get("datetime")
        node = node.parent
    return None


def teasers_of_each(*sources: str | Path) -> Iterator[tuple[str, list[Teaser] | ShutroError]]:
    """The teasers of every page under the sources, or the error that says why it could not be read."""
    for capture in captures(*sources):
        if not isinstance(capture, Capture):
            yield capture.source, capture
            continue
        try:
            text = decode(capture.content).text
        except NotText as error:
            yield capture.source, UndecodableCapture(str(error), source=capture.source)
            continue
        yield capture.source, teasers(text, capture.url)
