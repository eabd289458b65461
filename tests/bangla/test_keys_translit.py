"""Names in Latin letters."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutro.bangla.translit import romanised


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        pytest.param("জোবেদা খাতুন", "Jobeda Khatun", id="by-its-letters"),
        pytest.param("মাহবুবুর রহমান", "Mahbubur Rahman", id="as-best-known"),
        pytest.param("নগর", "Nagar", id="no-vowel-at-the-end"),
        pytest.param("চন্দ্র বসন্ত পার্ক", "Chandra Basanta Park", id="a-vowel-after-a-conjunct"),
        pytest.param("নারায়ণগঞ্জ", "Narayanganj", id="two-words-in-one"),
        pytest.param("স্বপন জ্ঞান শ্যামল", "Swapan Gyan Shyamal", id="silent-and-semivowels"),
        pytest.param("কুষ্টিয়া", "Kushtia", id="glide"),
        pytest.param("BNP ২", "Bnp 2", id="latin-and-digits"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_romanised(name: str, latin: str) -> None:
    assert romanised(name) == latin


def test_a_hundred_names_come_out_as_they_are_written() -> None:
    lines = Path(__file__).with_name("names_latin.tsv").read_text("utf-8").splitlines()
    pairs = [(romanised(bangla), latin) for bangla, latin in (line.split("\t") for line in lines)]
    assert len(pairs) == 100
    assert sum(got == want for got, want in pairs) >= 92
    alike = [difflib.SequenceMatcher(None, got, want).ratio() for got, want in pairs]
    assert sum(alike) / len(alike) > 0.98


@given(st.text("কখগতদনপবমরলশসহািীুেোং্য়ড়ঁঃৎঅআই ", max_size=20))
def test_latin_letters_alone_come_out(name: str) -> None:
    assert all(char == " " or (char.isascii() and char.isalnum()) for char in romanised(name))
