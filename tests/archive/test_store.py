"""What the archive keeps, and what it does when adding goes on, goes twice or goes wrong."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from shutro.archive.schema.steps import STEPS
from shutro.archive.store import open_archive
from shutro.errors import ArchiveCorrupt, ArchiveError, ArchiveTooNew, NotAnArticle, NotInArchive
from shutro.model import Article, Capture


def article(number: int = 1, body: str = "কুসুমপুরে নতুন পাঠাগার খুলেছে।", **fields: object) -> Article:
    return Article.from_text(
        id=f"a{number}", headline=f"পাঠাগার {number}", body=body, outlet="Padma Barta", url=f"https://n.example/{number}",
        published="2026-03-01", captured="2026-03-02", **fields,  # type: ignore[arg-type]
    )  # fmt: skip


def test_an_article_comes_back_as_it_was(where: str) -> None:
    one = replace(
        article(), authors=("নিজস্ব প্রতিবেদক",), tags=("বই",), section="সাহিত্য", caption="পাঠাগারের ভেতরে"
    )
    with open_archive(where) as archive:
        assert archive.add(one) == "added"
    with open_archive(where) as archive:
        assert archive.get("a1") == one
        assert list(archive.articles()) == [one]


def test_adding_again_is_harmless(where: str) -> None:
    with open_archive(where) as archive:
        assert [archive.add(article()) for _ in range(3)] == ["added", "known", "known"]
        assert len(archive) == 1
        assert len(archive.search("পাঠাগার")) == 1
        assert len(archive.revisions("a1")) == 1


def test_a_capture_is_kept_byte_for_byte(where: str) -> None:
    page = Capture.of(
        b"<p>\xff\x00" + "পাতা".encode(), source="x.html", captured=datetime(2026, 3, 2, tzinfo=UTC)
    )
    with open_archive(where) as archive:
        archive.add(article(), page)
        assert archive.capture(page.id) == page


@pytest.mark.parametrize("odd", ["a\x00b", "a\udc80b", "'; DROP TABLE article; --", "📰", "\u200d"])
def test_odd_names_and_texts_are_kept(where: str, odd: str) -> None:
    made = Article.from_text(id=odd, headline="খবর", body="পাঠাগার", outlet=odd, url=f"https://n.example/{odd}")
    one = replace(made, section=odd, text=made.text + odd)
    page = Capture.of(b"x", source=odd, url=odd)
    with open_archive(where) as archive:
        assert archive.add(one, page) == "added"
        assert archive.add(one, page) == "known"
        archive.quarantine(page, NotAnArticle(odd, source=odd))
        assert archive.get(odd) == one
        assert len(archive.quarantined()) == 1
        assert [hit.article.id for hit in archive.search("পাঠাগার")] == [odd]


def test_a_changed_page_becomes_a_revision(where: str) -> None:
    later = replace(article(1, "কুসুমপুরে নতুন পাঠাগার বন্ধ।"), id="other-capture", captured=datetime(2026, 3, 5))
    with open_archive(where) as archive:
        archive.add(article())
        assert archive.add(later) == "revised"
        assert len(archive) == 1
        assert archive.get("a1").body == archive.get("other-capture").body == ("কুসুমপুরে নতুন পাঠাগার বন্ধ।",)
        assert [(r.number, r.article.body[0]) for r in archive.revisions("a1")] == [
            (1, "কুসুমপুরে নতুন পাঠাগার খুলেছে।"),
            (2, "কুসুমপুরে নতুন পাঠাগার বন্ধ।"),
        ]
        assert archive.search("খুলেছে") == []
        assert len(archive.search("বন্ধ")) == 1


def test_an_older_state_that_comes_late_is_kept_but_not_shown(where: str) -> None:
    earlier = replace(article(1, "কুসুমপুরে পাঠাগার হবে।"), captured=datetime(2026, 2, 1))
    with open_archive(where) as archive:
        archive.add(article())
        assert archive.add(earlier) == "revised"
        assert archive.get("a1") == article()
        assert archive.revisions("a1")[0].article.body[0] == "কুসুমপুরে পাঠাগার হবে।"


def test_states_are_in_order_of_their_moments_whatever_the_zone(where: str) -> None:
    noon = datetime(2026, 2, 3, 12, tzinfo=timezone(timedelta(hours=6)))  # 06:00 in UTC
    later = datetime(2026, 2, 3, 7, tzinfo=UTC)
    with open_archive(where) as archive:
        archive.add(replace(article(1, "কুসুমপুরে পাঠাগার খুলেছে।"), captured=noon))
        archive.add(replace(article(1, "কুসুমপুরে পাঠাগার বন্ধ।"), captured=later))
        assert archive.get("a1").body == ("কুসুমপুরে পাঠাগার বন্ধ।",)
        assert [datetime.fromisoformat(one.seen) for one in archive.revisions("a1")] == [noon, later]


def test_what_is_not_there_is_an_error(where: str) -> None:
    with open_archive(where) as archive:
        for ask in (archive.get, archive.revisions, archive.capture):
            with pytest.raises(NotInArchive, match="nobody"):
                ask("nobody")


def test_a_failed_capture_waits_with_its_reason(where: str) -> None:
    page = Capture.of(b"a list of links", source="section.html")
    with open_archive(where) as archive:
        archive.quarantine(page, NotAnArticle("a section page", source=page.source))
        archive.quarantine(page, NotAnArticle("still a section page", source=page.source))
        (waiting,) = archive.quarantined()
        assert (waiting.id, waiting.kind, waiting.reason) == (
            page.id,
            "NotAnArticle",
            "section.html: still a section page",
        )
        assert archive.capture(waiting.id) == page
        assert not archive.has_read(page)
        archive.add(article(), page)
        assert archive.quarantined() == []
        assert archive.has_read(page)


def test_a_batch_is_kept_whole_or_not_at_all(where: str) -> None:
    def failing() -> Iterator[Article]:
        yield article(1)
        yield article(2)
        raise ValueError("the source broke")

    with open_archive(where) as archive:
        with pytest.raises(ValueError, match="broke"), archive.writing():
            archive.add_all(failing(), every=1)
        assert len(archive) == 0
        assert archive.add_all([article(1), article(2), article(1)]) == 2


# -- files that are no archive


def test_a_newer_schema_is_refused(file: Path) -> None:
    open_archive(file).close()
    with sqlite3.connect(file) as db:
        db.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    db.close()
    with pytest.raises(ArchiveTooNew, match="newer Shutro"):
        open_archive(file)


def test_another_database_is_refused_and_untouched(file: Path) -> None:
    with sqlite3.connect(file) as db:
        db.execute("CREATE TABLE mine (x)")
    db.close()
    with pytest.raises(ArchiveCorrupt, match="no archive of Shutro"):
        open_archive(file)
    with sqlite3.connect(file) as db:
        assert [row[0] for row in db.execute("SELECT name FROM sqlite_master")] == ["mine"]
    db.close()


@pytest.mark.parametrize("content", [b"not a database at all, just some text" * 40, "বাংলা লেখা".encode() * 300])
def test_a_file_of_something_else_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(ArchiveCorrupt, match=file.name):
        open_archive(file)
    assert file.read_bytes() == content


def test_a_damaged_archive_is_told_at_once(file: Path) -> None:
    with open_archive(file) as archive:
        archive.add_all(article(n) for n in range(50))
    data = bytearray(file.read_bytes())
    data[4096 : len(data) // 2] = os.urandom(len(data) // 2 - 4096)
    file.write_bytes(data)
    with pytest.raises(ArchiveCorrupt) as told:
        open_archive(file)
    assert len(str(told.value).splitlines()) == 1


def test_damage_that_is_met_in_a_large_archive_is_one_line_too(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "shutro.archive.stores.sqlite.file._SMALL", 0
    )  # of large ones the length is looked at
    with open_archive(file) as archive:
        archive.add_all(article(n) for n in range(300))
        ((page,),) = archive._shelf.ask("SELECT rootpage FROM sqlite_master WHERE name = 'words'")
    data = bytearray(file.read_bytes())
    data[4096 * (page - 1) : 4096 * page] = b"x" * 4096
    file.write_bytes(data)
    with open_archive(file) as archive, pytest.raises(ArchiveCorrupt) as told:
        archive.search("পাঠাগার")
    assert str(told.value).startswith(f"{file}: ")
    assert len(str(told.value).splitlines()) == 1


def test_a_write_that_cannot_be_ended_is_undone(file: Path) -> None:
    with open_archive(file) as archive:
        archive.add(article(1))
        room = archive._shelf.ask("PRAGMA page_count")[0][0]
        archive._shelf.ask(f"PRAGMA max_page_count = {room}")
        with pytest.raises(ArchiveError, match="full"):
            archive.add_all(article(n, f"আরও {n}টি বই এসেছে।" * 50) for n in range(2, 200))
        archive._shelf.ask("PRAGMA max_page_count = 1000000")
        assert (len(archive), archive.add(article(2))) == (1, "added")
        archive.verify()


def test_a_truncated_archive_is_told_at_once(file: Path) -> None:
    with open_archive(file) as archive:
        archive.add_all(article(n) for n in range(50))
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 3])
    with pytest.raises(ArchiveCorrupt):
        open_archive(file)


def test_a_folder_and_a_missing_folder_are_no_place(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere" / "news.db"):
        with pytest.raises(ArchiveError, match="no place"):
            open_archive(folder)


def test_a_server_that_is_not_there_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="cannot be reached"):
        open_archive(f"postgresql://nobody@/nothing?host={tmp_path}")


# -- several processes, and processes that die


WORKER = """
import sys
from shutro.archive.store import open_archive
from shutro.model import Article

