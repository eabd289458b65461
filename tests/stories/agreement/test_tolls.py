"""Tolls that change while a story runs: as of when a figure holds, and which figures are parts of a whole."""

import pytest

from shutro.model import Article
from shutro.stories.timeline import timeline


def report(name, outlet, body, published, headline="ভোলায় ঘূর্ণিঝড়"):
    return Article.from_text(id=name, outlet=outlet, headline=headline, body=body, published=published)


STRUCK = "ঘূর্ণিঝড় মালতী ভোলার মনপুরা উপকূলে আঘাত হেনেছে। রোববার (২৫ মে) রাতে ঝড়টি মনপুরা উপকূলে আঘাত হানে।"
LATER = "ঘূর্ণিঝড় মালতী ভোলার মনপুরা উপকূলে আঘাত হেনেছে। {} পর্যন্ত ভোলায় ১১ জনের মৃত্যু হয়েছে।"


def differences(*reports):
    return [d for entry in timeline(reports, None) for d in entry.differences]


@pytest.mark.parametrize("so_far", ["এ", "এখন", "এখনও", "শেষ খবর পাওয়া", "এ প্রতিবেদন লেখা"])
def test_a_count_so_far_stands_on_the_day_it_was_printed(so_far):
    reports = [
        report("a", "প্রভাতরেখা", STRUCK, "2025-05-26T08:00:00+06:00"),
        report("b", "জনপদলিপি", LATER.format(so_far), "2025-05-27T20:00:00+06:00"),
    ]
    (day,) = {e.date for e in timeline(reports, None) if any("১১ জনের" in proof.text for proof in e.evidence)}
    assert day == "2025-05-27"


def toll(name, outlet, number, published):
    body = f"ভোলার মনপুরায় ঘূর্ণিঝড় মালতীর তাণ্ডবে {number} জন নিহত হয়েছেন। ঘরবাড়ি ভেঙে পড়েছে।"
    return report(name, outlet, body, published)


def test_two_counts_of_one_day_without_an_hour_are_no_conflict():
    found = differences(toll("a", "প্রভাতরেখা", "৯", "2025-05-27"), toll("b", "জনপদলিপি", "৬", "2025-05-27"))
    assert {(d.kind, d.this, d.other) for d in found} == {("update", "৯ জন", "৬ জন")}


PARTS = (
    "নিহতদের মধ্যে মনপুরায় ২ জন, তজুমদ্দিনে ৩ জন নিহত হয়েছেন ঘূর্ণিঝড় মালতীর তাণ্ডবে।",
    "ঘূর্ণিঝড় মালতীর তাণ্ডবে ভোলার মনপুরা ও তজুমদ্দিনে ৩ জন করে নিহত হয়েছেন।",
    "ঘূর্ণিঝড় মালতীর তাণ্ডবে ভোলার মনপুরায় নিহত ৪ জনের লাশ স্বজনদের কাছে হস্তান্তর করা হয়েছে।",
    "ঘূর্ণিঝড় মালতীর তাণ্ডবে ভোলার মনপুরায় ৩ জন, তজুমদ্দিনে ২ জন, লালমোহনে ১ জন নিহত হয়েছেন।",
)


@pytest.mark.parametrize("part", PARTS)
def test_parts_of_a_toll_are_not_set_against_the_whole(part):
    morning, noon = "2025-05-27T09:00:00+06:00", "2025-05-27T10:00:00+06:00"
    whole = toll("a", "প্রভাতরেখা", "৯", morning)
    assert not differences(whole, report("b", "জনপদলিপি", part, noon))


def test_a_figure_of_weeks_later_that_is_lower_contradicts_none_of_the_first_day():
    hurt = "ভোলার মনপুরায় ঘূর্ণিঝড় মালতীর তাণ্ডবে {} জন আহত হয়েছেন। ঘরবাড়ি ভেঙে পড়েছে।"
    first = report("a", "প্রভাতরেখা", hurt.format("২২"), "2025-05-27T09:00:00+06:00")
    later = report("b", "জনপদলিপি", hurt.format("১১"), "2025-06-20T09:00:00+06:00")
    assert not differences(first, later)


ORDERS = ("নিখোঁজ {} জন এবং আহত ২২ জন", "{} জন নিখোঁজ এবং আহত ২২ জন", "{} জন নিখোঁজ ও ২২ জন আহত")


