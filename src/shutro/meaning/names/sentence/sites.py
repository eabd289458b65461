"""Nouns that tell the name of a place beside them: of stations, waters, streets, crossings and halls."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.stems import cuts
from shutro.meaning.names.known.words import heads

# Where the nouns of a sentence stand, by token, and of which lists each is.
Nouns = Mapping[int, frozenset[str]]


HEADS = frozenset({"station", "water", "spot", "crossing"})  # what may end the name of a place
FLOWING = frozenset({"flood", "water"})
_LISTS = (*sorted(HEADS | FLOWING), "street", "quarter", "river", "hall")
_NONE: frozenset[str] = frozenset()


@kept(WORDS)
def nouns_of(key: str) -> frozenset[str]:
    """Those of these lists of `data/heads.toml` that a word is a noun of, with or without an ending."""
    found = [lists for form in (key, *cuts(key, "name")) if (lists := _listed().get(form))]
    return _NONE.union(*found) if found else _NONE


@cache
def _listed() -> dict[str, frozenset[str]]:
    out: dict[str, frozenset[str]] = {}
    for name in _LISTS:
        for words in heads(name):
            if len(words) == 1:
                out[words[0]] = out.get(words[0], _NONE) | {name}
    return out


def is_station(key: str) -> bool:
    """Whether a word is the noun for a police station."""
    return "station" in nouns_of(key)


def is_street(key: str) -> bool:
    """Whether a word is the noun for a street."""
    return "street" in nouns_of(key)


def is_spot(key: str) -> bool:
    """Whether a word is the noun for a landing, a crossing or the like."""
    return not nouns_of(key).isdisjoint(("spot", "crossing"))


def is_crossing(key: str) -> bool:
    """Whether a word is the noun for a crossing, which may be called by several words."""
    return "crossing" in nouns_of(key)


def flows(key: str) -> bool:
    """Whether a word tells of water that flows."""
    return not FLOWING.isdisjoint(nouns_of(key))


def is_hall(key: str) -> bool:
    """Whether a word is the noun for a building or a field that is called after somebody."""
    return "hall" in nouns_of(key)


def is_water(key: str) -> bool:
    """Whether a word is the noun for a river, a wetland or a lake."""
    return "water" in nouns_of(key)
