"""Every time expression of a Bangla text, with its TIMEX3 value.

The grammar stands in data/times.toml, a rule a line. `tokens.py` tells what each word is, `grammar/` joins
them into phrases, and `values.py` turns what was read into values.
"""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from shutro.bangla.grammar.grammar import Grammar, Piece
from shutro.bangla.times.timex import TimeExpression
from shutro.bangla.times.tokens import TOKENS, number_classes, pieces
from shutro.bangla.times.values import resolve
from shutro.errors import CalendarError

_FIRST_YEAR, _LAST_YEAR = 1000, 9000


@cache
def source() -> str:
    """The grammar file, for grammars that share its words."""
    return files("shutro.bangla").joinpath("data/times.toml").read_text(encoding="utf-8")


@cache
def grammar() -> Grammar:
    """The grammar of time expressions, compiled once."""
    return Grammar(source(), tokens=TOKENS, more=number_classes())


def times(text: str, at: date | None = None) -> list[TimeExpression]:
    """Every time expression of `text`, in order, none overlapping another.

    `at` is the day that relative expressions count from: the day of publication. Without it, and for
    expressions that count from a day the text does not name, the unknown parts of `value` are X
    (`XXXX-XX-XX`, `XXXX-09-12`). Days named on the way are carried along for `ওই দিন`, `পরদিন`.

    Raises CalendarError for a day so near the ends of the calendar that nothing can be counted from it.
    """
    if at is not None and not _FIRST_YEAR <= at.year <= _LAST_YEAR:
        raise CalendarError(f"{at} is no day to count from: the year must lie in {_FIRST_YEAR}-{_LAST_YEAR}")
    return list(_resolved(text, at))


@lru_cache(maxsize=1)
def _resolved(text: str, at: date | None) -> tuple[TimeExpression, ...]:
    """The expressions of a text; the last are kept, since the day a report was printed is read off them."""
    return tuple(resolve(text, list(_read(text)), grammar(), at))


@lru_cache(maxsize=1)
def _read(text: str) -> tuple[Piece, ...]:
    """What the grammar makes of a text, whatever day is counted from: a report is read for its day first."""
    rules = grammar()
    return tuple(rules.reduce(pieces(text, rules)))
