"""Who counts what."""

from __future__ import annotations

import pytest

from shutro.meaning.quantities import quantities


@pytest.mark.parametrize(
    ("text", "slot", "value"),
    [
        ("দুর্ঘটনায় ১২ জন নিহত হয়েছেন।", "dead", 12),
        ("নিহতের সংখ্যা বেড়ে ১৫ জনে দাঁড়িয়েছে।", "dead", 15),
        ("আরও ৩০ জন আহত হন।", "injured", 30),
        ("পুলিশ ৫ জনকে গ্রেপ্তার করেছে।", "arrested", 5),
        ("তিনি পান ৩ হাজার ৪০০ ভোট।", "votes", 3400),
        ("সরকার ৫০ কোটি টাকা দিয়েছে।", "money", 500_000_000),
    ],
)
def test_the_word_beside_a_number_says_what_is_counted(text, slot, value, document):
    (found,) = quantities(document(text))
    assert (found.slot, found.value) == (slot, value)
    assert text[found.start : found.end] == found.text


def test_the_source_is_who_says_the_number(document):
    text = "পুলিশ জানায়, দুর্ঘটনায় ১২ জন নিহত হয়েছেন। হাসপাতাল বলছে, নিহত ১৪ জন।"
    assert [(q.value, q.source) for q in quantities(document(text))] == [(12, "পুলিশ"), (14, "হাসপাতাল")]


def test_a_number_holds_for_the_day_of_its_sentence(document):
    (found,) = quantities(document("মঙ্গলবার পর্যন্ত ১২ জন নিহত হয়েছেন।"))
    assert found.as_of == "2025-11-18"


def test_the_parts_of_dates_and_times_count_nothing(document):
    assert quantities(document("১২ নভেম্বর রাত ১০টায় সভা হয়।")) == []
