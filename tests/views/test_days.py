from datetime import date, datetime, timedelta, timezone

import pytest

from shutro.model import Entry, Granularity, Stamp
from shutro.views.days import bengali_day, between, entry_bengali, entry_day, long_day, moment, short_day
from shutro.views.labels import labels

BN, EN = labels("bn"), labels("en")


def entry(day: str | None, granularity: Granularity = "day") -> Entry:
    return Entry(day, granularity, "stated", "", ())


@pytest.mark.parametrize(
    ("day", "granularity", "bangla", "english"),
    [
        ("2025-02-02", "day", "রোববার, ২ ফেব্রুয়ারি ২০২৫", "Sunday 2 February 2025"),
        ("2024-08", "month", "আগস্ট ২০২৪", "August 2024"),
        ("1971", "year", "১৯৭১", "1971"),
        (None, "day", "দিন জানা যায়নি", "Day unknown"),
    ],
)
def test_a_day_is_shown_by_its_granularity(
    day: str | None, granularity: Granularity, bangla: str, english: str
) -> None:
    assert entry_day(entry(day, granularity), BN) == bangla
    assert entry_day(entry(day, granularity), EN) == english


def test_the_bengali_day_is_that_of_the_calendar_in_force() -> None:
    assert bengali_day(date(2025, 11, 20), BN) == "৫ অগ্রহায়ণ ১৪৩২"
    assert bengali_day(date(2015, 11, 20), BN) == "৬ অগ্রহায়ণ ১৪২২"
    assert bengali_day(date(2025, 2, 2), EN) == "19 Magh 1431"


def test_a_printed_bengali_day_is_shown_by_the_calendar_that_makes_it_true() -> None:
    assert bengali_day(date(2025, 11, 20), BN, "bd-1987") == "৬ অগ্রহায়ণ ১৪৩২"


def test_only_a_single_day_has_a_bengali_day() -> None:
    assert entry_bengali(entry("2025-02", "month"), BN) is None
    assert entry_bengali(entry(None), BN) is None
    assert bengali_day(date(1800, 1, 1), BN) is None


def test_the_clock_is_shown_only_where_one_is_known() -> None:
    at = datetime(2025, 2, 3, 9, 5, tzinfo=timezone(timedelta(hours=6)))
    assert moment(Stamp(at, "", "published", ""), BN) == "৩ ফেব্রুয়ারি ২০২৫, ০৯:০৫"
    assert moment(Stamp(at.date(), "", "published", ""), EN) == "3 February 2025"
    assert short_day(at.date(), EN) == "3 February 2025"
    assert long_day(at.date(), BN) == "সোমবার, ৩ ফেব্রুয়ারি ২০২৫"


@pytest.mark.parametrize(
    ("first", "last", "bangla", "english"),
    [
        (date(2025, 2, 2), date(2025, 2, 21), "২ ফেব্রুয়ারি – ২১ ফেব্রুয়ারি ২০২৫", "2 February – 21 February 2025"),
        (date(2024, 5, 30), date(2025, 5, 2), "৩০ মে ২০২৪ – ২ মে ২০২৫", "30 May 2024 – 2 May 2025"),
        (date(2025, 2, 2), None, "২ ফেব্রুয়ারি ২০২৫", "2 February 2025"),
        (None, None, "প্রকাশের তারিখ জানা যায়নি", "publication date unknown"),
    ],
)  # fmt: skip
def test_of_two_days_of_a_year_the_year_is_said_once(
    first: date | None, last: date | None, bangla: str, english: str
) -> None:
    assert (between(first, last, BN), between(first, last, EN)) == (bangla, english)
