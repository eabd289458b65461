"""The words that turn a statement round, take it back or change nothing in it (`data/check.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from shutro.archive.words.datafiles import load
from shutro.archive.words.terms import terms
from shutro.archive.words.wordlists import asking


@dataclass(frozen=True, slots=True)
class Turning:
    """The words and word parts that turn a statement round (`data/check.toml`)."""

    negations: frozenset[str]
    negative_endings: tuple[str, ...]
    negative_beginnings: tuple[str, ...]
    withdrawals: frozenset[str]
    refusals: frozenset[str]
    doing: frozenset[str]
    doubts: frozenset[str]
    conditions: frozenset[str]
    links: frozenset[str]
    light: frozenset[str]
    counters: tuple[str, ...]
    after_numbers: frozenset[str]
    percent: str
    spellings: frozenset[frozenset[str]]


@cache
def turning() -> Turning:
    """The lists, as keys."""
    data = load("check")
    pairs = frozenset(frozenset(term.form for term in terms(pair)) for pair in data.pop("spellings"))
    keys = {name: tuple(terms(word)[0].form for word in words) for name, words in data.items()}
    return Turning(
        frozenset(keys["negations"]),
        keys["negative_endings"],
        keys["negative_beginnings"],
        frozenset(keys["withdrawals"]),
        frozenset(keys["refusals"]),
        frozenset(keys["doing"]),
        frozenset(keys["doubts"]),
        frozenset(keys["conditions"]),
        frozenset(keys["links"]),
        frozenset(keys["light"]) | asking()["titles"],
        keys["counters"],
        frozenset(keys["after_numbers"]),
        keys["percent"][0],
        pairs,
    )
