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

from shutro.bangla.stems import cuts, entry, stem
from shutro.bangla.words import words
from shutro.errors import DataError

_SHORTEST: Final = 3  # code points that must be left when an ending is taken off an unknown word


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
    """The term that a printed word stands for: its stem, as a search key.

    A word that the lexicon does not know, mostly a name of the day, loses every ending that names
    carry: what is left may be too short, but it is so for every form of that name alike.
    """
    key = stem(word)
    if entry(key) is None:
        while left := [cut for cut in cuts(key, "name") if len(cut) >= _SHORTEST]:
            key = left[-1]
    return key


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
    """Fill `table.terms` from its surface words; the forms of a term add up."""
    for word, count in table.surface.items():
        key = term(word)
        table.terms[key] = min(table.documents, table.terms.get(key, 0) + count)
    return table
