"""A backup is taken while the archive is open, and what is restored from it answers as the archive did."""

from __future__ import annotations

import os
import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.archive.conftest import STORES, articles

from shutro.archive.store import Archive, open_archive
from shutro.archive.tables.frontier import Source
from shutro.model import Article, Capture

DEPLOY = Path(__file__).parents[2] / "deploy"
FEED = Source("https://padma.example/feed", "Padma Barta", "feed", None, True, "padma.example", 0.0, 600.0)


def run(
    script: str, *arguments: object, archive: str = "", keep: int = 14
) -> subprocess.CompletedProcess[str]:
    newest = max(Path("/usr/lib/postgresql").glob("*/bin"), default=Path("/usr/bin"))
    env = {
        **os.environ, "SHUTRO_ARCHIVE": archive, "KEEP": str(keep), "PATH": f"{os.environ['PATH']}:{newest}",
    }  # fmt: skip
    command = [str(DEPLOY / script), *map(str, arguments)]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(params=STORES)
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Where an archive is, and where there is none yet."""
    if request.param == "sqlite":
        yield str(tmp_path / "news.db"), str(tmp_path / "restored.db")
        return
    import psycopg

    server = os.environ["SHUTRO_TEST_POSTGRES"]
    names = [f"d{uuid.uuid4().hex}" for _ in range(2)]
    with psycopg.connect(server, autocommit=True) as db:
        for name in names:
            db.execute(f"CREATE DATABASE {name}".encode())
        one, other = (server.replace("/postgres?", f"/{name}?") for name in names)
        yield one, other
        for name in names:
            db.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def told(archive: Archive) -> dict[str, object]:
    """What must be the same of two archives."""
    archive.verify()
    return {
        "count": len(archive),
        "found": [(hit.article.id, hit.score) for hit in archive.search("সেতু")],
        "stories": archive.stories(limit=100),
        "outlets": archive.outlets(),
        "names": archive.entities(),
        "sources": archive.sources(),
        "waiting": archive.quarantined(),
        "articles": list(archive.articles()),
    }


def test_what_is_restored_answers_as_the_archive_did(places: tuple[str, str], tmp_path: Path) -> None:
    where, elsewhere = places
    folder = tmp_path / "backups"
    with open_archive(where) as archive:
        archive.add_all(articles())
        archive.add(
            Article.from_text(id="late", headline="শেষ খবর", body="নদীর পানি কমেছে।"),
            Capture.of("<html>নদী</html>".encode(), source="late"),
        )
        archive.understand()
        archive.grow()
        with archive.writing():
            archive.frontier.put_source(FEED)
        before = told(archive)
        made = run("backup", folder, archive=where)  # the archive is open, as it is while it is served
        assert made.returncode == 0, made.stderr
        archive.add(Article.from_text(id="later", headline="আরও পরের খবর", body="পানি আবার বাড়ছে।"))
    restored = run("restore", made.stdout.strip(), elsewhere)
    assert restored.returncode == 0, restored.stderr
    with open_archive(elsewhere) as archive:
        assert told(archive) == before
        archive.add(Article.from_text(id="later", headline="আরও পরের খবর", body="পানি আবার বাড়ছে।"))
        archive.understand()
        archive.grow()
        archive.verify()


def test_the_last_backups_are_kept_and_nothing_half_made(places: tuple[str, str], tmp_path: Path) -> None:
    where, _ = places
    folder = tmp_path / "backups"
    with open_archive(where) as archive:
        archive.add_all(articles()[:2])
    made = [run("backup", folder, archive=where, keep=2).stdout.strip() for _ in range(3)]
    assert sorted(map(str, folder.iterdir())) == made[1:]


def test_nothing_is_overwritten_and_nothing_missing_is_backed_up(tmp_path: Path) -> None:
    there = tmp_path / "news.db"
    failed = run("backup", tmp_path / "backups", archive=str(there))
    assert failed.returncode == 1
    assert "no archive there" in failed.stderr
    assert not list((tmp_path / "backups").iterdir())
    there.write_bytes(b"something")
    refused = run("restore", there, there)
    assert refused.returncode == 1
    assert there.read_bytes() == b"something"
