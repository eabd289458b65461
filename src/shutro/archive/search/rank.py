"""How well an article answers a plan: every word where it stands, near what it was asked with."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from shutro.archive.nouns.stored import Words
from shutro.archive.search.variants import Plan, Variant
from shutro.archive.words.spots import spots
from shutro.archive.words.terms import is_number

HEADLINE_PART, BODY_PART, ASIDE_PART = 0, 1, 2
HEADLINE, LEAD, BODY, ASIDE = 4.0, 1.4, 1.0, 0.1
_LINKED = 0.3  # part of a word's weight where it stands beside the text
_NEARNESS = 0.6  # what two words gain at most by standing together
_TITLED = 1.5  # how much more nearness in a headline is worth
_LEAD_WORDS = 60  # words of the body that are its lead
_SATURATION = 1.6  # how soon more of a word adds less
_LENGTH = 0.6  # how much a long article is held back
_USUAL_LENGTH = 350  # words of an article
_YEAR_BEFORE = 3  # ১৯৯১ সালের ১২ ফেব্রুয়ারি
_NEAR = 6  # words apart that still are near
_BOUND = 0.8  # part of the articles with both words that have them side by side
_ALONE = 0.35  # what one of them counts for alone


class Place(NamedTuple):
    """Slots `first..last` found at words `at..end` of one of the three lists: headline, body, aside."""

    part: int
    at: int
    end: int
    first: int
    last: int
    weight: float


class Sighting:
    """Every place in one article where something of the query stands; `of[slot]` are those of one slot."""

    __slots__ = ("of", "places")

    def __init__(self, places: list[Place], slots: int) -> None:
        self.places = places
        self.of: list[list[Place]] = [[] for _ in range(slots)]
        for place in places:
            self.of[place.first].append(place)
            for slot in range(place.first + 1, place.last + 1):
                self.of[slot].append(place)

    def words(self, of: Words) -> frozenset[int]:
        """The numbers of the words that stand at the places, in the article whose words are `of`."""
        lists = (of.headline, of.body, of.aside)
        return frozenset(
            number for place in self.places for number in lists[place.part][place.at : place.end]
        )

    def side_by_side(self, slot: int) -> bool:
        """Whether `slot` and the next stand next to each other, in that order, in headline or body."""
        ends = {(p.part, p.end) for p in self.of[slot] if p.part != ASIDE_PART}
        return any((p.part, p.at) in ends or p.first <= slot for p in self.of[slot + 1])


class Matcher:
    """Finds the places of a plan's variants in word lists."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._starts: dict[int, list[Variant]] = {}
        for variant in plan.variants:
            for number in variant.parts[0]:
                self._starts.setdefault(number, []).append(variant)

    def sightings(self, words_of: Mapping[int, Words]) -> dict[int, Sighting]:
        """Every place where a variant stands, for each of the articles."""
        lists = [part for words in words_of.values() for part in (words.headline, words.body, words.aside)]
        found = spots(lists, self._starts)
        return {
            article: self._sighting(lists[at : at + 3], found[at : at + 3])
            for article, at in zip(words_of, range(0, len(lists), 3), strict=True)
        }

    def _sighting(self, lists: Sequence[array[int]], spotted: Sequence[list[tuple[int, int]]]) -> Sighting:
        found = []
        starts, dated = self._starts, self.plan.dated
        for part, here in enumerate(spotted):
            for at, number in here:
                if dated and self._other_year(number, lists[part], at):
                    continue
                for variant in starts[number]:
                    if len(variant.parts) == 1 or stands(variant.parts, lists[part], at):
                        end = at + len(variant.parts)
                        found.append(Place(part, at, end, variant.first, variant.last, variant.weight))
        return Sighting(found, len(self.plan.slots))

    def _other_year(self, number: int, numbers: array[int], at: int) -> bool:
        """Whether this is the month that was asked for, of a year that was not."""
        dated = self.plan.dated
        if dated is None or all(variant.first != dated.month for variant in self._starts[number]):
            return False
        if any(after in dated.others for after in numbers[at + 1 : at + 2]):
            return True
        return any(before in dated.others for before in numbers[max(0, at - _YEAR_BEFORE) : at])

    def excluded(self, words: Words) -> bool:
        """Whether the article holds what it must not."""
        return any(
            stands(variant.parts, numbers, at)
            for variant in self.plan.excluded
            for numbers in (words.headline, words.body)
            for at in range(len(numbers))
        )

    def holds_together(self, seen: Sighting) -> bool:
        """Whether every run of slots that must stand together does."""
        return all(
            any(self._runs_from(place, run, seen) for place in seen.of[run[0]]) for run in self.plan.together
        )

    def _runs_from(self, place: Place, run: range, seen: Sighting) -> bool:
        if place.first != run[0] or place.part == ASIDE_PART:
            return False
        while place.last < run[-1]:
            follows = (p for p in seen.of[place.last + 1] if p.part == place.part and p.at == place.end)
            if (step := next(follows, None)) is None:
                return False
            place = step
        return True


