"""An archive where nothing may be written, and one that another is writing."""

import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.archive.conftest import articles
from tests.rights import without_rights

from shutro.archive.store import Archive, open_archive
from shutro.errors import ArchiveError


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that anybody may come to."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o777)
        yield Path(made)
        Path(made).chmod(0o777)


def asked(archive: Archive) -> list[Any]:
    story = archive.stories()[0].id
    return [
        archive.search("সেতু"),
        archive.check("শঙ্খচর সেতু ধসে নিহত ৭"),
        archive.findings("bridge-minister"),
        archive.timeline(story),
        archive.story_card(story),
        archive.statements("কামরুল আহসান", "সেতু"),
        archive.latest(limit=5),
    ]


@pytest.mark.parametrize("shut", ["file", "folder", "both"])
def test_what_may_only_be_read_answers_alike_and_stays_as_it_was(folder: Path, shut: str) -> None:
    where = folder / "news.db"
    with open_archive(where) as archive:
        archive.add_all(articles())
        archive.grow()
        answers = asked(archive)
        archive._shelf.ask("DELETE FROM finding")  # so that there would be something to keep
        archive._shelf.ask("DELETE FROM timeline")
    before = where.read_bytes()
    if shut != "folder":
        where.chmod(0o444)
    if shut != "file":
        folder.chmod(0o555)
    with without_rights(), open_archive(where) as archive:
        assert archive.read_only
        assert asked(archive) == answers
        with pytest.raises(ArchiveError, match="readonly"):
            archive.add(articles()[0])
        with pytest.raises(ArchiveError, match="only where it may be written"):
            archive.verify()
    assert where.read_bytes() == before
    folder.chmod(0o777)
    where.chmod(0o666)
    with open_archive(where) as archive:
        assert not archive.read_only
        assert asked(archive) == answers


def test_a_log_that_was_left_and_a_schema_that_is_old_are_told(folder: Path) -> None:
    where = folder / "news.db"
    open_archive(where).close()
    with closing(sqlite3.connect(where)) as db:
        db.execute("PRAGMA user_version = 3")
    folder.chmod(0o555)
    with without_rights(), pytest.raises(ArchiveError, match="may only be read"):
        open_archive(where)
    folder.chmod(0o777)
    (folder / "news.db-wal").write_bytes(b"a log")
    folder.chmod(0o555)
    with without_rights(), pytest.raises(ArchiveError, match="a log that cannot be read"):
        open_archive(where)


def test_an_answer_waits_for_no_writer_where_it_has_no_patience(where: str) -> None:
    with open_archive(where) as archive:
        archive.add_all(articles())
        archive.grow()
        begun, over = threading.Event(), threading.Event()

        def write() -> None:
            with open_archive(where) as other, other.writing():
                begun.set()
                over.wait(60)

        writer = threading.Thread(target=write)
        with open_archive(where, patient=False) as hurried:
            story = hurried.stories()[0].id
            hurried._shelf.ask("DELETE FROM finding")
            writer.start()
            begun.wait(60)
            made = hurried.timeline(story)
            assert not over.is_set()
            assert hurried.kept_timeline(story) is None
            over.set()
            writer.join()
            assert hurried.timeline(story) == made
            assert archive.kept_timeline(story) == made
