"""Who does it to whom: names behind descriptions, members and authorities, hands and attacks."""

from __future__ import annotations

from datetime import date

import pytest

import shutro
from shutro.model import Event

DAY = date(2024, 3, 5)


def happened(text: str) -> list[Event]:
    return shutro.events(text, at=DAY)


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        (
            "মিরপুরে সালাম মিয়া (৪৫) নামের এক ব্যবসায়ীকে পিটিয়ে হত্যা করেছে দুর্বৃত্তরা।",
            ["দুর্বৃত্তরা"],
            ["সালাম মিয়া"],
        ),
        ("শামীম ও রুবেল নামে দুই যুবককে আটক করেছে পুলিশ।", ["পুলিশ"], ["শামীম", "রুবেল"]),
        ("জহির নামের একজনকে আটক করা হয়েছে।", [], ["জহির"]),
        ("ট্রাকচাপায় মর্জিনা বেগম (৩০) নামে এক নারী নিহত হয়েছেন।", [], ["মর্জিনা বেগম"]),
        ("সবুজ ঐক্য নামের একটি সংগঠনের সদস্যরা বিক্ষোভ করেন।", ["সবুজ ঐক্য"], []),
    ],
)
def test_a_name_that_introduces_is_who_is_meant(text: str, actors: list[str], recipients: list[str]) -> None:
    (event,) = happened(text)
    assert (list(event.actors), list(event.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("জাতীয় পার্টির নেতাকর্মীরা মহাসড়ক অবরোধ করেন।", ["জাতীয় পার্টি"]),
        ("পুলিশ সদস্যরা গুলি চালান।", ["পুলিশ"]),
        ("ছাত্রদল ও যুবলীগের কর্মীদের মধ্যে সংঘর্ষ হয়েছে।", ["জাতীয়তাবাদী ছাত্রদল", "যুবলীগ"]),
        ("মার্কিন কর্তৃপক্ষ নিষেধাজ্ঞা আরোপ করেছে।", ["যুক্তরাষ্ট্র"]),
    ],
)
def test_a_body_acts_where_its_members_do(text: str, actors: list[str]) -> None:
    (event,) = happened(text)
    assert list(event.actors) == actors


def test_one_member_is_not_the_body() -> None:
    assert all("জাতীয় পার্টি" not in event.actors for event in happened("জাতীয় পার্টির এক সদস্য অনশন করেছেন।"))


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


@pytest.mark.parametrize("text", ["ঝড়ে প্রাণ হারিয়েছে ১৪ জন।", "বোমা হামলায় একজন নিহত এবং তিনজন আহত হন।"])
def test_a_number_of_people_is_no_name(text: str) -> None:
    (event,) = happened(text)
    assert (event.kind, event.actors, event.recipients) == ("OTHER", (), ())
    assert event.rule.endswith(":death")


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("ভারত ও পাকিস্তানের মধ্যে বৈঠক হয়েছে।", ["ভারত", "পাকিস্তান"]),
        ("নেপাল নিয়ে চীনের আগ্রহ আছে। দুই দেশের মধ্যে তিনটি চুক্তি সই হয়েছে।", ["নেপাল", "চীন"]),
        ("নেপাল, ভারত আর চীনের আগ্রহ আছে। দুই দেশের মধ্যে তিনটি চুক্তি সই হয়েছে।", []),
    ],
)
def test_what_is_between_two_is_of_both(text: str, actors: list[str]) -> None:
    assert list(happened(text)[-1].actors) == actors


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


def test_a_post_that_is_left_is_not_who_leaves_it() -> None:
    (event,) = happened("মাহফুজ আলী মন্ত্রিপরিষদের সচিব পদ থেকে পদত্যাগ করেন।")
    assert event.actors == ("মাহফুজ আলী",)


def test_they_who_are_charged_are_those_arrested_before() -> None:
    text = "শামীম ও রুবেল নামে দুই যুবককে আটক করেছে পুলিশ। তাদের বিরুদ্ধে মামলা করা হয়েছে।"
    assert happened(text)[1].recipients == ("শামীম", "রুবেল")


def test_who_claims_an_attack_has_made_it_by_his_own_word() -> None:
    (event,) = happened("হামলার দায় স্বীকার করেছে ইসলামিক স্টেট।")
    assert (event.kind, event.actors, event.status) == ("ASSAULT", ("ইসলামিক স্টেট",), "reported")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("আগামী মাসে দুই দেশের চুক্তি সই হওয়ার কথা রয়েছে।", "planned"),
        ("রোববার বৈঠক হওয়ার কথা।", "planned"),
        ("মন্ত্রণালয় ভিসা বাতিল করার কথা জানিয়েছে।", "reported"),
    ],
)
def test_what_is_due_is_planned(text: str, status: str) -> None:
    (event,) = happened(text)
    assert event.status == status