def stands(parts: Sequence[dict[int, str]], numbers: array[int], at: int) -> bool:
    """Whether the words from `at` on are the parts, one after the other."""
    if at + len(parts) > len(numbers):
        return False
    return all(numbers[at + step] in part for step, part in enumerate(parts))


class Rating(NamedTuple):
    """How well an article answers before it is seen what stands near what: the worth of the words where they
    stand, the part of the query's worth that the article has (0..1), and the most that nearness can add."""

    value: float
    coverage: float
    nearness: float

    @property
    def least(self) -> float:
        """The least that its score can be."""
        return self.value * self.coverage

    @property
    def most(self) -> float:
        """The most that its score can be."""
        return (self.value + self.nearness) * self.coverage


def rating(plan: Plan, words: Words, seen: Sighting, bound: Collection[int] = ()) -> Rating:
    """What the words of a plan are worth in one article."""
    length = 1 - _LENGTH + _LENGTH * min(4.0, len(words.body) / _USUAL_LENGTH)
    beside = {at for at in bound if seen.side_by_side(at)}
    alone = {slot for at in bound for slot in (at, at + 1)} - {slot for at in beside for slot in (at, at + 1)}
    value = had = near = 0.0
    for slot, (worth, places) in enumerate(zip(plan.worth, seen.of, strict=True)):
        mass = best = 0.0
        for part, at, _, _, _, weight in places:
            if part == BODY_PART:
                mass += weight * (LEAD if at < _LEAD_WORDS else BODY)
            else:
                mass += weight * (HEADLINE if part == HEADLINE_PART else ASIDE)
            best = max(best, weight * _LINKED if part == ASIDE_PART else weight)
        share = _ALONE if slot in alone else 1.0
        value += worth * share * mass / (share * mass + _SATURATION * length)
        had += worth * share * best
        if slot and places and seen.of[slot - 1]:
            near += _NEARNESS * _TITLED * min(plan.worth[slot - 1], worth)
    return Rating(value, had / (sum(plan.worth) or 1.0), near)


def score(plan: Plan, rating: Rating, seen: Sighting) -> float:
    """The score of an article of that rating."""
    near = sum(_nearness(slot, plan, seen) for slot in range(len(plan.slots) - 1))
    return (rating.value + near) * rating.coverage


def bound_pairs(plan: Plan, pool: Sequence[Sighting], named: Callable[[], Collection[int]]) -> frozenset[int]:
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
        both = [seen for seen in pool if seen.of[slot] and seen.of[slot + 1]]
        if not both:
            apart.add(slot)
        elif sum(seen.side_by_side(slot) for seen in both) >= _BOUND * len(both):
            bound.add(slot)
    if apart and pool:
        bound |= apart & set(named())
    return frozenset(bound)


def _nearness(slot: int, plan: Plan, seen: Sighting) -> float:
    """What slots `slot` and the next gain by standing near each other somewhere; in order counts more."""
    left, right = seen.of[slot], seen.of[slot + 1]
    if not left or not right:
        return 0.0
    # Where the next slot begins and ends, in headline and in body.
    starts: tuple[dict[int, float], ...] = ({}, {})
    ends: tuple[dict[int, float], ...] = ({}, {})
    for part, at, end, _, _, weight in right:
        if part != ASIDE_PART:
            starts[part][at] = ends[part][end] = weight
    best = 0.0
    for part, at, end, _, last, mine in left:
        if part == ASIDE_PART:
            continue
        zone = _TITLED if part == HEADLINE_PART else 1.0
        if last > slot:
            best = max(best, zone * mine)
        after, before = starts[part].get, ends[part].get
        for gap in range(_NEAR):
            if theirs := after(end + gap):
                best = max(best, zone * min(mine, theirs) / (1 + gap))
            if gap > 1 and (theirs := before(at - gap + 2)):
                best = max(best, zone * min(mine, theirs) / (1 + gap))
    return _NEARNESS * min(plan.worth[slot], plan.worth[slot + 1]) * best
