"""Names that a sentence says to be names: by নামে behind them, by an officer, by whose child somebody is."""

from __future__ import annotations

import pytest

from shutro.meaning.names.names import names


def found(text: str) -> set[tuple[str, str]]:
    return {(name.kind, name.canonical) for name in names(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("সীমান্তের জুরখা নামের একটি শহরে গোলাগুলি হয়েছে।", ("LOC", "জুরখা")),
        ("ঝলকদিয়া নামের ওই দ্বীপে কেউ থাকে না।", ("LOC", "ঝলকদিয়া")),
        ("হাতেমতাই নামে এক কৃষক মাঠে কাজ করছিলেন।", ("PER", "হাতেমতাই")),
        ("দীপান্বয় নামের একটি সংগঠন গাছ লাগিয়েছে।", ("ORG", "দীপান্বয়")),
    ],
)
def test_what_is_called_so_tells_what_kind_of_name_it_is(text: str, name: tuple[str, str]) -> None:
    assert name in found(text)


@pytest.mark.parametrize(
    "text",
    ["বন্ধ করার নামে এক ধরনের প্রতারণা চলছে।", "উন্নয়নের নামে একটি প্রতিষ্ঠান টাকা তুলেছে।", "ভুল নামে এক লোক ফোন করে।"],
)
def test_what_is_done_in_a_name_is_none(text: str) -> None:
    assert not any(name.rule == "named" for name in names(text))


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("সভায় ছিলেন রহিম শেখ, ভাটি সাংস্কৃতিক কেন্দ্রের সভাপতি করিম মিয়া।", "ভাটি সাংস্কৃতিক কেন্দ্র"),
        ("বক্তব্য দেন: প্রগতিশীল ছাত্র ফ্রন্ট এর সভাপতি করিম মিয়া।", "প্রগতিশীল ছাত্র ফ্রন্ট"),
        ("এডিএফবির নির্বাহী পরিচালক করিম মিয়া সভায় ছিলেন।", "এডিএফবি"),
    ],
)
def test_an_officer_tells_a_body_of_no_list(text: str, body: str) -> None:
    assert ("ORG", body) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "জেলা বাজার কমিটির সভাপতি করিম মিয়া সভায় ছিলেন।",
        "স্থানীয় ব্যবসায়ী সমিতির সভাপতি করিম মিয়া সভায় ছিলেন।",
        "এএসপির উপদেষ্টা কেউ নেই।",
    ],
)
def test_a_body_of_any_kind_is_no_name(text: str) -> None:
    assert not any(name.rule == "officer" for name in names(text))


def test_whose_child_somebody_is_has_a_name() -> None:
    assert ("PER", "বাহরাম ঝলমলিয়া") in found("নিহত যুবক ওই গ্রামের মৃত বাহরাম ঝলমলিয়ার ছেলে।")
    assert not any(name.kind == "PER" for name in names("তিনি এলাকার মৃত ব্যবসায়ীর ছেলে।"))


def test_a_report_is_a_medium_s_however_common_its_name() -> None:
    assert ("ORG", "তাস") in found("বৈঠক শেষ হয়েছে। খবর তাসের।")
