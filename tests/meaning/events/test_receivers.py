"""To whom it is done."""

from __future__ import annotations

import pytest
from tests.meaning.told import happened

from shutro.meaning.events.events import events

PUTIN = "ভ্লাদিমির পুতিন|PER"


class TestWhom:
    def test_a_ruling_is_on_whose_the_noun_is(self, document):
        (event,) = events(document("আদালত করিম হকের রিমান্ড মঞ্জুর করেছেন।", "করিম হকের|PER|করিম হক"))
        assert (event.kind, event.recipients) == ("COERCE", ("করিম হক",))

    def test_the_dead_are_mourned_also_where_they_are_not_named_again(self, document):
        text = "করিম হকের মৃত্যুতে শোক জানিয়েছে ভোলা পৌরসভা। এক বার্তায় এই শোক জানানো হয়।"
        first, again = events(document(text, "করিম হকের|PER|করিম হক", "ভোলা পৌরসভা|ORG"))
        assert first.recipients == again.recipients == ("করিম হক",)

    def test_two_leaders_are_those_who_met_before(self, document):
        text = "কিম জং উনের সঙ্গে বৈঠক করেছেন ভ্লাদিমির পুতিন। দুই নেতা আলোচনা করেন।"
        first, again = events(document(text, PUTIN, "কিম জং উনের|PER|কিম জং উন"))
        assert (first.actors, first.recipients) == (("ভ্লাদিমির পুতিন",), ("কিম জং উন",))
        assert set(again.actors) == {"ভ্লাদিমির পুতিন", "কিম জং উন"}

    def test_a_meeting_of_both_has_both_for_actors(self, document):
        text = "কিম জং উনের সঙ্গে ভ্লাদিমির পুতিনের বৈঠক হয়েছে।"
        doc = document(text, "কিম জং উনের|PER|কিম জং উন", "ভ্লাদিমির পুতিনের|PER|ভ্লাদিমির পুতিন")
        assert set(events(doc)[0].actors) == {"ভ্লাদিমির পুতিন", "কিম জং উন"}

    def test_a_capital_that_is_visited_is_its_state(self, document):
        (event,) = events(document("পিয়ংইয়ং সফরে এসেছেন ভ্লাদিমির পুতিন।", PUTIN, "পিয়ংইয়ং|LOC"))
        assert event.recipients == ("উত্তর কোরিয়া",)

    def test_who_is_told_of_an_order(self, document):
        (event,) = events(document("মাঠের কর্মকর্তাদের নির্দেশ দেন করিম হক।", "করিম হক|PER"))
        assert (event.actors, event.recipients) == (("করিম হক",), ("মাঠের কর্মকর্তা",))


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("পুলিশের হাতে গ্রেপ্তার হন সাবেক এমপি কামরুল আলম।", ["পুলিশ"], ["কামরুল আলম"]),
        ("সেনাবাহিনীর গুলিতে তিন বিক্ষোভকারী নিহত হয়েছেন।", ["সেনাবাহিনী"], []),
        ("ইসরায়েলি বিমান হামলায় গাজায় অন্তত ২০ জন নিহত হয়েছেন।", ["ইসরায়েল"], []),
        ("দুর্ঘটনায় রহিম উদ্দিন ও সালমা বেগম নিহত হয়েছেন।", [], ["রহিম উদ্দিন", "সালমা বেগম"]),
        ("সংবাদকর্মী রফিক আজাদ হামলার শিকার হয়েছেন।", [], ["রফিক আজাদ"]),
    ],
)
def test_what_becomes_of_somebody_is_done_to_him(text: str, actors: list[str], recipients: list[str]) -> None:
    (event,) = happened(text)
    assert (list(event.actors), list(event.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("রাশিয়ার হামলার নিন্দা জানিয়েছে ফ্রান্স।", ["রাশিয়া"]),
        ("ইউক্রেনের ওপর রাশিয়ার হামলার তীব্র নিন্দা জানিয়েছে জাপান।", ["রাশিয়া"]),
        ("ভারতের সঙ্গে নেপালের চুক্তির সমালোচনা করেছে জাপান।", []),
        ("রফিক আজাদের পদত্যাগের দাবিতে শিক্ষার্থীরা বিক্ষোভ করছেন।", ["রফিক আজাদ"]),
        ("ব্যবসায়ী রফিক আজাদসহ ১৮ জনের বিরুদ্ধে মামলা করেছে পুলিশ।", ["রফিক আজাদ"]),
    ],
)
def test_whom_a_complaint_is_against(text: str, recipients: list[str]) -> None:
    (event,) = happened(text)
    assert list(event.recipients) == recipients


