"""What kind of event a sentence tells, down to the finer kinds of OTHER."""

from __future__ import annotations

from datetime import date

import pytest

import shutro

DAY = date(2024, 3, 5)


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
