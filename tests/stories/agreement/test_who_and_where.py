"""Where it happened and who did it: what two papers cannot both have right, and all that they can."""

import pytest

from shutro.model import Article
from shutro.stories.timeline import timeline


def report(name, outlet, body):
    at = "2025-03-20T18:00:00+06:00"
    return Article.from_text(id=name, outlet=outlet, headline="দিনের খবর", body=body, published=at)


def conflicts(one, other):
    told = [report("a", "প্রভাতরেখা", one), report("b", "জনপদলিপি", other)]
    entries = timeline(told, None)
    return {
        (d.slot, frozenset((d.this, d.other))) for e in entries for d in e.differences if d.kind == "conflict"
    }


FOUND = "বৃহস্পতিবার (২০ মার্চ) সকালে {} একটি ধানখেত থেকে চাল ব্যবসায়ী আবদুস সাত্তারের লাশ উদ্ধার করেছে পুলিশ।"


def test_one_body_found_in_two_districts_is_a_conflict():
    slots = conflicts(FOUND.format("পাবনায়"), FOUND.format("নাটোরে"))
    assert slots == {("place", frozenset(("পাবনায়", "নাটোরে")))}


@pytest.mark.parametrize("wider", ["বাংলাদেশে", "পাবনার ঈশ্বরদীতে", "ঈশ্বরদীতে"])
def test_a_place_that_may_lie_in_the_other_contradicts_nothing(wider):
    assert not conflicts(FOUND.format("পাবনায়"), FOUND.format(wider))


def test_two_men_found_dead_are_two():
    other = FOUND.replace("আবদুস সাত্তারের", "রমজান আলীর")
    assert not conflicts(FOUND.format("পাবনায়"), other.format("নাটোরে"))


def test_a_speaker_may_speak_in_two_districts_on_one_day():
    rally = "বৃহস্পতিবার (২০ মার্চ) {} জনসভায় বক্তব্য দেন নাগরিক মোর্চার নেতা আবদুল করিম।"
    assert not conflicts(rally.format("পাবনায়"), rally.format("নাটোরে"))


CHAIRED = "বৃহস্পতিবার (২০ মার্চ) রাজশাহী বিশ্ববিদ্যালয়ের সিনেট ভবনে বার্ষিক সভায় সভাপতিত্ব করেন {}।"


def test_a_meeting_has_one_chair():
    slots = conflicts(CHAIRED.format("অধ্যাপক সালেহ হাসান"), CHAIRED.format("অধ্যাপক মাহবুবুর রহমান"))
    assert slots == {("person", frozenset(("সালেহ হাসান", "মাহবুবুর রহমান")))}


def test_the_chair_is_named_as_fully_as_the_sentence_does():
    thanks = " এ সময় সালেহ হাসানের হাতে ক্রেস্ট তুলে দেওয়া হয়। এ সময় হাসান সবাইকে ধন্যবাদ জানান।"
    one, other = CHAIRED.format("অধ্যাপক সালেহ হাসান"), CHAIRED.format("অধ্যাপক মাহবুবুর রহমান")
    slots = conflicts(one + thanks, other)
    assert slots == {("person", frozenset(("সালেহ হাসান", "মাহবুবুর রহমান")))}


@pytest.mark.parametrize(
    "other",
    ["অধ্যাপক ড. সালেহ হাসান নকীব", "অধ্যাপক সালেহ্ হাসান", "উপাচার্য", "সালেহ হাসান ও মাহবুবুর রহমান"],
)
def test_a_longer_name_another_spelling_an_office_or_two_together_contradict_nobody(other):
    assert not conflicts(CHAIRED.format("অধ্যাপক সালেহ হাসান"), CHAIRED.format(other))


def test_two_speakers_at_one_meeting_are_no_conflict():
    spoke = "বৃহস্পতিবার (২০ মার্চ) রাজশাহী বিশ্ববিদ্যালয়ের সিনেট ভবনে বার্ষিক সভায় বক্তব্য দেন {}।"
    assert not conflicts(spoke.format("অধ্যাপক সালেহ হাসান"), spoke.format("অধ্যাপক মাহবুবুর রহমান"))
