"""Who does it: names behind descriptions, members and authorities, hands and attacks."""

from __future__ import annotations

import pytest
from tests.meaning.told import happened


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


def test_a_post_that_is_left_is_not_who_leaves_it() -> None:
    (event,) = happened("মাহফুজ আলী মন্ত্রিপরিষদের সচিব পদ থেকে পদত্যাগ করেন।")
    assert event.actors == ("মাহফুজ আলী",)


def test_who_claims_an_attack_has_made_it_by_his_own_word() -> None:
    (event,) = happened("হামলার দায় স্বীকার করেছে ইসলামিক স্টেট।")
    assert (event.kind, event.actors, event.status) == ("ASSAULT", ("ইসলামিক স্টেট",), "reported")


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


def test_who_only_tells_of_a_seizure_has_not_seized() -> None:
    (event,) = happened("গোয়েন্দা পুলিশ মিরপুর থেকে গাড়িটি জব্দ করে বলে সংশ্লিষ্ট কর্মকর্তারা জানান।")
    assert (event.kind, event.status) == ("COERCE", "reported")
    assert "সংশ্লিষ্ট কর্মকর্তারা" not in event.actors
