"""Keys: what they fold, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutro.bangla.keys import folded, search_key, skeleton, sound_key

MIXED = st.text("কখতৎদডঢযব়াোৌেঅি্ঃংঁ১৯ ।.,-'’\u200c\u200dABcé()য়ড়\n", max_size=30) | st.text(max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("বাড়ি", "বাড়ি"),
        ("নয়ন", "নয়ন"),
        ("র‍্যালি", "র্যালি"),
        ("উৎসব", "উত্সব"),
        ("হঠাৎ", "হঠাত"),
        ("মোঃ", "মো."),
        ("২০২৫", "2025"),
        ("সিপিডি'র", "সিপিডির"),
        ("ক্ষ‌মতা", "ক্ষমতা"),
        ("ঢাকা – সিলেট", "ঢাকা-সিলেট"),
        ("NASA", "nasa"),
    ],
)
def test_what_two_typists_write_differently_has_one_key(one: str, other: str) -> None:
    assert search_key(one).text == search_key(other).text


@pytest.mark.parametrize(("one", "other"), [("দোল", "দিল"), ("বাড়ি", "বাড়ই"), ("যব", "য়ব"), ("কত", "কথ")])
def test_other_words_keep_other_keys(one: str, other: str) -> None:
    assert search_key(one).text != search_key(other).text


def test_a_part_of_the_key_leads_back_to_the_text() -> None:
    text = "আজ “র‍্যালি” হবে।"
    key = search_key(text)
    at = key.text.index("র্যালি")
    assert key.span(at, at + len("র্যালি")).of(text).startswith("র‍্যালি")


def test_a_part_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="not a part"):
        search_key("ঘাট").span(2, 9)


@given(MIXED)
def test_every_character_of_a_key_comes_from_the_text_in_order(text: str) -> None:
    key = search_key(text)
    assert len(key.offsets) == len(key.text) + 1
    assert list(key.offsets) == sorted(key.offsets)
    assert all(0 <= at <= len(text) for at in key.offsets)


@given(MIXED)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = search_key(text).text
    assert search_key(once).text == once


@given(MIXED)
def test_the_fast_way_folds_the_same(text: str) -> None:
    assert folded(text) == search_key(text).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("শামীম", "সামিম"),
        ("নিকোলাস", "নিকলাস"),
        ("আল জাজিরা", "আলজাজিরা"),
        ("ভোলানাথ", "বোলানাথ"),
        ("নুরুল", "নূরুল"),
        ("জহির", "যহির"),
        ("মোহাম্মদ", "মোহাম্মাদ"),
    ],
)
def test_spellings_of_one_sound(one: str, other: str) -> None:
    same = sound_key(one) == sound_key(other)
    assert same or skeleton(one) == skeleton(other)


def test_the_skeleton_folds_what_foreign_names_waver_between() -> None:
    assert skeleton("রবার্টো") == skeleton("রোবার্তো")
    assert skeleton("করিম") != skeleton("রহিম")
