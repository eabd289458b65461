"""Which words tell an event, of what kind, and as what."""

from __future__ import annotations

import pytest
from tests.meaning.told import DAY, happened

import shutro
from shutro.meaning.events.events import events


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("দুই নেতা ঢাকায় বৈঠক করেন।", "CONSULT"),
        ("মন্ত্রীরা আলোচনায় বসেছেন।", "CONSULT"),
        ("নিহতের ঘটনায় শোক প্রকাশ করেছে দলটি।", "SUPPORT"),
        ("দ্রুত বিচারের দাবি জানিয়েছেন স্বজনেরা।", "REQUEST"),
        ("চুক্তি স্বাক্ষর করেছে দুই দেশ।", "AGREE"),
        ("সাহায্যের প্রস্তাব প্রত্যাখ্যান করেছে দেশটি।", "REJECT"),
        ("হামলার হুমকি দিয়েছে গোষ্ঠীটি।", "THREATEN"),
        ("শ্রমিকেরা মানববন্ধন করেছেন।", "PROTEST"),
        ("তিন ব্যাংকের ওপর নিষেধাজ্ঞা আরোপ করা হয়েছে।", "SANCTION"),
        ("সীমান্তে সেনা মোতায়েন করেছে দেশটি।", "MOBILIZE"),
        ("দুজনকে গ্রেপ্তার করেছে পুলিশ।", "COERCE"),
        ("মিছিলে হামলা চালানো হয়েছে।", "ASSAULT"),
        ("দুর্গতদের ত্রাণ দিয়েছে সংস্থাটি।", "AID"),
        ("দুজন নিহত হয়েছেন।", "OTHER"),
        ("মনোনয়নপত্র জমা দিয়েছেন তিনি।", "OTHER"),
    ],
)
def test_light_verbs_passives_and_nouns_tell_the_kind(text, kind, document):
    (event,) = events(document(text))
    assert event.kind == kind
    assert text[event.start : event.end] == event.text


def test_the_finer_kind_of_other_is_kept(document):
    (event,) = events(document("দুজন নিহত হয়েছেন।"))
    assert event.rule == "predicate:death"


PUTIN = "ভ্লাদিমির পুতিন|PER"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ভ্লাদিমির পুতিন বৈঠক করেছেন।", "asserted"),
        ("ভ্লাদিমির পুতিন বৈঠক করবেন।", "planned"),
        ("ভ্লাদিমির পুতিন বৈঠক করতে পারেন।", "hypothetical"),
        ("রয়টার্স জানায়, ভ্লাদিমির পুতিন বৈঠক করেছেন।", "reported"),
    ],
)
def test_planned_possible_and_reported_are_told_apart(text, status, document):
    (event,) = events(document(text, PUTIN, "রয়টার্স|ORG"))
    assert event.status == status


@pytest.mark.parametrize("text", ["ভ্লাদিমির পুতিন বৈঠক করেননি।", "সবাইকে আলোচনা করতে হবে।", "তিনি এ কথা বলেন।"])
def test_what_was_not_done_is_no_event(text, document):
    assert events(document(text, PUTIN)) == []


def test_a_courts_order_is_a_verdict(document):
    (event,) = events(document("নাম বাদ দেওয়ার নির্দেশ দিয়েছেন আদালত।"))
    assert (event.kind, event.rule) == ("OTHER", "predicate:verdict")


def test_to_reach_another_state_is_a_visit(document):
    (event,) = events(document("মঙ্গলবার ভ্লাদিমির পুতিন চীনে পৌঁছেছেন।", PUTIN, "চীনে|LOC|চীন"))
    assert (event.kind, event.recipients) == ("CONSULT", ("চীন",))


def test_the_happening_told_again_is_of_the_same_kind(document):
    first, again = events(document("বাজারে হামলা চালানো হয়। মঙ্গলবার রাতে এ ঘটনা ঘটে।"))
    assert (first.kind, again.kind) == ("ASSAULT", "ASSAULT")


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


