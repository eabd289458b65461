"""The embedded store: one SQLite file in WAL mode."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from shutro.archive.nouns.stored import BREAK, Words
from shutro.archive.stores.common import CommonShelf
from shutro.archive.stores.locks import FileLock
from shutro.archive.stores.query import Language, Wanted
from shutro.archive.stores.sqlite.bands import SqliteBands
from shutro.archive.stores.sqlite.file import TIMEOUT, connect, damage
from shutro.archive.tables.sql import among
from shutro.errors import ArchiveCorrupt, ArchiveError

CACHE = 64  # megabytes of pages kept in memory: who adds or rebuilds reads the same ones over and over
# SQLite asks every tenth of a second whether a file is free. A writer that begins anew at once, over and
# over, leaves no tenth free, and whoever waits gives up after a minute.
_HELD, _FREE = 2.0, 0.12  # seconds of write upon write, and those then left to others


_FTS5 = Language("AND", "OR", lambda form: f'"{form}"')


class SqliteShelf(CommonShelf):
    """A shelf in one file; safe for several processes, one writer at a time."""

    def __init__(self, path: Path, cache: int = CACHE, patient: bool = True) -> None:
        self._path, self._patient = path, patient
        self._due: dict[int, int] = {}  # articles that words gain in the write that goes on
        self._since = self._ended = 0.0  # when writes began to follow each other, and when the last ended
        self._alone = FileLock(path)
        super().__init__(SqliteBands(self), self._alone)
        self._db, self.read_only = connect(path, cache)

    def close(self) -> None:
        self._alone.close()
        self._db.close()

    def verify(self) -> None:
        if self.read_only:
            raise ArchiveError(f"{self._path}: can be verified only where it may be written")
        ((found,),) = self.ask("PRAGMA integrity_check(1)")
        if found != "ok":
            raise ArchiveCorrupt(damage(self._path, found))
        for index in ("found", "headlines"):
            self._run(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
        loose = self._run(
            "SELECT count(*) FROM article LEFT JOIN words ON words.article = article.number"
            " WHERE words.article IS NULL OR article.current IS NULL"
        ).fetchone()[0]
        if loose:
            raise ArchiveCorrupt(f"{self._path}: {loose} articles are not indexed")

    @contextmanager
    def writing(self) -> Iterator[None]:
        if self._db.in_transaction:
            yield
            return
        self._let_others()
        self._run("BEGIN IMMEDIATE")
        with self._begun():
            yield

    @contextmanager
    def keeping(self) -> Iterator[bool]:
        if self._db.in_transaction:
            yield True
        elif self.read_only or not self._begin_soon():
            yield False
        else:
            with self._begun():
                yield True

    def _begin_soon(self) -> bool:
        """Begin a write; False where another goes on, for a minute or, without patience, just now."""
        if not self._patient:
            self._run("PRAGMA busy_timeout = 0")
        try:
            self._db.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise ArchiveError(f"{self._path}: {error}") from error
            return False
        finally:
            self._run(f"PRAGMA busy_timeout = {1000 * TIMEOUT}")
        return True

    @contextmanager
    def _begun(self) -> Iterator[None]:
        """The write that was begun, to its end."""
        try:
            yield
            sql = "UPDATE word SET articles = articles + ? WHERE number = ?"
            with self._translated():
                self._db.executemany(sql, [(by, number) for number, by in sorted(self._due.items())])
                self._db.execute("COMMIT")
        except BaseException:  # Ctrl-C too: what was numbered in a write undone must be forgotten
            self._numbers.clear()
            self._due.clear()
            self._db.rollback()
            raise
        self._due.clear()
        self._ended = time.monotonic()

    def _let_others(self) -> None:
        """Leave the file free for a moment where one write has followed the other for long."""
        if time.monotonic() - self._ended > _FREE:
            self._since = time.monotonic()
        elif time.monotonic() - self._since > _HELD:
            time.sleep(_FREE)
            self._since = time.monotonic()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            raise ArchiveError(f"{self._path}: {error}") from error
        except sqlite3.DatabaseError as error:
            raise ArchiveCorrupt(f"{self._path}: {error}") from error

    def _run(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        with self._translated():
            return self._db.execute(sql, tuple(values))

    def ask(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with self._translated():  # a damaged page may be met at any row
            return self._db.execute(sql, tuple(values)).fetchall()

    def count(self) -> int:
        # Articles are never taken out and numbers have no gaps, so the last number is the count.
        return int(self._run("SELECT coalesce(max(number), 0) FROM article").fetchone()[0])

    # words

    def _put_words(self, rows: Sequence[tuple[str, str, str]]) -> dict[str, int]:
        sql = "INSERT INTO word (form, plain, sound) VALUES (?, ?, ?)"
        return {row[0]: self._run(sql, row).lastrowid or 0 for row in rows}

    def _put_found(self, number: int, words: Words, forms: dict[int, str]) -> None:
        texts = _texts(words, forms)
        sql = "INSERT INTO found (rowid, headline, body, aside) VALUES (?, ?, ?, ?)"
        self._run(sql, (number, *texts))
        self._run("INSERT INTO headlines (rowid, headline) VALUES (?, ?)", (number, texts[0]))

    def _drop_found(self, number: int, words: Words) -> None:
        rows = among(self.ask, "SELECT number, form FROM word WHERE number IN ({})", words.distinct())
        texts = _texts(words, dict(rows))
        sql = "INSERT INTO found (found, rowid, headline, body, aside) VALUES ('delete', ?, ?, ?, ?)"
        self._run(sql, (number, *texts))
        sql = "INSERT INTO headlines (headlines, rowid, headline) VALUES ('delete', ?, ?)"
        self._run(sql, (number, texts[0]))

    def _count(self, words: Words, by: int) -> None:
        for number in words.distinct():
            self._due[number] = self._due.get(number, 0) + by

    def holding(self, forms: Sequence[str]) -> list[int]:
        # As one text they come twice as fast as row by row.
        sql = "SELECT json_group_array(rowid) FROM found WHERE found MATCH ?"
        found: list[int] = json.loads(self._run(sql, (_FTS5.one([[forms]]),)).fetchone()[0])
        return found

    def candidates(self, wanted: Wanted, limit: int) -> list[int]:
        if not wanted.groups:
            return []
        match = _FTS5.needed(wanted.groups, wanted.need)
        index = "headlines" if wanted.order == "headlines" else "found"
        where, values = [f"{index} MATCH ?", f"{index}.rowid > ?"], list[object]((match, wanted.after))
        if wanted.need == "several":
            # The words are counted once each where the articles are weighed.
            where.append(f"+{index}.rowid IN (SELECT rowid FROM {index} WHERE {index} MATCH ?)")
            values = [_FTS5.needed(wanted.groups, "any"), wanted.after, match]
        source = index
        if filters := wanted.filters:
            if filters.by_card:
                source += f" JOIN card c ON c.article = {index}.rowid"
            tests, more = filters.tests("c.article" if filters.by_card else f"{index}.rowid")
            where += tests
            values += more
        # bm25 reads every article that has one of the words; the newest come without reading the rest.
        by = "bm25(found, 4.0, 1.0, 0.2)" if wanted.order == "likeliest" else f"{index}.rowid DESC"
        sql = f"SELECT {index}.rowid FROM {source} WHERE {' AND '.join(where)} ORDER BY {by} LIMIT ?"
        return [row[0] for row in self.ask(sql, (*values, limit))]


def _texts(words: Words, forms: dict[int, str]) -> tuple[str, str, str]:
    """The three columns of the index; a break leaves no mark."""
    lists = (words.headline, words.body, words.aside)
    return tuple(" ".join(forms[n] for n in part if n != BREAK) for part in lists)  # type: ignore[return-value]
