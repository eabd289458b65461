"""Several people of one name: who is meant where, by what reports tell of them."""

from __future__ import annotations

import random
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from shutro.archive.naming.bearings import NOBODY, Bearing, Told, bearings
from shutro.archive.naming.mentions import Key
from shutro.archive.naming.namesakes import Sighting, bearers, called
from shutro.archive.schema.steps import STEPS
from shutro.archive.store import Archive, open_archive
from shutro.archive.stores.sqlite.schema import SQLITE
from shutro.errors import NotInArchive
from shutro.meaning.names.names import names
from shutro.model import Article

NAME = "মফিজুল হক"
OFFICER, DEAD, TRADER = "বকুলতলী থানার ওসি", "নিহত, ৩৫", "ব্যবসায়ী"
# id, day, headline, body: a chief of police in two stories, a dead fisherman, a trader, and one untold.
NEWS = (
    ("theft", "2025-02-03", "লঞ্চঘাটে চুরি", f"{OFFICER} {NAME} বলেন, ‘চুরির মামলা হয়েছে।’ রাতে ঘাটে চুরি হয়।"),
    ("raid", "2025-02-13", "ডাকাতির মামলায় আটক তিন",
     f"বকুলতলী থানার ভারপ্রাপ্ত কর্মকর্তা (ওসি) {NAME} জানান, ‘তিনজনকে আটক করা হয়েছে।’"),
    ("sea", "2025-02-05", "চরে জেলের লাশ উদ্ধার",
     f"নিহত {NAME} (৩৫) চন্দনা উপজেলার বাসিন্দা। তাঁর ভাই সোহেল রানা বলেন, ‘{NAME} মাছ ধরতে গিয়েছিলেন।’"),
    ("school", "2025-03-05", "স্কুলে নতুন ভবন", f"{NAME} বলেন, ‘ভবনের কাজ শেষ।’ স্কুলে নতুন ভবন হয়েছে।"),
    ("fair", "2025-04-05", "মেলায় ভিড়", f"মেলায় ভিড় বেড়েছে। ব্যবসায়ী {NAME} বলেন, ‘বিক্রি ভালো।’"),
)  # fmt: skip


def report(id: str, day: str, headline: str, body: str) -> Article:
    return Article.from_text(
        id=id, outlet="কাগজ", url=f"https://kagoj.example/{id}", headline=headline, body=body, published=day
    )


def filled(archive: Archive, *only: str) -> Archive:
    for news in NEWS:
        if not only or news[0] in only:
            archive.add(report(*news))
    archive.understand()
    archive.grow()
    return archive


def test_people_whom_reports_tell_apart_are_listed_by_what_they_are_called(where: str) -> None:
    with open_archive(where) as archive:
        card = filled(archive).entity(NAME)
        assert [(one.label, one.articles) for one in card.people] == [(OFFICER, 2), (DEAD, 1), (TRADER, 1)]
        assert (card.name, card.articles, card.which) == (NAME, 5, "")
        one = archive.entity(f"{NAME} ({DEAD})")
        assert (one.name, one.articles, str(one.first)) == (f"{NAME} ({DEAD})", 1, "2025-02-05")


def test_nobody_is_given_the_words_of_another_of_the_name(where: str) -> None:
    with open_archive(where) as archive:
        filled(archive)
        said = [(one.article.id, one.bearer, one.unsure) for one in archive.said_by(NAME)]
        # What tells of nobody stays with the one of most reports, and says that it is not sure.
        assert said == [("school", OFFICER, True), ("raid", OFFICER, False), ("theft", OFFICER, False)]
        assert [one.article.id for one in archive.said_by(f"{NAME} ({OFFICER})")] == ["raid", "theft"]
        assert archive.said_by(f"{NAME} ({DEAD})") == []
        assert [one.article.id for one in archive.said_of(f"{NAME} ({DEAD})")] == ["sea"]
        assert archive.said_of(NAME) == []
        assert [one.article.id for one in archive.said_by(NAME, 1, 1)] == ["raid"]


def test_a_label_narrows_every_list_and_search(where: str) -> None:
    trader = f"{NAME} ({TRADER})"
    with open_archive(where) as archive:
        filled(archive)
        assert [card.id for card in archive.articles_of(trader)] == ["fair"]
        assert [hit.article.id for hit in archive.search("", person=trader)] == ["fair"]
        assert [hit.article.id for hit in archive.search("", source=f"{NAME} ({OFFICER})")] == [
            "raid",
            "theft",
        ]
        assert [one.article.id for one in archive.statements(trader, "বিক্রি")] == ["fair"]
        assert archive.statements(trader, "চুরি") == []
        story = archive.stories(entity=trader)
        assert [archive.story(card.id).articles[0].id for card in story] == ["fair"]
        assert len(archive.search("", person=NAME)) == 5  # whoever is called so
        with pytest.raises(NotInArchive):
            archive.entity(f"{NAME} (মহাকাশচারী)")


