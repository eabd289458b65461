"""Bangla words and Latin spellings of them: which sound alike, which do not."""

import pytest

from shutro.archive.words.roman import likeness as alike
from shutro.archive.words.roman import phones_of_bangla, phones_of_latin, skeleton
from shutro.archive.words.terms import forms


@pytest.mark.parametrize(
    ("latin", "bangla"),
    [
        ("khaleda", "খালেদা"), ("zia", "জিয়া"), ("hotta", "হত্যা"), ("hottya", "হত্যা"),
        ("nirbachon", "নির্বাচন"),
        ("nirbacon", "নির্বাচন"), ("chattogram", "চট্টগ্রাম"), ("swadhinota", "স্বাধীনতা"), ("school", "স্কুল"),
        ("cricket", "ক্রিকেট"), ("rangpur", "রংপুর"), ("sangbidhan", "সংবিধান"),
        ("wajed", "ওয়াজেদ"), ("porjoton", "পর্যটন"), ("rab", "র‍্যাব"),
        ("podda", "পদ্মা"), ("rail", "রেল"), ("bypass", "বাইপাস"), ("flyover", "ফ্লাইওভার"),
        ("belgaon", "বেলগাঁও"),
    ],
)  # fmt: skip
def test_a_latin_spelling_sounds_like_its_word(latin: str, bangla: str) -> None:
    phones = phones_of_bangla(forms(bangla)[0])
    assert skeleton(phones) in {skeleton(reading) for reading in phones_of_latin(latin)}
    assert max(alike(reading, phones) for reading in phones_of_latin(latin)) >= 0.74


@pytest.mark.parametrize(
    ("latin", "bangla"), [("zaima", "জমা"), ("hadi", "হুদা"), ("hasina", "হোসেন"), ("rana", "রানি")]
)
def test_another_vowel_is_another_word(latin: str, bangla: str) -> None:
    phones = phones_of_bangla(forms(bangla)[0])
    assert all(alike(reading, phones) < 0.74 for reading in phones_of_latin(latin))
