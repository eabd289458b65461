"""What two reports may both have counted rightly: other votes, another part of the whole, another hour."""

import pytest

from shutro.model import Article
from shutro.stories.timeline import timeline

EVENING, NIGHT = "2025-03-10T19:00:00+06:00", "2025-03-10T19:40:00+06:00"


def differences(one, other, printed=(EVENING, NIGHT)):
    reports = [
        Article.from_text(id=name, outlet=outlet, headline="উপনির্বাচন", body=body, published=when)
        for name, outlet, body, when in zip("ab", ("প্রভাতরেখা", "জনপদলিপি"), (one, other), printed, strict=True)
    ]
    return [d for entry in timeline(reports, None) for d in entry.differences]


def votes(*won):
    told = [f"{name} আনারস প্রতীকে পেয়েছেন {number} ভোট" for name, number in won]
    return f"ময়নামতি পৌরসভার মেয়র পদে উপনির্বাচনে {', '.join(told)}।"


def test_the_votes_of_two_candidates_are_two_things():
    assert not differences(votes(("রফিকুল হাসান", "১২ হাজার ৫০")), votes(("সেলিনা পারভীন", "৯ হাজার ৭১০")))


def test_a_candidate_s_votes_are_compared_with_his_own():
    (found,) = differences(votes(("রফিকুল হাসান", "১২ হাজার ৫০")), votes(("রফিকুল হাসান", "১২ হাজার ৫৫০")))
    assert (found.slot, found.kind) == ("count", "conflict")
    assert {found.this, found.other} == {"১২ হাজার ৫০ ভোট", "১২ হাজার ৫৫০ ভোট"}


def test_each_of_several_numbers_is_his_who_stands_before_it():
    both = votes(("রফিকুল হাসান", "১২ হাজার ৫০"), ("সেলিনা পারভীন", "৯ হাজার ৭১০"))
    (found,) = differences(both, votes(("সেলিনা পারভীন", "৯ হাজার ১৭০"), ("রফিকুল হাসান", "১২ হাজার ৫০")))
    assert {found.this, found.other} == {"৯ হাজার ৭১০ ভোট", "৯ হাজার ১৭০ ভোট"}


def test_votes_of_some_polling_places_contradict_none_of_all():
    some = "ময়নামতি পৌরসভার উপনির্বাচনে ২০টি কেন্দ্রের ফলাফলে রফিকুল হাসান পেয়েছেন ৮ হাজার ১০০ ভোট।"
    every = "ময়নামতি পৌরসভার উপনির্বাচনে ৩১টি কেন্দ্রের ফলাফলে রফিকুল হাসান পেয়েছেন ১২ হাজার ৫০ ভোট।"
    assert not differences(some, every)


def test_votes_far_from_each_other_are_of_other_places_or_hours():
    few, all_ = (votes(("রফিকুল হাসান", number)) for number in ("১ হাজার ২২০", "১২ হাজার ৫০"))
    assert not differences(few, all_)


def test_a_higher_count_of_a_candidate_s_votes_may_be_a_later_one():
    morning, noon = "2025-03-10T19:00:00+06:00", "2025-03-10T21:00:00+06:00"
    assert not differences(*(votes(("রফিকুল হাসান", n)) for n in ("১২ হাজার ৫০", "১২ হাজার ৫৫০")), (morning, noon))


def test_results_of_some_halls_contradict_none_of_others():
    told = "ময়নামতি বিশ্ববিদ্যালয়ের ছাত্র সংসদ নির্বাচনে {}টি হলের ফলাফল ঘোষণা করা হয়েছে।"
    assert not differences(told.format("৪"), told.format("৬"))


def test_a_number_that_was_passed_is_below_a_higher_one():
    toll = "খুলনার দৌলতপুরে ভূমিকম্পে নিহতের সংখ্যা {}।"
    assert not differences(toll.format("২৮০ জন ছাড়িয়েছে"), toll.format("২৮৬ জনে পৌঁছেছে"))


def test_the_minutes_of_two_clock_times_are_no_counts():
    fire = "সোমবার রাত ৯টা {} মিনিটের দিকে খুলনার দৌলতপুরে একটি পাটকলের গুদামে আগুন লাগে।"
    assert not differences(fire.format("৪০"), fire.format("৫০"))


@pytest.mark.parametrize(
    "part", ["সদর হাসপাতালে আহত ৫ জনের চিকিৎসা চলছে।", "জেলা মেডিকেল কলেজে আহত ৫ জন ভর্তি আছেন।"]
)
def test_the_injured_of_one_hospital_are_not_all_the_injured(part):
    crash = "খুলনার দৌলতপুরে বাস ও ট্রাকের সংঘর্ষে "
    assert not differences(f"{crash}১২ জন আহত হয়েছেন।", f"{crash}বহু মানুষ আহত হয়েছেন। দৌলতপুরের সংঘর্ষে {part}")


def test_a_toll_that_rose_within_two_hours_is_an_update():
    toll = "খুলনার দৌলতপুরে বাস ও ট্রাকের সংঘর্ষে {} জন নিহত হয়েছেন।"
    found = differences(toll.format("৬"), toll.format("৭"), (EVENING, "2025-03-10T20:30:00+06:00"))
    assert {(d.kind, d.this, d.other) for d in found} == {("update", "৭ জন", "৬ জন")}


def test_one_difference_in_two_spellings_is_one():
    bloc = "কৃষক লীগের সভাপতি কামাল মজুমদার নাগরিক মোর্চার {} জোটে যোগ দেওয়ার ঘোষণা দিয়েছেন।"
    twice = f"{bloc.format('৯ দলীয়')}\n{bloc.format('৯–দলীয়').replace('ঘোষণা', 'সিদ্ধান্ত')}"
    (found,) = differences(twice, bloc.format("১০ দলীয়"))
    assert (found.slot, found.this, found.other) == ("count", "৯ দলীয়", "১০ দলীয়")
