"""Days that a sentence leaves open: an hour of the day just told, a deadline, a plan for today."""

import tomllib
from importlib.resources import files

import pytest

from shutro.meaning.findings import understand
from shutro.model import Article
from shutro.stories.happening.wording import leans
from shutro.stories.telling.dating import date_sentences
from shutro.stories.telling.hours import _HOURS
from shutro.stories.timeline import timeline

PRINTED = "2025-03-12T08:00:00+06:00"  # a Wednesday


def report(body, name="a", outlet="প্রভাতরেখা", published=PRINTED):
    return Article.from_text(id=name, outlet=outlet, headline="দৌলতপুরে আগুন", body=body, published=published)


def days(body, printed=PRINTED):
    entries = timeline([report(body, published=printed)], None)
    return {proof.text.strip(): entry.date for entry in entries for proof in entry.evidence}


FIRE = "মঙ্গলবার রাত ৯টার দিকে খুলনার দৌলতপুরে একটি পাটকলে আগুন লাগে।"


@pytest.mark.parametrize(
    ("after", "day"),
    [
        ("ফায়ার সার্ভিসের ছয়টি ইউনিট রাত ১১টার দিকে আগুন নিয়ন্ত্রণে আনে।", "2025-03-11"),
        ("পাটকলের মালিক রাত ২টার দিকে ঘটনাস্থলে আসেন।", "2025-03-12"),
        ("আজ সকালে জেলা প্রশাসক পাটকলটি দেখতে যান।", "2025-03-12"),
    ],
)
def test_an_hour_is_of_the_day_just_told_or_of_the_night_after(after, day):
    assert days(f"{FIRE} {after}")[after] == day


def test_an_hour_of_another_paragraph_is_of_the_day_of_printing():
    after = "জেলা প্রশাসক ভোর ৬টায় পাটকলটি দেখতে যান।"
    assert days(f"{FIRE}\n{after}")[after] == "2025-03-12"


def test_the_end_of_a_time_given_is_not_when_it_was_given():
    given = "পাটকলের শ্রমিকেরা মালিককে বকেয়া মজুরি দিতে বৃহস্পতিবার পর্যন্ত সময় বেঁধে দিয়েছেন।"
    assert days(given)[given] == "2025-03-12"


def test_a_span_behind_another_word_leaves_the_day_its_own():
    told = "সোমবার (১০ মার্চ) আগুন লাগার ১৮ ঘণ্টা পর পাটকলের গুদাম থেকে শ্রমিকের লাশ উদ্ধার করা হয়।"
    assert days(told)[told] == "2025-03-10"


def test_a_rising_toll_is_of_the_day_of_printing_though_the_report_looks_back():
    toll = "খুলনার দৌলতপুরে পাটকলে আগুনে নিহতের সংখ্যা বেড়ে ৯ জনে দাঁড়িয়েছে।"
    assert days(f"{toll} এর আগে সোমবার রাতে পাটকলটিতে আগুন লাগে। গত রোববার পাটকলটি চালু করা হয়।")[toll] == "2025-03-12"


def test_a_toll_told_with_the_day_of_the_disaster_is_of_the_day_of_printing():
    toll = "শুক্রবার দৌলতপুরে শক্তিশালী ভূমিকম্পে মৃতের সংখ্যা বেড়ে ২৮ হয়েছে।"
    counted = "সোমবার (১০ মার্চ) পর্যন্ত দৌলতপুরের ভূমিকম্পে মৃতের সংখ্যা বেড়ে ২৮ হয়েছে।"
    assert days(toll)[toll] == "2025-03-12"
    assert days(counted)[counted] == "2025-03-10"


def test_what_goes_on_is_of_no_year():
    protest = "চলতি বছরের পরীক্ষায় অকৃতকার্য শিক্ষার্থীরা দৌলতপুরে শিক্ষা বোর্ডের সামনে বিক্ষোভ করছেন।"
    assert days(protest)[protest] == "2025-03-12"


def test_an_hour_that_was_over_at_printing_is_no_plan():
    asked = "দৌলতপুরের শ্রমিকেরা জানতে চান, আজ ভোর ৩টায় কেন কারখানা বন্ধের ঘোষণা আসবে।"
    (entry,) = timeline([report(asked)])
    assert entry.dated != "planned"


