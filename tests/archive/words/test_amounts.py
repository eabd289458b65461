"""Numbers of several words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutro.archive.words.amounts import in_words, summed
from shutro.archive.words.terms import forms


@given(st.integers(1, 10**10))
def test_a_number_in_words_for_large_ones_sums_up_to_itself(number: int) -> None:
    words = [spellings[-1] for spellings in in_words(number)]
    assert [total for *_, total in summed(words)] == ([number] if words else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("চাহিদা ১৬ হাজার ৫০০ মেগাওয়াট", [(1, 3, 16500)]), ("দুই লাখ ১৭ হাজার", [(0, 3, 217000)]),
        ("৫ হাজার ৭ হাজার টাকা", [(0, 1, 5000), (2, 3, 7000)]), ("হাজার মানুষ", []), ("১৭ মে", []),
        ("২ হাজার ৫ লাখ", [(0, 1, 2000), (2, 3, 500000)]), ("১২-১৫ হাজার", [(1, 2, 15000)]),
        ("৩ হাজার ১৮৭ কোটি টাকা", [(0, 3, 31870000000)]), ("৭ হাজার কোটির", [(0, 2, 70000000000)]),
        ("২ লাখ ৪ হাজার ৩০ কোটি ৫০ লাখ", [(0, 7, 2040305000000)]), ("এক লাখ টাকা", [(0, 1, 100000)]),
        ("সাড়ে ৪ লাখ", [(0, 2, 450000)]), ("পৌনে দুই কোটি", [(0, 2, 17500000)]), ("দেড় লাখ", [(0, 1, 150000)]),
        ("তিন হাজার চারশ পঁচিশ কোটি", [(0, 4, 34250000000)]), ("সাড়ে হাজার", []), ("লাখ লাখ মানুষ", []),
        ("২.৩ লাখ", [(0, 1, 230000)]), ("১.১ লাখ ভোট", [(0, 1, 110000)]), ("২.৩৪৫৬৭৮ লাখ", []),
        ("৬ হাজার ৩শ’ পিস", [(0, 3, 6300)]), ("দুই লাখ ৪শ ৫০ টাকা", [(0, 4, 200450)]),
    ],
)  # fmt: skip
def test_amounts_of_several_words_are_one(text: str, found: list[tuple[int, int, int]]) -> None:
    assert summed(forms(text)) == found
