"""Stems come off only where the rest is attested; lemmas are dictionary forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutro.bangla.keys import search_key
from shutro.bangla.stems import cuts, entry, lemma, stem

key = search_key


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (["ঢাকা", "ঢাকায়", "ঢাকার", "ঢাকাকে"], "ঢাকা"),
        (["হাসিনা", "হাসিনার", "হাসিনাকে"], "হাসিনা"),
        (["ভারত", "ভারতে", "ভারতের"], "ভারত"),
        (["মন্ত্রী", "মন্ত্রীরা", "মন্ত্রীদের", "মন্ত্রীকে"], "মন্ত্রী"),
    ],
)
def test_forms_of_one_word_meet(forms: list[str], expected: str) -> None:
    assert {stem(form) for form in forms} == {key(expected).text}


@pytest.mark.parametrize("word", ["যুক্তরাষ্ট্র", "সরকার", "আলজাজিরা", "কবিতা", "বাজার", "খাবার", "অধিকার"])
def test_a_word_that_only_looks_inflected_stays_whole(word: str) -> None:
    assert stem(word) == key(word).text


def test_an_unknown_word_stays_whole() -> None:
    assert stem("ঝিংকুলটের") == key("ঝিংকুলটের").text


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("করেছেন", "করা"),
        ("হয়েছে", "হওয়া"),
        ("গেলেন", "যাওয়া"),
        ("দেশের", "দেশ"),
        ("তিনিও", "তিনি"),
        ("থেকে", "থেকে"),
        ("জন্য", "জন্য"),
    ],
)
def test_lemmas(word: str, expected: str) -> None:
    assert lemma(word) == key(expected).text


def test_cuts_respect_what_an_ending_may_follow() -> None:
    assert key("রহিম").text in cuts(key("রহিমের").text, "name")
    assert key("ঘাটা").text not in cuts(key("ঘাটাের").text, "name")
    assert all(not cut.endswith("\u09cd") for cut in cuts(key("যুক্তরাষ্ট্র").text))


@given(st.text("কখগতদনপবমরলসািুেরয়টি্", max_size=12))
def test_a_stem_is_the_word_or_an_attested_beginning(word: str) -> None:
    whole, short = key(word).text, stem(word)
    assert short == whole or (whole.startswith(short) and entry(short) is not None)


@given(st.text("কখগতদনপবমরলসািুেরয়টি্", max_size=12))
def test_no_cut_is_longer_than_the_word(word: str) -> None:
    whole = key(word).text
    assert all(whole.startswith(cut) and 2 <= len(cut) < len(whole) for cut in cuts(whole))
