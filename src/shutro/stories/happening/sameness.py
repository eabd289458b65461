"""How alike two tellings are: what they share of rare words and names, and whether their days agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import product, repeat
from math import fsum, log, sqrt

from shutro.stories.telling.sentence import When
from shutro.stories.telling.telling import Telling
from shutro.stories.terms import naming, press

# A name says more of what a telling is about than a common word of the same rarity.
_NAME_WEIGHT = 1.5
_NAMES_MORE = 0.4
# So does a day that few of the tellings state.
_DAY_WEIGHT = 2.0
# A term in every third report of the press tells nothing; in one of sixty, all that a term can.
_EVERYWHERE = 1.0
_RARE = 3.0
# A term in more tellings than this proposes no pairs: it is the matter of the whole story.
_FEWEST, _COMMON, _MOST = 12, 0.05, 60
_AS_OF_DAYS = 3
# Sentences are compared one by one only in tellings at least this alike, and count a little less.
_SKETCHY = 0.12
_BY_SENTENCE = 0.85
_SHARED = 3
_ONE_DEED = 0.15


class Sameness:
    """Compares tellings by number, weighing each term by its rarity among all of them."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._tellings = tellings
        self._bags = [self._bag(t) for t in tellings]
        self._deeds = [t.deeds for t in tellings]
        self._spread = Counter(term for bag in self._bags for term in bag)
        total = len(tellings)
        self._weight = {term: log(1 + total / n) ** 2 * _telling(term) for term, n in self._spread.items()}
        self._telling = [frozenset(t for t in bag if self._weight[t]) for bag in self._bags]
        self._norm = [sqrt(self._sum(bag)) or 1.0 for bag in self._telling]
        self._parts = [[(part, self._sum(part)) for part in t.parts] for t in tellings]
        self._common = min(max(_FEWEST, _COMMON * total), _MOST)

    @staticmethod
    def _bag(telling: Telling) -> frozenset[str]:
        when = telling.when
        stated = when.dated == "stated" and when.granularity == "day"
        return (
            telling.terms | {f"@{name}" for name in telling.names} | ({f"={when.date}"} if stated else set())
        )

    def of(self, one: int, other: int) -> float:
        """Cosine of the two tellings' weighed terms, 0..1."""
        return self._sum(self._telling[one] & self._telling[other]) / (self._norm[one] * self._norm[other])

    def centrality(self) -> list[float]:
        """How near each telling is to what the articles open with: 1 for a usual opening, 0 for none."""
        leads = [n for n, telling in enumerate(self._tellings) if telling.lead]
        heart: Counter[str] = Counter(term for n in leads for term in self._bags[n])
        mean = {term: n / len(leads) for term, n in heart.items()}

        def closeness(number: int) -> float:
            bag = self._bags[number]
            return fsum(self._weight[t] * mean.get(t, 0.0) for t in bag) / self._norm[number]

        usual = sum(closeness(n) for n in leads) / max(1, len(leads))
        return [min(1.0, closeness(n) / usual) if usual else 0.0 for n in range(len(self._tellings))]

    def near(self, one: int, other: int) -> float:
        """How likely the two tell of one happening, days aside, about 0..1.

        Two long tellings are the same when a sentence of one says what a sentence of the other does,
        and likelier so when the same one does the same to the same other in both.
        """
        # `of`, written out: a story of a hundred reports asks this a hundred thousand times.
        shared = map(self._weight.__getitem__, self._telling[one] & self._telling[other])
        value = fsum(shared) / (self._norm[one] * self._norm[other])
        one_deed = not self._deeds[one].isdisjoint(self._deeds[other])
        if value >= _SKETCHY or one_deed:
            value = max(value, _BY_SENTENCE * self._best_pair(one, other)) + _ONE_DEED * one_deed
        return value

    def _best_pair(self, one: int, other: int) -> float:
        best = 0.0
        for (a, left), (b, right) in product(self._parts[one], self._parts[other]):
            shared = a & b
            if len(shared) >= _SHARED and left and right:
                best = max(best, self._sum(shared) / sqrt(left * right))
        return best

    def cosine(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Cosine of two sets of terms, 0..1; a term that no telling has weighs nothing."""
        shared = one & other
        if not shared:
            return 0.0
        left, right = self._sum(one), self._sum(other)
        return self._sum(shared) / sqrt(left * right) if left and right else 0.0

    def _sum(self, terms: Iterable[str]) -> float:
        """What the terms weigh together, whatever their order."""
        return fsum(map(self._weight.get, terms, repeat(0.0)))

    def met(self) -> Iterator[tuple[int, set[int]]]:
        """Each telling with those before it that share a term with it rare enough to mean something."""
        holders: defaultdict[str, set[int]] = defaultdict(set)
        for number, bag in enumerate(self._bags):
            rare = [holders[term] for term in bag if self._spread[term] <= self._common]
            yield number, set().union(*rare)
            for held in rare:
                held.add(number)


def _telling(term: str) -> float:
    """How much a term says of what it stands in, story aside: names most, words of every report nothing."""
    if term.startswith("@"):
        return _NAME_WEIGHT
    if term.startswith("="):
        return _DAY_WEIGHT
    rare = (press().rarity(term) - _EVERYWHERE) / _RARE
    return min(1.0, max(0.0, rare)) * (1 + _NAMES_MORE * naming(term))


def days_agree(one: When, other: When) -> bool:
    """Whether two tellings can be of one happening.

    Stated and carried days must be equal, or one lie within the other's month. A day that only bounds
    (`as-of`) agrees with any day up to three before it.
    """
    if one.date is None or other.date is None:
        return True
    if one.dated != "as-of" and other.dated != "as-of":
        return one.date.startswith(other.date) or other.date.startswith(one.date)
    if one.granularity != "day" or other.granularity != "day":
        return False
    gap = (date.fromisoformat(one.date) - date.fromisoformat(other.date)).days
    if one.dated == other.dated:
        return abs(gap) <= 1
    return 0 <= (gap if one.dated == "as-of" else -gap) <= _AS_OF_DAYS
