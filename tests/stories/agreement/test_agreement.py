"""Where reports differ: a later count, a clash of counts or of clock times, a claim and its denial."""

import sys

import pytest

from shutro.model import Article
from shutro.stories.timeline import timeline


def report(name, outlet, body, published):
    return Article.from_text(id=name, outlet=outlet, headline="বাস দুর্ঘটনা", body=body, published=published)


def differences(*reports):
    return [d for entry in timeline(reports) for d in entry.differences]


def crash(name, outlet, dead, published):
    body = f"বগুড়ার শেরপুরে যাত্রীবাহী বাস খাদে পড়ে {dead} নিহত হয়েছেন। আহতদের হাসপাতালে নেওয়া হয়েছে।"
    return report(name, outlet, body, published)


MORNING, NOON, EVENING = (f"2025-03-10T{hour}:00:00+06:00" for hour in ("09", "10", "19"))


def test_a_higher_count_of_a_later_hour_is_an_update():
    found = differences(crash("a", "প্রভাতরেখা", "৫ জন", MORNING), crash("b", "জনপদলিপি", "৮ জন", EVENING))
    assert {(d.slot, d.kind, d.this, d.other) for d in found} == {("dead", "update", "৮ জন", "৫ জন")}


def test_two_counts_for_the_same_hour_are_a_conflict_shown_from_both_sides():
    found = differences(crash("a", "প্রভাতরেখা", "৫ জন", MORNING), crash("b", "জনপদলিপি", "৮ জন", MORNING))
    assert {d.kind for d in found} == {"conflict"}
    assert {frozenset((d.this, d.other)) for d in found} == {frozenset(("৮ জন", "৫ জন"))}
    assert all(len(d.evidence) == 2 for d in found)


def test_a_lower_later_count_is_no_update():
    found = differences(crash("a", "প্রভাতরেখা", "৮ জন", MORNING), crash("b", "জনপদলিপি", "৫ জন", EVENING))
    assert {d.kind for d in found} == {"conflict"}


def test_at_least_five_does_not_contradict_eight():
    assert not differences(crash("a", "প্রভাতরেখা", "অন্তত ৫ জন", MORNING), crash("b", "জনপদলিপি", "৮ জন", NOON))


def test_the_same_count_twice_is_no_difference():
    assert not differences(crash("a", "প্রভাতরেখা", "৫ জন", MORNING), crash("b", "জনপদলিপি", "৫ জন", NOON))


def test_more_dead_and_some_of_the_dead_are_not_the_toll():
    toll = crash("a", "প্রভাতরেখা", "৮ জন", MORNING)
    assert not differences(toll, crash("b", "জনপদলিপি", "আরও ৩ জন", NOON))
    part = "বগুড়ার শেরপুরে বাস খাদে পড়ে নিহতদের মধ্যে ৩ জন শিশু। আহতদের হাসপাতালে নেওয়া হয়েছে।"
    assert not differences(toll, report("b", "জনপদলিপি", part, NOON))


def meeting(name, outlet, clock):
    body = f"মঙ্গলবার বেলা {clock} খুলনার সার্কিট হাউসে জেলা উন্নয়ন সমন্বয় কমিটির জরুরি বৈঠক শুরু হয়।"
    return report(name, outlet, body, "2025-03-11T18:00:00+06:00")


def test_two_clock_times_for_one_meeting_are_a_conflict():
    found = differences(meeting("a", "প্রভাতরেখা", "১১টায়"), meeting("b", "জনপদলিপি", "১২টায়"))
    assert {(d.slot, d.kind) for d in found} == {("clock", "conflict")}
    assert {d.this for d in found} | {d.other for d in found} == {"11:00", "12:00"}


def test_one_outlet_does_not_contradict_itself_by_the_clock():
    assert not differences(meeting("a", "প্রভাতরেখা", "১১টায়"), meeting("b", "প্রভাতরেখা", "১২টায়"))


OVERLOAD = (
    "লঞ্চে অতিরিক্ত যাত্রী তোলা হয়েছিল বলে অভিযোগ করেছেন যাত্রীরা।\n"
    "তবে লঞ্চটির মালিক রফিকুল ইসলাম অতিরিক্ত যাত্রী তোলার অভিযোগ অস্বীকার করেছেন।"
)


