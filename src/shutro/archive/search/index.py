"""What of an article is indexed: its words, and the short forms it explains."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import regex

from shutro.archive.words.aliases import explained
from shutro.archive.words.datafiles import load
from shutro.archive.words.roman import phones_of_bangla, skeleton
from shutro.archive.words.terms import forms, is_number, plain
from shutro.model import Article

_DOTTED = "(?:\u09dc|\u09a1\u09bc)"
_LETTERS = r"\p{L}[\p{L}\p{M}]*"
_END = regex.compile(r"[।?!॥]+[\"'”’»)\]]*|\n+")


def _patterns() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """A link to another article, and the page's own date (`data/index.toml`)."""
    data = load("index")
    more, links = ("|".join(map(_either, data[name])) for name in ("more", "links"))
    day = rf"{_LETTERS}{data['weekday']},?\s+\p{{Nd}}{{1,2}}\s+{_LETTERS},?\s+\p{{Nd}}{{4}}"
    return (
        regex.compile(rf"(?:{more})\s+(?:{links})\s*[:ঃ：-]?"),
        regex.compile(rf"^.{{0,160}}?{day}.{{0,30}}?{data['era']}"),
    )


def _either(word: str) -> str:
    """A pattern of a word in both encodings of ড়."""
    return _DOTTED.join(regex.split("\u09dc|\u09a1\u09bc", word))


_ASIDE, _MASTHEAD = _patterns()


@dataclass(frozen=True, slots=True)
class Indexed:
    """The forms of headline, body and aside, "" between sentences; `aliases` are (short, long)."""

    parts: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    aliases: tuple[tuple[str, str], ...]

    def forms(self) -> list[str]:
        """Every distinct form, in order."""
        return [form for form in dict.fromkeys(itertools.chain(*self.parts)) if form]


def word_row(form: str) -> tuple[str, str, str]:
    """A form with its plain spelling and its consonants."""
    return form, plain(form), sound(form)


def sound(form: str) -> str:
    """The consonant skeleton a form is looked up by; a number has none."""
    return "" if is_number(form) else skeleton(phones_of_bangla(form))


def indexed(article: Article) -> Indexed:
    """The words of an article by where they stand; links to other articles go aside."""
    body: list[str] = []
    aside: list[str] = []
    for paragraph in article.body:
        # Today's date in two calendars is the page's own line, and so is what stands before it.
        if masthead := _MASTHEAD.match(paragraph):
            aside += _forms(masthead[0])
            paragraph = paragraph[masthead.end() :]
        for sentence in sentences(paragraph):
            link = _ASIDE.search(sentence)
            body += _forms(sentence[: link.start()] if link else sentence)
            if link:
                aside += _forms(sentence[link.start() :])
    extra = (
        article.standfirst or "",
        article.caption or "",
        *article.authors,
        *article.tags,
        article.section or "",
    )
    for text in extra:
        aside += _forms(text)
    return Indexed(
        (tuple(_forms(article.headline)), tuple(body), tuple(aside)), tuple(set(explained(article.prose)))
    )


def sentences(text: str) -> list[str]:
    """`text` cut after every sentence mark."""
    at = 0
    found = []
    for stop in _END.finditer(text):
        found.append(text[at : stop.end()])
        at = stop.end()
    return [*found, text[at:]]


def _forms(text: str) -> list[str]:
    found = forms(text)
    return [*found, ""] if found else []
