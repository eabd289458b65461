"""What the accounts of a line differ in, as a reader takes it: a contest of two sides, however many tell."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import Literal

from shutro.bangla.numbers import numbers
from shutro.model import Difference, Evidence
from shutro.views.lines import Line

# A value longer than this is a clause, better read in its sentence than set against another.
_LONGEST_VALUE = 40
_TERSE = 24  # code points of a value that has room in the line itself
_COUNTED = (None, "person", "item")
_SPELT = 100_000  # from here on a number is better read as printed, with লাখ and কোটি


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a difference: its value, None where that is a whole clause, and the sentence.

    `count` is the value as a bare number, where both sides count people or things and say nothing else.
    """

    value: str | None
    evidence: Evidence
    count: int | None = None

    @property
    def said(self) -> object:
        """What this side says, the same for `১৭ জন` and `১৭ জনের`; where no value tells, the sentence."""
        return self.count if self.count is not None else self.value or self.evidence


@dataclass(frozen=True, slots=True)
class Contest:
    """Differences that a reader takes for one, the first of them leading.

    `sides` are those of the first, in the order they are read: of an update the earlier value first.
    """

    differences: tuple[Difference, ...]
    sides: tuple[Side, Side]

    @property
    def kind(self) -> Literal["conflict", "update"]:
        """Whether both cannot be so, or the later holds."""
        return self.differences[0].kind

    @property
    def slot(self) -> str:
        """What they differ in."""
        return self.differences[0].slot

    @property
    def values(self) -> tuple[str, str] | None:
        """Both values as printed, None where they are whole clauses."""
        first, other = self.sides
        return (first.value, other.value) if first.value and other.value else None

    @property
    def counts(self) -> tuple[int, int] | None:
        """Both values as bare numbers, where they count people or things and say nothing else."""
        first, other = self.sides
        return None if first.count is None or other.count is None else (first.count, other.count)

    @property
    def terse(self) -> bool:
        """Whether both values are short enough to stand in the line itself."""
        return self.values is not None and all(len(value) <= _TERSE for value in self.values)

    @property
    def notes(self) -> tuple[str, ...]:
        """What is remarked on the differences, each remark once."""
        return tuple(dict.fromkeys(one.note for one in self.differences if one.note))

    @property
    def cited(self) -> tuple[Evidence, ...]:
        """The sentences, each once, those of the two sides in turns; that of all the differences before the
        several that it stands against.
        """
        every = [side for difference in self.differences for side in sides(difference)]
        often = Counter(side.said for side in every)
        first = max(self.sides, key=lambda side: often[side.said]).said
        ours = dict.fromkeys(side.evidence for side in every if side.said == first)
        theirs = dict.fromkeys(side.evidence for side in every if side.said != first)
        turns = [each for pair in zip_longest(ours, theirs) for each in pair if each is not None]
        return tuple(dict.fromkeys(turns))


def contests(line: Line) -> tuple[Contest, ...]:
    """The contests of a line: differences of the same two values, whichever stands first in a conflict, or of
    one sentence against several others, as a denial of many claims.
    """
    groups: dict[tuple[object, ...], list[Difference]] = {}
    often = Counter(evidence for difference in line.differences for evidence in difference.evidence)
    for difference in line.differences:
        first, other = sides(difference)
        matter: object = max(first.evidence, other.evidence, key=often.__getitem__)
        if first.value and other.value:
            values = (first.said, other.said)
            matter = frozenset(values) if difference.kind == "conflict" else values
        groups.setdefault((difference.slot, difference.kind, matter), []).append(difference)
    return tuple(Contest(tuple(group), sides(group[0])) for group in groups.values())


def sides(difference: Difference) -> tuple[Side, Side]:
    """Both sides in the order they are read: of an update the earlier value first."""
    bare = max(len(difference.this), len(difference.other)) > _LONGEST_VALUE
    ours, theirs = _count(difference.this), _count(difference.other)
    if ours is None or theirs is None:
        ours = theirs = None
    this = Side(None if bare else difference.this, difference.evidence[0], ours)
    other = Side(None if bare else difference.other, difference.evidence[-1], theirs)
    return (this, other) if difference.kind == "conflict" else (other, this)


@lru_cache(maxsize=10_000)  # a line asks for its counts several times, and so does every reading of it
def _count(value: str) -> int | None:
    """The number that a value prints, alone or with `জন` or `টি` in any case: `৬ জনের` is 6."""
    found = numbers(value)
    if len(found) != 1 or found[0].text != value or found[0].unit not in _COUNTED:
        return None
    number = found[0].value
    return number if isinstance(number, int) and number < _SPELT else None
