"""A sentence of a report, and the day it tells of with how that is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from shutro.model import Granularity
from shutro.span import Span

Dated = Literal["stated", "planned", "context", "as-of"]
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


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article with its place and its day."""

    span: Span
    text: str
    paragraph: int
    when: When
    background: bool
