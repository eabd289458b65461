"""A sentence of a report, and the day it tells of with how that is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from shutro.model import Granularity
from shutro.span import Span

Dated = Literal["stated", "planned", "context", "as-of"]
# The minutes of its day that a TIMEX part of the day lies in; a night runs into the next day.
_PARTS: Final = {
    "MO": (240, 720),
    "MI": (660, 900),
    "AF": (780, 1110),
    "EV": (1020, 1230),
    "NI": (1080, 1800),
}
_ROUGHLY: Final = 30  # minutes by which two reports put the hour of one thing differently
_SUREST: tuple[Dated, ...] = ("stated", "planned", "context", "as-of")


@dataclass(frozen=True, slots=True)
class When:
    """A day, month or year in ISO form with how it is known; `clock` is `HH:MM` or a TIMEX day part.

    `inferred` marks a day counted from a day of printing that no date line states.
    """

    date: str | None
    granularity: Granularity
    dated: Dated
    clock: str | None = None
    inferred: bool = False

    @property
    def doubt(self) -> int:
        """How little the day is known, from 0 for a stated one."""
        return _SUREST.index(self.dated)

    @property
    def minutes(self) -> tuple[int, int] | None:
        """From which to which minute of the day it may have been; None where no hour is told."""
        if self.clock is None or ":" not in self.clock:
            return _PARTS.get(self.clock or "")
        hour, minute = self.clock.split(":")
        at = int(hour) * 60 + int(minute)
        return at - _ROUGHLY, at + _ROUGHLY

    def same_hour(self, other: When) -> bool:
        """Whether the two tell of one day and of hours in it that may be one."""
        mine, theirs = self.minutes, other.minutes
        if self.date != other.date or mine is None or theirs is None:
            return False
        return mine[0] <= theirs[1] and theirs[0] <= mine[1]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article with its place and its day."""

    span: Span
    text: str
    paragraph: int
    when: When
    background: bool
