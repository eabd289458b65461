"""Names in Latin letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutro.bangla.translit import romanised


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("জোবেদা খাতুন", "Jobeda Khatun"),
        ("মাহবুবুর রহমান", "Mahbubur Rohman"),
        ("নগর", "Nogor"),
        ("চন্দ্র", "Chondro"),
        ("কুষ্টিয়া", "Kushtia"),
        ("শফিক উদ্দিন", "Shofik Uddin"),
        ("BNP ২", "Bnp 2"),
        ("", ""),
    ],
)
def test_romanised(name: str, latin: str) -> None:
    assert romanised(name) == latin


@given(st.text("কখগতদনপবমরলশসহািীুেোং্য়ড়ঁঃৎঅআই ", max_size=20))
def test_latin_letters_alone_come_out(name: str) -> None:
    assert all(char == " " or (char.isascii() and char.isalnum()) for char in romanised(name))
