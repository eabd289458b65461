"""The file of the embedded store: opened, looked through, brought up to date.

Where the file or its folder may not be written, as on a medium for reading only, it is opened for reading
alone.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from shutro.archive.stores.sqlite.schema import migrate
from shutro.errors import ArchiveCorrupt, ArchiveError

TIMEOUT = 60
"""Seconds that a write waits for another."""

_SMALL = 64 * 2**20
_EFFECTIVE = os.access in os.supports_effective_ids


def connect(path: Path, cache: int) -> tuple[sqlite3.Connection, bool]:
    """A connection that keeps `cache` megabytes in memory, and whether it may only read.

    Raises ArchiveTooNew, ArchiveCorrupt, or ArchiveError where the file cannot be opened.
    """
    read_only = _read_only(path)
    try:
        db = _connection(path, read_only)
    except sqlite3.OperationalError as error:
        raise ArchiveError(f"{path}: {error}") from error
    try:
        _look_through(db, path)
        migrate(db, path)
        if not read_only:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = FULL")
            db.execute("PRAGMA foreign_keys = ON")
        db.execute(f"PRAGMA cache_size = {-1024 * cache}")
    except sqlite3.OperationalError as error:
        db.close()
        why = ", and here it may only be read" if read_only else ""
        raise ArchiveError(f"{path}: {error}{why}") from error
    except sqlite3.DatabaseError as error:
        db.close()
        raise ArchiveCorrupt(f"{path}: {error}") from error
    except ArchiveError:
        db.close()
        raise
    return db, read_only


def _connection(path: Path, read_only: bool) -> sqlite3.Connection:
    """A connection that may pass from thread to thread, as long as only one uses it at a time."""
    where = path.absolute().as_uri() + ("?mode=ro" if read_only else "")
    if read_only and not _writable(path.parent) and not _beside(path, "-shm").exists():
        # SQLite cannot put beside it what readers and writers agree by; nobody is writing, then.
        if _beside(path, "-wal").exists() and _beside(path, "-wal").stat().st_size:
            why = "its newest pages are in a log that cannot be read where nothing may be written"
            raise ArchiveError(f"{path}: {why}; open it once where it may")
        where += "&immutable=1"
    return sqlite3.connect(where, uri=True, timeout=TIMEOUT, isolation_level=None, check_same_thread=False)


def _read_only(path: Path) -> bool:
    """Whether there is a file that may be read alone."""
    if not path.exists():
        return False
    return not _writable(path) or (not _writable(path.parent) and not _beside(path, "-shm").exists())


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=_EFFECTIVE)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _look_through(db: sqlite3.Connection, path: Path) -> None:
    """Tell damage at once: every page of a small file, the length of a large one."""
    pages, size = (int(db.execute(f"PRAGMA page_{what}").fetchone()[0]) for what in ("count", "size"))
    log = _beside(path, "-wal")  # in which the newest pages may stand
    if pages * size > path.stat().st_size + (log.stat().st_size if log.exists() else 0):
        raise ArchiveCorrupt(f"{path}: cut off: {pages} pages of {size} bytes do not fit the file")
    if pages * size <= _SMALL:
        with closing(db.execute("PRAGMA quick_check(1)")) as told:
            if (found := told.fetchone()[0]) != "ok":
                raise ArchiveCorrupt(damage(path, found))


def damage(path: Path, found: str) -> str:
    """What a check of SQLite's found, in one line; its first only names the database."""
    return f"{path}: damaged: {found.splitlines()[-1]}"
