"""Amounts in digits and in words, with their units, and what is no amount."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutro.bangla.numbers import numbers, to_bangla_digits, to_latin_digits
from shutro.bangla.numbers.numerals import number_words


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("১২ জন", 12, "person"),
        ("১২জনের", 12, "person"),
        ("দুইজন", 2, "person"),
        ("একজন", 1, "person"),
        ("৭টির", 7, "item"),
        ("পাঁচটি", 5, "item"),
        ("৫০০ টাকা", 500, "BDT"),
        ("৳৫০০", 500, "BDT"),
        ("সাড়ে তিন লাখ টাকা", 350_000, "BDT"),
        ("দেড় লাখ মানুষ", 150_000, "person"),
        ("আড়াই কোটি টাকা", 25_000_000, "BDT"),
        ("পৌনে দুই কোটি টাকা", 17_500_000, "BDT"),
        ("সোয়া লাখ টাকা", 125_000, "BDT"),
        ("৩০৪ কোটি ৬৫ লাখ মার্কিন ডলার", 3_046_500_000, "USD"),
        ("৪৩ হাজার ৬২৮ কোটি টাকা", 436_280_000_000, "BDT"),
        ("৫ লাখ কোটি টাকা", 5_000_000_000_000, "BDT"),
        ("এক হাজার ৬০০ টন", 1600, "tonne"),
        ("১০ লাখ ৫১ হাজার ৮০৮ জন", 1_051_808, "person"),
        ("তিনশ’ কোটি ডলার", 3_000_000_000, "USD"),
        ("১৩ দশমিক ৮ ডিগ্রি", 13.8, "degree"),
        ("৬ দশমিক ০৫ শতাংশ", 6.05, "percent"),
        ("৮৫ শতাংশ", 85, "percent"),
        ("১২.৫%", 12.5, "percent"),
        ("৫,৩৩৯.৫ টাকা", 5339.5, "BDT"),
        ("১,২৫,০০০ টাকা", 125_000, "BDT"),
        ("১২০ কিলোমিটার", 120, "km"),
        ("তিন দিন", 3, "day"),
        ("৩ বিলিয়ন ডলার", 3_000_000_000, "USD"),
        ("২০০ কোটি", 2_000_000_000, None),
    ],
)
def test_an_amount_and_its_unit(text: str, value: float, unit: str | None) -> None:
    (found,) = numbers(f"মোট {text} আছে।")
    assert (found.text, found.value, found.unit) == (text, value, unit)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("প্রায় ৫০ জন", "about"),
        ("অন্তত ৫০ জন", "at-least"),
        ("সর্বোচ্চ ৫০ জন", "at-most"),
        ("৫০ জনের বেশি", "more-than"),
        ("৫০ জনের কম", "less-than"),
        ("৫০ জন", None),
    ],
)
def test_how_an_amount_is_meant(text: str, bound: str | None) -> None:
    (found,) = numbers(text)
    assert (found.value, found.bound) == (50, bound)


@pytest.mark.parametrize("text", ["১০-১২ জন", "১০–১২ জন", "১০ থেকে ১২ জন", "দশ থেকে বারো জন"])
def test_both_ends_of_a_range_have_the_unit(text: str) -> None:
    assert [(found.value, found.unit) for found in numbers(text)] == [(10, "person"), (12, "person")]


@pytest.mark.parametrize(
    "text",
    [
        "১০ম সংসদ",
        "২১শে ফেব্রুয়ারি",
        "১২/০৫/২০২৪ তারিখে",
        "সকাল ১০:৩০",
        "ঢাকা-৮ আসনে",
        "তিনি এক নেতা",
        "এফ-১৬ বিমান",
        "শূন্যতা ও একতা",
        "১২ মে ২০২৪",
        "২০২৪ সালের ভোট",
        "সকাল ১১টায় সভা",
    ],
)
def test_what_only_looks_like_an_amount(text: str) -> None:
    assert numbers(text) == []


def test_amounts_of_a_sentence_come_in_order() -> None:
    text = "সংঘর্ষে ৩ জন নিহত ও অন্তত ২৫ জন আহত হন, ক্ষতি দুই কোটি টাকা।"
    assert [(n.text, n.value) for n in numbers(text)] == [
        ("৩ জন", 3),
        ("২৫ জন", 25),
        ("দুই কোটি টাকা", 20_000_000),
    ]


def test_the_words_from_nought_to_ninety_nine_are_all_there() -> None:
    assert set(number_words().cardinals.values()) == set(range(100))


@given(st.integers(0, 10**15))
def test_digits_go_there_and_back(number: int) -> None:
    printed = to_bangla_digits(number)
    assert not set(printed) & set("0123456789")
    assert to_latin_digits(printed) == str(number)


@given(st.integers(0, 10**9))
def test_a_number_in_digits_is_read_as_itself(number: int) -> None:
    (found,) = numbers(f"{to_bangla_digits(number)} টাকা")
    assert found.value == number


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from(
            ["১২", "৩.৫", "দুই", "সাড়ে", "লাখ", "কোটি", "জন", "টাকা", "দশমিক", "থেকে", "-", "বই", "প্রায়", "\n"]
        ),
        max_size=12,
    )
)
def test_amounts_stand_in_order_and_quote_the_text(words: list[str]) -> None:
    text, end = " ".join(words), 0
    for found in numbers(text):
        assert end <= found.start < found.end
        assert text[found.start : found.end] == found.text
        end = found.end


@pytest.mark.parametrize("digit", ["1", "৯"])
def test_a_run_of_thousands_of_digits_is_no_amount_and_no_error(digit: str) -> None:
    run = digit * 5000
    assert numbers(f"{run} জন") == []
    assert [n.value for n in numbers(f"{run} নম্বর চালানে ২৩ জন")] == [23]
    assert numbers(f"৫ দশমিক {run} শতাংশ")[0].text.startswith("৫ দশমিক")
