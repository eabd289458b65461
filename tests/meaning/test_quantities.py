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


@pytest.mark.parametrize(
    ("text", "slot", "value", "bound"),
    [
        ("হামলায় শতাধিক আহত হয়েছেন।", "injured", 100, "more-than"),
        ("পাঁচ শতাধিক কর্মীকে আটক করা হয়।", "arrested", 500, "more-than"),
        ("আড়াই শতাধিক কর্মীকে আটক করা হয়।", "arrested", 250, "more-than"),
        ("অর্ধ সহস্রাধিক মানুষ নিহত হয়েছেন।", "dead", 500, "more-than"),
        ("মূল্যস্ফীতি কমে ৮ দশমিক ২৯ শতাংশ হয়েছে।", "percent", 8.29, None),
        ("১১ সদস্যের কমিটি গঠন করা হয়েছে।", "members", 11, None),
        ("১০ দলীয় জোটে যোগ দিয়েছে সংগঠনটি।", "parties", 10, None),
        ("২৪৭ রান তুলে অলআউট হয় দল।", "runs", 247, None),
        ("দুই শিশুসহ পাঁচজন দগ্ধ হয়েছেন।", "injured", 5, None),
    ],
)
def test_shares_scores_members_and_vague_amounts(text, slot, value, bound, document):
    (found,) = quantities(document(text))
    assert (found.slot, found.value, found.bound) == (slot, value, bound)
    assert text[found.start : found.end] == found.text


def test_a_range_is_one_amount(document):
    text = "সংঘর্ষে ২০ থেকে ২৫ জন শ্রমিক আহত হন।"
    (found,) = quantities(document(text))
    assert (found.text, found.value, found.upper, found.bound) == ("২০ থেকে ২৫ জন", 20, 25, "about")
    assert found.what == "শ্রমিক"


def test_a_number_counts_what_stands_in_its_own_clause(document):
    text = "ডেঙ্গুতে ৩ জনের মৃত্যু হয়েছে, হাসপাতালে ভর্তি ৪১২ জন।"
    assert [(q.slot, q.value) for q in quantities(document(text))] == [("dead", 3), ("hospitalised", 412)]


@pytest.mark.parametrize(
    "text",
    [
        "নিহতরা হলেন রহিম (৩৫), করিম (২২) ও সালমা (৪০)।",
        "নওগাঁ-৫ আসনে প্রার্থী তিনি।",
        "একজন ক্রিকেটার হিসেবে তিনি সফল।",
        "৩ হাজার ৫০০ ইয়াবা উদ্ধার করেছে পুলিশ।",
    ],
)
def test_ages_constituencies_and_articles_count_nobody(text, document):
    assert quantities(document(text)) == []
