"""Names in sentences of our own, a class of cases each."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutro.errors import DataError
from shutro.meaning.names.names import names

BANGLA = st.text("কখগতদনপবমযরলশসহািীুেোং্য়ড়।,.:-‘’“”()১২ \n\u200d", max_size=80)


def found(text: str) -> list[tuple[str, str, str]]:
    return [(n.text, n.kind, n.canonical) for n in names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "রুশ প্রেসিডেন্ট ভ্লাদিমির পুতিন জাপানে যাচ্ছেন।",
            [
                ("রুশ", "MISC", "রাশিয়া"),
                ("ভ্লাদিমির পুতিন", "PER", "ভ্লাদিমির পুতিন"),
                ("জাপানে", "LOC", "জাপান"),
            ],
            id="demonym-office-person",
        ),
        pytest.param(
            "চট্টগ্রাম-৯ আসনে প্রার্থী মো. আবুল কাশেম।",
            [("চট্টগ্রাম-৯", "LOC", "চট্টগ্রাম-৯"), ("মো. আবুল কাশেম", "PER", "আবুল কাশেম")],
            id="constituency-and-given-name",
        ),
        pytest.param(
            "আমতলী থানার ওসি এ কে এম ফজলুল হক বলেন।",
            [("আমতলী থানার", "ORG", "আমতলী থানা"), ("এ কে এম ফজলুল হক", "PER", "এ কে এম ফজলুল হক")],
            id="station-and-initials",
        ),
        pytest.param(
            "ঢাকার জাপানি দূতাবাস জানায়।",
            [("ঢাকার", "LOC", "ঢাকা"), ("জাপানি দূতাবাস", "ORG", "ঢাকায় জাপানি দূতাবাস")],
            id="embassy-in-a-city",
        ),
        pytest.param(
            "জাপানি দূতাবাস জানায়।",
            [("জাপানি দূতাবাস", "ORG", "জাপানি দূতাবাস")],
            id="embassy-nobody-knows-where",
        ),
        pytest.param(
            "ইরানের পররাষ্ট্র মন্ত্রণালয়ের মুখপাত্র কথা বলেন।",
            [("ইরানের পররাষ্ট্র মন্ত্রণালয়ের", "ORG", "ইরানের পররাষ্ট্র মন্ত্রণালয়")],
            id="organ-of-a-state",
        ),
        pytest.param(
            "নাইজেরিয়ার ঝুমবালা শহরে হামলা হয়।",
            [("নাইজেরিয়ার", "LOC", "নাইজেরিয়া"), ("ঝুমবালা", "LOC", "ঝুমবালা")],
            id="unknown-town",
        ),
        pytest.param("দুদকের মামলায় রায়।", [("দুদকের", "ORG", "দুর্নীতি দমন কমিশন")], id="acronym"),
        pytest.param("দ্বিতীয় বিশ্বযুদ্ধের পর", [("দ্বিতীয় বিশ্বযুদ্ধের", "EVENT", "দ্বিতীয় বিশ্বযুদ্ধ")], id="event"),
        pytest.param("সরকার ও পুলিশ আদালতে প্রতিবেদন দেয়।", [], id="common-nouns"),
        pytest.param("বগুড়া/কামাল/এস", [], id="signature"),
        pytest.param(
            "কিংবদন্তি উইঙ্গার রবার্ট জনসন মারা গেছেন।",
            [("রবার্ট জনসন", "PER", "রবার্ট জনসন")],
            id="role-before",
        ),
        pytest.param(
            "আমতলী থানার ভারপ্রাপ্ত কর্মকর্তা (ওসি) হেদায়েতুল্লাহ ঘটনা নিশ্চিত করেন।",
            [("আমতলী থানার", "ORG", "আমতলী থানা"), ("হেদায়েতুল্লাহ", "PER", "হেদায়েতুল্লাহ")],
            id="one-word-after-an-office-in-brackets",
        ),
        pytest.param(
            "কাপ্তাই থানার অফিসার ইনচার্জ এলেন।",
            [("কাপ্তাই থানার", "ORG", "কাপ্তাই থানা")],
            id="office-behind-a-body",
        ),
        pytest.param(
            "মীর মশাররফ হোসেন হলের ছাত্ররা আসেন।",
            [("মীর মশাররফ হোসেন হলের", "ORG", "মীর মশাররফ হোসেন হল")],
            id="hall-called-after-somebody",
        ),
        pytest.param(
            "ঘূর্ণিঝড় ‘ঝুমকা’ উপকূলে আঘাত হেনেছে।",
            [("ঝুমকা", "EVENT", "ঝুমকা")],
            id="storm",
        ),
        pytest.param("ঝড় শুরু হয় রাতে।", [], id="no-storms-name"),
        pytest.param(
            "এব্যাপারে জোবেদা খাতুন এসময় কথা বলেন।",
            [("জোবেদা খাতুন", "PER", "জোবেদা খাতুন")],
            id="pronoun-glued-to-a-noun",
        ),
        pytest.param(
            "স্ত্রী জোবেদা খাতুন, পিতা করিম শেখ।",
            [("জোবেদা খাতুন", "PER", "জোবেদা খাতুন"), ("করিম শেখ", "PER", "করিম শেখ")],
            id="kin-before",
        ),
        pytest.param(
            "গায়িকা মমতা ব্যানার্জী নন, মুখ্যমন্ত্রী মমতা ব্যানার্জী।",
            [("মমতা ব্যানার্জী", "PER", "মমতা বন্দ্যোপাধ্যায়")] * 2,
            id="familys-short-form",
        ),
        pytest.param(
            "কর্মকর্তা আবু সাঈদ মৃধা ঘাটবার্তাকে এ তথ্য জানান।",
            [("আবু সাঈদ মৃধা", "PER", "আবু সাঈদ মৃধা"), ("ঘাটবার্তাকে", "ORG", "ঘাটবার্তা")],
            id="medium-told",
        ),
        pytest.param("কাজল নেভিগেশনের মালিক আসেন।", [("কাজল নেভিগেশনের", "ORG", "কাজল নেভিগেশন")], id="firm"),
        pytest.param(
            "উপজেলা নির্বাহী কর্মকর্তা (ইউএনও) তাহমিনা আক্তার আসেন।",
            [("তাহমিনা আক্তার", "PER", "তাহমিনা আক্তার")],
            id="office-like-an-acronym",
        ),
        pytest.param(
            "এনসিপির জোবেদা খাতুন বলেন।",
            [("এনসিপির", "ORG", "জাতীয় নাগরিক পার্টি"), ("জোবেদা খাতুন", "PER", "জোবেদা খাতুন")],
            id="party-of-a-person",
        ),
    ],
)
def test_names(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


def test_a_short_form_returns_to_the_full_name_before_it() -> None:
    text = "শিল্পী জোবেদা খাতুন এলেন। পরে জোবেদার গান হয়। খাতুন চলে যান।"
    persons = [n for n in names(text) if n.kind == "PER"]
    assert [n.canonical for n in persons][:2] == ["জোবেদা খাতুন"] * 2
    assert len({n.entity for n in persons[:2]}) == 1


def test_the_text_knows_better_who_a_short_name_is() -> None:
    text = "ক্রিকেটার সাকিব মাহমুদ দলে। সাকিব উইকেট নেন।"
    assert {n.canonical for n in names(text) if n.kind == "PER"} == {"সাকিব মাহমুদ"}


def test_an_acronym_in_brackets_takes_the_name_before_it() -> None:
    text = "লিবারেল ডেমোক্র্যাটিক পার্টি (এলডিপি) সভা ডাকে। এলডিপির নেতা আসেন।"
    bodies = [n for n in names(text) if n.kind == "ORG"]
    assert [n.text for n in bodies] == ["লিবারেল ডেমোক্র্যাটিক পার্টি", "এলডিপি", "এলডিপির"]
    assert {n.canonical for n in bodies} == {"লিবারেল ডেমোক্র্যাটিক পার্টি"}


def test_names_joined_by_a_hyphen_are_two() -> None:
    assert [n.text for n in names("মস্কো-বেইজিং সম্পর্ক নিয়ে কথা।")] == ["মস্কো", "বেইজিং"]


def test_half_of_a_divided_country_is_known_by_its_quarter_once_named() -> None:
    text = "উত্তর কোরিয়া ক্ষেপণাস্ত্র ছুড়েছে। উত্তরের প্রেসিডেন্ট বলেন, এটি পরীক্ষা।"
    assert ("উত্তরের", "LOC", "উত্তর কোরিয়া") in found(text)
    assert not any(n.canonical == "উত্তর কোরিয়া" for n in names("উত্তরের প্রেসিডেন্ট বলেন।"))


def test_a_users_own_names_are_known(tmp_path: Path) -> None:
    own = tmp_path / "my.toml"
    own.write_text('"খেয়া ফাউন্ডেশন" = { kind = "ORG", also = ["খেফা"] }\n', "utf-8")
    text = "খেফার সভা আজ।"
    assert [(n.text, n.kind, n.canonical) for n in names(text, own)] == [("খেফার", "ORG", "খেয়া ফাউন্ডেশন")]


@pytest.mark.parametrize(
    "content",
    ["not toml at all [", '"ক" = 3', '"ক" = { kind = "XYZ" }', '"ক" = { also = "খ" }', '"ক" = { latin = 1 }'],
)
def test_a_broken_file_of_names_is_refused(content: str, tmp_path: Path) -> None:
    own = tmp_path / "my.toml"
    own.write_text(content, "utf-8")
    with pytest.raises(DataError, match=r"my\.toml"):
        names("ঢাকা", own)


def test_a_missing_file_of_names_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError):
        names("ঢাকা", tmp_path / "none.toml")


def test_blanked_furniture_costs_nothing_and_moves_nothing() -> None:
    blank = "\n" * 300_000
    assert [(n.start, n.text) for n in names("ঢাকায়" + blank + "সিলেটে")] == [
        (0, "ঢাকায়"),
        (300_000 + len("ঢাকায়"), "সিলেটে"),
    ]


@settings(max_examples=60, deadline=None)
@given(BANGLA)
def test_names_are_in_order_apart_and_as_printed(text: str) -> None:
    spans = names(text)
    assert all(text[n.start : n.end] == n.text and n.canonical.strip() for n in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


def test_no_text_has_no_names() -> None:
    assert names("") == []


def test_a_misspelt_name_keeps_its_print_and_takes_the_right_canonical() -> None:
    (slip,) = [n for n in names("প্রেসিডেন্ট ভলোদিমির পুতিন আসেন।") if n.kind == "PER"]
    assert (slip.text, slip.canonical, slip.rule) == ("ভলোদিমির পুতিন", "ভ্লাদিমির পুতিন", "slip")


def test_another_of_the_family_is_no_slip() -> None:
    assert ("হান্টার বাইডেন", "PER", "হান্টার বাইডেন") in found("ছেলে হান্টার বাইডেন আসেন।")


def test_a_headline_in_short_takes_the_full_name_below() -> None:
    persons = [n for n in names("বিদায় নিলেন রওশন\nশিল্পী তাহমিনা রওশন মারা গেছেন।") if n.kind == "PER"]
    assert {n.canonical for n in persons} == {"তাহমিনা রওশন"}


def test_a_sentence_may_end_with_the_first_word_of_a_longer_name() -> None:
    text = "রহিমা খাতুন শাপলা এসেছেন। রহিমা খাতুন বলেন, তিনি যাবেন।\nছবিতে রহিমা"
    assert all(text[n.start : n.end] == n.text for n in names(text))
