"""How alike two reports, or a report and a story, are; and why."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Protocol

from shutro.stories.features import Features, Vector, dots
from shutro.stories.grouping.weights import Weights
from shutro.stories.terms import naming

HEAD_SHARE: Final = 0.5  # headline and lead against the whole text
SAME_STORY: Final = 0.26  # likeness at which two groups of reports are one story
MET: Final = 0.03  # likeness of two heads below which two reports are not looked at together
HELD: Final = 0.17  # mean likeness in a group, each with itself too, below which it is a topic, no event
OTHER_DAYS: Final = 0.9  # what is left of it where no day is named in common
OTHER_FIGURES: Final = 0.5  # and where no figure is
TEMPLATE: Final = 0.4  # likeness from which on two reports may be one text filled in anew
FILLED_IN: Final = 0.4  # what is left of it where all names, or all amounts, are others
STRANGERS: Final = 0.7  # what is left of that of two bare headlines with other names
SURELY: Final = 0.75  # how often a term stands in names from which on it is taken for one
STEADY: Final = 7.0  # days that two reports of one event may lie apart without being less alike
FADING: Final = 20.0  # days in which likeness then falls to 1/e


class Told(Protocol):
    """What a report or a group of reports names."""

    @property
    def days(self) -> frozenset[str]:
        """ISO dates."""

    @property
    def figures(self) -> frozenset[str]:
        """Numbers of four digits and more."""


@dataclass(slots=True)
class Mass:
    """Reports taken together: the sums of their weighted unit vectors, and when they were printed."""

    size: int = 0
    within: float = 0.0  # the likeness of every report with every other and itself, summed
    head: Vector = field(default_factory=dict)
    whole: Vector = field(default_factory=dict)
    first: datetime | None = None
    last: datetime | None = None
    days: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()

    def add(self, head: Vector, whole: Vector, of: Features) -> None:
        """Take in one report, its vectors weighted."""
        within = sum(_across(head, whole, head, whole))
        self.merge(Mass(1, within, head, whole, of.when, of.when, of.days, of.figures))

    def merge(self, other: Mass) -> None:
        """Take in all reports of another."""
        self.within += other.within + 2 * sum(_across(self.head, self.whole, other.head, other.whole))
        for total, vector in ((self.head, other.head), (self.whole, other.whole)):
            for term, weight in vector.items():
                total[term] = total.get(term, 0.0) + weight
        self.size += other.size
        firsts = [m for m in (self.first, other.first) if m]
        lasts = [m for m in (self.last, other.last) if m]
        self.first = min(firsts, default=None)
        self.last = max(lasts, default=None)
        self.days |= other.days
        self.figures |= other.figures


def mass(reports: Iterable[Features], weights: Weights) -> Mass:
    """The reports taken together under these weights."""
    total = Mass()
    for report in reports:
        total.add(weights.unit(report.head), weights.unit(report.whole), report)
    return total


def alike(one: Mass, other: Mass) -> float:
    """How alike two groups of reports are, 0 to 1, less for what speaks against one event."""
    return alike_in_words(one, other) * fading(days_between(one, other)) * clash(one, other)


def alike_in_words(one: Mass, other: Mass) -> float:
    """The likeness with time left aside; 0 where the heads have hardly a word in common."""
    if sum(dots(one.head, other.head)) < MET * math.sqrt(one.within * other.within):
        return 0.0
    across = _across(one.head, one.whole, other.head, other.whole)
    return tied(*across, one.within, other.within, one.size + other.size)


def tied(who: float, what: float, one: float, other: float, size: int) -> float:
    """Likeness of two groups: from names, `who`, and from other words, `what`, summed across.

    `one` and `other` are the likenesses inside the two, summed over all pairs of their reports;
    `size` reports they have together. `(who + what) / sqrt(one * other)` is the cosine of the groups'
    sums: a story of many facets is held together by the little that all its reports share, and
    measured by its own cohesion that little is enough to take in one more. Of it,
    `(√who + √what)² / 2` is kept: all where both count alike, half where one is missing, for one
    event is the same people *and* the same matter. The same matter alone is another crash, another
    candidate; the same person alone another day.

    0 where the reports together would have less in common on average than `HELD`.
    """
    if one <= 0 or other <= 0 or one + other + 2 * (who + what) < HELD * size**2:
        return 0.0
    return (math.sqrt(max(0.0, who)) + math.sqrt(max(0.0, what))) ** 2 / (2 * math.sqrt(one * other))


def _across(head: Vector, whole: Vector, other_head: Vector, other_whole: Vector) -> tuple[float, float]:
    named, told = dots(head, other_head)
    named_too, told_too = dots(whole, other_whole)
    rest = 1 - HEAD_SHARE
    return HEAD_SHARE * named + rest * named_too, HEAD_SHARE * told + rest * told_too


def days_between(one: Mass, other: Mass) -> float:
    """The days from the end of the earlier to the start of the later; 0 where unknown or overlapping."""
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return 0.0
    return max(0.0, (max(one.first, other.first) - min(one.last, other.last)).total_seconds() / 86_400)


def clash(one: Told, other: Told) -> float:
    """The factor for two tellings that name days, or figures, and not one in common.

    Two matches of one team differ in the day, two notices of one price in every figure. A running
    story has several days too, so that days weigh little.
    """
    factor = 1.0
    if one.days and other.days and not one.days & other.days:
        factor *= OTHER_DAYS
    if min(len(one.figures), len(other.figures)) > 1 and not one.figures & other.figures:
        factor *= OTHER_FIGURES
    return factor


def filled_in(one: Features, other: Features, words: float) -> float:
    """The factor for two reports that are alike by `words` and name others, or give other amounts.

    Notices and briefs are one text filled in anew: the same words, another place, another price. Two
    bare headlines that each name somebody, and nobody in common, are seldom of one event.
    """
    strangers = not one.named & other.named and all(
        any(naming(term) >= SURELY for term in report.named) for report in (one, other)
    )
    if one.bare and other.bare:
        return STRANGERS if strangers else 1.0
    factor = 1.0
    if words >= TEMPLATE:
        if strangers:
            factor *= FILLED_IN
        if min(len(one.amounts), len(other.amounts)) > 1 and not one.amounts & other.amounts:
            factor *= FILLED_IN
    return factor


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
