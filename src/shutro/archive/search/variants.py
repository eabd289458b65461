"""A query made ready for the archive: what each of its words may be printed as, and what that weighs."""

from __future__ import annotations

from dataclasses import dataclass

from shutro.archive.search.query import Slot

EXACT, SPELT, BARE, INFLECTED, JOINED, ALIAS, RELATED = 1.0, 0.97, 0.94, 0.9, 0.9, 0.85, 0.45
"""What a word weighs that stands as it was typed, spelt otherwise, without its ending, with another, run
together, under another name, and one that only tells of the same."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way that slots `first..last` may be printed: words side by side, each one of a set.

    `parts` are forms by word number; `weight` lies in 0..1.
    """

    first: int
    last: int
    parts: tuple[dict[int, str], ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in the query: the slot of its month, and the numbers of every year but the one asked for."""

    month: int
    others: frozenset[int]


@dataclass(frozen=True, slots=True)
class Plan:
    """A query made ready: its variants, what must stand together and what be absent.

    `worth` is what each slot counts for, `carried` how many articles have it, roughly.
    """

    slots: tuple[Slot, ...]
    worth: tuple[float, ...]
    carried: tuple[int, ...]
    variants: tuple[Variant, ...]
    together: tuple[range, ...]
    excluded: tuple[Variant, ...]
    dated: Dated | None = None
