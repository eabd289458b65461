"""Terms: the words that reports are likened by, each with how rare it is in the press at large.

A term is the folded, uninflected form of a printed word; it is compared, never shown. How often the
press prints it is learnt from articles of other years (`train/stories.py`), so that the words of a
running story don't lose their weight by being printed everywhere this week.
"""

from __future__ import annotations

import math
from functools import lru_cache
from importlib.resources import files
from typing import Final

from shutro.bangla.keys import search_key
from shutro.bangla.words import words
from shutro.errors import DataError

_SHORTEST: Final = 3  # code points that must be left when an ending is taken off
_ATTESTED: Final = 0.3  # how often a stem must be printed, against the inflected form


class Press:
    """How many of `documents` articles of the press print each surface word and each term."""

    __slots__ = ("documents", "surface", "terms")

    def __init__(self, documents: int, surface: dict[str, int]) -> None:
        self.documents = documents
        self.surface = surface
        self.terms: dict[str, int] = {}

    def rarity(self, term: str) -> float:
        """The inverse document frequency of `term`: `ln((N + 1) / (n + 1/2))`, about 0 to 10."""
        return math.log((self.documents + 1) / (self.terms.get(term, 0) + 0.5))


def terms(text: str) -> list[str]:
    """The terms of `text`, in the order of its words."""
    return [term(span.of(text)) for span in words(text)]


@lru_cache(maxsize=200_000)
def term(word: str) -> str:
    """The term that a printed word stands for: folded, its ending off where the rest is attested."""
    return stem(fold(word), press().surface)


def fold(word: str) -> str:
    """The search key of one word."""
    return search_key(word).text


def stem(word: str, surface: dict[str, int]) -> str:
    """`word` without its ending, where `surface` prints what is left, or knows neither well enough."""
    seen = surface.get(word, 0)
    for ending in endings():
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            left = word.removesuffix(ending)
            if surface.get(left, 0) >= (max(2, _ATTESTED * seen) if seen else 1):
                return left
    return word


@lru_cache(maxsize=1)
def endings() -> tuple[str, ...]:
    """The endings, folded, longest first."""
    lines = (files("shutro.stories") / "data" / "endings.txt").read_text("utf-8").splitlines()
    folded = {fold("ক" + line.strip())[1:] for line in lines if line.strip() and not line.startswith("#")}
    return tuple(sorted(folded, key=lambda e: (-len(e), e)))


@lru_cache(maxsize=1)
def press() -> Press:
    """The counts that ship with Shutro."""
    name = "press.tsv"
    surface: dict[str, int] = {}
    head, *lines = (files("shutro.stories") / "data" / name).read_text("utf-8").splitlines()
    try:
        documents = int(head.removeprefix("# documents\t"))
        for line in lines:
            word, count = line.split("\t")
            surface[word] = int(count)
    except ValueError as error:
        raise DataError(f"{name}: not a table of words and counts: {error}") from None
    return count_terms(Press(documents, surface))


def count_terms(table: Press) -> Press:
    """Fill `table.terms` from its surface words; a term counts at least as often as its forms."""
    for word, count in table.surface.items():
        key = stem(word, table.surface)
        table.terms[key] = min(table.documents, table.terms.get(key, 0) + count)
    return table
