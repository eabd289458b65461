"""Terms: the words that reports are likened by, each with how rare it is in the press at large.

A term is how the uninflected form of a printed word sounds, so that রূহের and রুহের meet; it is
compared, never shown. How often the press prints it is learnt from articles of other years
(`train/stories.py`), so that the words of a running story don't lose their weight by being printed
everywhere this week.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.keys import sound_key
from shutro.bangla.stems import cuts, entry, stem
from shutro.bangla.words import words
from shutro.errors import DataError

_NEVER_SEEN: Final = 0.7  # how likely a term is part of a name that the press of other years never printed
_SHORTEST: Final = 3  # code points that must be left when an ending is taken off an unknown word


@dataclass(frozen=True, slots=True)
class Press:
    """How many of `documents` articles of the press print each term, whatever its ending."""

    documents: int
    terms: Mapping[str, int]

    def rarity(self, term: str) -> float:
        """The inverse document frequency of `term`: `ln((N + 1) / (n + 1/2))`, about 0 to 10."""
        return math.log((self.documents + 1) / (self.terms.get(term, 0) + 0.5))


@kept(WORDS)
def naming(term: str) -> float:
    """How often `term` stands inside a name, 0 to 1, after texts in which names were marked."""
    return 0.0 if term[:1].isdigit() else _names().get(term, _NEVER_SEEN)


@lru_cache(maxsize=1)
def _names() -> dict[str, float]:
    return {term: percent / 100 for term, percent, _ in _table("naming.tsv")}


def terms(text: str) -> list[str]:
    """The terms of `text`, in the order of its words."""
    return [key for span in words(text) if (key := term(span.of(text)))]


@kept(WORDS)
def term(word: str) -> str:
    """The term that a printed word stands for: how its stem sounds, whoever spells it."""
    return sound_key(bare(word))


def bare(word: str) -> str:
    """The stem of a word as a search key.

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
    """The counts that ship with Shutro; the forms of a term add up."""
    (_, documents, _), *rows = _table("press.tsv")
    surface = {word: count for word, count, _ in rows}
    counted: Counter[str] = Counter()
    for word, count in surface.items():
        counted[term(word)] += count
    return Press(documents, {key: min(documents, n) for key, n in counted.items()})


def _table(name: str) -> list[tuple[str, int, int]]:
    """The rows of a data file: a word and one or two counts, tab between them; `#` begins a remark."""
    lines = (files("shutro.stories") / "data" / name).read_text("utf-8").splitlines()
    try:
        cells = [line.split("\t") for line in lines if not line.startswith("#")]
        return [(word, int(counts[0]), int(counts[-1])) for word, *counts in cells]
    except (ValueError, IndexError) as error:
        raise DataError(f"{name}: not a table of words and counts: {error}") from None