@pytest.mark.parametrize("first", ORDERS)
@pytest.mark.parametrize("second", ORDERS)
def test_a_number_counts_the_noun_before_it_where_another_count_follows(first, second):
    told = "ভোলার মনপুরায় ঘূর্ণিঝড় মালতীর তাণ্ডবে {}। ঘরবাড়ি ভেঙে পড়েছে।"
    noon = "2025-05-27T12:00:00+06:00"
    one = report("a", "প্রভাতরেখা", told.format(first.format("৪৫")), noon)
    same = report("b", "জনপদলিপি", told.format(second.format("৪৫")), noon)
    other = report("b", "জনপদলিপি", told.format(second.format("৩০")), noon)
    assert not differences(one, same)
    assert {d.kind for d in differences(one, other)} == {"conflict"}


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        ("চরফ্যাশন থেকে ৩০টি ট্রলার", "চরফ্যাশন থেকে ৪২টি ট্রলার", {"conflict"}),
        ("২৫ থেকে ৩০টি ট্রলার", "৪০ থেকে ৪২টি ট্রলার", set()),
        ("২৫ হতে ৩০টি ট্রলার", "৪০ হতে ৪২টি ট্রলার", set()),
        ("২৫—৩০টি ট্রলার", "৪০—৪২টি ট্রলার", set()),
    ],
)
def test_the_ends_of_a_range_are_no_counts_and_a_number_behind_a_place_is_no_end(first, second, kinds):
    told = "ভোলার মনপুরায় ঘূর্ণিঝড় মালতীর রাতে {} নদীতে ডুবে গেছে। ঘরবাড়ি ভেঙে পড়েছে।"
    noon = "2025-05-27T12:00:00+06:00"
    one = report("a", "প্রভাতরেখা", told.format(first), noon)
    other = report("b", "জনপদলিপি", told.format(second), noon)
    assert {d.kind for d in differences(one, other)} == kinds


FLOOD = "সিলেটের গোয়াইনঘাটে পাহাড়ি ঢলে {}।"


def flood(name, outlet, told, hour):
    return report(name, outlet, FLOOD.format(told), f"2025-06-02T{hour}:00:00+06:00", "গোয়াইনঘাটে ঢল")


@pytest.mark.parametrize(
    "told",
    [
        "৩ জন শ্রমিক নিহত হয়েছেন",  # some of the nine may be others
        "৩ জন দেহরক্ষী নিহত হয়েছেন",  # guards, and not দেহ, bodies
        "নিহতের সংখ্যা ২০০ ছাড়িয়ে যেতে পারে বলে জানায় জেলা প্রশাসন",
        "৫০ জনের মৃত্যুর আশঙ্কা করা হচ্ছে",
    ],
)
def test_some_of_one_kind_or_those_feared_dead_contradict_no_toll(told):
    one, other = flood("a", "প্রভাতরেখা", "৯ জন নিহত হয়েছেন", "12"), flood("b", "জনপদলিপি", told, "12")
    assert not differences(one, other)


def test_people_are_of_no_kind():
    one, other = (
        flood(n, n, told, "12") for n, told in (("a", "৯ জন নিহত হয়েছেন"), ("b", "৩ জন মানুষ নিহত হয়েছেন"))
    )
    assert {d.kind for d in differences(one, other)} == {"conflict"}


def test_a_toll_told_in_other_words_updates_the_last_that_leads_to_it():
    told = (
        "গোয়াইনঘাটের জাফলং এলাকায় পাহাড়ি ঢলে নৌকা ডুবে ৩ জন নিহত হয়েছেন।",
        "জাফলং এলাকায় ঢলে নৌকাডুবির ঘটনায় ৭ জনের লাশ উদ্ধার করেছেন ডুবুরিরা।",
        "জাফলং এলাকায় উদ্ধার অভিযান শেষ করেছেন ডুবুরিরা, মৃতের সংখ্যা দাঁড়িয়েছে ১১ জনে।",
    )
    reports = [
        report(str(n), f"কাগজ {n}", body, f"2025-06-0{2 + n}T12:00:00+06:00", "জাফলংয়ে নৌকাডুবি")
        for n, body in enumerate(told)
    ]
    assert [(d.this, d.other) for d in differences(*reports)] == [("৭ জনের", "৩ জন"), ("১১ জনে", "৭ জনের")]


def test_the_number_of_a_place_counts_nobody():
    arrested = "উত্তর ২৪ পরগনার বনগাঁ থেকে পাচারকারী সোহেল রানাকে গ্রেপ্তার করেছে পুলিশ।"
    three = "পাচারকারী সোহেল রানাসহ তিনজনকে বনগাঁ থেকে গ্রেপ্তার করেছে পুলিশ।"
    noon = "2025-06-02T12:00:00+06:00"
    assert not differences(
        report("a", "প্রভাতরেখা", arrested, noon, "পাচারকারী আটক"),
        report("b", "জনপদলিপি", three, noon, "পাচারকারী আটক"),
    )


@pytest.mark.parametrize(
    "printed",
    [
        ("2025-05-27T17:40:00+06:00", "2025-05-27T18:03:00+06:00"),
        ("2025-05-27T17:40:00+06:00", "2025-05-27"),
        ("2025-05-27", "2025-05-27T09:00:00+06:00"),
        ("2025-05-27", "2025-05-27"),
    ],
)
def test_a_higher_count_of_a_later_or_unknown_hour_of_one_day_is_an_update(printed):
    low, high = (
        toll(*name, printed[n]) for n, name in enumerate((("a", "প্রভাতরেখা", "৪"), ("b", "জনপদলিপি", "৯")))
    )
    assert {(d.kind, d.this, d.other) for d in differences(low, high)} == {("update", "৯ জন", "৪ জন")}


