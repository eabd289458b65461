"""Date lines in the orders that sites print them: the moment, its role, its calendar, its zone."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutro.model import Role, Stamp
from shutro.reading.datelines.datelines import DHAKA, KOLKATA, dateline, may_be_dateline

CAPTURED = datetime(2026, 1, 20, 12, 0, tzinfo=DHAKA)


def only(text: str, captured: datetime | None = None) -> Stamp:
    (stamp,) = dateline(text, captured=captured)
    return stamp


@pytest.mark.parametrize(
    ("text", "value", "role"),
    [
        ("প্রকাশ: ১২ মে ২০২৪, ১০:৩০ এএম", "2024-05-12T10:30:00", "published"),
        ("প্রকাশিত : ০৮:১৫ পিএম, ১২ মে ২০২৪ রোববার", "2024-05-12T20:15:00", "published"),
        ("প্রকাশ: ১২ মে ২০২৪, ১০: ৩০", "2024-05-12T10:30:00", "published"),
        ("প্রকাশ: ২০ ফেব্রুয়ারি ২০২০, ১২-০১ এএম", "2020-02-20T00:01:00", "published"),
        ("প্রকাশ: ২০ ফেব্রুয়ারি ২০২০, ৩ঃ৪৫ পিএম", "2020-02-20T15:45:00", "published"),
        ("প্রকাশিতঃ মে ১৩, ২০২৪, ৮:০০ এ.এম", "2024-05-13T08:00:00", "published"),
        ("বাংলাদেশ সময়: ১৬৩৪ ঘণ্টা, সেপ্টেম্বর ১২, ২০২৩", "2023-09-12T16:34:00+06:00", "published"),
        ("প্রকাশিত : সকাল ১০:১৫ টা, ১২ মে ২০২৪", "2024-05-12T10:15:00", "published"),
        ("রাত ১২:১০, ১২ মে ২০২৪", "2024-05-12T00:10:00", "published"),
        ("প্রকাশের সময়: মঙ্গলবার, ১২ মার্চ, ২০২৪, ১২:১৫ দুপুর", "2024-03-12T12:15:00", "published"),
        ("পোস্ট করা হয়েছে: মে ১২, ২০২৪ ১২:১৫ অপরাহ্ণ", "2024-05-12T12:15:00", "published"),
        ("আপলোড সময় : ১৪-০৫-২০২৪ ১০:১৫:৩৩ পূর্বাহ্ন", "2024-05-14T10:15:33", "published"),
        ("১২ মে ২০২৪", "2024-05-12", "published"),
        ("১২/০৫/২০২৪ ইং", "2024-05-12", "published"),
        ("২০২৪/০৫/১২", "2024-05-12", "published"),
        ("12 মে 20২৪", "2024-05-12", "published"),
        ("Posted on May 14, 2024 by admin", "2024-05-14", "published"),
        ("নিজস্ব প্রতিবেদক | ১২ মে ২০২৪", "2024-05-12", "published"),
        ("চট্টগ্রাম, ১২ মে ২০২৪", "2024-05-12", "published"),
        ("১৪ মে ২০২৪ প্রকাশিত", "2024-05-14", "published"),
        ("সর্বশেষ আপডেট: রোববার, ১২ মে, ২০২৪, ০৩:৪৫ অপরাহ্ণ", "2024-05-12T15:45:00", "updated"),
        ("হালনাগাদ : ১২ মে ২০২৪", "2024-05-12", "updated"),
        ("Last Update: 14/05/2024 10:15", "2024-05-14T10:15:00", "updated"),
        ("প্রিন্ট: ১৪ মে ২০২৪, ০৯:০০", "2024-05-14T09:00:00", "printed"),
        ("আজঃ রবিবার ১২ মে ২০২৪", "2024-05-12", "page"),
        ("ঢাকা, রবিবার, ১২ মে ২০২৪", "2024-05-12", "page"),
        ("আবেদনের শেষ তারিখ: ১২ মে ২০২৪", "2024-05-12", "event"),
        ("২০২৪ সালের ১২ মে", "2024-05-12", "event"),
        ("১২ মে ২০২৪ বিকেল ৫টায়", "2024-05-12T17:00:00", "event"),
        ("2024-05-12T10:15:00+06:00", "2024-05-12T10:15:00+06:00", "published"),
        ("2024-05-12 10:15:00", "2024-05-12T10:15:00", "published"),
    ],
)
def test_a_line_gives_its_moment_and_role(text: str, value: str, role: Role) -> None:
    stamp = only(text)
    assert (stamp.isoformat(), stamp.role) == (value, role)


def test_one_line_may_carry_several_stamps_even_glued() -> None:
    line = "১২ মে ২০২৪, ১৫:০১আপডেট : ১৩ মে ২০২৪, ০৭:১০"
    first, second = dateline(line)
    assert (first.role, first.isoformat()) == ("published", "2024-05-12T15:01:00")
    assert (second.role, second.isoformat()) == ("updated", "2024-05-13T07:10:00")
    assert [s.span.of(line) for s in (first, second) if s.span] == [first.text, second.text]
    assert first.text == "১২ মে ২০২৪, ১৫:০১"


def test_the_time_of_printing_is_not_the_time_of_publication() -> None:
    stamps = dateline("প্রিন্ট: ১৪ মে ২০২৪, ০৯:০০ || প্রকাশ: ১২ মে ২০২৪, ১০:৩০")
    assert [(s.role, s.day) for s in stamps] == [
        ("printed", date(2024, 5, 14)),
        ("published", date(2024, 5, 12)),
    ]


# -- relative lines --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("৩ ঘণ্টা আগে", "2026-01-20T09:00:00+06:00"),
        ("২৯ মিনিট আগে", "2026-01-20T11:31:00+06:00"),
        ("২ দিন আগে", "2026-01-18"),
        ("১ সপ্তাহ আগে", "2026-01-13"),
        ("এইমাত্র", "2026-01-20T12:00:00+06:00"),
    ],
)
def test_relative_lines_count_from_the_capture(text: str, value: str) -> None:
    assert only(text, CAPTURED).isoformat() == value


@pytest.mark.parametrize("text", ["৩ ঘণ্টা আগে", "২ দিন আগে", "সোমবার (১২ মে)"])
def test_without_a_capture_time_they_stay_unknown(text: str) -> None:
    assert dateline(text) == []


def test_a_day_without_a_year_is_an_events_near_the_capture() -> None:
    stamp = only("সোমবার (১২ জানুয়ারি)", CAPTURED)
    assert (stamp.value, stamp.role) == (date(2026, 1, 12), "event")


# -- calendars -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "calendar"),
    [
        ("বৃহস্পতিবার, ২০ নভেম্বর ২০২৫, ৫ অগ্রহায়ণ ১৪৩২ বঙ্গাব্দ", "bd-2019"),
        ("বুধবার, ১৯ নভেম্বর ২০২৫, ৫ অগ্রহায়ণ ১৪৩২", "bd-1987"),
        ("রবিবার, ১২ মে ২০২৪, ২৯ বৈশাখ, ১৪৩১, ৩ জিলকদ ১৪৪৫ হিজরি", "bd-2019"),
        ("১২ মে ২০২৪, ১০:৩০", None),
    ],
)
def test_a_printed_pair_names_the_calendar_that_makes_it_true(text: str, calendar: str | None) -> None:
    assert only(text).calendar == calendar


def test_a_pair_that_no_calendar_makes_true_is_told() -> None:
    stamp = only("বৃহস্পতিবার, ২০ নভেম্বর ২০২৫, ১৫ অগ্রহায়ণ ১৪৩২")
    assert (stamp.day, stamp.calendar) == (date(2025, 11, 20), None)
    assert stamp.note == "the Bengali date printed, 15 অগ্রহায়ণ 1432, is another day"


def test_a_wrong_weekday_is_told() -> None:
    assert only("প্রকাশ: সোমবার, ১২ মে ২০২৪").note == "the weekday printed is another"


def test_a_bengali_date_alone_is_read_in_every_calendar_that_it_may_be_of() -> None:
    stamps = dateline("৫ অগ্রহায়ণ ১৪৩২ বঙ্গাব্দ")
    assert [(s.isoformat(), s.calendar) for s in stamps] == [
        ("2025-11-20", "bd-2019"),
        ("2025-11-19", "bd-1987"),
        ("2025-11-21", "wb"),
    ]
    assert all(s.inferred for s in stamps)
    agreed = only("১৫ বৈশাখ ১৪৩১")
    assert (agreed.isoformat(), agreed.inferred) == ("2024-04-28", False)


def test_a_weekday_beside_it_tells_which() -> None:
    assert only("বুধবার, ৫ অগ্রহায়ণ ১৪৩২").calendar == "bd-1987"


# -- zones -----------------------------------------------------------------------------------------


def test_a_clock_without_a_zone_is_naive_until_the_outlet_is_known() -> None:
    line = "প্রকাশ: ১২ মে ২০২৪, ১০:৩০"
    assert only(line).value == datetime(2024, 5, 12, 10, 30)
    (known,) = dateline(line, zone=DHAKA)
    assert known.value == datetime(2024, 5, 12, 4, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Published: 12 May 2024 10:15 AM BdST", DHAKA),
        ("১২ মে ২০২৪ ১০:১৫ IST", KOLKATA),
        ("ঢাকা, ১২ মে ২০২৪, ১০:১৫", DHAKA),
        ("12/05/2024 10:15 GMT+6", DHAKA),
        ("12/05/2024 10:15 UTC", UTC),
        ("12/05/2024 10:15 GMT-3", timezone(timedelta(hours=-3))),
    ],
)
def test_a_zone_that_the_line_states_wins(text: str, zone: timezone) -> None:
    for outlet in (None, KOLKATA):
        (stamp,) = dateline(text, zone=outlet)
        assert isinstance(stamp.value, datetime)
        assert stamp.value.utcoffset() == zone.utcoffset(None)


def test_a_clock_that_does_not_tell_morning_from_evening_is_left_out() -> None:
    stamp = only("প্রতিনিধি ১২ মে ২০২৪, ৫:১২")
    assert stamp.value == date(2024, 5, 12)
    assert stamp.note == "the clock does not tell morning from evening"


# -- lines that are none ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ফন্ট সাইজ",
        "৭ জন দেখেছেন",
        "১,২৩৪ বার পঠিত",
        "তিনি ভালো আছেন।",
        "প্রকাশ করা হয়নি",
        "৩১ ফেব্রুয়ারি ২০২৪",
        "সকাল ১০:১৫",
        "সরকার পতনের পর ২০২৪ সালের ৮ আগস্ট নতুন সরকার শপথ নেয় এবং দেশ চালানোর ভার পায় বলে তারা মনে করেন",
        "x" * 5000 + " ১২ মে ২০২৪",
    ],
)
def test_other_lines_give_nothing(text: str) -> None:
    assert dateline(text, captured=CAPTURED) == []


def test_the_cheap_question_never_hides_a_line() -> None:
    assert may_be_dateline("প্রকাশ: ১২ মে ২০২৪")
    assert may_be_dateline("Updated: 12 May 2024")
    assert not may_be_dateline("আরও পড়ুন")


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "প্রকাশ",
                ":",
                "আপডেট",
                "১২",
                "মে",
                "২০২৪",
                "রোববার",
                "২৯",
                "বৈশাখ",
                "১৪৩১",
                "১০:৩০",
                "পিএম",
                "রাত",
                "৯৯",
                "|",
                ",",
                "ঢাকা",
                "আগে",
                "ঘণ্টা",
                "হিজরি",
                "রজব",
                "GMT+6",
                "১২/০৫/২০২৪",
                "২৫:৭০",
                "আজ",
                "সালের",
            ]
        ),
        max_size=10,
    ).map(" ".join),
    st.sampled_from([None, CAPTURED]),
)
def test_any_line_is_read_without_error_and_quotes_itself(line: str, captured: datetime | None) -> None:
    for stamp in dateline(line, captured=captured):
        assert stamp.span is not None
        assert stamp.span.of(line) == stamp.text


def test_reading_a_line_does_not_move_with_the_clock_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    before = dateline("৫ অগ্রহায়ণ, সোমবার", captured=CAPTURED)
    monkeypatch.setattr(time, "time", lambda: 0.0)
    assert dateline("৫ অগ্রহায়ণ, সোমবার", captured=CAPTURED) == before


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("গতকাল, ০৫:৩০ পিএম", "2026-01-19T17:30:00"),
        ("আজ, ১০:৩০ এএম", "2026-01-20T10:30:00"),
        ("১১ জানুয়ারি, ০৫:৩০ পিএম", "2026-01-11T17:30:00"),
        ("৩০ ডিসেম্বর, ০৫:৩০ পিএম", "2025-12-30T17:30:00"),
        ("১ ঘণ্টা ৩০ মিনিট আগে", "2026-01-20T10:30:00+06:00"),
        ("2 days ago", "2026-01-18"),
    ],
)
def test_lines_of_lists_count_from_the_capture(text: str, value: str) -> None:
    stamp = only(text, CAPTURED)
    assert (stamp.isoformat(), stamp.role, stamp.text) == (value, "published", text)


def test_a_day_counted_back_in_months_is_marked() -> None:
    stamp = only("১ মাস আগে", CAPTURED)
    assert (stamp.inferred, stamp.note) == (True, "the day is not told")


def test_every_iso_moment_of_a_line_has_the_role_before_it() -> None:
    stamps = dateline("প্রকাশ: 2024-05-12 10:00:00 আপডেট: 2024-05-13T11:00:00+06:00")
    assert [(s.role, s.isoformat()) for s in stamps] == [
        ("published", "2024-05-12T10:00:00"),
        ("updated", "2024-05-13T11:00:00+06:00"),
    ]
    assert dateline("2024-13-45 10:00:00") == []


def test_a_span_too_long_for_any_calendar_gives_nothing() -> None:
    assert dateline("৯৯৯৯৯৯৯৯৯৯৯৯৯ দিন আগে", captured=CAPTURED) == []
