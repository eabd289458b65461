"""What the archive keeps of what was found, who said what in it, and finding it all anew."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from shutro.archive import rebuilding
from shutro.archive.nouns.findings import rules, unpacked
from shutro.archive.schema.steps import STEPS
from shutro.archive.store import Archive, open_archive
from shutro.archive.stores.sqlite.schema import SQLITE
from shutro.meaning.findings import understand
from shutro.model import Article, Capture
from shutro.reading.article import read_capture

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def pages() -> list[Capture]:
    """Three example captures."""
    paths = sorted(EXAMPLES.glob("0[1-3]*"))
    moment = datetime(2026, 6, 9)
    return [Capture.of(path.read_bytes(), source=path.name, captured=moment) for path in paths]


def test_findings_come_back_as_they_were_found(stocked: Archive) -> None:
    kept, fresh = stocked.findings("bridge-minister"), understand(stocked.get("bridge-minister"))
    assert kept.statements == fresh.statements
    assert kept.names == fresh.names
    assert kept.events == fresh.events
    assert kept.statements


@pytest.mark.parametrize("who", ["কামরুল আহসান", "kamrul ahsan", "কামরুল আহসানের"])
def test_who_said_what_about_what(stocked: Archive, who: str) -> None:
    said = stocked.statements(who, "অনিয়ম")
    assert {hit.article.id for hit in said} == {"bridge-minister"}
    statement = said[0].statement
    assert statement.source == "কামরুল আহসান"
    assert statement.text == said[0].article.text[statement.start : statement.end]


def test_what_others_said_is_no_answer(stocked: Archive) -> None:
    assert stocked.statements("নাজমা বেগম", "অনিয়ম") == []
    assert stocked.statements("কামরুল আহসান", "পেঁয়াজ") == []
    assert stocked.statements("", "") == []


def test_a_rebuild_of_the_same_rules_changes_nothing(where: str) -> None:
    with open_archive(where) as archive:
        for page in pages():
            archive.add(read_capture(page), page)
        first = archive.rebuild()
        assert (first.articles, first.changed, first.failed) == (3, 0, 0)
        assert archive.rebuild().articles == 0


def test_a_rebuild_reads_again_what_other_rules_read(where: str) -> None:
    page = pages()[0]
    now = read_capture(page)
    stale = Article.from_text(id=now.id, headline="ভুল শিরোনাম", body="আগের নিয়মে পড়া।", url=now.url)
    with open_archive(where) as archive:
        archive.add(replace(stale, capture=page.id), page)
        done = archive.rebuild()
        assert (done.articles, done.changed) == (1, 1)
        assert archive.get(now.id) == now
        assert len(archive.revisions(now.id)) == 1
        assert archive.search("ভুল") == []
        archive.verify()


def test_two_states_that_now_read_alike_are_one(where: str) -> None:
    page = pages()[0]
    again = Capture.of(page.content + b"<!-- -->", source=page.source, captured=datetime(2026, 6, 10))
    now = read_capture(page)
    with open_archive(where) as archive:
        for capture, body in ((page, "আগের নিয়মে পড়া।"), (again, "আগের নিয়মে পড়া, পরের দিন।")):
            stale = Article.from_text(id=now.id, headline="ভুল শিরোনাম", body=body, url=now.url)
            archive.add(replace(stale, capture=capture.id, captured=capture.captured), capture)
        assert len(archive.revisions(now.id)) == 2
        assert archive.rebuild().failed == 0
        assert archive.get(now.id).body == now.body
        assert len(archive.revisions(now.id)) == 1
        archive.verify()


def test_what_comes_while_an_article_is_read_again_is_kept(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = pages()[0]
    now = read_capture(page)
    later = replace(now, headline="নতুন শিরোনাম", capture="", captured=datetime(2030, 1, 1, tzinfo=UTC))
    found, came = rebuilding.found_in, []

    def comes(article: Article) -> bytes:
        if not came:
            came.append(later)
            with open_archive(file) as other:
                other.add(later)
        return found(article)

    monkeypatch.setattr(rebuilding, "found_in", comes)
    with open_archive(file) as archive:
        archive.add(now, page)
        assert archive.rebuild().articles == 1
        assert archive.get(now.id) == later
        assert archive.findings(now.id) == unpacked(found(later), later.text)
        assert len(archive.revisions(now.id)) == 2
        archive.verify()


def test_what_was_understood_since_is_still_read_again(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = pages()[0]
    now = read_capture(page)
    stale = Article.from_text(id=now.id, headline="ভুল শিরোনাম", body="আগের নিয়মে পড়া।", url=now.url)
    with open_archive(where) as archive:
        with monkeypatch.context() as before:
            before.setattr("shutro.archive.store.rules", lambda: "older")
            archive.add(replace(stale, capture=page.id), page)
        assert archive.understand() == 1  # by the present rules, of the text that older ones read
        assert archive.rebuild().changed == 1
        assert archive.get(now.id) == now
        assert archive.rebuild().articles == 0


def test_two_archives_of_the_same_captures_hold_the_same_bytes(tmp_path: Path) -> None:
    kept = []
    for name in ("one.db", "two.db"):
        with open_archive(tmp_path / name) as archive:
            for page in pages():
                archive.add(read_capture(page), page)
            archive.rebuild()
        with sqlite3.connect(tmp_path / name) as db:
            kept.append(db.execute("SELECT rules, data FROM finding ORDER BY article").fetchall())
        db.close()
    assert kept[0] == kept[1]
    assert {rule for rule, _ in kept[0]} == {rules()}


def test_an_archive_of_the_first_schema_opens_and_keeps_what_it_has(file: Path) -> None:
    with open_archive(file) as archive:
        archive.add(Article.from_text(id="old", headline="পুরোনো খবর", body="আছে।"))
    first = sqlite3.connect(":memory:")
    for statement in STEPS[0](SQLITE):
        first.execute(statement)
    with sqlite3.connect(file) as db:
        for table in sorted(tables(db) - tables(first)):
            db.execute(f"DROP TABLE IF EXISTS {table}")  # a full-text index takes its own tables along
        db.execute("PRAGMA user_version = 1")
    db.close()
    first.close()
    with open_archive(file) as archive:
        assert archive.get("old").headline == "পুরোনো খবর"
        assert [card.headline for card in archive.latest()] == ["পুরোনো খবর"]
        assert archive.rebuild().articles == 1
        archive.verify()


def tables(db: sqlite3.Connection) -> set[str]:
    """The tables of a database, without those that SQLite keeps for itself."""
    rows = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return {row[0] for row in rows}


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("সড়কমন্ত্রী কামরুল আহসান অনিয়ম নিয়ে কী বলেছেন", "কামরুল আহসান"),
        ("কামরুল আহসান অনিয়ম", "কামরুল আহসান"),
        ("kamrul ahsan অনিয়ম", "কামরুল আহসান"),
        ("অনিয়ম নিয়ে কে কী বলেছেন", "কামরুল আহসান"),
        ("পরিকল্পনা মারুফুল হক", "মারুফুল হক"),
        ("মন্ত্রী কামরুল আহসান কী জানালেন", "কামরুল আহসান"),
        ("কোচ মারুফুল হক কী বললেন", "মারুফুল হক"),
        ("শঙ্খচর সেতু সম্পর্কে কামরুল আহসানের বক্তব্য", "কামরুল আহসান"),
    ],
)
def test_a_question_for_statements_is_read(stocked: Archive, question: str, who: str) -> None:
    said = stocked.search_statements(question)
    assert said
    assert said[0].statement.source == who


def test_a_question_that_nobody_answered_finds_nothing(stocked: Archive) -> None:
    assert stocked.search_statements("মারুফুল হক পেঁয়াজ নিয়ে কী বলেছেন") == []
    assert stocked.search_statements("কে কী বলেছেন") == []


@pytest.mark.parametrize("at", ["put_again", "put_index", "put_findings"])
@pytest.mark.parametrize("times", [1, 2])
def test_a_rebuild_that_is_stopped_anywhere_goes_on(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str, times: int
) -> None:
    for where in (file, tmp_path / "whole.db"):
        with open_archive(where) as archive:
            for page in pages():
                stale = Article.from_text(id=read_capture(page).id, headline="ভুল", body="আগের নিয়মে পড়া।")
                archive.add(replace(stale, capture=page.id, captured=page.captured), page)
    with open_archive(tmp_path / "whole.db") as archive:
        archive.rebuild()
    with open_archive(file) as archive:
        done, does = [0], getattr(archive._shelf, at)

        def stops(*values: object) -> object:
            done[0] += 1
            if done[0] > times:
                raise KeyboardInterrupt
            return does(*values)

        monkeypatch.setattr(archive._shelf, at, stops)
        with pytest.raises(KeyboardInterrupt):
            archive.rebuild()
    with open_archive(file) as archive:
        archive.verify()
        archive.rebuild()
        archive.verify()
    assert rows(file) == rows(tmp_path / "whole.db")


def rows(file: Path) -> list[list[tuple[object, ...]]]:
    """What is kept of articles, findings and names."""
    with closing(sqlite3.connect(file)) as db:
        tables = ("revision", "finding", "bearing", "named", "spelt", "saying", "words", "card", "read_by")
        return [sorted(db.execute(f"SELECT * FROM {table}").fetchall()) for table in tables]
