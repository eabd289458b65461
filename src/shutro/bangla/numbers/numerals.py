"""Numerals: Bangla digits, and the number words and units of data/numbers.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files

from shutro.bangla.calendars.names import BENGALI_MONTHS, GREGORIAN_MONTHS
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
    """The words of data/numbers.toml with what they stand for, folded but for `heads` and `ordinals`.

    `heads` are the number words that a unit may be written on to, `hundreds` what multiplies by one hundred.
    """

    cardinals: dict[str, int]
    heads: frozenset[str]
    multipliers: dict[str, int]
    hundreds: tuple[str, ...]
    fractions: dict[str, Fraction]
    additions: dict[str, Fraction]
    units: dict[str, str]
    bounds: dict[str, str]
    bounds_after: dict[str, str]
    after_number: frozenset[str]
    classifiers: frozenset[str]
    ordinals: tuple[str, ...]
    point: frozenset[str]
    fillers: frozenset[str]
    before_unit: frozenset[str]
    dates: frozenset[str]
    clocks: frozenset[str]
    range: frozenset[str]


@cache
def number_words() -> NumberWords:
    """The words, read once."""
    data = tomllib.loads(files("shutro.bangla").joinpath("data/numbers.toml").read_text(encoding="utf-8"))

    def inverse(table: str) -> dict[str, str]:
        return {fold(word): key for key, words in data[table].items() for word in words}

    def listed(name: str, *more: str) -> frozenset[str]:
        return frozenset(map(fold, (*data["words"][name], *more)))

    multipliers = {word: int(key) for word, key in inverse("multipliers").items()}
    return NumberWords(
        cardinals={fold(word): value for value, words in enumerate(data["cardinals"]) for word in words},
        heads=frozenset(word for words in data["cardinals"] for word in words),
        multipliers=multipliers,
        hundreds=tuple(word for word, times in multipliers.items() if times == 100),
        fractions={word: Fraction(key) for word, key in inverse("fractions").items()},
        additions={word: Fraction(key) for word, key in inverse("additions").items()},
        units=inverse("units"),
        bounds=inverse("bounds"),
        bounds_after=inverse("bounds_after"),
        after_number=listed("after_number"),
        classifiers=listed("classifiers"),
        ordinals=tuple(data["words"]["ordinals"]),
        point=listed("point"),
        fillers=listed("fillers"),
        before_unit=listed("before_unit"),
        dates=listed("dates", *GREGORIAN_MONTHS, *BENGALI_MONTHS),
        clocks=listed("clocks"),
        range=listed("range"),
    )


def of_hundreds(form: str) -> int | None:
    """The value of a folded word of a number and a hundred: 200 of দুইশ; None of any other word."""
    words = number_words()
    for hundred in words.hundreds:
        if form.endswith(hundred) and (count := words.cardinals.get(form[: -len(hundred)])):
            return 100 * count
    return None
