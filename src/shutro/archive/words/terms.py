"""The words of a text as the archive indexes and compares them, each with the span it came from."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

import regex

from shutro.archive.words.datafiles import load
from shutro.bangla.kept import WORDS, kept
from shutro.bangla.keys import search_key
from shutro.span import Span

_RAW = regex.compile(
    r"\p{Nd}+(?:[,.]\p{Nd}+)*|\p{L}[\p{L}\p{M}\u200b-\u200d\ufeff]*(?:['’](?=\p{L})[\p{L}\p{M}\u200c\u200d]+)?"
)
_GROUPED = regex.compile(r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?")
_LENGTH = str.maketrans({"ী": "ি", "ঈ": "ই", "ূ": "ু", "ঊ": "উ", "ঁ": None, "ণ": "ন", "ঃ": None})
_DOUBLED = regex.compile(r"(\p{L})্\1")
DECIMAL = "\u066b"
"""The decimal point of a form."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word: `form` is its search key, `start` and `end` its place in the text."""

    form: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where the word stands."""
        return Span(self.start, self.end)


def terms(text: str, start: int = 0, end: int | None = None) -> list[Term]:
    """The words of `text[start:end]`, in order, offsets counted from the beginning of `text`.

    Hyphenated words are parted, and so are a number and the ending written on to it (১১টায়).
    A grouped number is one number (১,২০০ is 1200), and a day of the month the number alone (১২ই is 12).
    """
    found: list[Term] = []
    for match in _RAW.finditer(text, start, len(text) if end is None else end):
        form = _form(match[0])
        if form in _ORDINALS and found and found[-1].end == match.start() and is_number(found[-1].form):
            found[-1] = Term(found[-1].form, found[-1].start, match.end())
        elif form:
            found.append(Term(form, match.start(), match.end()))
    return found


def forms(text: str) -> list[str]:
    """The forms of the words of `text`, in order: those of `terms`, several times faster."""
    found = [form for raw in _RAW.findall(text) if (form := _form(raw))]
    return found if _ORDINALS.isdisjoint(found) else [term.form for term in terms(text)]


def terms_among(text: str, forms: Container[str], start: int, end: int) -> list[Term]:
    """The words of `text[start:end]` whose form is one of `forms`."""
    return [
        Term(form, match.start(), match.end())
        for match in _RAW.finditer(text, start, end)
        if (form := _form(match[0])) in forms and form
    ]


@kept(WORDS)
def _form(raw: str) -> str:
    """The key of one word; a decimal point is kept as a letter so that an index does not cut there."""
    if not raw[0].isdigit():
        return search_key(raw).text.replace(" ", "")
    number = raw.translate(_DIGITS)
    if _GROUPED.fullmatch(number):
        number = number.replace(",", "")
    return number.replace(",", DECIMAL).replace(".", DECIMAL)


_ORDINALS = frozenset(_form(ending) for ending in load("index")["ordinals"])
_DIGITS = {zero + value: str(value) for zero in (0x09E6, 0x0966, 0x0660) for value in range(10)}


@kept(WORDS)
def plain(form: str) -> str:
    """`form` without what spelling wavers in: vowel length, ঁ, ণ for ন, a doubled consonant in a cluster."""
    return _DOUBLED.sub(r"\1", form.translate(_LENGTH))


def is_number(form: str) -> bool:
    """Whether the form is a number in figures."""
    return form[0].isdigit()
