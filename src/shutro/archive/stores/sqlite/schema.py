"""The schema of the store in one file: its own words for the steps, and how a file is brought up to date.

A file's `user_version` is how many steps it has seen.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from shutro.archive.schema.dialect import Dialect
from shutro.archive.schema.steps import STEPS
from shutro.archive.stores.sqlite.bands import SCHEMA
from shutro.errors import ArchiveCorrupt, ArchiveTooNew

APPLICATION = 0x53485554
"""`SHUT`: what SQLite's header says the file is for."""

_FIRST: Final = (
    """CREATE TABLE capture (
            id TEXT PRIMARY KEY, source TEXT NOT NULL, url TEXT, media_type TEXT, captured TEXT,
            size INTEGER NOT NULL, content BLOB NOT NULL)""",
    """CREATE TABLE article (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, url TEXT, outlet TEXT, day TEXT,
            current INTEGER)""",
    "CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL",
    "CREATE INDEX article_outlet ON article (outlet, day)",
    """CREATE TABLE revision (
            number INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article, id TEXT NOT NULL,
            capture TEXT NOT NULL, digest TEXT NOT NULL, seen TEXT NOT NULL, record BLOB NOT NULL,
            UNIQUE (article, digest))""",
    "CREATE TABLE known (id TEXT PRIMARY KEY, article INTEGER NOT NULL REFERENCES article) WITHOUT ROWID",
    """CREATE TABLE word (
            number INTEGER PRIMARY KEY, form TEXT NOT NULL UNIQUE, plain TEXT NOT NULL, sound TEXT NOT NULL,
            articles INTEGER NOT NULL DEFAULT 0)""",
    "CREATE INDEX word_plain ON word (plain)",
    "CREATE INDEX word_sound ON word (sound)",
    "CREATE TABLE words (article INTEGER PRIMARY KEY REFERENCES article, list BLOB NOT NULL)",
    # The ascii tokenizer takes every Bangla letter and mark as part of a word; forms hold no other.
    "CREATE VIRTUAL TABLE found USING fts5 (headline, body, aside, content = '', tokenize = 'ascii')",
    # Headlines alone, small enough to be walked through for the commonest words.
    """CREATE VIRTUAL TABLE headlines USING fts5 (
            headline, content = '', detail = none, columnsize = 0, tokenize = 'ascii')""",
    """CREATE TABLE alias (
            short TEXT NOT NULL, long TEXT NOT NULL, articles INTEGER NOT NULL,
            PRIMARY KEY (short, long)) WITHOUT ROWID""",
    "CREATE INDEX alias_long ON alias (long)",
    """CREATE TABLE quarantine (
            id TEXT PRIMARY KEY, source TEXT NOT NULL, url TEXT, kind TEXT NOT NULL, reason TEXT NOT NULL,
            since TEXT NOT NULL, size INTEGER NOT NULL) WITHOUT ROWID""",
)

SQLITE: Final = Dialect("INTEGER", "TEXT", "TEXT", "BLOB", " WITHOUT ROWID", _FIRST, SCHEMA)


def migrate(db: sqlite3.Connection, path: Path) -> None:
    """Bring the archive up to this version, each step in a transaction of its own.

    Raises ArchiveTooNew when a newer Shutro wrote it, ArchiveCorrupt when it is some other database.
    """
    version = _version(db, path)
    while version < len(STEPS):
        db.execute("BEGIN IMMEDIATE")
        try:
            version = _version(db, path)  # another process may have done it while this one waited
            if version < len(STEPS):
                for statement in STEPS[version](SQLITE):
                    db.execute(statement)
                version += 1
                db.execute(f"PRAGMA application_id = {APPLICATION}")
                db.execute(f"PRAGMA user_version = {version}")
        except BaseException:  # a stop in mid-step too must leave the old schema whole
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")


def _version(db: sqlite3.Connection, path: Path) -> int:
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    application = int(db.execute("PRAGMA application_id").fetchone()[0])
    tables = int(db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    if application != APPLICATION and (tables or version):
        raise ArchiveCorrupt(f"{path}: a database, but no archive of Shutro")
    if version > len(STEPS):
        raise ArchiveTooNew(
            f"{path}: written by a newer Shutro (schema {version}, this one knows {len(STEPS)})"
        )
    return version