def test_they_who_are_charged_are_those_arrested_before() -> None:
    text = "শামীম ও রুবেল নামে দুই যুবককে আটক করেছে পুলিশ। তাদের বিরুদ্ধে মামলা করা হয়েছে।"
    assert happened(text)[1].recipients == ("শামীম", "রুবেল")


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("জাপান নেপাল সরকার ও জনগণের প্রতি সমবেদনা জানিয়েছে।", ["নেপাল"]),
        ("রুশ সেনাদের অস্ত্র সরবরাহ করছে উত্তর কোরিয়া।", ["রাশিয়া"]),
        ("ইউক্রেনের জন্য সহায়তা ঘোষণা করেছে জার্মানি।", ["ইউক্রেন"]),
        ("চীনের পণ্যের ওপর শুল্ক আরোপ করেছে যুক্তরাষ্ট্র।", ["চীন"]),
        ("ভারতের অভিযোগ অস্বীকার করেছে নেপাল।", ["ভারত"]),
        ("রাশিয়ার একটি তেল শোধনাগারে হামলা চালিয়েছে ইউক্রেন।", ["রাশিয়া"]),
        ("সিরিয়ায় বিমান হামলা চালিয়েছে ইসরায়েল।", ["সিরিয়া"]),
        ("কিয়েভে হামলা চালিয়েছে রাশিয়া।", ["ইউক্রেন"]),
        ("ঢাকায় হামলা চালিয়েছে দুর্বৃত্তরা।", []),
        ("রফিক আজাদের বাড়িতে হামলা চালিয়েছে দুর্বৃত্তরা।", ["রফিক আজাদ"]),
        ("রফিক আজাদ ও করিম হককে আটক করেছে পুলিশ।", ["রফিক আজাদ", "করিম হক"]),
        ("জামিনে মুক্তি পেয়েছেন রফিক আজাদ।", ["রফিক আজাদ"]),
        ("বিক্ষোভকারীদের ওপর লাঠিচার্জ করে পুলিশ।", []),
    ],
)
def test_to_whom_it_is_done_by_case_and_postposition(text: str, recipients: list[str]) -> None:
    (event,) = happened(text)
    assert list(event.recipients) == recipients


def test_the_police_act_on_protesters_who_are_none_of_them() -> None:
    (event,) = happened("পুলিশ বিক্ষোভকারীদের ছত্রভঙ্গ করে দেয়।")
    assert event.actors == ("পুলিশ",)


def test_whose_house_it_is_does_not_suffer_what_is_done_there_to_another() -> None:
    text = "আদালত রফিক আজাদকে কারাগারে পাঠানোর নির্দেশ দিয়েছেন। করিম হকের বাসা থেকে তাকে গ্রেপ্তার করে পুলিশ।"
    assert [event.recipients for event in happened(text)] == [("রফিক আজাদ",), ("রফিক আজাদ",)]


def test_what_is_asked_is_asked_of_whom_it_is_said_to_and_not_of_those_it_is_about() -> None:
    (event,) = happened("রোহিঙ্গাদের ওপর সহিংসতা বন্ধের জন্য মিয়ানমারের প্রতি আহ্বান জানিয়েছে জাপান।")
    assert event.recipients == ("মিয়ানমার",)


