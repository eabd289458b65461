"""What a careful reader would write down from a few short reports, all of our own making."""

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutro.model import Article
from shutro.stories.timeline import timeline

BRIDGE_A = "\n".join(
    (
        "চট্টগ্রামের কালুরঘাটে নতুন সেতুর নির্মাণকাজ উদ্বোধন করেছেন সড়ক উপদেষ্টা ফরিদ উদ্দিন। "
        "সোমবার (১০ মার্চ) দুপুরে তিনি ফলক উন্মোচন করে কাজের উদ্বোধন করেন।",
        "এর আগে গত শুক্রবার প্রকল্প এলাকা পরিদর্শন করেন সেতু সচিব।",
        "ফরিদ উদ্দিন বলেন, তিন বছরের মধ্যে সেতুর কাজ শেষ হবে। আগামী বৃহস্পতিবার ঠিকাদারের সঙ্গে চুক্তি সই হবে।",
    )
)
BRIDGE_B = "\n".join(
    (
        "কালুরঘাট সেতুর নির্মাণকাজ শুরু হলো। সোমবার দুপুরে চট্টগ্রামের কালুরঘাটে "
        "সেতুর নির্মাণকাজ উদ্বোধন করেন সড়ক উপদেষ্টা ফরিদ উদ্দিন।",
        "স্থানীয় বাসিন্দাদের অভিযোগ, প্রকল্পে জমির ক্ষতিপূরণের টাকা আত্মসাৎ করেছে সেতু কর্তৃপক্ষ। "
        "তবে সেতু কর্তৃপক্ষ এসব অভিযোগ অস্বীকার করেছে।",
    )
)


def article(name, outlet, body, published="2025-03-11T09:00:00+06:00"):
    headline = "কালুরঘাট সেতুর কাজ শুরু"
    return Article.from_text(id=name, outlet=outlet, headline=headline, body=body, published=published)


@pytest.fixture(scope="module")
def reports():
    return [article("a", "প্রভাতরেখা", BRIDGE_A), article("b", "জনপদলিপি", BRIDGE_B)]


@pytest.fixture(scope="module")
def lines(reports):
    return timeline(reports)


def line(lines, words):
    return next(e for e in lines if any(words in proof.text for proof in e.evidence))


def test_what_two_outlets_tell_of_one_day_is_one_line(lines):
    opening = line(lines, "সোমবার দুপুরে চট্টগ্রামের কালুরঘাটে")
    assert (opening.date, opening.granularity) == ("2025-03-10", "day")
    assert opening.outlets == ("প্রভাতরেখা", "জনপদলিপি") or opening.outlets == ("জনপদলিপি", "প্রভাতরেখা")
    assert opening.agreement == "agree"


def test_the_day_is_when_it_happened_not_when_it_was_printed(lines):
    assert line(lines, "গত শুক্রবার").date == "2025-03-07"


def test_what_is_announced_stands_on_its_day_as_planned(lines):
    signing = line(lines, "আগামী বৃহস্পতিবার")
    assert (signing.date, signing.dated) == ("2025-03-13", "planned")


def test_a_denial_is_a_conflict_that_shows_both_sides(lines):
    denial = line(lines, "অস্বীকার করেছে")
    assert denial.agreement == "conflict"
    sides = {proof.text for difference in denial.differences for proof in difference.evidence}
    assert any("আত্মসাৎ" in side for side in sides)
    assert any("অস্বীকার" in side for side in sides)


def test_a_day_nobody_states_is_marked_as_bounded_by_the_printing(lines):
    denial = line(lines, "অস্বীকার করেছে")
    assert denial.dated != "stated"


def day_of_the_opening(captured=None, published=None):
    body = "সোমবার খুলনায় একটি নতুন গ্রন্থাগার চালু হয়েছে।"
    lone = Article.from_text(
        id="x", outlet="প্রভাতরেখা", headline="নতুন গ্রন্থাগার", body=body, published=published, captured=captured
    )
    return [(e.date, e.inferred) for e in timeline([lone])]


def test_a_day_counted_from_a_printing_that_no_page_states_is_marked():
    assert day_of_the_opening(captured="2025-03-12") == [("2025-03-10", True)]
    assert day_of_the_opening(published="2025-03-12") == [("2025-03-10", False)]


def test_a_full_date_needs_no_day_of_printing():
    body = "২০২৪ সালের ৫ আগস্ট খুলনায় একটি নতুন গ্রন্থাগার চালু হয়েছে।"
    lone = Article.from_text(id="x", headline="নতুন গ্রন্থাগার", body=body, captured="2025-03-12")
    assert [(e.date, e.inferred) for e in timeline([lone])] == [("2024-08-05", False)]


def test_without_any_day_the_day_is_unknown():
    lone = article("x", "প্রভাতরেখা", "খুলনায় একটি নতুন গ্রন্থাগার চালু হয়েছে।", published=None)
    assert [(e.date, e.text) for e in timeline([lone])] == [(None, "খুলনায় একটি নতুন গ্রন্থাগার চালু হয়েছে।")]


def test_entries_come_in_the_order_of_their_days(lines):
    days = [e.date for e in lines if e.date]
    assert days == sorted(days)
    assert all(date.fromisoformat(day) for day in days)


@settings(deadline=None)
@given(st.permutations([0, 1, 0, 1]))
def test_order_and_repetition_of_the_reports_change_nothing(order):
    reports = [article("a", "প্রভাতরেখা", BRIDGE_A), article("b", "জনপদলিপি", BRIDGE_B)]
    assert timeline([reports[n] for n in order]) == timeline(reports)


def test_every_line_shows_the_text_its_spans_cover(reports, lines):
    texts = {r.id: r.text for r in reports}
    proofs = [*itertools.chain.from_iterable(e.evidence for e in lines)]
    proofs += [proof for e in lines for d in e.differences for proof in d.evidence]
    assert proofs
    assert all(texts[p.article][p.start : p.end] == p.text for p in proofs)


def test_fewer_lines_keep_the_most_important(reports, lines):
    short = timeline(reports, lines=1)
    assert len(short) == 1
    assert short[0].agreement == "agree"
