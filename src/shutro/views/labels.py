"""What the views say of their own, in Bangla or English: words from `data/labels.toml`, and digits."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from shutro.bangla.calendars.names import BENGALI_MONTHS, GREGORIAN_MONTHS, WEEKDAYS
from shutro.bangla.numbers.numerals import to_bangla_digits
from shutro.errors import DataError

Language = Literal["bn", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language.

    `tables` holds the words by kind (`agreement`, `stance`, …); `""` is the table of plain words.
    """

    language: Language
    tables: dict[str, dict[str, str]]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    bengali_months: tuple[str, ...]

    def __call__(self, key: str, **values: object) -> str:
        """The words for `key`, its `{places}` filled, numbers in the language's digits.

        `{lines:line|lines}` in the words is the first of the two where the number is one, else the second.
        """
        return self._filled("", key, values)

    def of(self, kind: str, key: str) -> str:
        """The word for one value of a field; the value itself where there is no word for it."""
        return self.tables[kind].get(key, key)

    def count(self, key: str, number: int) -> str:
        """So many of a thing: the words for `key` among those that count, with the number."""
        return self._filled("counted", key, {"count": number})

    def digits(self, value: object) -> str:
        """A number, or a text with numbers, in the language's digits."""
        return to_bangla_digits(str(value)) if self.language == "bn" else str(value)

    def _filled(self, kind: str, key: str, values: Mapping[str, object]) -> str:
        filled = {
            name: _Number(value, self.digits(value)) if isinstance(value, int) else str(value)
            for name, value in values.items()
        }
        return self.tables[kind][key].format(**filled)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in words: its digits, or one of two words by whether it is one."""

    value: int
    digits: str

    def __format__(self, words: str) -> str:
        one, _, many = words.partition("|")
        return (one if self.value == 1 else many) if words else self.digits


@cache
def labels(language: Language) -> Labels:
    """The labels of a language. Raises DataError for one that has none."""
    tables = tomllib.loads((files("shutro.views") / "data" / "labels.toml").read_text("utf-8"))
    if language not in tables:
        raise DataError(f"no labels for the language {language!r}; there are {', '.join(tables)}")
    table = tables[language]
    names = table.pop("names", None)
    kinds = {kind: words for kind, words in table.items() if isinstance(words, dict)}
    kinds[""] = {key: words for key, words in table.items() if isinstance(words, str)}
    return Labels(
        language,
        kinds,
        tuple(names["months"] if names else GREGORIAN_MONTHS),
        tuple(names["weekdays"] if names else WEEKDAYS),
        tuple(names["bengali_months"] if names else BENGALI_MONTHS),
    )