def test_the_officer_who_tells_of_an_arrest_is_not_the_one_arrested() -> None:
    text = "থানার ভারপ্রাপ্ত কর্মকর্তা (ওসি) আসলাম উদ্দিন বলেন, এক তরুণকে গ্রেপ্তার করা হয়েছে। তাঁকে কারাগারে পাঠানো হয়েছে।"
    assert all("আসলাম উদ্দিন" not in (*event.actors, *event.recipients) for event in happened(text))


def test_an_arrested_minister_is() -> None:
    text = "সাবেক মন্ত্রী কামরুল ইসলাম ঢাকায় ছিলেন। তাঁকে আটক করে পুলিশ।"
    (event,) = happened(text)
    assert (event.kind, event.actors, event.recipients) == ("COERCE", ("পুলিশ",), ("কামরুল ইসলাম",))


def test_they_who_are_arrested_are_not_the_force_spoken_of_before() -> None:
    text = "র‍্যাব জানায়, গুদামে অভিযান চালানো হয়। পরে তাদের আটক করা হয়।"
    assert all("র‍্যাব" not in event.recipients for event in happened(text))


def test_who_is_in_prison_is_whom_it_is_done_to() -> None:
    (event,) = happened("ব্যবসায়ী রফিকুল আলম কারাগারে আছেন।")
    assert (event.actors, event.recipients) == ((), ("রফিকুল আলম",))


def test_nobody_at_home_robs_no_house() -> None:
    text = "বাড়িতে কেউ না থাকার সুযোগে টাকা লুট করে নিয়ে গেছে।"
    assert all("কেউ" not in event.actors for event in happened(text))


def test_nobody_gives_way_to_whoever_is_only_by() -> None:
    (event,) = happened("অধ্যাপক করিম হকের উপস্থিতিতে অনশন ভাঙেন শিক্ষার্থীরা।")
    assert (event.kind, event.recipients) == ("YIELD", ())


def test_a_judge_named_in_his_bench_is_not_whom_it_rules_against() -> None:
    (event,) = happened("বিচারপতি নাসরিন হকের নেতৃত্বাধীন হাইকোর্ট বেঞ্চ এ আদেশ দেন।")
    assert "নাসরিন হক" not in event.recipients


def test_some_who_are_counted_are_not_called_by_the_count() -> None:
    (event,) = happened("সীমান্তে ১৯ জন ফিলিস্তিনীকে হত্যা করে বাহিনীটি।")
    assert not any(name.startswith("জন ") for name in event.recipients)


def test_who_gets_recognition_is_given_it(document):
    (event,) = events(document("ম্যাচসেরার স্বীকৃতি পেয়েছেন কামরুল হাসান।", "কামরুল হাসান|PER"))
    assert (event.actors, event.recipients) == ((), ("কামরুল হাসান",))


def test_the_town_of_a_judge_is_not_whom_he_rules_against(document):
    doc = document("ঢাকার বিচারক কামরুল হাসান শুনানি শেষে আবেদন নাকচ করে দেন।", "ঢাকার|LOC|ঢাকা", "কামরুল হাসান|PER")
    (event,) = events(doc)
    assert (event.actors, event.recipients) == (("কামরুল হাসান",), ())


def test_the_accused_is_of_whom_it_was_ruled_before(document):
    doc = document(
        "প্রধান আসামি রহিম উদ্দিনের ভাই কামরুল হাসানকে গ্রেপ্তার করেছে পুলিশ। আদালত আসামির রিমান্ড মঞ্জুর করেন।",
        "রহিম উদ্দিনের|PER|রহিম উদ্দিন",
        "কামরুল হাসানকে|PER|কামরুল হাসান",
    )
    assert [event.recipients for event in events(doc)] == [("কামরুল হাসান",), ("কামরুল হাসান",)]
