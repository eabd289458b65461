"""Times of running text: what is found, what it is worth, and what is left alone."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutro.bangla.times import TimeExpression, times
from shutro.bangla.times.expressions import grammar
from shutro.errors import CalendarError

AT = date(2025, 11, 20)  # a Thursday


def values(text: str, at: date | None = AT) -> list[str]:
    return [found.value for found in times(text, at=at)]


def only(text: str, at: date | None = AT) -> TimeExpression:
    (found,) = times(text, at=at)
    return found


def test_an_expression_says_where_it_stands_and_what_it_counts_from() -> None:
    found = only("দলটি গত রোববার সভা করে।")
    assert (found.start, found.end, found.text) == (5, 14, "গত রোববার")
    assert (found.type, found.value, found.rule, found.anchor) == (
        "DATE",
        "2025-11-16",
        "weekday",
        "2025-11-20",
    )
    assert found.span.of("দলটি গত রোববার সভা করে।") == "গত রোববার"
    assert only("১৯৭১ সালের ২৬ মার্চ").anchor is None


# -- the verb tells the direction ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("শনিবার তিনি ঢাকায় আসেন।", "2025-11-15"),
        ("শনিবার তিনি ঢাকায় আসবেন।", "2025-11-22"),
        ("শনিবার সভা হওয়ার কথা রয়েছে।", "2025-11-22"),
        ("শনিবার বৃষ্টি হতে পারে।", "2025-11-22"),
        ("সভা হবে শনিবার।", "2025-11-22"),
        ("বৃহস্পতিবার তিনি আসেন।", "2025-11-20"),
        ("গত বৃহস্পতিবার তিনি আসেন।", "2025-11-13"),
        ("১০ জানুয়ারি দলটি গঠিত হয়।", "2025-01-10"),
        ("১০ জানুয়ারি থেকে মেলা বসবে।", "2026-01-10"),
        ("আবেদনের সময় ২০ ডিসেম্বর পর্যন্ত বাড়ানো হয়েছে।", "2025-12-20"),
        ("কাল তিনি আসবেন।", "2025-11-21"),
        ("কাল তিনি এসেছিলেন।", "2025-11-19"),
    ],
)
def test_a_day_without_its_year_or_direction_follows_the_verb(text: str, value: str) -> None:
    assert values(text)[-1] == value


def test_a_genitive_belongs_to_its_noun_and_not_to_the_verb() -> None:
    assert values("তিনি ফেব্রুয়ারির নির্বাচন নিয়ে কথা বলেন।") == ["2026-02"]


# -- the day carried through the text --------------------------------------------------------------


def test_days_named_on_the_way_are_carried_through_the_text() -> None:
    text = "গত ১০ নভেম্বর হামলা হয়। ওই দিন রাতেই মামলা হয়। পরদিন সকালে একজন ধরা পড়ে। এর তিন দিন পর তিনি মারা যান।"
    found = times(text, at=AT)
    assert [f.value for f in found] == ["2025-11-10", "2025-11-10TNI", "2025-11-11TMO", "P3D"]
    assert found[3].to == "2025-11-14"
    assert found[1].anchor == "2025-11-10"


def test_years_and_months_are_carried_too() -> None:
    assert values("২০১৯ সালের মার্চে সেতু খোলে। পরের মাসে তা বন্ধ হয়। পরের বছর আবার খোলে।") == [
        "2019-03",
        "2019-04",
        "2020",
    ]


def test_a_day_that_nothing_anchors_stays_unknown() -> None:
    assert values("পরদিন তিনি ফেরেন।") == ["XXXX-XX-XX"]
    assert values("বিয়ের পরদিন তিনি ফেরেন।") == ["XXXX-XX-XX"]
    assert only("পরদিন তিনি ফেরেন।").anchor is None


def test_a_clock_takes_the_day_and_the_part_of_day_of_its_sentence() -> None:
    assert values("গতকাল দুপুর ২টা থেকে সাড়ে ৩টা পর্যন্ত সভা চলে।") == ["2025-11-19T14:00", "2025-11-19T15:30"]


# -- without a day of publication ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("গতকাল", "XXXX-XX-XX"),
        ("রোববার", "XXXX-WXX-7"),
        ("১২ সেপ্টেম্বর", "XXXX-09-12"),
        ("গত মাসে", "XXXX-XX"),
        ("গত বছর", "XXXX"),
        ("সেপ্টেম্বরে", "XXXX-09"),
        ("গত সপ্তাহে", "XXXX-WXX"),
        ("চলতি অর্থবছরে", "XXXX-07/XXXX-06"),
        ("রোববার সকাল ১০টায়", "XXXX-WXX-7T10:00"),
        ("তিন দিন আগে", "XXXX-XX-XX"),
        ("২০২৪ সালের ৫ আগস্ট", "2024-08-05"),
        ("তিন দিন", "P3D"),
    ],
)
def test_without_a_day_the_known_part_of_a_value_is_kept(text: str, value: str) -> None:
    found = only(text, at=None)
    assert (found.value, found.anchor) == (value, None)


@pytest.mark.parametrize("at", [date.min, date.max])
def test_a_day_at_the_end_of_the_calendar_is_refused(at: date) -> None:
    with pytest.raises(CalendarError, match="no day to count from"):
        times("গতকাল", at=at)


# -- what is printed wrong -------------------------------------------------------------------------


def test_where_printed_parts_disagree_most_of_them_win_and_the_rest_is_told() -> None:
    wrong_weekday = only("আজ রবিবার (২০ নভেম্বর) সভা হয়।")
    assert (wrong_weekday.value, wrong_weekday.conflict) == ("2025-11-20", "weekday says 2025-11-16")
    wrong_date = only("গতকাল বুধবার (২০ নভেম্বর) সভা হয়।")
    assert (wrong_date.value, wrong_date.conflict) == ("2025-11-19", "date says 2025-11-20")
    assert only("গতকাল বুধবার (১৯ নভেম্বর) সভা হয়।").conflict is None


@pytest.mark.parametrize("text", ["৩১ ফেব্রুয়ারি ২০২৪", "৩০/০২/২০২৪", "৩১ এপ্রিল"])
def test_a_day_that_no_calendar_has_is_no_time(text: str) -> None:
    assert all(found.type != "DATE" or found.value.count("-") < 2 for found in times(text, at=AT))


# -- look-alikes -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "যুগ্ম সচিব মাসুদ রানা ও সালমা বেগম",
        "আত্মার মাগফিরাত কামনা করেন নুসরাত।",
        "তিনি আগে কখনো আসেননি, পরে এসেছেন।",
        "দুই দল ৩-১ গোলে হারে, ম্যাচসেরা ২২ রান করা ওপেনার।",
        "দৈনিক কালের ডাক পত্রিকার সম্পাদক",
        "১০ম সংসদের ১২ জন সদস্য ৫০০ টাকা করে দেন।",
        "তিনি একদিনের ক্রিকেট খেলেন।",
        "দলটি লং মার্চ করবে।",
        "দুই মেয়ের বিয়ে দিয়েছেন, তিন মেয়েকে পড়ান।",
        "এ সময় তিনি বলেন, সময় এসেছে।",
        "আবার কারবার জমেছে পরিবারের।",
        "সমকালের সাংবাদিক এবং যুগান্তরের প্রতিনিধি",
        "ফোন: ০১৭১২৩৪৫৬৭৮, কক্ষ ২০২৪",
    ],
)
def test_look_alikes_are_left_alone(text: str) -> None:
    assert times(text, at=AT) == []


# -- spelling --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "১২ আগস্ট ২০২৪",
        "১২ আগষ্ট ২০২৪",
        "১২ অগাস্ট ২০২৪",
        "12 আগস্ট 2024",
        "১2 আগস্ট ২০24",
        "১২ই আগস্ট, ২০২৪",
        "২০২৪ সালের ১২ আগস্ট",
        "সেটা নয়, ১২ আগস্ট ২০২৪",
    ],
)
def test_spellings_of_one_day(text: str) -> None:
    assert values(text) == ["2024-08-12"]


def test_both_forms_of_a_dotted_letter_and_joiners_are_the_same() -> None:
    assert values("২১ ফেব্রুয়ারি ২০২৪") == values("২১ ফেব্রুয়ারি ২০২৪") == ["2024-02-21"]
    assert values("ঘন্টা দুয়েক নয়, দুই\u200c ঘন্টা")[-1] == "PT2H"


@pytest.mark.parametrize(
    ("text", "clocks"),
    [
        ("সকাল ৯টা থেকে ৫টা পর্যন্ত খোলা।", ["09:00", "17:00"]),
        ("সকাল ১০টা থেকে ১২টা পর্যন্ত সভা হয়।", ["10:00", "12:00"]),
        ("সকাল ৮টা থেকে ১০টা পর্যন্ত সভা হয়।", ["08:00", "10:00"]),
        ("দুপুর ১২টা থেকে ৮টা পর্যন্ত সভা হয়।", ["12:00", "20:00"]),
        ("সন্ধে ছ’টা থেকে আটটা পর্যন্ত সভা হয়।", ["18:00", "20:00"]),
        ("বিকেল চারটেয় আসেন, সন্ধে সাতটায় যান।", ["16:00", "19:00"]),
    ],
)
def test_a_clock_takes_the_part_of_day_before_it_as_far_as_its_hour_allows(
    text: str, clocks: list[str]
) -> None:
    assert values(text, AT) == [f"{AT}T{clock}" for clock in clocks]


def test_a_night_runs_into_the_next_day() -> None:
    found = values("রাত ১০টা থেকে ২টা পর্যন্ত অভিযান চলে।", AT)
    assert found == [f"{AT}T22:00", f"{AT + timedelta(1)}T02:00"]


def test_a_weekday_before_a_range_of_dates_in_brackets_is_its_first_day() -> None:
    found = values("মঙ্গলবার (২৫ নভেম্বর থেকে ২৭ নভেম্বর) তিন দিন মেলা চলছে।", AT)
    assert found[:3] == ["2025-11-25", "2025-11-25", "2025-11-27"]


def test_an_expression_never_ends_inside_a_word() -> None:
    assert [t.text for t in times("এই বছরপূর্তিতে সবাই আসেন।", at=AT)] == ["এই বছরপূর্তিতে"]


@pytest.mark.parametrize(("at", "year"), [(AT, "2026"), (date(2031, 1, 5), "2026"), (None, "2026")])
def test_a_year_of_two_digits_may_be_the_coming_one(at: date | None, year: str) -> None:
    assert values("ছাব্বিশের ফেব্রুয়ারিতে ভোট।", at) == [f"{year}-02"]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("ফজর: ৪টা ১৭ মিনিট", "04:17"),
        ("আসর- ৪:৩১ মিনিট", "16:31"),
        ("এশা: ৭টা ৪৭ মিনিট", "19:47"),
        ("সাহরির শেষ সময় ৪টা ৩৬ মিনিট", "04:36"),
        ("আগামীকাল সূর্যোদয় ৬টা ৪২ মিনিটে", "06:42"),
        ("ফজরের নামাজ শেষে বিকেল ৪টায়", "16:00"),
    ],
)
def test_a_prayer_or_the_sun_tells_morning_from_evening(text: str, clock: str) -> None:
    assert values(text, AT)[-1].endswith(f"T{clock}")


def test_a_bengali_date_is_read_by_the_calendar_of_its_year() -> None:
    assert values("২৬ ফাল্গুন ১৪২২ | ২৬ ফাল্গুন ১৪৩২") == ["2016-03-09", "2026-03-11"]


# -- properties ------------------------------------------------------------------------------------

_EXAMPLES = [
    example.replace("[[", "").replace("]]", "") for rule in grammar().rules for example in rule.examples
]
_TEXTS = st.lists(
    st.one_of(
        st.sampled_from(_EXAMPLES),
        st.text(alphabet="০১২৩৪৫৬৭৮৯0123456789কগতদিনবছরমাসাি্ের।,()-–:/ \n\u200d", max_size=30),
        st.text(max_size=20),
    ),
    max_size=6,
).map(" ".join)
_WORDS = st.lists(
    st.sampled_from(
        [
            *sorted({word for example in _EXAMPLES for word in example.replace("|", " ").split()}),
            *("(", ")", "|", "-", ",", "।", "\n", "১", "১২", "২০২৪", "১০:৩০"),
        ]
    ),
    max_size=14,
).map(" ".join)
_DAYS = st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 12, 31)))


@settings(max_examples=300, deadline=None)
@given(text=st.one_of(_TEXTS, _WORDS), at=_DAYS)
def test_expressions_stand_in_order_never_overlap_and_quote_the_text(text: str, at: date | None) -> None:
    end = 0
    for found in times(text, at=at):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        assert found.value
        assert not (found.text[-1].isalpha() and text[found.end : found.end + 1].isalpha())
        end = found.end


@settings(max_examples=100, deadline=None)
@given(text=_TEXTS, at=_DAYS)
def test_reading_twice_gives_the_same(text: str, at: date | None) -> None:
    assert times(text, at=at) == times(text, at=at)


@settings(deadline=None)
@given(
    weekday=st.sampled_from(["সোমবার", "মঙ্গলবার", "বুধবার", "বৃহস্পতিবার", "শুক্রবার", "শনিবার", "রোববার"]),
    at=st.dates(date(1950, 1, 1), date(2090, 1, 1)),
)
def test_a_weekday_is_never_a_week_away(weekday: str, at: date) -> None:
    past, last, coming = (
        date.fromisoformat(values(text, at)[0])
        for text in (f"{weekday} তিনি আসেন।", f"গত {weekday} তিনি আসেন।", f"আগামী {weekday} তিনি আসবেন।")
    )
    assert timedelta(0) <= at - past < timedelta(7)
    assert timedelta(0) < at - last <= timedelta(7)
    assert timedelta(0) < coming - at <= timedelta(7)


def test_time_grows_with_the_length_of_the_text_and_no_faster() -> None:
    sentence = "গত রোববার সকাল ১০টায় তিনি তিন দিনের সফরে ঢাকায় আসেন এবং ১২ সেপ্টেম্বর ফিরে যান, "
    times(sentence, at=AT)

    def taken(copies: int) -> float:
        started = time.process_time()
        times(sentence * copies, at=AT)
        return time.process_time() - started

    short, long = taken(500), taken(4000)
    assert long < 8 * short * 3


@pytest.mark.parametrize("digit", ["1", "৯"])
def test_a_run_of_thousands_of_digits_is_no_time_and_no_error(digit: str) -> None:
    run = digit * 5000
    assert [t.text for t in times(f"{run} সালের {run} আগস্ট, {run} দিন পর")] == ["আগস্ট"]
    assert [t.text for t in times(f"{run} নম্বর চালান ৫ আগস্ট আসে", at=date(2024, 8, 1))] == ["৫ আগস্ট"]
