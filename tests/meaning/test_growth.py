"""What `bench.whole` measures growth with, and what keeps understanding in proportion to length."""

from __future__ import annotations

import gc

import pytest
from bench.whole import exponent, growing

from shutro.bangla.kept import kept
from shutro.bangla.unswept import unswept


def test_the_exponent_of_a_square_is_two() -> None:
    assert exponent({10: 1.0, 100: 100.0, 1000: 10_000.0}) == pytest.approx(2)
    assert exponent({10: 1.0, 100: 10.0, 1000: 100.0}) == pytest.approx(1)


def test_the_texts_measured_are_as_long_as_they_say() -> None:
    assert [len(growing(length)) for length in (100, 5_000)] == [100, 5_000]


def test_a_kept_result_is_worked_out_once_until_there_are_too_many() -> None:
    asked: list[str] = []

    @kept(2)
    def sign(word: str) -> str | None:
        asked.append(word)
        return word[:1] or None

    assert [sign(word) for word in ("ক", "ক", "", "", "খ", "ক")] == ["ক", "ক", None, None, "খ", "ক"]
    assert asked == ["ক", "", "খ", "ক"]


def test_the_collector_rests_for_a_call_and_is_left_as_it_was() -> None:
    @unswept
    def works(fails: bool) -> bool:
        if fails:
            raise ValueError("fails")
        return gc.isenabled()

    assert gc.isenabled()
    assert works(False) is False
    assert gc.isenabled()
    with pytest.raises(ValueError, match="fails"):
        works(True)
    assert gc.isenabled()
    gc.disable()
    try:
        assert works(False) is False
        assert not gc.isenabled()
    finally:
        gc.enable()