def test_whatever_a_report_says_of_somebody_leads_to_them(where: str) -> None:
    with open_archive(where) as archive:
        filled(archive)
        for words in ("বকুলতলী থানার ভারপ্রাপ্ত কর্মকর্তা (ওসি)", OFFICER):
            assert [card.id for card in archive.articles_of(f"{NAME} ({words})")] == ["raid", "theft"]


def test_a_label_lasts_when_more_is_known(where: str) -> None:
    with open_archive(where) as archive:
        filled(archive, "theft", "sea")
        before = [archive.articles_of(f"{NAME} ({one.label})")[0].id for one in archive.entity(NAME).people]
        filled(archive)
        assert before == ["theft", "sea"]
        assert "theft" in [card.id for card in archive.articles_of(f"{NAME} ({OFFICER})")]
        assert [card.id for card in archive.articles_of(f"{NAME} ({DEAD})")] == ["sea"]


def test_one_somebody_stays_one(where: str) -> None:
    with open_archive(where) as archive:
        filled(archive, "theft", "raid", "school", "fair")
        assert archive.entity(NAME).people == ()
        assert [(said.bearer, said.unsure) for said in archive.said_by(NAME)] == [("", False)] * 4


def test_reports_of_one_story_are_of_one_person_though_papers_differ_on_the_age(where: str) -> None:
    body = "গতকাল রাতে চন্দনা উপজেলার বেলাবো সেতুতে ট্রাকের ধাক্কায় অটোরিকশার চালক {} ({}) নিহত হয়েছেন। ট্রাকটি আটক করা হয়েছে।"
    with open_archive(where) as archive:
        for id, age in (("one", "৩০"), ("two", "৪০")):
            archive.add(report(id, "2025-05-05", "বেলাবো সেতুতে ট্রাকের ধাক্কায় নিহত ১", body.format(NAME, age)))
        archive.understand()
        archive.grow()
        assert len({card.story for card in archive.latest()}) == 1
        assert archive.entity(NAME).people == ()


def test_an_article_that_tells_two_apart_has_both(where: str) -> None:
    body = (
        f"বকুলতলী থানার ওসি {NAME} বলেন, ‘মামলা হয়েছে।’ আহত যাত্রী {NAME} (২২) হাসপাতালে আছেন।"
        f" শালিখা থানার ওসি {NAME} বলেন, ‘তদন্ত চলছে।’"
    )
    with open_archive(where) as archive:
        archive.add(report("both", "2025-05-05", "সড়কে দুর্ঘটনা", body))
        archive.understand()
        people = [one.label for one in archive.entity(NAME).people]
        assert {"বকুলতলী থানার ওসি", "শালিখা থানার ওসি"} <= set(people)
        said = archive.said_by(f"{NAME} (শালিখা থানার ওসি)")
        assert [one.statement.text for one in said] == [f"শালিখা থানার ওসি {NAME} বলেন, ‘তদন্ত চলছে।’"]


def test_the_order_of_arrival_changes_nothing(tmp_path: Path) -> None:
    told = []
    for seed in range(3):
        with open_archive(tmp_path / f"{seed}.db") as archive:
            for news in random.Random(seed).sample(NEWS, len(NEWS)):
                archive.add(report(*news))
                archive.understand()
            archive.grow()
            told.append((archive.entity(NAME), [(s.article.id, s.unsure) for s in archive.said_by(NAME)]))
    assert told[0] == told[1] == told[2]


def test_a_rebuild_and_a_revision_keep_what_is_told(where: str) -> None:
    with open_archive(where) as archive:
        before = filled(archive).entity(NAME)
        archive.rebuild()
        assert archive.entity(NAME) == before
        id, day, headline, _ = NEWS[2]
        archive.add(report(id, day, headline, "চরে এক জেলের লাশ পাওয়া গেছে।"))
        archive.understand()
        assert archive.entity(NAME).people == ()


def test_an_archive_of_before_learns_who_is_who_when_it_is_made_anew(tmp_path: Path) -> None:
    file = tmp_path / "old.db"
    with open_archive(file) as archive:
        filled(archive)
    with sqlite3.connect(file) as db:
        db.execute("DROP TABLE bearing")
        db.execute("DELETE FROM setting WHERE name = 'index'")
        at = next(n for n, step in enumerate(STEPS) if any("TABLE bearing" in sql for sql in step(SQLITE)))
        db.execute(f"PRAGMA user_version = {at}")
    db.close()
    with open_archive(file) as archive:
        assert archive.entity(NAME).people == ()
        archive.rebuild()
        assert len(archive.entity(NAME).people) == 3