def test_a_denial_in_the_next_paragraph_stands_against_the_claim_it_repeats():
    found = differences(report("a", "প্রভাতরেখা", OVERLOAD, MORNING))
    assert {d.slot for d in found} == {"denial"}
    sides = {proof.text for d in found for proof in d.evidence}
    assert any("বলে অভিযোগ করেছেন যাত্রীরা" in side for side in sides)
    assert any("অস্বীকার করেছেন" in side for side in sides)


@pytest.mark.parametrize(
    "answer",
    [
        "তবে কোস্টগার্ড বিষয়টি নিশ্চিত করেনি।",
        "তবে কোস্টগার্ড তা নিশ্চিত করতে পারেনি।",
        "কিন্তু কোস্টগার্ড এ খবর নিশ্চিত করেনি।",
    ],
)
def test_not_to_confirm_is_no_denial(answer):
    body = f"জেলেরা জানিয়েছেন, মনপুরার কাছে একটি মালবাহী জাহাজ ডুবে গেছে। {answer}"
    assert {d.slot for d in differences(report("a", "প্রভাতরেখা", body, MORNING))} == {"unconfirmed"}


def test_a_denial_whose_speaker_is_too_unsure_is_no_side_of_a_conflict(monkeypatch):
    monkeypatch.setattr(sys.modules["shutro.stories.agreement.claims"], "_LIKELY", 1.01)
    assert not differences(report("a", "প্রভাতরেখা", OVERLOAD, MORNING))


def test_a_denial_of_something_else_is_no_conflict_with_it():
    body = "ধান কাটা শুরু হয়েছে বলে জানিয়েছেন কৃষকেরা।\nমন্ত্রী রফিকুল ইসলাম দুর্নীতির অভিযোগ অস্বীকার করেছেন।"
    assert not differences(report("a", "প্রভাতরেখা", body, MORNING))


def told(name, outlet, *sentences, published=NOON):
    return report(name, outlet, " ".join(sentences), published)


def values(found, slot):
    return {frozenset((d.this, d.other)) for d in found if d.slot == slot and d.kind == "conflict"}


ALLIANCE = "নাগরিক মোর্চা ও কৃষক লীগসহ {} জোটে যোগ দিয়েছে গণমুক্তি পার্টি বলে জানান মোর্চার নেতা আবদুল করিম।"


def alliance(name, outlet, size, *more, published=NOON):
    return told(name, outlet, ALLIANCE.format(size), *more, published=published)


def test_a_number_inside_a_description_is_compared():
    found = differences(alliance("a", "প্রভাতরেখা", "১০ দলীয়"), alliance("b", "জনপদলিপি", "মোট ১১টি দলের এই"))
    assert values(found, "count") == {frozenset(("১০ দলীয়", "১১টি দলের"))}


def test_a_number_in_words_is_the_same_number():
    assert not differences(alliance("a", "প্রভাতরেখা", "দশ দলীয়"), alliance("b", "জনপদলিপি", "১০ দলের"))


def test_a_number_that_a_step_explains_is_no_conflict():
    step = "আজ আরও দুটি দল যুক্ত হয়েছে।"
    assert not differences(alliance("a", "প্রভাতরেখা", "আট দলীয়"), alliance("b", "জনপদলিপি", "১০ দলীয়", step))


def units(name, outlet, number):
    body = f"চট্টগ্রামের কালুরঘাটে কাপড়ের গুদামে লাগা আগুন নেভাতে {number} ইউনিট কাজ করছে বলে জানিয়েছে ফায়ার সার্ভিস।"
    return report(name, outlet, body, NOON)


def test_a_number_of_one_thing_told_in_the_same_words_is_compared():
    found = differences(units("a", "প্রভাতরেখা", "৭টি"), units("b", "জনপদলিপি", "১১টি"))
    assert values(found, "count") == {frozenset(("৭টি ইউনিট", "১১টি ইউনিট"))}


