"""The two sides of a difference: whether they can be two, and each shown from where it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

from shutro.model import Difference
from shutro.stories.happening.sameness import days_agree
from shutro.stories.telling.telling import Telling


class Side(Protocol):
    """What one telling of a happening says, of the kind that is compared."""

    @property
    def happening(self) -> int:
        """The number of the happening it belongs to."""

    @property
    def telling(self) -> Telling:
        """Where it is told."""


S = TypeVar("S", bound=Side)


def two_voices(one: Side, other: Side) -> bool:
    """Whether different outlets print the two: nobody is held to contradict himself."""
    return one.telling.voice != other.telling.voice


def of_one_day(one: Side, other: Side) -> bool:
    """Whether different outlets print the two, of days that agree."""
    return two_voices(one, other) and days_agree(one.telling.when, other.telling.when)


def both_sides(
    one: S, other: S, difference: Callable[[S, S], Difference]
) -> Iterator[tuple[int, Difference]]:
    """The difference as each happening sees it, with its number; once where the two are one happening."""
    yield one.happening, difference(one, other)
    if one.happening != other.happening:
        yield other.happening, difference(other, one)
