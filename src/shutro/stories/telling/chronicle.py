"""The years of a chronicle: `২০২২ সালের ১১ জুন … ২৪ জুন … ওই বছরের ২২ আগস্ট … ১১ জানুয়ারি`.

A report counts a day without a year from its own printing. Where it looks back it names a year once
and then goes on by days; those belong to the year that was named, or, where they would step back, to
the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

import regex

from shutro.bangla.times import TimeExpression
from shutro.span import Span
from shutro.stories.telling.discourse import has

_DAY: Final = regex.compile(r"(?:\d{4}|XXXX)-(\d{2})-(\d{2})")
_YEAR: Final = regex.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
# The grammar's rules for a day and a month that leave the year open.
_YEARLESS: Final = frozenset({"day and month", "day and time", "month and day"})
# A day this near to the printing is news, whatever year was named before.
_NEWS_DAYS: Final = 45
# A chronicle has ended when so many sentences name no time.
_SILENCE: Final = 3


def chronicle(
    times: Sequence[TimeExpression], sentences: Sequence[Span], at: date | None
) -> list[TimeExpression]:
    """The times of an article in order, days that a chronicle told moved into its year.

    `at` is the day the article counts from. A moved time has no `anchor`.
    """
    if at is None:
        return list(times)
    return list(_moved(times, sentences, at))


def _moved(times: Sequence[TimeExpression], sentences: Sequence[Span], at: date) -> Iterator[TimeExpression]:
    reached: date | None = None  # the last day of the chronicle that is being told
    moved: dict[str, date] = {}  # days as counted from the printing, and where they were moved
    number = last = 0
    for time in times:
        while number + 1 < len(sentences) and sentences[number].end <= time.start:
            number += 1
        if number - last > _SILENCE:
            reached = None
        named = _YEAR.match(time.value or "")
        back = has("same_year", time.text)
        if reached and (back or time.rule in _YEARLESS) and (day := _told(time, reached, at, back)):
            yield _at(time, day)
            moved[time.value[:10]] = reached = day
            last = number
            continue
        if time.anchor in moved and (counted := _counted(time)):  # `the same day`, `the day after`
            yield _at(time, moved[time.anchor] + (counted - date.fromisoformat(time.anchor)))
            continue
        if named and time.anchor is None and int(named[1]) <= at.year and time.type in ("DATE", "TIME"):
            reached = _first_day(named)
            last = number
        elif has("counted", time.text):
            reached = None  # a day counted from the printing: the report speaks of the news again
        yield time


def _told(time: TimeExpression, reached: date, at: date, back: bool) -> date | None:
    """The day in the chronicle's year, `back` in the very year it has reached; None for one of the news."""
    found = _DAY.match(time.value or "")
    if found is None or has("counted", time.text):
        return None
    counted = _counted(time)
    if counted and not back and abs((counted - at).days) <= _NEWS_DAYS:
        return None
    day = _day(reached.year, found)
    if day and day < reached and not back:
        day = _day(reached.year + 1, found)
    return day if day and day <= at else None


def _at(time: TimeExpression, day: date) -> TimeExpression:
    return replace(time, value=day.isoformat() + time.value[10:], anchor=None)


def _counted(time: TimeExpression) -> date | None:
    found = _DAY.match(time.value or "")
    return _day(int(time.value[:4]), found) if found and time.value[:4].isdigit() else None


def _first_day(named: regex.Match[str]) -> date | None:
    return _day_of(int(named[1]), int(named[2] or 1), int(named[3] or 1))


def _day(year: int, found: regex.Match[str]) -> date | None:
    return _day_of(year, int(found[1]), int(found[2]))


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # the 29th of February of another year
        return None
