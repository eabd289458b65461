"""How well an article answers a plan: every word where it stands, near what it was asked with."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from shutro.archive.expand import Plan, Variant
from shutro.archive.shelf import Words
from shutro.archive.terms import is_number

HEADLINE, LEAD, BODY, ASIDE = 4.0, 1.4, 1.0, 0.1
_LEAD_WORDS = 60
_SATURATION = 1.6
_LENGTH = 0.6
_USUAL_LENGTH = 350
_NEAR = 6
_BOUND = 0.8
_ALONE = 0.35


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
                    if self._other_year(number, numbers, at):
                        continue
                    for variant in starts[number]:
                        if stands(variant.parts, numbers, at):
                            end = at + len(variant.parts)
                            found.append(Place(part, at, end, variant.first, variant.last, variant.weight))
        return found

    def _other_year(self, number: int, numbers: array[int], at: int) -> bool:
        """Whether this is the month that was asked for, of a year that was not."""
        dated = self.plan.dated
        if dated is None or all(variant.first != dated.month for variant in self._starts[number]):
            return False
        return any(after in dated.others for after in numbers[at + 1 : at + 2])

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


def score(
    plan: Plan, words: Words, places: Sequence[Place], bound: Collection[int] = ()
) -> tuple[float, float]:
    """The score, and the part of the query's worth that the article has (0..1)."""
    mass = [0.0] * len(plan.slots)
    alone = {slot for at in bound if not side_by_side(at, places) for slot in (at, at + 1)}
    alone -= {slot for at in bound if side_by_side(at, places) for slot in (at, at + 1)}
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
    for slot in alone:
        mass[slot] *= _ALONE
        best[slot] *= _ALONE
    coverage = sum(worth * here for worth, here in zip(plan.worth, best, strict=True)) / total
    value = sum(worth * m / (m + _SATURATION * length) for worth, m in zip(plan.worth, mass, strict=True))
    value += sum(_nearness(slot, plan, places) for slot in range(len(plan.slots) - 1))
    return value * coverage, coverage


def side_by_side(slot: int, places: Sequence[Place]) -> bool:
    """Whether `slot` and the next stand next to each other, in that order, somewhere in headline or body."""
    ends = {(p.part, p.end) for p in places if p.last == slot and p.part != 2}
    spans = any(p.first <= slot < p.last for p in places)
    return spans or any((p.part, p.at) in ends for p in places if p.first == slot + 1)


def bound_pairs(
    plan: Plan, pool: Sequence[Sequence[Place]], named: Callable[[], Collection[int]]
) -> frozenset[int]:
    """The slots that belong with the next one, as the parts of a name do.

    Where both occur, they nearly always stand side by side; an article with one alone then speaks of
    somebody else. Where no article has both, `named` tells which slots are followed by the rest of a
    person's name.
    """
    bound: set[int] = set()
    apart: set[int] = set()
    for slot in range(len(plan.slots) - 1):
        if is_number(plan.slots[slot].form) or is_number(plan.slots[slot + 1].form):
            continue
        both = [
            places
            for places in pool
            if any(p.first <= slot <= p.last for p in places)
            and any(p.first <= slot + 1 <= p.last for p in places)
        ]
        if not both:
            apart.add(slot)
        elif sum(side_by_side(slot, places) for places in both) >= _BOUND * len(both):
            bound.add(slot)
    if apart and pool:
        bound |= apart & set(named())
    return frozenset(bound)


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
