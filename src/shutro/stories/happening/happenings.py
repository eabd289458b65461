"""The same happening as several articles tell it, brought together."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from shutro.stories.happening.sameness import Sameness, days_agree
from shutro.stories.telling.sentence import Sentence, When
from shutro.stories.telling.telling import Telling

# Two groups of tellings are one happening when they are this alike (see `_likeness`); the fewer tellings
# there are to learn from which words are rare, the more is asked.
_SAME = 0.19
_UNSURE = 0.6
_HANDFUL = 40
# Tellings less alike than this add nothing to the likeness of their groups.
_UNLIKE = 0.1
# What is left of the likeness of two tellings of one article: a report seldom tells a thing twice.
_SAME_ARTICLE = 0.6
# Of one day, two articles open with one thing likelier than they come to it further down; and the dead
# of a story are one toll.
_BOTH_LEAD = 1.15
_ONE_TOLL = 1.25
# Two reports that give a clock time, and times that may be one, mostly tell of when one thing was; on a day
# of more hours than this, less so.
_ONE_HOUR = 0.5
_HOURS = 8
_MAY_BE_ALIKE = _UNLIKE / (_BOTH_LEAD * _ONE_TOLL * (1 + _ONE_HOUR))
# How fast likeness is thinned by the pairs of two groups: 1 would be their average, 1/2 their sum over
# the root of the pairs, by which big groups swallow all.
_THINNED = 0.7


@dataclass(frozen=True, slots=True)
class Happening:
    """Tellings of one happening, the best dated first, and the day they settle on.

    `centrality` is how near it is to what the articles of the story open with, 0..1.
    """

    tellings: tuple[Telling, ...]
    when: When
    centrality: float

    @property
    def articles(self) -> frozenset[str]:
        """The articles that tell it."""
        return frozenset(t.article.id for t in self.tellings)

    @property
    def outlets(self) -> frozenset[str]:
        """The outlets that tell it; a page that names none stands for itself."""
        return frozenset(t.voice for t in self.tellings)


def sentences_of(told: Sequence[Happening]) -> Iterator[tuple[int, Telling, Sentence]]:
    """Every sentence of a story, with the number of its happening and its telling, in their order."""
    for number, happening in enumerate(told):
        for telling in happening.tellings:
            for sentence in telling.sentences:
                yield number, telling, sentence


def happenings(tellings: Sequence[Telling]) -> list[Happening]:
    """Group `tellings`, the two most alike groups first; any order of the input gives the same groups."""
    ordered = sorted(tellings, key=lambda t: (t.article.id, t.number))
    sameness = Sameness(ordered)
    central = sameness.centrality()
    return [
        _happening([ordered[n] for n in group], max(central[n] for n in group))
        for group in _Gathering(ordered, sameness).groups()
    ]


class _Gathering:
    """Tellings on their way to groups: who is how much like whom, and the days each group is sure of."""

    def __init__(self, tellings: Sequence[Telling], sameness: Sameness) -> None:
        self._members: dict[int, list[int]] = {n: [n] for n in range(len(tellings))}
        self._days: list[frozenset[When]] = [
            frozenset({t.when} if t.when.dated != "as-of" else ()) for t in tellings
        ]
        self._near: list[dict[int, float]] = [{} for _ in tellings]
        self._least = _SAME + _UNSURE / sqrt(max(_HANDFUL, len(tellings)))
        agreeing = _agreeing(tellings)
        days = [t.when.date for t in tellings]
        hours = Counter(t.when.date for t in tellings if t.when.minute is not None)
        for one, met in sameness.met():
            for other in met & agreeing[one]:
                alike = sameness.near(one, other)
                if alike < (_MAY_BE_ALIKE if days[one] == days[other] else _UNLIKE):
                    continue
                alike *= _told_by(tellings[one], tellings[other], hours)
                if alike >= _UNLIKE:
                    self._near[one][other] = self._near[other][one] = alike

    def groups(self) -> list[list[int]]:
        """The tellings of each happening, by their numbers."""
        heap = [
            (-likeness, one, other)
            for one, row in enumerate(self._near)
            for other in row
            if one < other and (likeness := self._likeness(one, other)) >= self._least
        ]
        heapq.heapify(heap)
        while heap:
            minus, one, other = heapq.heappop(heap)
            if other not in self._near[one] or -minus != self._likeness(one, other):
                continue  # a likeness from before one of the two grew
            if not all(
                days_agree(a, b) and not a.other_hour(b) for a in self._days[one] for b in self._days[other]
            ):
                del self._near[one][other], self._near[other][one]
                continue
            self._join(one, other)
            for third in self._near[one]:
                if (likeness := self._likeness(one, third)) >= self._least:
                    heapq.heappush(heap, (-likeness, min(one, third), max(one, third)))
        return [sorted(group) for _, group in sorted(self._members.items())]

    def _likeness(self, one: int, other: int) -> float:
        """The likeness of all pairs across two groups, summed, over the number of pairs to `_THINNED`."""
        pairs = len(self._members[one]) * len(self._members[other])
        return self._near[one][other] / float(pairs**_THINNED)

    def _join(self, one: int, other: int) -> None:
        """Give the first group all of the second."""
        self._members[one] += self._members.pop(other)
        self._days[one] |= self._days[other]
        gone, self._near[other] = self._near[other], {}
        del gone[one], self._near[one][other]
        for third, alike in gone.items():
            del self._near[third][other]
            both = self._near[one].get(third, 0.0) + alike
            self._near[one][third] = self._near[third][one] = both


def _told_by(one: Telling, other: Telling, hours: Mapping[str | None, int]) -> float:
    """How much likelier two tellings of these articles are of one thing: less so within one article, more so
    where two open with it, count dead, or give the hour, on one day.

    `hours` are the tellings of each day that give one.
    """
    if one.article.id == other.article.id:
        return _SAME_ARTICLE
    if one.when.date != other.when.date:
        return 1.0
    # What two reports open with may be two steps of one affair: an arrest, and the case.
    one_step = not (one.kinds and other.kinds) or bool(one.kinds & other.kinds)
    alike = _BOTH_LEAD if one.lead and other.lead and one_step else 1.0
    alike *= _ONE_TOLL if one.toll and other.toll else 1.0
    if one.when.same_hour(other.when):
        alike *= 1 + _ONE_HOUR * min(1.0, _HOURS / hours[one.when.date])
    return alike


def _agreeing(tellings: Sequence[Telling]) -> list[frozenset[int]]:
    """For each telling, which have a day that agrees with its own."""
    days: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    keys = []
    for number, telling in enumerate(tellings):
        when = telling.when
        keys.append((when.date, when.granularity, when.dated == "as-of"))
        days[keys[-1]].append(number)
    first = {key: tellings[numbers[0]].when for key, numbers in days.items()}
    agreeing = {
        key: frozenset(
            n for other, numbers in days.items() if days_agree(when, first[other]) for n in numbers
        )
        for key, when in first.items()
    }
    return [agreeing[key] for key in keys]


def _happening(tellings: Sequence[Telling], centrality: float) -> Happening:
    ranked = sorted(tellings, key=lambda t: (t.when.doubt, t.place, t.article.id, t.number))
    when = ranked[0].when
    if when.dated in ("stated", "planned") and when.granularity != "day":
        when = next((t.when for t in ranked if t.when.granularity == "day" and t.when.dated != "as-of"), when)
    # One report that is surely printed on its day makes the day sure for all that agree with it.
    sure = any(t.when.date == when.date and not t.when.inferred for t in tellings)
    return Happening(tuple(ranked), replace(when, inferred=when.inferred and not sure), centrality)
