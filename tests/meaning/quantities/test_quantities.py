"""Who counts what."""

from __future__ import annotations

import pytest

from shutro.meaning.quantities.quantities import quantities


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


@pytest.mark.parametrize(
    "text",
    ["হাটখোলা থানায় করা মামলা নম্বর ১৪।", "১৪ নম্বর মামলাটি পুরোনো।", "৫ নং আসামি জামিন পেয়েছেন।"],
)
def test_the_number_that_a_thing_is_called_by_counts_nothing(text, document):
    assert quantities(document(text)) == []


def test_the_number_of_a_ward_is_none_of_its_dead(document):
    (found,) = quantities(document("হাটখোলার ৩ নম্বর ওয়ার্ডে ৫ জন নিহত হয়েছেন।"))
    assert (found.slot, found.value) == ("dead", 5)


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


@pytest.mark.parametrize(
    "text",
    [
        "সংঘর্ষে নিহত ৪৫ জন এবং আহত ২২ জন।",
        "সংঘর্ষে ৪৫ জন নিহত ও ২২ জন আহত হয়েছেন।",
        "সংঘর্ষে ৪৫ জন নিহত এবং আহত ২২ জন।",
        "সংঘর্ষে নিহতের সংখ্যা ৪৫ এবং আহতের সংখ্যা ২২।",
        "নিহত ৪৫, আহত ২২।",
    ],
)
def test_the_dead_and_the_injured_keep_their_numbers_in_either_order(text, document):
    assert [(q.slot, q.value) for q in quantities(document(text))] == [("dead", 45), ("injured", 22)]


def test_what_was_counted_before_is_not_what_is_counted_now(document):
    (found,) = quantities(document("নিহতের সংখ্যা ১২ থেকে বেড়ে ১৫ হয়েছে।"))
    assert found.value == 15


def test_by_how_much_a_price_changed_is_not_the_price(document):
    found = quantities(document("চিনির দাম কেজিতে ১০ টাকা বেড়ে ১২০ টাকা হয়েছে।"))
    assert [(q.slot, q.value) for q in found] == [("change", 10), ("price", 120)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("নিহতদের মধ্যে ১২ জন নারী ও ৮ জন শিশু।", [True, True]),
        ("নিহত ২০ জনের মধ্যে ৫ জন শিশু।", [False, True]),
        ("২০ জন নিহত হয়েছেন।", [False]),
    ],
)
def test_some_of_the_counted_are_a_part(text, parts, document):
    assert [q.part for q in quantities(document(text))] == parts


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("কমপক্ষে ৫০ জনকে হত্যা করেছে তারা।", ["dead"]),
        ("তিনজনকে হত্যা মামলায় গ্রেপ্তার করা হয়েছে।", ["arrested"]),
        ("হত্যা মামলায় ২৬ জন হাজির ছিলেন।", ["count"]),
        ("১৩ জনকে মৃত্যুদণ্ড ও ৫ জনকে যাবজ্জীবন কারাদণ্ড দেওয়া হয়।", ["sentenced", "sentenced"]),
        ("হতাহতের সংখ্যা ৫০ ছাড়িয়েছে।", ["casualties"]),
        ("প্রায় ৫ লাখ মানুষ পানিবন্দি।", ["stranded"]),
    ],
)
def test_a_deed_counts_those_it_was_done_to(text, slots, document):
    assert [q.slot for q in quantities(document(text))] == slots


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("৫০ জন শ্রমিককে ছাঁটাই করা হয়েছে।", "শ্রমিক"),
        ("নিহত তিনজনের পরিচয় পাওয়া গেছে।", None),
        ("৪১২ জন হাসপাতালে ভর্তি হয়েছেন।", None),
    ],
)
def test_the_noun_behind_a_number_is_counted_unless_a_case_parts_them(text, what, document):
    (found,) = quantities(document(text))
    assert found.what == what