def test_a_lower_count_that_is_printed_later_on_one_day_is_a_conflict():
    first = toll("a", "প্রভাতরেখা", "৯", "2025-05-27T17:40:00+06:00")
    later = toll("b", "জনপদলিপি", "৪", "2025-05-27T18:03:00+06:00")
    assert {d.kind for d in differences(first, later)} == {"conflict"}


@pytest.mark.parametrize(
    ("low", "high", "kind"),
    [
        ("2025-05-27T11:00:00+00:00", "2025-05-27T17:00:00+06:00", "conflict"),
        ("2025-05-26T20:00:00+00:00", "2025-05-27T02:00:00+06:00", "conflict"),
        ("2025-05-27T12:00:00+00:00", "2025-05-27T17:00:00+06:00", "conflict"),
        ("2025-05-27T17:00:00+06:00", "2025-05-27T12:00:00+00:00", "update"),
        ("2025-05-27T17:00:00+06:00", "2025-05-27T17:00:00+05:30", "update"),
    ],
)
def test_the_order_of_counts_is_that_of_their_moments_in_whatever_zone_they_are_printed(low, high, kind):
    reports = (toll("a", "প্রভাতরেখা", "৪", low), toll("b", "জনপদলিপি", "৯", high))
    assert {d.kind for d in differences(*reports)} == {kind}


UNTIL = "মঙ্গলবার {} পর্যন্ত ভোলার মনপুরায় ঘূর্ণিঝড় মালতীর তাণ্ডবে {} জন নিহত হয়েছেন। ঘরবাড়ি ভেঙে পড়েছে।"


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("বিকেল ৫টা", "বিকেল ৫টা", "conflict"),
        ("বিকেল ৫টা", "রাত ৮টা", "update"),
        ("রাত ৮টা", "বিকেল ৫টা", "conflict"),
    ],
)
def test_counts_up_to_one_moment_conflict_whenever_they_are_printed(first, second, kind):
    one = report("a", "প্রভাতরেখা", UNTIL.format(first, "৪"), "2025-05-27T21:00:00+06:00")
    other = report("b", "জনপদলিপি", UNTIL.format(second, "৯"), "2025-05-27T23:30:00+06:00")
    assert {d.kind for d in differences(one, other)} == {kind}


OF_SOME = (
    "ঘূর্ণিঝড় মালতীর তাণ্ডবে ভোলার মনপুরায় রেড ক্রিসেন্টের নিহত কর্মীর সংখ্যা বেড়ে ৪ জনে দাঁড়িয়েছে।",
    "ঘূর্ণিঝড় মালতীর তাণ্ডবে ভোলার মনপুরায় নিহত স্বেচ্ছাসেবকের সংখ্যা বেড়ে ৪ হয়েছে।",
    "ঘূর্ণিঝড় মালতীর তাণ্ডবে ভোলার মনপুরায় রেড ক্রিসেন্টের ৪ জন নিহত হয়েছেন।",
    "ঘূর্ণিঝড় মালতীর তাণ্ডবে ভোলার মনপুরায় পুলিশের ৪ জন নিহত হয়েছেন।",
    "ঘূর্ণিঝড় মালতীর তাণ্ডবে ভোলার মনপুরায় উপকূলরক্ষী বাহিনীর নিহত ৪ জনের নাম জানা গেছে।",
)


@pytest.mark.parametrize("some", OF_SOME)
def test_the_dead_of_a_body_or_a_kind_contradict_no_toll_of_all(some):
    whole = toll("a", "প্রভাতরেখা", "৯", "2025-05-27T09:00:00+06:00")
    assert not differences(whole, report("b", "জনপদলিপি", some, "2025-05-27T10:00:00+06:00"))


@pytest.mark.parametrize("body", ["রেড ক্রিসেন্টের", "উপকূলরক্ষী বাহিনীর"])
def test_the_dead_of_one_body_are_compared_with_each_other(body):
    told = f"ঘূর্ণিঝড় মালতীর তাণ্ডবে ভোলার মনপুরায় {body} {{}} জন নিহত হয়েছেন। ঘরবাড়ি ভেঙে পড়েছে।"
    one = report("a", "প্রভাতরেখা", told.format("৪"), "2025-05-27T10:00:00+06:00")
    other = report("b", "জনপদলিপি", told.format("৭"), "2025-05-27T10:00:00+06:00")
    assert {d.kind for d in differences(one, other)} == {"conflict"}


def test_everybody_killed_is_still_everybody_however_they_are_called():
    told = "ঘূর্ণিঝড় মালতীর তাণ্ডবে ভোলার মনপুরায় নিহত মানুষের সংখ্যা ৪ জনে দাঁড়িয়েছে।"
    whole = toll("a", "প্রভাতরেখা", "৯", "2025-05-27T09:00:00+06:00")
    assert {
        d.kind for d in differences(whole, report("b", "জনপদলিপি", told, "2025-05-27T10:00:00+06:00"))
    } == {"conflict"}
