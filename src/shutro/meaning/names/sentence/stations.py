"""Police stations of no list, by the noun and by whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from shutro.bangla.stems import classes, count, stem
from shutro.meaning.names.known.endings import MANY
from shutro.meaning.names.known.words import heads
from shutro.meaning.names.sentence.titles import is_title
from shutro.meaning.names.tagging.tokens import Token, is_bare, is_foreign, is_mark

COMMON, RARE = 60, 10  # times that a word stands in the counted news, at most, to be a station's name


def station_from(row: Sequence[Token], at: int, taken: set[int]) -> int | None:
    """Where the name of the station begins whose noun stands at `at`; None where it is no name."""
    first = at
    while first and first - 1 not in taken and (row[first - 1].key,) in heads("station_kind"):
        first -= 1
    place = first - 1
    if place < 0 or place in taken or is_mark(row[place]) or not is_bare(row[place]):
        return None
    key = row[place].key
    kinds = set(classes(key))
    if len(key) < 3 or key[0].isdigit() or is_title(key) or (key,) in heads("which"):
        return None
    if kinds & set("vcdp") or count(key) > COMMON:
        return None
    if first < at or _has_officer(row, at + 1):
        return place
    return place if is_foreign(row[place]) and count(key) <= RARE and not key.endswith(MANY) else None


def _has_officer(row: Sequence[Token], at: int) -> bool:
    """Whether one of the two words from `at` on is an officer of the station just named."""
    keys = [token.key for token in row[at : at + 2]]
    return any((form,) in heads("officer") for key in keys for form in (key, stem(key)))
