"""The same happening as several articles tell it, brought together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shutro.stories.dating import When
from shutro.stories.sameness import Sameness, days_agree
from shutro.stories.tellings import Telling

# Two tellings this alike, on days that agree, tell the same.
SAME = 0.34
# Two groups are one when their tellings are this alike on average.
_TOGETHER = 0.27
# Within one article only a plain repetition is the same happening told twice.
_SAME_ARTICLE = 0.55


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
        return frozenset(t.article.outlet or t.article.id for t in self.tellings)


def happenings(tellings: Sequence[Telling]) -> list[Happening]:
    """Group `tellings`, average-linked, best pairs first; any order of the input gives the same groups."""
    ordered = sorted(tellings, key=lambda t: (t.article.id, t.number))
    sameness = Sameness(ordered)
    groups = _group(ordered, sameness)
    central = sameness.centrality()
    return [_happening([ordered[n] for n in g], max(central[n] for n in g)) for g in groups]


def _group(tellings: Sequence[Telling], sameness: Sameness) -> list[list[int]]:
    links = []
    for one, other in sameness.pairs():
        least = _SAME_ARTICLE if tellings[one].article.id == tellings[other].article.id else SAME
        if not days_agree(tellings[one].when, tellings[other].when):
            continue
        if (value := sameness.near(one, other)) >= least:
            links.append((-value, one, other))
    member = list(range(len(tellings)))
    groups = {n: [n] for n in member}
    for _, one, other in sorted(links):
        a, b = member[one], member[other]
        if a == b or not _fit(groups[a], groups[b], tellings, sameness):
            continue
        a, b = min(a, b), max(a, b)
        for n in groups.pop(b):
            member[n] = a
            groups[a].append(n)
    return [sorted(group) for _, group in sorted(groups.items())]


def _fit(one: Sequence[int], other: Sequence[int], tellings: Sequence[Telling], sameness: Sameness) -> bool:
    """Whether two groups are alike on average, and no two days in them contradict."""
    firm = [n for n in (*one, *other) if tellings[n].when.dated != "as-of"]
    if any(not days_agree(tellings[firm[0]].when, tellings[n].when) for n in firm[1:]):
        return False
    total = sum(sameness.near(a, b) for a in one for b in other)
    return total >= _TOGETHER * len(one) * len(other)


def _happening(tellings: Sequence[Telling], centrality: float) -> Happening:
    order = {"stated": 0, "planned": 1, "context": 2, "as-of": 3}
    ranked = sorted(tellings, key=lambda t: (order[t.when.dated], t.place, t.article.id, t.number))
    when = ranked[0].when
    if when.dated in ("stated", "planned") and when.granularity != "day":
        when = next((t.when for t in ranked if t.when.granularity == "day" and t.when.dated != "as-of"), when)
    # One report that is surely printed on its day makes the day sure for all that agree with it.
    sure = any(t.when.date == when.date and not t.when.inferred for t in tellings)
    return Happening(tuple(ranked), replace(when, inferred=when.inferred and not sure), centrality)
