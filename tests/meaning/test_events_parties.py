"""Who does it and to whom, where a report tells of others than those who tell it."""

from __future__ import annotations

from datetime import date

import pytest

import shutro
from shutro.model import Event

DAY = date(2024, 3, 5)


def happened(text: str) -> list[Event]:
    return shutro.events(text, at=DAY)


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


def test_to_want_to_go_is_not_to_have_gone() -> None:
    (event,) = happened("শরণার্থীরা মিয়ানমারে ফিরে যেতে চায়।")
    assert event.status == "hypothetical"


def test_an_attack_in_words_is_a_charge() -> None:
    (event,) = happened("সংসদে বিরোধী দলকে তীব্র আক্রমণ করলেন মন্ত্রী করিম হক।")
    assert (event.kind, event.actors) == ("ACCUSE", ("করিম হক",))


def test_an_attack_in_strong_words_is_a_charge() -> None:
    (event,) = happened("সভায় মেয়রকে কড়া ভাষায় আক্রমণ করেন কাউন্সিলর করিম হক।")
    assert (event.kind, event.actors) == ("ACCUSE", ("করিম হক",))


@pytest.mark.parametrize("text", ["বিদ্রোহীরা ঘাঁটিতে প্রবল আক্রমণ করেছে।", "সেনারা শহরটিতে তীব্র আক্রমণ চালিয়েছে।"])
def test_a_fierce_attack_is_an_assault(text: str) -> None:
    assert [event.kind for event in happened(text)] == ["ASSAULT"]


def test_to_point_at_something_orders_nothing() -> None:
    assert all(event.kind != "REQUEST" for event in happened("মডেলগুলো ঝড়ের আশঙ্কা নির্দেশ করেছে।"))


def test_what_goes_with_a_noun_is_no_verb() -> None:
    assert happened("ছবির মুক্তি নিয়ে কথা হয়।") == []
    assert all(event.kind != "REQUEST" for event in happened("ব্যয়ের চেয়ে আয় কম, জানান ব্যবসায়ীরা।"))


def test_a_warning_signal_threatens_nobody() -> None:
    assert all(event.kind != "THREATEN" for event in happened("বন্দরে দুই নম্বর হুঁশিয়ারি সংকেত রয়েছে।"))


def test_a_sanction_lifted_is_yielded() -> None:
    (event,) = happened("রোববার নিষেধাজ্ঞা উঠে গেছে।")
    assert event.kind == "YIELD"


def test_a_press_conference_against_somebody_does_not_meet_him() -> None:
    (event,) = happened("মেয়র করিম হকের বিরুদ্ধে সংবাদ সম্মেলন করেছেন কাউন্সিলররা।")
    assert "করিম হক" not in event.recipients


def test_two_who_meet_are_printed_with_a_dash() -> None:
    text = "প্রেসিডেন্ট ভ্লাদিমির পুতিন ও কিম জং উন শহরে আছেন। কিম-পুতিনের বৈঠক হয় বুধবার।"
    event = happened(text)[-1]
    assert set(event.actors) == {"কিম জং উন", "ভ্লাদিমির পুতিন"}


def test_who_tells_of_a_meeting_he_comes_from_was_there() -> None:
    event = happened("কর্মকর্তাদের সঙ্গে আলোচনা শেষে মেয়র করিম হক বলেন, কাজ শুরু হবে।")[0]
    assert (event.kind, event.actors) == ("CONSULT", ("করিম হক",))


def test_a_body_that_stands_there_is_not_left_out() -> None:
    text = "করিম হক বলেন, বাবা খুন হন। পুলিশ তদন্ত শেষে চার্জশিট দেন।"
    assert happened(text)[-1].actors == ("পুলিশ",)


def test_nobody_gives_way_to_whoever_is_only_by() -> None:
    (event,) = happened("অধ্যাপক করিম হকের উপস্থিতিতে অনশন ভাঙেন শিক্ষার্থীরা।")
    assert (event.kind, event.recipients) == ("YIELD", ())


def test_a_judge_named_in_his_bench_is_not_whom_it_rules_against() -> None:
    (event,) = happened("বিচারপতি নাসরিন হকের নেতৃত্বাধীন হাইকোর্ট বেঞ্চ এ আদেশ দেন।")
    assert "নাসরিন হক" not in event.recipients


def test_who_only_tells_of_a_seizure_has_not_seized() -> None:
    (event,) = happened("গোয়েন্দা পুলিশ মিরপুর থেকে গাড়িটি জব্দ করে বলে সংশ্লিষ্ট কর্মকর্তারা জানান।")
    assert (event.kind, event.status) == ("COERCE", "reported")
    assert "সংশ্লিষ্ট কর্মকর্তারা" not in event.actors


@pytest.mark.parametrize("rescue", ["অভিযান", "তৎপরতা"])
def test_to_search_for_the_drowned_is_aid_and_no_raid(rescue: str) -> None:
    (event,) = happened(f"কোস্টগার্ড নদীতে উদ্ধার {rescue} চালাচ্ছে।")
    assert event.kind == "AID"


def test_some_who_are_counted_are_not_called_by_the_count() -> None:
    (event,) = happened("সীমান্তে ১৯ জন ফিলিস্তিনীকে হত্যা করে বাহিনীটি।")
    assert not any(name.startswith("জন ") for name in event.recipients)