WATER = "{} এলাকার {} ইউনিটে সেচের পানি দেওয়া শুরু হয়েছে বলে জানান নির্বাহী প্রকৌশলী আবদুল করিম।"


@pytest.mark.parametrize("wider", ["রাজশাহী ও বগুড়া", "বগুড়া এবং রাজশাহী"])
def test_a_number_over_two_places_contradicts_none_over_one(wider):
    both = told("a", "প্রভাতরেখা", WATER.format(wider, "১১টি"))
    one, other = (told("b", "জনপদলিপি", WATER.format(place, "৭টি")) for place in ("রাজশাহী", wider))
    assert not differences(both, one)
    assert values(differences(both, other), "count") == {frozenset(("৭টি ইউনিটে", "১১টি ইউনিটে"))}


def test_what_both_can_have_written_is_no_conflict():
    for one, other in (("প্রায় ৫০টি", "৫২টি"), ("অন্তত ১০টি", "১২টি"), ("সাতটি", "৭টি"), ("৭টি", "৭টি")):
        assert not differences(units("a", "প্রভাতরেখা", one), units("b", "জনপদলিপি", other)), (one, other)


def test_a_seat_is_named_and_not_counted():
    line = "ঢাকা-{} আসনে গণমুক্তি পার্টির প্রার্থী হয়েছেন আবদুল করিম বলে জানায় দলটি।"
    assert not differences(told("a", "প্রভাতরেখা", line.format("১১")), told("b", "জনপদলিপি", line.format("১৩")))


def test_settled_against_open():
    found = differences(
        told("a", "প্রভাতরেখা", "নাগরিক মোর্চার সঙ্গে সমঝোতায় গণমুক্তি পার্টি ৩০টি আসনে প্রার্থী দেবে।"),
        told("b", "জনপদলিপি", "নাগরিক মোর্চা ও গণমুক্তি পার্টির সমঝোতা হলেও আসন এখনো চূড়ান্ত হয়নি।"),
    )
    assert {d.slot for d in found} == {"settled"}
    assert all(len(d.evidence) == 2 for d in found)


def test_some_of_it_still_open_contradicts_nothing():
    assert not differences(
        told("a", "প্রভাতরেখা", "নাগরিক মোর্চার সঙ্গে সমঝোতায় গণমুক্তি পার্টি ৩০টি আসনে প্রার্থী দেবে।"),
        told("b", "জনপদলিপি", "নাগরিক মোর্চা ও গণমুক্তি পার্টির সমঝোতা হলেও কিছু আসন এখনো চূড়ান্ত হয়নি।"),
    )


def test_a_clock_time_of_this_meeting_is_that_of_the_meeting_just_named():
    called = "মঙ্গলবার গুলশান কার্যালয়ে গণমুক্তি পার্টির স্থায়ী কমিটির জরুরি বৈঠক ডাকা হয়েছে।"
    found = differences(
        told(
            "a", "প্রভাতরেখা", called, "দুপুর ১২টা ৩০ মিনিটে এ বৈঠক শুরু হবে।",
            published="2025-03-11T09:00:00+06:00",
        ),
        told(
            "b", "জনপদলিপি",
            "মঙ্গলবার বেলা ১১টায় গুলশান কার্যালয়ে গণমুক্তি পার্টির স্থায়ী কমিটির জরুরি বৈঠক শুরু হবে।",
            published="2025-03-11T09:30:00+06:00",
        ),
    )  # fmt: skip
    assert values(found, "clock") == {frozenset(("12:30", "11:00"))}


def test_after_an_hour_contradicts_no_later_hour():
    first = "মঙ্গলবার বেলা ১১টার পর খুলনার সার্কিট হাউসে জেলা উন্নয়ন কমিটির জরুরি বৈঠক শুরু হয়।"
    later = "মঙ্গলবার বেলা ১২টায় খুলনার সার্কিট হাউসে জেলা উন্নয়ন কমিটির জরুরি বৈঠক শুরু হয়।"
    evening = "2025-03-11T18:00:00+06:00"
    assert not differences(
        told("a", "প্রভাতরেখা", first, published=evening), told("b", "জনপদলিপি", later, published=evening)
    )
