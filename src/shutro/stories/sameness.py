"""How alike two tellings are: what they share of rare words and names, and whether their days agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, product
from math import fsum, log, sqrt

from shutro.stories.dating import When
from shutro.stories.tellings import Telling
from shutro.stories.terms import naming, press

# A name says more of what a telling is about than a common word of the same rarity.
_NAME_WEIGHT = 1.5
_NAMES_MORE = 0.4
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
        self._norm = [sqrt(fsum(self._weight[t] for t in bag)) or 1.0 for bag in self._bags]
        self._common = min(max(_FEWEST, _COMMON * total), _MOST)

    @staticmethod
    def _bag(telling: Telling) -> frozenset[str]:
        return telling.terms | {f"@{name}" for name in telling.names}

    def of(self, one: int, other: int) -> float:
        """Cosine of the two tellings' weighed terms, 0..1."""
        shared = self._bags[one] & self._bags[other]
        return fsum(self._weight[t] for t in shared) / (self._norm[one] * self._norm[other])

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
        value = self.of(one, other)
        one_deed = bool(self._deeds[one] & self._deeds[other])
        if value >= _SKETCHY or one_deed:
            value = max(value, _BY_SENTENCE * self._best_pair(one, other)) + _ONE_DEED * one_deed
        return value

    def _best_pair(self, one: int, other: int) -> float:
        pairs = product(self._tellings[one].parts, self._tellings[other].parts)
        return max((self.cosine(a, b) for a, b in pairs if len(a & b) >= _SHARED), default=0.0)

    def cosine(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Cosine of two sets of terms, 0..1; a term that no telling has weighs nothing."""
        shared, left, right = (
            fsum(self._weight.get(t, 0.0) for t in bag) for bag in (one & other, one, other)
        )
        return shared / sqrt(left * right) if left and right else 0.0

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Every two tellings that share a term rare enough to mean something, each pair once, in order."""
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for number, bag in enumerate(self._bags):
            for term in bag:
                if self._spread[term] <= self._common:
                    holders[term].append(number)
        seen = {pair for listed in holders.values() for pair in combinations(listed, 2)}
        yield from sorted(seen)


def _telling(term: str) -> float:
    """How much a term says of what it stands in, story aside: names most, words of every report nothing."""
    if term.startswith("@"):
        return _NAME_WEIGHT
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