where, start, stop = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with open_archive(where) as archive:
    print("open", flush=True)
    for n in range(start, stop):
        archive.add(Article.from_text(id=f"a{n}", headline=f"পাঠাগার {n}", body=f"কুসুমপুরে পাঠাগার নম্বর{n} খুলেছে।"))
"""


def _worker(where: str, start: int, stop: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WORKER, where, str(start), str(stop)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_two_processes_may_add_at_once(where: str) -> None:
    workers = [_worker(where, start, start + 40) for start in (0, 20)]
    for worker in workers:
        with worker:
            worker.communicate(timeout=60)
    assert [worker.returncode for worker in workers] == [0, 0]
    with open_archive(where) as archive:
        assert len(archive) == 60
        assert len(archive.search("কুসুমপুর", limit=100)) == 60
        archive.verify()


def test_a_process_killed_while_adding_leaves_whole_articles_only(where: str) -> None:
    before = 0
    for delay in (0.05, 0.1, 0.2, 0.3, 0.4):
        with _worker(where, 0, 100_000) as worker:
            assert worker.stdout is not None
            assert worker.stdout.readline() == "open\n"
            time.sleep(delay)
            worker.kill()
        with open_archive(where) as archive:
            archive.verify()
            kept = len(archive)
            assert kept >= before
            assert len(list(archive.articles())) == kept
            for n in range(max(0, kept - 3), kept):
                assert f"a{n}" in [hit.article.id for hit in archive.search(f"পাঠাগার {n}")]
            before = kept
    assert before > 0


FULL = """
import resource, signal, sys
from shutro.archive.store import open_archive
from shutro.errors import ArchiveError
from shutro.model import Article

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_archive(sys.argv[1]) as archive:
    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
    for n in range(100_000):
        body = f"কুসুমপুরে নম্বর{n} খুলেছে। " * 20
        try:
            archive.add(Article.from_text(id=f"a{n}", headline=f"পাঠাগার {n}", body=body))
        except ArchiveError as error:
            print(n, error, flush=True)
            break
"""


def test_a_full_disk_is_one_clear_error_and_loses_nothing(file: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(file)], capture_output=True, text=True, timeout=120
    )
    added, _, message = done.stdout.partition(" ")
    assert file.name in message, done.stderr
    with open_archive(file) as archive:
        archive.verify()
        assert len(archive) == int(added) > 0
        assert archive.add(article(100_001)) == "added"
