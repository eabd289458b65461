"""Words and sentences on the text that real pages have."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutro.bangla.words import abbreviations, letters, sentences, words

BANGLA = st.text("কখগতদনপবমযরলশসহািীুেোং্ঁঃয়ড়।॥?!.,;:-—–‘’“”\"'()১২৩ \n\u200c\u200dAb", max_size=60)


def in_words(text: str) -> list[str]:
    return [span.of(text) for span in words(text)]


def in_sentences(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("নৌকার মালিক-শ্রমিকেরা", ["নৌকার", "মালিক", "শ্রমিকেরা"]),
        ("বগুড়া-৭ আসনে", ["বগুড়া", "৭", "আসনে"]),
        ("১,২৫,০০০.৫০ টাকা, রাত ৯:৩০", ["১,২৫,০০০.৫০", "টাকা", "রাত", "৯:৩০"]),
        ("৩টি জি২০", ["৩টি", "জি২০"]),
        ("আ.লীগ ও এ.কে.এম কাশেম", ["আ.লীগ", "ও", "এ.কে.এম", "কাশেম"]),
        ("সিপিডি'র ও টিআইবি’র", ["সিপিডি'র", "ও", "টিআইবি’র"]),
        ("‘ভোরের খবর’-এ লিখেছেন", ["ভোরের", "খবর", "এ", "লিখেছেন"]),
        ("দেখুন https://example.org/খবর?id=৫ পাতায়", ["দেখুন", "https://example.org/খবর?id=৫", "পাতায়"]),
        ("COVID-19 ও don't", ["COVID", "19", "ও", "don't"]),
        ("র‍্যালি আর হঠাৎ", ["র‍্যালি", "আর", "হঠাৎ"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert in_words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "ড. মো. এ কে এম শামসুল বলেন, কাজ শেষ। সবাই খুশি।",
            ["ড. মো. এ কে এম শামসুল বলেন, কাজ শেষ।", "সবাই খুশি।"],
            id="abbreviations",
        ),
        pytest.param("নদীতে পানি বাড়ছে।ঘাট বন্ধ।", ["নদীতে পানি বাড়ছে।", "ঘাট বন্ধ।"], id="danda-without-space"),
        pytest.param(
            "মাঝি বলেন, ‘নৌকা ছাড়ব না। ঝড় আসছে।’ তারপর তিনি চলে যান।",
            ["মাঝি বলেন, ‘নৌকা ছাড়ব না।", "ঝড় আসছে।’", "তারপর তিনি চলে যান।"],
            id="quote-over-sentences",
        ),
        pytest.param("“সে বলল ‘যাব না।’” সবাই চুপ।", ["“সে বলল ‘যাব না।’”", "সবাই চুপ।"], id="nested-closing-marks"),
        pytest.param(
            "‘কেন যাব?’, প্রশ্ন মাঝির। কেউ জানে না।", ["‘কেন যাব?’, প্রশ্ন মাঝির।", "কেউ জানে না।"], id="goes-on"
        ),
        pytest.param("শিরোনাম\n\n\nপ্রথম লাইন", ["শিরোনাম", "প্রথম লাইন"], id="newlines"),
        pytest.param("ফেরি ডুবেছে. উদ্ধার চলছে.", ["ফেরি ডুবেছে.", "উদ্ধার চলছে."], id="full-stop-for-danda"),
        pytest.param("ফেরি ডুবেছে| উদ্ধার চলছে|", ["ফেরি ডুবেছে|", "উদ্ধার চলছে|"], id="bar-for-danda"),
        pytest.param("দাম ৫.৫০ টাকা। ঘর ২", ["দাম ৫.৫০ টাকা।", "ঘর ২"], id="decimal"),
        pytest.param(
            "https://example.org/?a=b দেখুন। শেষ", ["https://example.org/?a=b দেখুন।", "শেষ"], id="address"
        ),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert in_sentences(text) == expected


def test_a_long_run_of_newlines_makes_no_sentence() -> None:
    text = "ক" + "\n" * 200_000 + "খ"
    assert in_sentences(text) == ["ক", "খ"]


@given(BANGLA)
def test_spans_are_in_order_apart_and_inside(text: str) -> None:
    for spans in (words(text), sentences(text)):
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


@given(BANGLA)
def test_sentences_hold_all_that_is_no_space(text: str) -> None:
    assert "".join("".join(s.split()) for s in in_sentences(text)) == "".join(text.split())


@given(BANGLA)
def test_no_sentence_runs_over_a_line(text: str) -> None:
    assert not any("\n" in s for s in in_sentences(text))


def test_letters_are_abbreviations_too() -> None:
    assert {"কে", "এম", "এ"} <= letters() <= abbreviations()
