"""The three Bengali calendars, both ways.

    bd-2019  Bangladesh since 16 October 2019: six months of 31 days, then 30; Falgun 29, or 30 when
             its Gregorian year is a leap year.
    bd-1987  Bangladesh 1987-2019: five months of 31 days, then 30; Falgun 31 in a leap year.
    wb       West Bengal, sidereal (`sidereal.py`), true to within the day that almanacs differ by.

Both calendars of Bangladesh begin their year on 14 April. Papers go on printing the older one, so
every date can be read in each: `calendars_matching` tells which of them makes a printed pair true.
"""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from shutro.bangla.calendars.names import BENGALI_MONTHS
from shutro.bangla.calendars.sidereal import month_start
from shutro.errors import CalendarError

Calendar = Literal["bd-2019", "bd-1987", "wb"]
CALENDARS: tuple[Calendar, ...] = get_args(Calendar)
FIRST_YEAR, LAST_YEAR = 1300, 1500
REFORM = date(2019, 10, 16)


@dataclass(frozen=True, slots=True, order=True)
class BengaliDate:
    """A day of a Bengali calendar; `month` 1 is Boishakh. Which calendar is said beside it."""

    year: int
    month: int
    day: int

    @property
    def month_name(self) -> str:
        """The month's name in today's spelling."""
        if not 1 <= self.month <= 12:
            raise CalendarError(f"there is no Bengali month {self.month}")
        return BENGALI_MONTHS[self.month - 1]


def _lengths(year: int, calendar: Calendar) -> tuple[int, ...]:
    """The days of each month. Falgun lies in February and March, 594 years ahead."""
    leap = isleap(year + 594)
    if calendar == "bd-2019":
        return (31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30 if leap else 29, 30)
    return (31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 31 if leap else 30, 30)


def _check(calendar: str, year: int) -> None:
    if calendar not in CALENDARS:
        raise CalendarError(f"there is no calendar {calendar!r}; known are {', '.join(CALENDARS)}")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise CalendarError(f"the Bengali year {year} lies outside {FIRST_YEAR}-{LAST_YEAR}")


def _first(year: int, month: int, calendar: Calendar) -> date:
    if calendar == "wb":
        return month_start(year, month)
    return date(year + 593, 4, 14) + timedelta(days=sum(_lengths(year, calendar)[: month - 1]))


def month_length(year: int, month: int, calendar: Calendar) -> int:
    """How many days the month has. Raises CalendarError for a month or year that is not there."""
    _check(calendar, year)
    if not 1 <= month <= 12:
        raise CalendarError(f"there is no Bengali month {month}")
    if calendar != "wb":
        return _lengths(year, calendar)[month - 1]
    following = month_start(year + month // 12, month % 12 + 1)
    return (following - month_start(year, month)).days


def to_gregorian(day: BengaliDate, calendar: Calendar) -> date:
    """The Gregorian day. Raises CalendarError for a day that the calendar does not have."""
    length = month_length(day.year, day.month, calendar)
    if not 1 <= day.day <= length:
        raise CalendarError(f"{day.month_name} {day.year} has {length} days in {calendar}, not {day.day}")
    return _first(day.year, day.month, calendar) + timedelta(days=day.day - 1)


def in_force(day: date) -> Calendar:
    """The Bengali calendar of Bangladesh on that day."""
    return "bd-2019" if day >= REFORM else "bd-1987"


def in_force_in(year: int, month: int) -> Calendar:
    """The calendar of Bangladesh in force in that month of it. Raises as `to_gregorian`."""
    return in_force(to_gregorian(BengaliDate(year, month, 1), "bd-2019"))


def to_bengali(day: date, calendar: Calendar) -> BengaliDate:
    """The Bengali day. Raises CalendarError outside the years 1300-1500."""
    year = day.year - 593
    if calendar in CALENDARS and 0 < year < 9000 and day < _first(year, 1, calendar):
        year -= 1
    _check(calendar, year)
    month = next(m for m in range(12, 0, -1) if _first(year, m, calendar) <= day)
    return BengaliDate(year, month, (day - _first(year, month, calendar)).days + 1)


def calendars_matching(bengali: BengaliDate, gregorian: date) -> tuple[Calendar, ...]:
    """The calendars in which the two are the same day, today's first; empty when none is."""
    matching: list[Calendar] = []
    for calendar in CALENDARS:
        try:
            if to_gregorian(bengali, calendar) == gregorian:
                matching.append(calendar)
        except CalendarError:
            continue
    return tuple(matching)
