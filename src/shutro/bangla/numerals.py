"""Numerals: Bangla digits, and the number words and units of data/numbers.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files

from shutro.bangla.forms import fold

LONGEST = 40
"""Signs of a number that may still be one; a longer run of digits is a key or a trap."""

_TO_LATIN = str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789")
_TO_BANGLA = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")


def to_latin_digits(text: str) -> str:
    """`text` with its Bangla digits as 0-9; every offset stays."""
    return text.translate(_TO_LATIN)


def to_bangla_digits(text: str | int) -> str:
    """`text` with its Latin digits as ০-৯; every offset stays."""
    return str(text).translate(_TO_BANGLA)


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words of data/numbers.toml, folded, with what they stand for."""

    cardinals: dict[str, int]
    heads: frozenset[str]
    multipliers: dict[str, int]
    fractions: dict[str, Fraction]
    additions: dict[str, Fraction]
    point: frozenset[str]
    fillers: frozenset[str]
    before_unit: frozenset[str]
    dates: frozenset[str]
    clocks: frozenset[str]
    range: frozenset[str]
    bounds: dict[str, str]
    bounds_after: dict[str, str]
    units: dict[str, str]


@cache
def number_words() -> NumberWords:
    """The words, read once."""
    data = tomllib.loads(files("shutro.bangla").joinpath("data/numbers.toml").read_text(encoding="utf-8"))

    def inverse(table: dict[str, list[str]]) -> dict[str, str]:
        return {fold(word): key for key, words in table.items() for word in words}

    return NumberWords(
        {fold(word): value for value, words in enumerate(data["cardinals"]) for word in words},
        frozenset(word for words in data["cardinals"] for word in words),
        {word: int(key) for word, key in inverse(data["multipliers"]).items()},
        {word: Fraction(key) for word, key in inverse(data["fractions"]).items()},
        {word: Fraction(key) for word, key in inverse(data["additions"]).items()},
        frozenset(map(fold, data["words"]["point"])),
        frozenset(map(fold, data["words"]["fillers"])),
        frozenset(map(fold, data["words"]["before_unit"])),
        frozenset(map(fold, data["words"]["dates"])),
        frozenset(map(fold, data["words"]["clocks"])),
        frozenset(map(fold, data["words"]["range"])),
        inverse(data["bounds"]),
        inverse(data["bounds_after"]),
        inverse(data["units"]),
    )


def cardinals() -> dict[str, int]:
    """The number words from 0 to 99, folded, with their values."""
    return number_words().cardinals


def fractions() -> dict[str, Fraction]:
    """`দেড়`, `আড়াই`, `আধা`: whole amounts of their own, folded."""
    return number_words().fractions


def additions() -> dict[str, Fraction]:
    """`সাড়ে`, `সোয়া`, `পৌনে`: what each adds to the number after it, folded."""
    return number_words().additions


def multipliers() -> dict[str, int]:
    """`শ`, `হাজার`, `লাখ`, `কোটি`, …, folded."""
    return number_words().multipliers
