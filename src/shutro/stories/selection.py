"""Which happenings a reader with little time must see."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import log2

from shutro.stories.happenings import Happening
from shutro.stories.sameness import Sameness
from shutro.stories.tellings import Telling

# What each sign adds to the importance of a happening; reasoned, in steps of a tenth.
_OUTLET = 1.0
_ARTICLE = 0.4
_LEAD = 1.0
_STATED = 0.6
_DEED = 0.3
_SAID = 0.3
_DISPUTED = 0.6
_DEPTH = -0.6
_BROAD = -0.2
_OLD = -2.0
_ALIKE = -1.2
_NEW_DAY = 0.5
# Further back than this from the first report, a day is the history behind the story.
_HISTORY_DAYS = 370


def importance(happening: Happening, first: date | None, disputed: bool) -> float:
    """How much of the story the happening is: carried by many, led with, dated, disputed.

    `first` is the day of the earliest report.
    """
    tellings = happening.tellings
    leads = sum(t.lead for t in tellings)
    value = _OUTLET * log2(len(happening.outlets)) + _ARTICLE * log2(len(happening.articles))
    value += _LEAD * (1 + log2(leads)) if leads else 0.0
    value += _STATED * (happening.when.dated in ("stated", "planned"))
    value += _DEED * any(t.kinds - {"OTHER"} for t in tellings)
    value += _SAID * any(s.source for t in tellings for s in t.statements)
    value += _DISPUTED * disputed
    value += _DEPTH * min(t.place for t in tellings)
    value += _BROAD * (happening.when.granularity == "month") + 6 * _BROAD * (
        happening.when.granularity == "year"
    )
    if happening.when.date is None or (first and _days_before(happening.when.date, first) > _HISTORY_DAYS):
        value += _OLD
    return value


def choose(happenings: Sequence[Happening], weights: Sequence[float], lines: int) -> list[int]:
    """The numbers of at most `lines` happenings, the most important first, with little said twice.

    A happening alike to a chosen one of its day loses by its sameness; the first of its day gains.
    """
    tellings: list[Telling] = [h.tellings[0] for h in happenings]
    sameness = Sameness(tellings)
    left = set(range(len(happenings)))
    chosen: list[int] = []
    alike = [0.0] * len(happenings)
    days: set[str | None] = set()
    while left and len(chosen) < lines:
        best = max(
            left,
            key=lambda n: (
                weights[n] + _ALIKE * alike[n] + _NEW_DAY * (happenings[n].when.date not in days),
                -n,
            ),
        )
        left.discard(best)
        chosen.append(best)
        days.add(happenings[best].when.date)
        for n in left:
            if happenings[n].when.date == happenings[best].when.date:
                alike[n] = max(alike[n], sameness.of(n, best))
    return chosen


def _days_before(day: str, first: date) -> int:
    full = date.fromisoformat((day + "-01-01")[:10] if len(day) == 4 else (day + "-01")[:10])
    return (first - full).days
