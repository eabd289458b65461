"""The three Bengali calendars: known days, both ways, and what they refuse."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutro.bangla.calendars.bengali import (
    CALENDARS,
    FIRST_YEAR,
    LAST_YEAR,
    BengaliDate,
    Calendar,
    calendars_matching,
    month_length,
    to_bengali,
    to_gregorian,
)
from shutro.errors import CalendarError

KNOWN = [
    # Pohela Boishakh: 14 April in Bangladesh, a day later in most years in West Bengal.
    (BengaliDate(1432, 1, 1), "bd-2019", "2025-04-14"),
    (BengaliDate(1432, 1, 1), "wb", "2025-04-15"),
    (BengaliDate(1431, 1, 1), "wb", "2024-04-14"),
    # The days the reform of 2019 was made for stand where they stood in 1952 and 1971.
    (BengaliDate(1426, 11, 8), "bd-2019", "2020-02-21"),
    (BengaliDate(1426, 12, 12), "bd-2019", "2020-03-26"),
    (BengaliDate(1426, 9, 1), "bd-2019", "2019-12-16"),
    (BengaliDate(1425, 11, 9), "bd-1987", "2019-02-21"),
    # Falgun of a leap year.
    (BengaliDate(1430, 11, 30), "bd-2019", "2024-03-14"),
    (BengaliDate(1430, 11, 31), "bd-1987", "2024-03-14"),
    (BengaliDate(1430, 12, 1), "bd-2019", "2024-03-15"),
]


@pytest.mark.parametrize(("bengali", "calendar", "gregorian"), KNOWN)
def test_known_days(bengali: BengaliDate, calendar: Calendar, gregorian: str) -> None:
    assert to_gregorian(bengali, calendar).isoformat() == gregorian
    assert to_bengali(date.fromisoformat(gregorian), calendar) == bengali


@given(
    day=st.dates(date(FIRST_YEAR + 593, 5, 1), date(LAST_YEAR + 593, 12, 31)),
    calendar=st.sampled_from(CALENDARS),
)
def test_every_day_goes_there_and_back(day: date, calendar: Calendar) -> None:
    assert to_gregorian(to_bengali(day, calendar), calendar) == day


@pytest.mark.parametrize("calendar", CALENDARS)
def test_every_month_of_every_year_follows_the_one_before(calendar: Calendar) -> None:
    for year in range(FIRST_YEAR, LAST_YEAR):
        for month in range(1, 13):
            last = to_gregorian(BengaliDate(year, month, month_length(year, month, calendar)), calendar)
            following = to_gregorian(BengaliDate(year + month // 12, month % 12 + 1, 1), calendar)
            assert (following - last).days == 1
            assert 29 <= month_length(year, month, calendar) <= 32


def test_which_calendar_makes_a_printed_pair_true() -> None:
    assert calendars_matching(BengaliDate(1432, 8, 5), date(2025, 11, 20)) == ("bd-2019",)
    assert calendars_matching(BengaliDate(1432, 8, 5), date(2025, 11, 19)) == ("bd-1987",)
    assert calendars_matching(BengaliDate(1432, 2, 1), date(2025, 5, 15)) == CALENDARS
    assert calendars_matching(BengaliDate(1432, 8, 5), date(2025, 11, 1)) == ()
    assert calendars_matching(BengaliDate(1432, 8, 35), date(2025, 11, 20)) == ()


@pytest.mark.parametrize(
    ("bengali", "calendar"),
    [
        (BengaliDate(1432, 11, 30), "bd-2019"),
        (BengaliDate(1432, 7, 31), "bd-2019"),
        (BengaliDate(1432, 6, 31), "bd-1987"),
        (BengaliDate(1432, 13, 1), "bd-2019"),
        (BengaliDate(1432, 1, 0), "wb"),
        (BengaliDate(1299, 1, 1), "bd-2019"),
        (BengaliDate(1501, 1, 1), "wb"),
        (BengaliDate(1432, 1, 1), "hijri"),
    ],
)
def test_a_day_that_is_not_there_is_refused(bengali: BengaliDate, calendar: Calendar) -> None:
    with pytest.raises(CalendarError):
        to_gregorian(bengali, calendar)


def test_days_outside_the_known_years_are_refused() -> None:
    with pytest.raises(CalendarError, match="1299"):
        to_bengali(date(1893, 4, 1), "bd-2019")
    with pytest.raises(CalendarError, match="hijri"):
        to_bengali(date(2025, 4, 1), "hijri")  # type: ignore[arg-type]


def test_month_names() -> None:
    assert BengaliDate(1432, 9, 14).month_name == "পৌষ"
    with pytest.raises(CalendarError):
        _ = BengaliDate(1432, 0, 14).month_name
