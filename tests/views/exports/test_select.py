"""What of an archive leaves: by ids, by a search, or all of it, each report once and each note once."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from shutro.archive.nouns.findings import rules
from shutro.archive.store import Archive, open_archive
from shutro.errors import NotInArchive
from shutro.model import Article
from shutro.span import Span
from shutro.views.exports.formats import FORMATS, export
from shutro.views.exports.select import Choice, from_archive

HEADLESS = {"ninjs"}  # a record for each article, and nothing where there is none
GATE = (
    "হিজলতলা স্লুইসগেট ভেঙে পাঁচ গ্রাম প্লাবিত হয়েছে। পানি উন্নয়ন বোর্ডের প্রকৌশলী নাসিমা ইসলাম বলেন, গেটটি পুরোনো ছিল।\n"
    "হিজলতলা ইউনিয়নের চেয়ারম্যান রহিম তালুকদার জানান, ২০০ পরিবার আশ্রয়কেন্দ্রে উঠেছে।"
)
TRIAL = (
    "হিজলতলা স্লুইসগেট ভাঙার ঘটনায় প্রকৌশলী নাসিমা ইসলামকে বরখাস্ত করেছে পানি উন্নয়ন বোর্ড।\n"
    "তদন্ত কমিটি বলেছে, হিজলতলা স্লুইসগেট মেরামতের টাকা খরচই হয়নি। নাসিমা ইসলাম অভিযোগ অস্বীকার করেছেন।"
)
SONG = "মাঘের মেলায় বাউল গানের আসর বসেছে। শিল্পী মালতী দাসী গান করেন। মেলা চলবে সাত দিন।"


def report(id: str, headline: str, body: str, day: str) -> Article:
    return Article.from_text(
        id=id,
        headline=headline,
        body=body,
        outlet=f"Paper {id[-1]}",
        published=day,
        url=f"https://{id}.example/",
    )


REPORTS = [
    report("gate-1", "হিজলতলা স্লুইসগেট ভেঙে পাঁচ গ্রাম প্লাবিত", GATE, "2026-02-01"),
    report("gate-2", "স্লুইসগেট ভেঙে হিজলতলায় বন্যা", GATE, "2026-02-01"),
    report("trial-1", "স্লুইসগেট ভাঙার ঘটনায় প্রকৌশলী বরখাস্ত", TRIAL, "2026-07-10"),
    report("trial-2", "হিজলতলা স্লুইসগেট: নাসিমা ইসলাম বরখাস্ত", TRIAL, "2026-07-10"),
    report("song-1", "মাঘের মেলায় বাউল গান", SONG, "2026-01-20"),
]
LATE = report("late-1", "দেরিতে আসা খবর", "এ খবর এখনও কোনো গল্পে বসেনি। খবরটি দেরিতে এসেছে।", "2026-03-03")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with open_archive(tmp_path_factory.mktemp("select") / "news.db") as archive:
        archive.add_all(REPORTS)
        archive.grow()
        (thread,) = archive.threads()
        archive.add_note("thread", thread.id, "এক সুতোয়")
        archive.add_note("story", archive.story_of("gate-1").id, "গেটের গল্প")
        archive.add_note("article", "gate-1", "কোন বাক্য", Span(0, 8))
        archive.add(LATE)
        yield archive


def rows(archive: Archive, choice: Choice, table: str | None = None) -> list[dict[str, Any]]:
    lines = b"".join(export("jsonl", from_archive(archive, choice), table)).splitlines()
    return [json.loads(line) for line in lines]


def ids(archive: Archive, choice: Choice) -> list[str]:
    return [row["id"] for row in rows(archive, choice, "articles")[1:]]


def test_the_whole_archive_has_every_report_once_those_in_no_story_too(archive: Archive) -> None:
    everything = ids(archive, Choice())
    assert Counter(everything) == Counter([article.id for article in (*REPORTS, LATE)])
    assert everything[-1] == "late-1"
    stories = {row["id"]: row["story"] for row in rows(archive, Choice(), "articles")[1:]}
    assert stories["late-1"] is None
    assert stories["gate-1"] == stories["gate-2"] == archive.story_of("gate-1").id


def test_a_story_a_thread_and_an_article_are_chosen_by_id(archive: Archive) -> None:
    (thread,) = archive.threads()
    story = archive.story_of("trial-1").id
    assert ids(archive, Choice((story,))) == ["trial-1", "trial-2"]
    assert ids(archive, Choice((thread.id,))) == ["gate-1", "gate-2", "trial-1", "trial-2"]
    assert ids(archive, Choice(("song-1", story))) == ["song-1", "trial-1", "trial-2"]


def test_an_id_that_is_not_there_is_told_before_anything_is_written(archive: Archive) -> None:
    with pytest.raises(NotInArchive, match="no story, thread or article nope"):
        from_archive(archive, Choice(("song-1", "nope")))


def test_a_search_brings_its_hits_in_order_of_time_after_what_was_chosen(archive: Archive) -> None:
    assert ids(archive, Choice(search="স্লুইসগেট", limit=3))[0].startswith("gate")
    assert set(ids(archive, Choice(search="স্লুইসগেট", until=date(2026, 2, 2)))) == {"gate-1", "gate-2"}
    assert ids(archive, Choice(("song-1",), search="স্লুইসগেট", outlet="Paper 2")) == [
        "song-1",
        "gate-2",
        "trial-2",
    ]
    assert ids(archive, Choice(search="ক্রিকেট")) == []


def test_days_and_outlets_choose_stories_of_the_whole(archive: Archive) -> None:
    assert ids(archive, Choice(since=date(2026, 7, 1))) == ["trial-1", "trial-2"]
    assert set(ids(archive, Choice(until=date(2026, 2, 28)))) == {"gate-1", "gate-2", "song-1"}
    assert "late-1" in ids(archive, Choice(since=date(2026, 3, 1), until=date(2026, 3, 31)))


def test_every_note_leaves_once_with_what_it_stands_on(archive: Archive) -> None:
    notes = rows(archive, Choice(), "notes")[1:]
    assert Counter(note["note"] for note in notes) == Counter(["এক সুতোয়", "গেটের গল্প", "কোন বাক্য"])
    (sentence,) = [note for note in notes if note["target"] == "article"]
    assert sentence["text"] == REPORTS[0].text[0:8]


def test_the_colophon_is_that_of_the_archive(archive: Archive) -> None:
    head = rows(archive, Choice(), "stories")[0]
    assert (head["rules"], head["archive"]) == (rules(), "6 articles, 6 revisions, 3 notes")


def test_an_archive_of_one_report_and_one_note_says_so(tmp_path: Path) -> None:
    with open_archive(tmp_path / "one.db") as archive:
        archive.add(LATE)
        assert archive.state() == "1 article, 1 revision"
        archive.add_note("article", LATE.id, "পরে দেখা")
        assert archive.state() == "1 article, 1 revision, 1 note"


@pytest.mark.parametrize("name", FORMATS)
def test_the_archive_leaves_in_every_format_the_same_again(archive: Archive, name: str) -> None:
    first = b"".join(export(name, from_archive(archive, Choice())))
    assert first == b"".join(export(name, from_archive(archive, Choice())))


def test_nothing_is_read_ahead_of_what_is_written(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    real = Archive.story
    monkeypatch.setattr(Archive, "story", lambda self, of: opened.append(of) or real(self, of))
    pieces = export("jsonl", from_archive(archive, Choice()), "articles")
    next(pieces)
    assert opened == []
    next(pieces)
    assert len(opened) == 1


def test_an_empty_archive_leaves_whole_files(tmp_path: Path) -> None:
    with open_archive(tmp_path / "empty.db") as empty:
        for name in FORMATS:
            data = b"".join(export(name, from_archive(empty, Choice())))
            assert bool(data) is (name not in HEADLESS)
            if name in ("jsonld", "timelinejs", "annotations"):
                assert json.loads(data)