def test_a_day_long_ago_goes_on_in_the_tense_of_a_story_and_is_not_guessed() -> None:
    text = "২০১৯ সালের ১১ মে রফিক আজাদকে হত্যা করা হয়। পরে পুলিশ একটি মামলা করে। রোববার আদালত রায় দিয়েছেন।"
    assert [event.date for event in happened(text)] == ["2019-05-11", None, "2024-03-03"]


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


def test_to_speak_with_somebody_is_a_meeting_and_with_reporters_is_none() -> None:
    (event,) = happened("মন্ত্রী রফিক আজাদ নরেন্দ্র মোদির সঙ্গে ফোনে কথা বলেছেন।")
    assert (event.kind, event.recipients) == ("CONSULT", ("নরেন্দ্র মোদি",))
    assert happened("সকালে সাংবাদিকদের সঙ্গে কথা বলেন রফিক আজাদ।") == []


@pytest.mark.parametrize(
    "text",
    [
        "ব্যবসায়ী রফিক আজাদ কারাগারে আছেন।",
        "নেপালের বিরুদ্ধে একই অভিযোগ করে আসছে ভারত।",
        "ইউক্রেনে হামলা অব্যাহত রেখেছে রাশিয়া।",
        "সম্প্রতি একটি প্রতিষ্ঠানকে জরিমানা করেছে সরকার।",
    ],
)
def test_what_lasts_or_was_some_time_ago_has_no_day(text: str) -> None:
    assert [(event.date, event.date_how) for event in happened(text)] == [(None, "")]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("পুলিশের একটি দল গুদামে অভিযান চালায়।", ["পুলিশ"]),
        ("র‍্যাবের দুটি টিম গুদামে অভিযান চালায়।", ["র‍্যাব"]),
        ("ঢাকার মুখ্য হাকিম মাহফুজ আলীর আদালত এ আদেশ দেন।", ["মাহফুজ আলী"]),
        ("ভ্রাম্যমাণ আদালত দোকানটিকে জরিমানা করেন।", ["ভ্রাম্যমাণ আদালত"]),
        ("নেপালের প্রধানমন্ত্রী রফিক আজাদের সঙ্গে বৈঠক শেষে এ কথা জানিয়েছেন করিম হক।", ["করিম হক"]),
    ],
)
def test_a_team_a_judge_and_who_tells_of_a_meeting(text: str, actors: list[str]) -> None:
    (event,) = happened(text)
    assert list(event.actors) == actors


def test_a_court_is_called_as_the_sentence_calls_it() -> None:
    text = "ঢাকার মুখ্য মহানগর হাকিম আদালতে মামলা করেন রফিক আজাদ। পরে আদালত তদন্তের আদেশ দেন।"
    assert happened(text)[-1].actors == ("আদালত",)


def test_whose_house_it_is_does_not_suffer_what_is_done_there_to_another() -> None:
    text = "আদালত রফিক আজাদকে কারাগারে পাঠানোর নির্দেশ দিয়েছেন। করিম হকের বাসা থেকে তাকে গ্রেপ্তার করে পুলিশ।"
    assert [event.recipients for event in happened(text)] == [("রফিক আজাদ",), ("রফিক আজাদ",)]


def test_what_is_asked_is_asked_of_whom_it_is_said_to_and_not_of_those_it_is_about() -> None:
    (event,) = happened("রোহিঙ্গাদের ওপর সহিংসতা বন্ধের জন্য মিয়ানমারের প্রতি আহ্বান জানিয়েছে জাপান।")
    assert event.recipients == ("মিয়ানমার",)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("রহিম উদ্দিন নামের এক যুবক দোকান থেকে বের হয়ে করিম হককে কুপিয়ে হত্যা করে।", ["রহিম উদ্দিন"]),
        ("করিম হক তার ভাই রহিম উদ্দিনকে ছুরিকাঘাত করে।", ["করিম হক"]),
        ("করিম হক হত্যার ঘটনায় একটি মামলা করেছে।", []),
    ],
)
def test_who_is_not_honoured_by_the_verb_acts_where_nobody_else_can(text: str, actors: list[str]) -> None:
    (event,) = happened(text)
    assert list(event.actors) == actors
