"""The two sides of a difference, each shown from where it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

from shutro.model import Difference


class Side(Protocol):
    """What one telling of a happening says, of the kind that is compared."""

    @property
    def happening(self) -> int:
        """The number of the happening it belongs to."""


S = TypeVar("S", bound=Side)


def both_sides(
    one: S, other: S, difference: Callable[[S, S], Difference]
) -> Iterator[tuple[int, Difference]]:
    """The difference as each happening sees it, with its number; once where the two are one happening."""
    yield one.happening, difference(one, other)
    if one.happening != other.happening:
        yield other.happening, difference(other, one)
