"""How alike two reports, or a report and a story, are; and why."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from shutro.stories.features import Features, Vector, dot
from shutro.stories.weights import Weights

HEAD_SHARE: Final = 0.5  # headline and lead against the whole text
SAME_STORY: Final = 0.25  # likeness at which two groups of reports are one story
STEADY: Final = 3.0  # days that two reports of one event may lie apart without being less alike
FADING: Final = 10.0  # days in which likeness then falls to 1/e


@dataclass(slots=True)
class Mass:
    """Reports taken together: the sums of their weighted unit vectors, and when they were printed."""

    size: int = 0
    within: float = 0.0  # the likeness of every report with every other and itself, summed
    head: Vector = field(default_factory=dict)
    whole: Vector = field(default_factory=dict)
    first: datetime | None = None
    last: datetime | None = None

    def add(self, head: Vector, whole: Vector, of: Features) -> None:
        """Take in one report, its vectors weighted."""
        self.within += 2 * _words(self.head, self.whole, head, whole) + _words(head, whole, head, whole)
        for total, vector in ((self.head, head), (self.whole, whole)):
            for term, weight in vector.items():
                total[term] = total.get(term, 0.0) + weight
        self.size += 1
        if of.when is not None:
            self.first = min(self.first or of.when, of.when)
            self.last = max(self.last or of.when, of.when)


def mass(reports: Iterable[Features], weights: Weights) -> Mass:
    """The reports taken together under these weights."""
    total = Mass()
    for report in reports:
        total.add(weights.unit(report.head), weights.unit(report.whole), report)
    return total


def alike(one: Mass, other: Mass) -> float:
    """The likeness across, against the likeness within: 0 to 1, faded by the days between the two.

    It is the cosine of the two sums. A story of many facets is held together by the little that all
    its reports share; measured by its own cohesion that little is enough to take in one more.
    """
    return alike_in_words(one, other) * fading(days_between(one, other))


def alike_in_words(one: Mass, other: Mass) -> float:
    """The likeness with time left aside."""
    within = one.within * other.within
    return _words(one.head, one.whole, other.head, other.whole) / math.sqrt(within) if within else 0.0


def _words(head: Vector, whole: Vector, other_head: Vector, other_whole: Vector) -> float:
    return HEAD_SHARE * dot(head, other_head) + (1 - HEAD_SHARE) * dot(whole, other_whole)


def days_between(one: Mass, other: Mass) -> float:
    """The days from the end of the earlier to the start of the later; 0 where unknown or overlapping."""
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return 0.0
    return max(0.0, (max(one.first, other.first) - min(one.last, other.last)).total_seconds() / 86_400)


def fading(days: float) -> float:
    """The factor that `days` apart put on likeness."""
    return math.exp(-max(0.0, days - STEADY) / FADING)


def shared(one: Mass, other: Mass, most: int = 6) -> list[tuple[str, float]]:
    """The terms that make the two alike, with their part of the likeness, the heaviest first."""
    scale = math.sqrt(one.within * other.within) or 1.0
    parts: dict[str, float] = {}
    for share, a, b in ((HEAD_SHARE, one.head, other.head), (1 - HEAD_SHARE, one.whole, other.whole)):
        for term, weight in a.items():
            if term in b:
                parts[term] = parts.get(term, 0.0) + share * weight * b[term] / scale
    return sorted(parts.items(), key=lambda item: (-item[1], item[0]))[:most]
