"""The noun: a time as printed, with its TIMEX3 value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from shutro.span import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as printed: `text` at `start:end` (code points), its TIMEX3 `type` and `value`.

    What is not known of the value is X (`XXXX-XX-XX`). `rule` names the grammar's line. `anchor` is the
    ISO day that the value was counted from, None for one that needs no day or lacks it. `mod` is a TIMEX3
    modifier (APPROX, MORE_THAN, LESS_THAN, START, MID, END). `to` is the day that a span leads to, where
    the text says from which day it runs (`এর দুই দিন পর`). `conflict` says what else was printed, where a
    weekday, a date and আজ or গতকাল beside each other disagree.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    rule: str
    anchor: str | None = None
    mod: str | None = None
    to: str | None = None
    conflict: str | None = None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)
