"""What is told of people beside their names, and namesakes that stay two."""

from __future__ import annotations

from pathlib import Path

import pytest

from shutro.meaning.names.known.gazetteer import extended
from shutro.meaning.names.meant.entities import Resolution, resolve
from shutro.meaning.names.meant.tells import Tell, apart, tells
from shutro.meaning.names.names import names


def told(text: str) -> list[tuple[str, str, str]]:
    return [(t.kind, t.value, t.of) for its in tells(text, names(text)).values() for t in its]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("নিহতরা হলেন মো. সাইফুল ইসলাম (২৮) ও করিম শেখ (৪০ বছর)।", [("age", "28", ""), ("age", "40", "")]),
        ("প্রার্থী সাইফুল ইসলাম (স্বতন্ত্র) আসেন।", []),
        ("করিম শেখের বড় ছেলে সাইফুল ইসলাম আসেন।", [("parent", "করিম শেখ", "")]),
        ("সাইফুল ইসলাম, পিতা করিম শেখ, আসেন।", [("parent", "করিম শেখ", "")]),
        ("করিম শেখের ভাই সাইফুল ইসলাম আসেন।", []),
        ("আমতলী থানার ওসি সাইফুল ইসলাম বলেন।", [("office", "ওসি", "আমতলী থানা")]),
        ("আমতলী থানার ভারপ্রাপ্ত কর্মকর্তা (ওসি) সাইফুল ইসলাম বলেন।", [("office", "ওসি", "আমতলী থানা")]),
        ("আমতলী থানার সাবেক ওসি সাইফুল ইসলাম বলেন।", []),
    ],
)
def test_what_is_told_of_a_person(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_a_tell_shows_the_words_that_tell_it() -> None:
    text = "করিম শেখের ছেলে সাইফুল ইসলাম (২৮) আসেন।"
    (its,) = tells(text, names(text)).values()
    assert [text[tell.start : tell.end].strip() for tell in its] == ["(২৮)", "করিম শেখের ছেলে"]


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        (Tell("age", "28", 0, 1), Tell("age", "41", 0, 1), True),
        (Tell("age", "28", 0, 1), Tell("age", "29", 0, 1), False),
        (Tell("age", "28", 0, 1), Tell("parent", "করিম শেখ", 0, 1), False),
        (Tell("parent", "করিম শেখ", 0, 1), Tell("parent", "রহিম মৃধা", 0, 1), True),
        (Tell("parent", "করিম শেখ", 0, 1), Tell("parent", "আবদুল করিম শেখ", 0, 1), False),
        (Tell("office", "ওসি", 0, 1, "আমতলী থানা", "ORG"), Tell("office", "ওসি", 0, 1, "কাপ্তাই থানা", "ORG"), True),
        (Tell("office", "ওসি", 0, 1, "আমতলী থানা", "ORG"), Tell("office", "মেয়র", 0, 1, "ঢাকা", "LOC"), False),
    ],
)
def test_what_tells_two_people_apart(one: Tell, other: Tell, two: bool) -> None:
    assert (apart([one], [other]) is not None) is two
    assert (apart([other], [one]) is not None) is two


def test_two_of_one_name_in_an_article_have_two_ids_and_a_bare_mention_none() -> None:
    text = "নিহতরা হলেন করিম শেখের ছেলে সাইফুল ইসলাম (২৮) ও রহিম মৃধার ছেলে সাইফুল ইসলাম (৪১)। সাইফুল ইসলাম গাড়ি চালাতেন।"
    first, second, bare = [n.entity for n in names(text) if n.canonical == "সাইফুল ইসলাম"]
    assert (second, bare) == (f"{first}#2", None)


def resolved(texts: dict[str, str]) -> Resolution:
    found = {key: names(text) for key, text in texts.items()}
    return resolve(found, told={key: tells(text, found[key]) for key, text in texts.items()})


TEXTS = {
    "ক": "আমতলী থানার ওসি সাইফুল ইসলাম বলেন, আসামি পলাতক।",
    "খ": "নিহত সাইফুল ইসলাম (১৯) কলেজছাত্র। সাইফুল ইসলাম বাড়ি ফিরছিলেন।",
    "গ": "আটক সাইফুল ইসলাম (৪৫) দোকানি।",
}


def test_namesakes_in_several_articles_stay_two_and_the_words_say_why() -> None:
    found = resolved(TEXTS)
    (parting,) = found.partings
    assert parting.name == "সাইফুল ইসলাম"
    assert [(w.article, TEXTS[w.article][w.start : w.end].strip()) for w in parting.evidence] == [
        ("খ", "(১৯)"),
        ("গ", "(৪৫)"),
    ]
    people = [entity.id for entity in found.entities if entity.canonical == "সাইফুল ইসলাম"]
    assert sorted(people) == sorted(parting.ids)
    assert len({name.id for name in found.entities}) == len(found.entities)


def test_the_order_of_articles_parts_nobody_else() -> None:
    backwards = dict(reversed(TEXTS.items()))
    assert {e.id: e.spellings for e in resolved(TEXTS).entities} == {
        e.id: e.spellings for e in resolved(backwards).entities
    }


def test_of_whom_nothing_is_told_is_nobodys_where_there_are_two() -> None:
    texts = TEXTS | {"ঘ": "সাইফুল ইসলাম এসেছেন।"}
    found = resolved(texts)
    (mention,) = [n for n in names(texts["ঘ"]) if n.kind == "PER"]
    assert found.entity_of("ঘ", mention) is None


def test_a_well_known_person_stays_one() -> None:
    found = resolved({"ক": "ডোনাল্ড ট্রাম্প (৭৮) আসেন।", "খ": "ডোনাল্ড ট্রাম্প (৮২) আসেন।"})
    assert len([e.id for e in found.entities if e.kind == "PER"]) == 1
    assert found.partings == ()


def test_a_familys_name_in_full_and_in_short_is_one() -> None:
    found = resolved({"ক": "গায়িকা জোবেদা মুখোপাধ্যায় আসেন।", "খ": "গায়িকা জোবেদা মুখার্জি আসেন।"})
    assert len(found.entities) == 1
    assert {merge.rule for merge in found.merges} == {"family"}


def test_a_users_file_keeps_two_names_apart(tmp_path: Path) -> None:
    own = tmp_path / "my.toml"
    own.write_text('"শামীম রেজা" = { apart = ["সামিম রেজা"] }\n', "utf-8")
    texts = {"ক": "শিল্পী শামীম রেজা আসেন।", "খ": "শিল্পী সামিম রেজা আসেন।"}
    found = {key: names(text) for key, text in texts.items()}
    assert len(resolve(found).entities) == 1
    assert len(resolve({key: names(text, own) for key, text in texts.items()}, extended(own)).entities) == 2