def told(text: str) -> dict[tuple[str, int], list[tuple[str, str]]]:
    found = bearings(text, names(text))
    return {(one.key.canonical, one.place): [(t.kind, t.words) for t in one.told] for one in found}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("জানতে চাইলে চন্দনা সমিতির সভাপতি মফিজুল হক কিছু বলেননি।", "চন্দনা সমিতির সভাপতি"),
        ("পরে বেলাবো গ্রামের মফিজুল হক থানায় যান।", "বেলাবো গ্রামের"),
        ("এ সময় তাঁর শিক্ষক মফিজুল হক উপস্থিত ছিলেন।", "শিক্ষক"),
        ("সভায় ছিলেন নাজমা বেগম ও চিকিৎসক ডা. মফিজুল হক।", "চিকিৎসক"),
    ],
)
def test_what_stands_right_before_a_name_tells_who_it_is(text: str, words: str) -> None:
    assert [shown for kind, shown in told(text)[NAME, 0] if kind == "called"] == [words]
    assert words in text


def test_of_the_well_known_and_of_whom_nothing_is_told_nothing_is_kept() -> None:
    assert told("তারেক রহমান বলেন, সভা হবে। মফিজুল হক এসেছেন।") == {}


def test_a_mention_that_may_be_either_of_two_is_nobodys() -> None:
    text = f"{NAME} (৩০) আহত হন। {NAME} (৬০) পালিয়ে যান। পরে কৃষক {NAME} থানায় যান।"
    assert set(told(text)) == {(NAME, 0), (NAME, 1), (NAME, NOBODY)}


def test_what_is_said_of_several_of_them_leads_to_none(where: str) -> None:
    with open_archive(where) as archive:
        for id, age in (("one", "২০"), ("two", "৬০")):
            archive.add(
                report(id, "2025-05-05", f"{age} বছরের খবর", f"কৃষক {NAME} ({age}) মাঠে {age}টি চারা লাগান।")
            )
        archive.understand()
        assert [one.label for one in archive.entity(NAME).people] == ["কৃষক, ২০", "কৃষক, ৬০"]
        with pytest.raises(NotInArchive):
            archive.entity(f"{NAME} (কৃষক)")
        assert [card.id for card in archive.articles_of(f"{NAME} (৬০)")] == ["two"]


def test_a_label_that_another_is_called_too_leads_to_nobody_and_each_gets_a_day() -> None:
    head = Told("called", "সভাপতি", "চন্দনা সমিতি", "চন্দনা সমিতির সভাপতি")
    seen = [
        Sighting(at, id, date(2025, 5, day).toordinal(), 0, None, (head, Told("age", age, "", age)))
        for at, (id, day, age) in enumerate((("one", 1, "20"), ("two", 2, "60"), ("three", 2, "90")))
    ]
    people = bearers(seen)
    labels = [one.label for one in people]
    ends = ("2025-05-01", "2025-05-02, three", "2025-05-02, two")
    assert labels == [f"{head.words}, {end}" for end in ends]
    assert [called(people, label) for label in labels] == people
    assert called(people, head.words) is None


def test_what_is_told_of_a_brother_is_not_told_of_him() -> None:
    head = Told("called", "সভাপতি", "বকুলতলী সমিতি", "বকুলতলী সমিতির সভাপতি")
    kin = Told("called", "ভাই", "বকুলতলী সমিতি সভাপতি", "বকুলতলী সমিতির সভাপতির ভাই")
    seen = [
        Sighting(at, str(at), date(2025, 5, 1).toordinal(), 0, None, (told, Told("age", age, "", age)))
        for at, (told, age) in enumerate(((head, "60"), (kin, "59"), (kin, "58"), (head, "61"), (head, "20")))
    ]
    assert sorted(sorted(one.articles) for one in bearers(seen)) == [[0, 3], [1, 2], [4]]


def test_a_longer_name_with_these_words_in_it_is_anothers(where: str) -> None:
    body = f"বাজারে কথা বলেন {NAME} চৌধুরী। {NAME} চৌধুরী বলেন, ‘নৌকা ডুবেছে।’"
    with open_archive(where) as archive:
        filled(archive).add(report("boat", "2025-05-05", "নদীতে নৌকাডুবি", body))  # found by its words as yet
        (found,) = archive.statements(NAME, "নৌকা")
        assert (found.statement.source, found.bearer, found.unsure) == (f"{NAME} চৌধুরী", "", False)
        assert archive.statements(f"{NAME} ({OFFICER})", "নৌকা") == []


def test_what_an_article_tells_of_somebody_by_two_spellings_is_kept_of_both(where: str) -> None:
    told = [Told("called", "কৃষক", "", "কৃষক"), Told("age", "৭০", "", "৭০")]
    keys = [Key("PER", NAME), Key("PER", f"{NAME} ")]
    with open_archive(where) as archive:
        names = filled(archive)._shelf.names
        (number,) = (row.number for row in names.by_folded([keys[0].folded]))
        article = archive._number("sea")
        names.bearings.drop(article)
        found = [Bearing(key, 0, (one,)) for key, one in zip(keys, told, strict=True)]
        names.bearings.put(article, found, dict.fromkeys(keys, number))
        assert archive.entity(f"{NAME} (কৃষক)").which == archive.entity(f"{NAME} (৭০)").which == "কৃষক, ৭০"