def test_to_speak_with_somebody_is_a_meeting_and_with_reporters_is_none() -> None:
    (event,) = happened("মন্ত্রী রফিক আজাদ নরেন্দ্র মোদির সঙ্গে ফোনে কথা বলেছেন।")
    assert (event.kind, event.recipients) == ("CONSULT", ("নরেন্দ্র মোদি",))
    assert happened("সকালে সাংবাদিকদের সঙ্গে কথা বলেন রফিক আজাদ।") == []


def kinds(text: str) -> list[str]:
    """The kinds told in a text; those of OTHER by their finer kind."""
    return [event.rule.rpartition(":")[2] for event in shutro.events(text, at=DAY)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ঘটনাস্থলেই তিনজন মারা যান।", "death"),
        ("বৃদ্ধ শিল্পী হাসপাতালে মারা গেছেন।", "death"),
        ("শহরের একটি গুদামে অগ্নিকাণ্ডের ঘটনা ঘটে।", "fire"),
        ("বাজারে আগুন লেগেছে।", "fire"),
        ("বন্যায় শতাধিক গ্রাম প্লাবিত হয়েছে।", "disaster"),
        ("পাহাড়ি ঢলে তিনটি গ্রাম তলিয়ে গেছে।", "disaster"),
        ("নদী থেকে এক যুবকের লাশ উদ্ধার করা হয়েছে।", "recovery"),
        ("বিচারক মাহফুজ আলী এ রায় দেন।", "verdict"),
        ("চিনির দাম কেজিতে ১০ টাকা বেড়েছে।", "price"),
        ("সরকার ডিমের দাম নির্ধারণ করেছে।", "price"),
        ("আমদানি কমেছে।", "economy"),
        ("তিনি দুটি আসনে জয়ী হয়েছেন।", "election"),
        ("শেষ ম্যাচে জয়ী হয়েছে স্বাগতিক দল।", "sport"),
    ],
)
def test_the_finer_kinds_of_other(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


def test_who_will_not_die_has_not_died() -> None:
    assert kinds("এই ওষুধে কেউ মারা যাবে না।") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("বাজারে দুই দলের কর্মীদের সংঘর্ষের ঘটনা ঘটেছে।", "ASSAULT"),
        ("রাতে এক বাড়িতে ডাকাতির ঘটনা ঘটে।", "ASSAULT"),
        ("সংবাদকর্মী রফিক আজাদ হামলার শিকার হয়েছেন।", "ASSAULT"),
        ("পুলিশ টিয়ারশেল নিক্ষেপ করে।", "ASSAULT"),
        ("আদালত আসামির জামিন নামঞ্জুর করেন।", "REJECT"),
        ("প্রশাসন দুর্গতদের মধ্যে চাল বিতরণ করেছে।", "AID"),
        ("প্রতিষ্ঠানটি দুঃখ প্রকাশ করেছে।", "SUPPORT"),
    ],
)
def test_the_kind_is_that_of_what_happens(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


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


@pytest.mark.parametrize("rescue", ["অভিযান", "তৎপরতা"])
def test_to_search_for_the_drowned_is_aid_and_no_raid(rescue: str) -> None:
    (event,) = happened(f"কোস্টগার্ড নদীতে উদ্ধার {rescue} চালাচ্ছে।")
    assert event.kind == "AID"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("দ্বিতীয়ার্ধে ছন্দ হারিয়ে ফেলে দলটি।", []),
        ("নীলপুরকে তিন গোলে হারিয়েছে সবুজ মঞ্চ।", ["sport"]),
        ("তাঁর গান আবার আলোচনায় এসেছে।", []),
    ],
)
def test_what_is_lost_and_what_is_talked_about(document, text, expected):
    doc = document(text, "নীলপুরকে|LOC|নীলপুর", "সবুজ মঞ্চ|ORG")
    assert [event.rule.rpartition(":")[2] for event in events(doc)] == expected
