"""How well an article answers a plan: every word where it stands, near what it was asked with."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from shutro.archive.expand import Plan, Variant
from shutro.archive.shelf import BREAK, Words

HEADLINE, LEAD, BODY, ASIDE = 4.0, 1.4, 1.0, 0.1
_LEAD_WORDS = 60
_SATURATION = 1.6
_LENGTH = 0.6
_USUAL_LENGTH = 350
_NEAR = 6


@dataclass(frozen=True, slots=True)
class Place:
    """Slots `first..last` found at words `at..end` of one of the three lists."""

    part: int
    at: int
    end: int
    first: int
    last: int
    weight: float


class Matcher:
    """Finds the places of a plan's variants in word lists."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._starts: dict[int, list[Variant]] = {}
        for variant in plan.variants:
            for number in variant.parts[0]:
                self._starts.setdefault(number, []).append(variant)

    def places(self, words: Words) -> list[Place]:
        """Every place where a variant stands."""
        found = []
        starts = self._starts
        for part, numbers in enumerate((words.headline, words.body, words.aside)):
            for at, number in enumerate(numbers):
                if number in starts:
                    for variant in starts[number]:
                        if stands(variant.parts, numbers, at):
                            end = at + len(variant.parts)
                            found.append(Place(part, at, end, variant.first, variant.last, variant.weight))
        return found

    def excluded(self, words: Words) -> bool:
        """Whether the article holds what it must not."""
        return any(
            stands(variant.parts, numbers, at)
            for variant in self.plan.excluded
            for numbers in (words.headline, words.body)
            for at in range(len(numbers))
        )

    def holds_together(self, places: Sequence[Place]) -> bool:
        """Whether every run of slots that must stand together does."""
        return all(any(self._runs_from(place, run, places) for place in places) for run in self.plan.together)

    def _runs_from(self, place: Place, run: range, places: Sequence[Place]) -> bool:
        if place.first != run[0] or place.part == 2:
            return False
        at, end = place.last, place.end
        while at < run[-1]:
            step = next(
                (p for p in places if p.part == place.part and p.at == end and p.first == at + 1), None
            )
            if step is None:
                return False
            at, end = step.last, step.end
        return True


def stands(parts: Sequence[dict[int, str]], numbers: array[int], at: int) -> bool:
    """Whether the words from `at` on are the parts, one after the other."""
    if at + len(parts) > len(numbers):
        return False
    return all(numbers[at + step] in part for step, part in enumerate(parts))


def score(plan: Plan, words: Words, places: Sequence[Place]) -> tuple[float, float]:
    """The score, and the part of the query's worth that the article has (0..1)."""
    mass = [0.0] * len(plan.slots)
    for place in places:
        zone = (HEADLINE, LEAD if place.at < _LEAD_WORDS else BODY, ASIDE)[place.part]
        for slot in range(place.first, place.last + 1):
            mass[slot] += zone * place.weight
    length = 1 - _LENGTH + _LENGTH * min(4.0, len(words.body) / _USUAL_LENGTH)
    total = sum(plan.worth) or 1.0
    best = [0.0] * len(plan.slots)
    for place in places:
        for slot in range(place.first, place.last + 1):
            best[slot] = max(best[slot], place.weight * (0.3 if place.part == 2 else 1.0))
    coverage = sum(worth * here for worth, here in zip(plan.worth, best, strict=True)) / total
    value = sum(worth * m / (m + _SATURATION * length) for worth, m in zip(plan.worth, mass, strict=True))
    value += sum(_nearness(slot, plan, places) for slot in range(len(plan.slots) - 1))
    return value * coverage, coverage


def _nearness(slot: int, plan: Plan, places: Sequence[Place]) -> float:
    """What slots `slot` and the next gain by standing near each other somewhere."""
    worth = min(plan.worth[slot], plan.worth[slot + 1])
    best = 0.0
    left = [p for p in places if p.first <= slot <= p.last]
    right = [p for p in places if p.first <= slot + 1 <= p.last]
    for one in left:
        for two in right:
            if one.part != two.part or one.part == 2:
                continue
            if one is two:
                gap = 0
            elif two.at >= one.end:
                gap = two.at - one.end
            else:
                gap = one.at - two.end + 2
            if 0 <= gap < _NEAR:
                zone = 1.0 if one.part == 1 else 1.5
                best = max(best, zone * min(one.weight, two.weight) / (1 + gap))
    return 0.6 * worth * best


__all__ = ["BREAK", "Matcher", "Place", "score", "stands"]
