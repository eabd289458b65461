"""The hours of a day just told: `বৃহস্পতিবার রাত ৯টায় আগুন লাগে। রাত ১১টায় আগুন নেভে।`

A clock time without a day is counted from the printing. Where the sentence before it, in the same
paragraph, tells of an earlier day, the hour is of that day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import regex

from shutro.bangla.times import TimeExpression
from shutro.span import Span

# The grammar's rules for an hour or a part of the day that leave the day open.
_HOURS: Final = frozenset(
    {
        "clock with part of day",
        "hour with part of day",
        "part of day, two words",
        "clock",
        "clock by its neighbour",
    }
)
_MOMENT: Final = regex.compile(r"(\d{4}-\d{2}-\d{2})(?:T(.+))?")
# After an evening, an hour of the small hours is of the next day.
_LATE: Final = frozenset({"EV", "NI"})
_EVENING, _SMALL = "18:00", "07:00"


def hours(times: Sequence[TimeExpression], sentences: Sequence[Span], text: str) -> list[TimeExpression]:
    """The times of an article in order, bare hours moved to the day that the sentence before has told."""
    return list(_moved(times, sentences, text))


def _moved(times: Sequence[TimeExpression], sentences: Sequence[Span], text: str) -> Iterator[TimeExpression]:
    before: TimeExpression | None = None  # what the last sentence tells of its day and hour
    here: TimeExpression | None = None
    number = 0
    for time in times:
        at = number
        while at + 1 < len(sentences) and sentences[at].end <= time.start:
            at += 1
        if at != number:
            near = at == number + 1 and "\n" not in text[sentences[number].end : sentences[at].start]
            before, here, number = here if near else None, None, at
        if time.rule in _HOURS and before is not None and here is None:
            time = _on_the_day(time, before)
        if time.type in ("DATE", "TIME") and _MOMENT.fullmatch(time.value or ""):
            here = time
        yield time


def _on_the_day(time: TimeExpression, told: TimeExpression) -> TimeExpression:
    """The hour on the day that was told, or in the night after; as it is where that would be ahead."""
    counted, day = _MOMENT.fullmatch(time.value or ""), _MOMENT.fullmatch(told.value or "")
    if counted is None or day is None:
        return time
    on = date.fromisoformat(day[1]) + timedelta(_late(day[2]) and _early(counted[2]))
    if on.isoformat() >= counted[1]:
        return time
    return replace(time, value=f"{on.isoformat()}T{counted[2]}")


def _late(hour: str | None) -> bool:
    return hour is not None and (hour in _LATE or (":" in hour and hour >= _EVENING))


def _early(hour: str | None) -> bool:
    return hour is not None and (hour == "MO" or (":" in hour and hour < _SMALL))
