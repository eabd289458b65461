"""A sentence of a report, and the day it tells of with how that is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from shutro.model import Granularity
from shutro.span import Span

Dated = Literal["stated", "planned", "context", "as-of"]
# The minutes of its day that a TIMEX part of the day lies in: a night is that before its morning or that
# after its evening.
_PARTS: Final[Mapping[str, tuple[tuple[int, int], ...]]] = {
    "MO": ((240, 720),),
    "MI": ((660, 900),),
    "AF": ((780, 1110),),
    "EV": ((1020, 1230),),
    "NI": ((0, 239), (1080, 1440)),
}
# Minutes by which two reports put the hour of one thing differently; further apart than twice so many, it is
# another's.
_ROUGHLY: Final = 60
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
    def minute(self) -> int | None:
        """The minute of the day, from 0; None where no clock time is told."""
        if self.clock is None or ":" not in self.clock:
            return None
        hour, minute = self.clock.split(":")
        return int(hour) * 60 + int(minute)

    def same_hour(self, other: When) -> bool:
        """Whether the two tell of one day and of clock times in it that may be one."""
        mine, theirs = self.minute, other.minute
        if self.date != other.date or mine is None or theirs is None:
            return False
        return abs(mine - theirs) <= _ROUGHLY

    def other_hour(self, other: When) -> bool:
        """Whether the two state hours or parts of one day that cannot be one: `সকালে` and `সন্ধ্যা ৬টায়`."""
        if self.date != other.date:
            return False
        mine, theirs = self._spans, other._spans
        return bool(mine and theirs) and not any(a <= d and c <= b for a, b in mine for c, d in theirs)

    @property
    def _spans(self) -> tuple[tuple[int, int], ...]:
        """From which to which minutes of the day it may have been; none where it states no hour."""
        if self.dated not in ("stated", "planned"):
            return ()
        at = self.minute
        return _PARTS.get(self.clock or "", ()) if at is None else ((at - _ROUGHLY, at + _ROUGHLY),)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article with its place and its day."""

    span: Span
    text: str
    paragraph: int
    when: When
    background: bool