def test_no_news_is_older_than_what_was_before_it():
    lead = "দৌলতপুরের পাটকলে আগুনের ঘটনায় মালিককে গ্রেপ্তার করেছে পুলিশ।"
    body = f"{lead}\nএর আগে সোমবার রাতে পাটকলটিতে আগুন লাগে।\nগত রোববার পাটকলটি পরিদর্শন করেন কর্মকর্তারা।"
    assert days(body)[lead] == "2025-03-12"


@pytest.mark.parametrize(
    "plan",
    [
        "আজ বুধবার সন্ধ্যা ৭টায় দৌলতপুরে পাটকলের শ্রমিকদের নিয়ে সভা হবে।",
        "আজ বুধবার সন্ধ্যা ৭টায় দৌলতপুরে পাটকলের শ্রমিকদের সভায় বক্তব্য দেবেন মেয়র কামাল হোসেন।",
    ],
)
def test_what_is_to_be_later_today_is_a_plan(plan):
    (entry,) = timeline([report(plan)])
    assert (entry.date, entry.dated) == ("2025-03-12", "planned")


def test_the_tolls_of_one_day_are_one_line():
    early = "খুলনার দৌলতপুরে একটি পাটকলের গুদামে ভয়াবহ আগুনে চারজন নিহত হয়েছেন।"
    late = "দৌলতপুরে পাটকলে আগুন লেগে অন্তত ৬ জনের মৃত্যু হয়েছে, দগ্ধ হয়েছেন অনেকে।"
    entries = timeline(
        [report(early), report(late, "b", "জনপদলিপি", "2025-03-12T12:00:00+06:00")],
    )
    assert [len(entry.evidence) for entry in entries] == [2]
    assert [(d.kind, d.this) for d in entries[0].differences] == [("update", "৬ জনের")]


def test_a_line_is_worded_by_what_happened_and_no_mere_confirmation_is_a_line():
    body = (
        f"{FIRE}\nদৌলতপুর থানার ভারপ্রাপ্ত কর্মকর্তা আনিসুর রহমান বিষয়টি নিশ্চিত করেছেন।\n"
        "একাধিকবার চেষ্টা করেও পাটকলের মালিকের বক্তব্য পাওয়া যায়নি।"
    )
    assert [entry.text.strip() for entry in timeline([report(body)])] == [FIRE]


def test_a_speech_that_names_tomorrow_is_of_the_day_it_was_made():
    spoken = (
        "শ্রমিকনেতা কামাল হোসেন বলেন, “আগামীকাল মজুরি দেওয়ার শেষ তারিখ। আমরা কারও কাছে দয়া চাইনি। "
        "কারখানার মালিকপক্ষ আমাদের কথা শোনেনি। শ্রমিকেরা ঘরে ফিরে যায়নি।”"
    )
    entries = timeline([report(spoken)], None)
    assert [entry.date for entry in entries if any("দয়া চাইনি" in proof.text for proof in entry.evidence)] == [
        "2025-03-12"
    ]


def test_what_turns_against_the_sentence_before_stands_by_itself_where_it_has_a_day():
    found = understand(report("যদিও গত সোমবার মালিক টাকা দেন। যদিও মালিক টাকা দেন।"))
    assert [leans(sentence) for sentence in date_sentences(found)] == [False, True]


def test_what_somebody_says_will_be_is_no_plan_of_the_day_it_was_said():
    said = "আজ শুরু হওয়া মেলায় সাংবাদিকদের প্রশ্নে মেয়র সেলিম রহমান বলেছেন, ‘মেলায় এলেই সবাই জানতে পারবেন।’"
    (entry,) = timeline([report(said)], None)
    assert (entry.date, entry.dated) == ("2025-03-12", "stated")


def test_the_rules_of_hours_are_rules_of_the_grammar():
    data = tomllib.loads(files("shutro.bangla").joinpath("data/times.toml").read_text("utf-8"))
    assert {rule["name"] for level in data["level"] for rule in level["rules"]} >= _HOURS
