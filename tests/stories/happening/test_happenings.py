"""Which sentences of several reports tell of one happening."""

import pytest

from shutro.model import Article
from shutro.stories.telling.sentence import When
from shutro.stories.timeline import timeline


def entries(*bodies):
    reports = [
        Article.from_text(
            id=str(n),
            outlet=f"কাগজ {n}",
            headline="মনোহরপুরে বাঁধ",
            body=body,
            published="2025-08-12T20:00:00+06:00",
        )
        for n, body in enumerate(bodies)
    ]
    return timeline(reports, None)


BREACH = (
    "ধরলা নদীর মনোহরপুরে বেড়িবাঁধ ভেঙে পাঁচ গ্রাম প্লাবিত হয়েছে। মঙ্গলবার {} নাগাদ নদীর পাড়ের বাঁধটি ধসে যায়।",
    "বাঁধ ভাঙার খবরে ছুটে আসেন উপজেলা চেয়ারম্যান।\nসোমবার রাতে টানা বৃষ্টি হয়। মঙ্গলবার {} মনোহরপুরে ধরলার বাঁধ ভেঙে যায়।",
)


@pytest.mark.parametrize(
    ("first", "second", "together"), [("দুপুর ২টা", "বেলা আড়াইটায়", True), ("সকাল ৯টা", "বিকেল ৫টায়", False)]
)
def test_reports_that_give_one_hour_tell_of_one_thing_in_other_words(first, second, together):
    told = entries(BREACH[0].format(first), BREACH[1].format(second))
    (line,) = [e for e in told if any("বাঁধটি ধসে যায়" in proof.text for proof in e.evidence)]
    assert any("বাঁধ ভেঙে যায়" in proof.text for proof in line.evidence) is together


SEIZED = "মঙ্গলবার {}মনোহরপুর বাজারের করিম স্টোর থেকে ত্রাণের চাল চুরির ঘটনায় শামসুল ও রতনকে আটক করে পুলিশ।"
CHARGED = "মঙ্গলবার {}মনোহরপুর বাজারের করিম স্টোর থেকে ত্রাণের চাল চুরির ঘটনায় আটক শামসুল ও রতনের নামে মামলা করে পুলিশ।"


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("সকালে ", "সন্ধ্যায় ", False),
        ("সকালে ", "রাতে ", False),
        ("সকালে ", "সন্ধ্যা ৬টায় ", False),
        ("সকাল ৯টায় ", "দুপুর ১২টায় ", False),
        ("সকালে ", "সকাল ৯টায় ", True),
        ("সকাল ৯টায় ", "সকাল ১০টায় ", True),
        ("সকালে ", "", True),
    ],
)
def test_hours_of_one_day_that_exclude_each_other_are_of_two_things(first, second, together):
    told = entries(SEIZED.format(first), CHARGED.format(second))
    assert len(told) == (1 if together else 2)


def test_a_report_without_an_hour_does_not_join_a_morning_to_its_evening():
    told = entries(SEIZED.format("সকালে "), CHARGED.format("সন্ধ্যায় "), SEIZED.format(""))
    (line,) = [e for e in told if any("মঙ্গলবার সকালে" in proof.text for proof in e.evidence)]
    assert not any("মঙ্গলবার সন্ধ্যায়" in proof.text for proof in line.evidence)


@pytest.mark.parametrize(
    ("one", "other", "same", "apart"),
    [
        ("09:00", "09:45", True, False),
        ("09:00", "12:30", False, True),
        ("MO", "EV", False, True),
        ("MO", "MO", False, False),
        ("NI", "02:30", False, False),
        ("NI", "22:00", False, False),
        ("NI", "AF", False, False),
        ("MO", None, False, False),
        (None, None, False, False),
    ],
)
def test_only_clock_times_are_one_hour_and_only_hours_that_are_told_exclude_another(one, other, same, apart):
    left, right = (When("2025-08-12", "day", "stated", clock) for clock in (one, other))
    assert (left.same_hour(right), left.other_hour(right)) == (same, apart)
    carried = When("2025-08-12", "day", "context", one)
    assert not carried.other_hour(right)
    assert not When("2025-08-13", "day", "stated", one).other_hour(right)


ARREST = "মনোহরপুরের ব্যবসায়ী নূর হোসেন খুনের ঘটনায় সন্দেহভাজন দুই যুবককে আটক করেছে পুলিশ।"
FILED = "ব্যবসায়ী নূর হোসেন হত্যার ঘটনায় সাতজনকে আসামি করে মনোহরপুর থানায় মামলা দায়ের করা হয়েছে।"


def test_an_arrest_and_the_case_that_reports_open_with_are_two_lines():
    assert len(entries(ARREST, FILED)) == 2
