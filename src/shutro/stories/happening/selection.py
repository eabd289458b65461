"""Which happenings a reader with little time must see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, log2

from shutro.model import Difference
from shutro.stories.happening.happenings import Happening
from shutro.stories.happening.sameness import Sameness
from shutro.stories.happening.wording import leans, points
from shutro.stories.telling.discourse import has
from shutro.stories.telling.sentence import When

# What each sign adds to the importance of a happening; reasoned, in steps of a tenth.
_OUTLET = 1.0
_ARTICLE = 0.4
_LEAD = 1.0
_STATED = 0.6
_DEED = 0.3
_SAID = 0.3
_DISPUTED = 2.5
_CENTRAL = 1.5
# What says little without another sentence (`শনিবার তিনি এ কথা জানান`) is no line of its own.
_LEANING = -1.0
# Down in its article a thing is told in passing, the more so the more reports there are.
_DEPTH = -0.25
# A month or a year is told in passing, the more so the more reports there are.
_BROAD = {"day": 0.0, "month": -0.12, "year": -0.6}
_OLD = -6.0
_FAR = -3.0
_GUESSED = -1.5
# The second line of a day is worth this much less than the first, and so on.
_CROWD = 0.3
# A day that nothing else tells of is worth a little by itself, where it is stated.
_NEW_DAY = 0.2
# The more reports there are, the more a happening must weigh not to be a thing told in passing.
_PASSING = 0.35
_FEW = 5
# A stated day that nothing else tells of needs so much less weight not to be left out.
_ONLY_DAY = 0.6
# Of what a few reports tell, about this part is worth a line; ten lines are read anyway.
_WORTH_A_LINE = 0.55
_READ_ANYWAY = 10
# So many lines are ranked with regard to each other; those behind them by themselves.
_RANKED = 60
# Further back than this from the first report, a day is the history behind the story.
_HISTORY_DAYS = 370
# Further ahead than this, a planned day is the setting of the story and not its next step.
_AHEAD_DAYS = 14


@dataclass(frozen=True, slots=True)
class Coverage:
    """The story the happenings belong to: how many reports, and the days of the first and the last."""

    reports: int
    first: date | None
    last: date | None


def importance(happening: Happening, story: Coverage, disputed: bool) -> float:
    """How much of the story the happening is: carried by many, led with, dated, disputed."""
    tellings = happening.tellings
    leads = sum(t.lead for t in tellings)
    value = _OUTLET * log2(len(happening.outlets)) + _ARTICLE * log2(len(happening.articles))
    value += _LEAD * (1 + log2(leads)) if leads else 0.0
    value += _DEED * any(t.kinds - {"OTHER"} for t in tellings)
    value += _SAID * any(s.source for t in tellings for s in t.statements)
    value += _DISPUTED * disputed
    value += _CENTRAL * happening.centrality
    value += _LEANING * all(leans(sentence) for t in tellings for sentence in t.sentences)
    value += _DEPTH * log2(1 + story.reports) * min(t.place for t in tellings)
    return value + _dated(happening, story)


def _dated(happening: Happening, story: Coverage) -> float:
    """What its day adds: a stated one near the reports most, one long gone or far ahead least."""
    when = happening.when
    if when.date is None or (story.first and _days_before(when.date, story.first) > _HISTORY_DAYS):
        return _OLD
    value = _BROAD[when.granularity] * log2(1 + story.reports)
    if when.dated in ("stated", "planned"):
        value += _STATED
    elif when.dated == "as-of" and all(t.article.published is None for t in happening.tellings):
        value += _GUESSED
    if story.last and _days_before(when.date, story.last) < -_AHEAD_DAYS:
        value += _FAR
    return value


def told_twice(
    happenings: Sequence[Happening], weights: Sequence[float], disputes: Mapping[int, Sequence[Difference]]
) -> frozenset[int]:
    """The happenings that another, heavier one tells on another day: that one shows both days."""
    holder = {
        (telling.article.id, sentence.span): number
        for number, happening in enumerate(happenings)
        for telling in happening.tellings
        for sentence in telling.sentences
    }
    again = set()
    for number, differences in disputes.items():
        for other in (d.evidence[-1] for d in differences if d.slot == "day"):
            rival = holder.get((other.article, other.span), number)
            if (weights[rival], -rival) > (weights[number], -number):
                again.add(number)
    return frozenset(again)


def choose(
    happenings: Sequence[Happening],
    weights: Sequence[float],
    lines: int | None,
    without: frozenset[int] = frozenset(),
) -> dict[int, float]:
    """The numbers of at most `lines` happenings, the most important first, each with what it is worth.

    Each line of a day makes the next of that day worth less, and one alike to it less again, so that a
    day on which much was printed doesn't push the others out; the first ten by worth are what ten lines
    would be. Few reports fill fewer lines; what is told only in passing is left out where there is more
    than enough, and so is what stands in `without` and what tells nothing by itself. Where `lines` is None
    every happening is there.
    """
    empty = {n for n, happening in enumerate(happenings) if _tells_nothing(happening)}
    left = _not_passing(happenings, weights) - without - empty or set(range(len(happenings)))
    if lines is None:
        kept = dict(_picked(happenings, weights, left, _RANKED))
        last = min(kept.values(), default=0.0)
        return kept | {n: min(last, weights[n]) for n in range(len(happenings)) if n not in kept}
    most = min(lines, max(_READ_ANYWAY, ceil(_WORTH_A_LINE * len(happenings))))
    return dict(_picked(happenings, weights, left, most))


def _tells_nothing(happening: Happening) -> bool:
    """Whether it only points at other news, or tells of nothing that has happened."""
    return all(
        points(sentence) or has("no_news", sentence.text)
        for telling in happening.tellings
        for sentence in telling.sentences
    )


def _not_passing(happenings: Sequence[Happening], weights: Sequence[float]) -> set[int]:
    """The happenings that are not told in passing only; of a few, all but the history behind them."""
    if len(happenings) <= _READ_ANYWAY:
        return {n for n, weight in enumerate(weights) if weight >= _OLD / 2}
    reports = len({telling.article.id for happening in happenings for telling in happening.tellings})
    least = _PASSING * max(0.0, log2((1 + reports) / (1 + _FEW)))
    told = {h.when.date for h, weight in zip(happenings, weights, strict=True) if weight >= least}

    def asked(when: When) -> float:
        alone = when.dated == "stated" and when.granularity == "day" and when.date not in told
        return least - _ONLY_DAY * alone

    return {n for n, weight in enumerate(weights) if weight >= asked(happenings[n].when)}


def _picked(
    happenings: Sequence[Happening], weights: Sequence[float], left: set[int], most: int
) -> Iterator[tuple[int, float]]:
    """The one worth most, again and again, with its worth."""
    sameness = Sameness([h.tellings[0] for h in happenings])
    alike = [0.0] * len(happenings)
    crowd: Counter[str | None] = Counter()

    def worth(number: int) -> tuple[float, int]:
        when = happenings[number].when
        value = weights[number]
        if value > 0:
            value *= (1 - alike[number]) / (1 + _CROWD * crowd[when.date])
        if when.dated in ("stated", "planned") and not crowd[when.date]:
            value += _NEW_DAY
        return value, -number

    for _ in range(min(most, len(left))):
        best = max(left, key=worth)
        yield best, worth(best)[0]
        left = left - {best}
        crowd[happenings[best].when.date] += 1
        for n in left:
            if _near(happenings[n].when, happenings[best].when):
                alike[n] = max(alike[n], sameness.of(n, best))


def _near(one: When, other: When) -> bool:
    """Whether two stand on one day, or on days so near that they may tell one thing twice."""
    if one.date is None or other.date is None or {one.granularity, other.granularity} != {"day"}:
        return one.date == other.date
    gap = date.fromisoformat(one.date) - date.fromisoformat(other.date)
    return abs(gap.days) <= 1


def _days_before(day: str, first: date) -> int:
    full = date.fromisoformat((day + "-01-01")[:10] if len(day) == 4 else (day + "-01")[:10])
    return (first - full).days
