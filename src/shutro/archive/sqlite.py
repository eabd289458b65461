"""The embedded store: one SQLite file in WAL mode."""

# ruff: noqa: D102 - what each method does is said once, in shelf.Shelf
from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import zstandard

from shutro.archive.desk_cards import Cards
from shutro.archive.desk_names import Names
from shutro.archive.filters import Filters
from shutro.archive.frontier import Frontier
from shutro.archive.ledger_lists import Lists
from shutro.archive.ledger_tables import Ledger
from shutro.archive.provenance import Provenance
from shutro.archive.results import Quarantined
from shutro.archive.shelf import BREAK, Group, Need, Order, Row, Word, Words, needed
from shutro.archive.sqlite_file import TIMEOUT, connect
from shutro.archive.sqlite_ledger import SqliteBands
from shutro.archive.tables import among
from shutro.archive.watching_locks import FileLock
from shutro.errors import ArchiveCorrupt, ArchiveError
from shutro.model import Capture

CACHE = 64  # megabytes of pages kept in memory: who adds or rebuilds reads the same ones over and over
# SQLite asks every tenth of a second whether a file is free. A writer that begins anew at once, over and
# over, leaves no tenth free, and whoever waits gives up after a minute.
_HELD, _FREE = 2.0, 0.12  # seconds of write upon write, and those then left to others
_WORD = "SELECT number, form, plain, sound, articles FROM word WHERE "


class SqliteShelf:
    """A shelf in one file; safe for several processes, one writer at a time."""

    def __init__(self, path: Path, cache: int = CACHE, patient: bool = True) -> None:
        self._path = path
        self._numbers: dict[str, int] = {}
        self._due: dict[int, int] = {}  # articles that words gain in the write that goes on
        self._since = self._ended = 0.0  # when writes began to follow each other, and when the last ended
        self.cards, self.names, self.provenance = Cards(self), Names(self), Provenance(self)
        self.ledger, self.lists = Ledger(self, SqliteBands(self)), Lists(self)
        self._alone = FileLock(path)
        self.frontier = Frontier(self, self._alone)
        self._patient = patient
        self._db, self.read_only = connect(path, cache)

    def close(self) -> None:
        self._alone.close()
        self._db.close()

    def verify(self) -> None:
        if self.read_only:
            raise ArchiveError(f"{self._path}: can be verified only where it may be written")
        found = [row[0] for row in self._run("PRAGMA integrity_check(1)")]
        if found != ["ok"]:
            raise ArchiveCorrupt(f"{self._path}: {found[0]}")
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
        except BaseException:  # Ctrl-C too: what was numbered in a write undone must be forgotten
            self._numbers.clear()
            self._due.clear()
            self._db.rollback()
            raise
        sql = "UPDATE word SET articles = articles + ? WHERE number = ?"
        self._db.executemany(sql, [(by, number) for number, by in sorted(self._due.items())])
        self._due.clear()
        self._run("COMMIT")
        self._ended = time.monotonic()

    def _let_others(self) -> None:
        """Leave the file free for a moment where one write has followed the other for long."""
        if time.monotonic() - self._ended > _FREE:
            self._since = time.monotonic()
        elif time.monotonic() - self._since > _HELD:
            time.sleep(_FREE)
            self._since = time.monotonic()

    def _run(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        try:
            return self._db.execute(sql, tuple(values))
        except sqlite3.OperationalError as error:
            raise ArchiveError(f"{self._path}: {error}") from error
        except sqlite3.DatabaseError as error:
            raise ArchiveCorrupt(f"{self._path}: {error}") from error

    def ask(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        return self._run(sql, values).fetchall()

    # captures

    def put_capture(self, capture: Capture) -> None:
        content = zstandard.ZstdCompressor(level=9).compress(capture.content)
        captured = capture.captured.isoformat() if capture.captured else None
        row = (
            capture.id,
            capture.source,
            capture.url,
            capture.media_type,
            captured,
            len(capture.content),
            content,
        )
        self._run("INSERT OR IGNORE INTO capture VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def capture(self, id: str) -> Capture | None:
        sql = "SELECT id, source, content, url, media_type, captured FROM capture WHERE id = ?"
        row = self._run(sql, (id,)).fetchone()
        if row is None:
            return None
        captured = datetime.fromisoformat(row[5]) if row[5] else None
        return Capture(
            row[0], row[1], zstandard.ZstdDecompressor().decompress(row[2]), row[3], row[4], captured
        )

    def was_read(self, id: str) -> bool:
        sql = "SELECT 1 FROM capture WHERE id = ? AND id NOT IN (SELECT id FROM quarantine)"
        return self._run(sql, (id,)).fetchone() is not None

    # articles

    def find(self, id: str) -> int | None:
        row = self._run("SELECT article FROM known WHERE id = ?", (id,)).fetchone()
        return row[0] if row else None

    def find_url(self, url: str) -> int | None:
        row = self._run("SELECT number FROM article WHERE url = ?", (url,)).fetchone()
        return row[0] if row else None

    def put_article(self, id: str, url: str | None, outlet: str | None, day: date | None) -> int:
        sql = "INSERT INTO article (id, url, outlet, day) VALUES (?, ?, ?, ?)"
        number = self._run(sql, (id, url, outlet, day.isoformat() if day else None)).lastrowid
        assert number is not None
        self.put_id(id, number)
        return number

    def put_revision(self, row: Row) -> bool:
        sql = (
            "INSERT OR IGNORE INTO revision (article, id, capture, digest, seen, record)"
            " VALUES (?, ?, ?, ?, ?, ?)"
        )
        return (
            self._run(sql, (row.article, row.id, row.capture, row.digest, row.seen, row.record)).rowcount == 1
        )

    def set_current(self, number: int, digest: str, outlet: str | None, day: date | None) -> None:
        sql = (
            "UPDATE article SET outlet = ?, day = ?, current ="
            " (SELECT number FROM revision WHERE article = ? AND digest = ?) WHERE number = ?"
        )
        self._run(sql, (outlet, day.isoformat() if day else None, number, digest, number))
        self._run("DELETE FROM finding WHERE article = ?", (number,))

    def put_id(self, id: str, number: int) -> None:
        self._run("INSERT OR IGNORE INTO known VALUES (?, ?)", (id, number))

    def current(self, numbers: Sequence[int]) -> dict[int, bytes]:
        sql = (
            "SELECT a.number, r.record FROM article a JOIN revision r ON r.number = a.current"
            " WHERE a.number IN ({})"
        )
        return {row[0]: row[1] for row in among(self.ask, sql, numbers)}

    def revisions(self, number: int) -> list[Row]:
        sql = (
            "SELECT article, id, capture, digest, seen, record FROM revision"
            " WHERE article = ? ORDER BY seen, number"
        )
        return [Row(*row) for row in self._run(sql, (number,))]

    def numbers(self) -> Iterator[int]:
        last = 0
        sql = "SELECT number FROM article WHERE number > ? ORDER BY number LIMIT 1000"
        while page := [row[0] for row in self._run(sql, (last,))]:
            yield from page
            last = page[-1]

    def count(self) -> int:
        # Articles are never taken out and numbers have no gaps, so the last number is the count.
        return int(self._run("SELECT coalesce(max(number), 0) FROM article").fetchone()[0])

    def put_again(self, row: Row, digest: str) -> None:
        sql = "UPDATE revision SET digest = ?, record = ? WHERE article = ? AND digest = ?"
        self._run(sql, (row.digest, row.record, row.article, digest))

    # findings

    def put_findings(self, number: int, rules: str, data: bytes) -> None:
        sql = (
            "INSERT INTO finding VALUES (?, ?, ?)"
            " ON CONFLICT (article) DO UPDATE SET rules = excluded.rules, data = excluded.data"
        )
        self._run(sql, (number, rules, data))

    def findings(self, numbers: Sequence[int]) -> dict[int, tuple[str, bytes]]:
        rows = among(self.ask, "SELECT article, rules, data FROM finding WHERE article IN ({})", numbers)
        return {row[0]: (row[1], row[2]) for row in rows}

    # words

    def number_words(
        self, forms: Sequence[str], row: Callable[[str], tuple[str, str, str]]
    ) -> dict[str, int]:
        missing = [form for form in forms if form not in self._numbers]
        for number, form in among(self.ask, "SELECT number, form FROM word WHERE form IN ({})", missing):
            self._numbers[form] = number
        for form in missing:
            if form not in self._numbers:
                sql = "INSERT INTO word (form, plain, sound) VALUES (?, ?, ?)"
                self._numbers[form] = self._run(sql, row(form)).lastrowid or 0
        numbers = {form: self._numbers[form] for form in forms}
        if len(self._numbers) > 300_000:
            self._numbers.clear()
        return numbers

    def put_index(self, number: int, words: Words, forms: dict[int, str]) -> None:
        self._run("INSERT INTO words VALUES (?, ?)", (number, words.packed()))
        self._count(words, 1)
        texts = _texts(words, forms)
        sql = "INSERT INTO found (rowid, headline, body, aside) VALUES (?, ?, ?, ?)"
        self._run(sql, (number, *texts))
        self._run("INSERT INTO headlines (rowid, headline) VALUES (?, ?)", (number, texts[0]))

    def drop_index(self, number: int) -> None:
        words = self.words_of([number]).get(number)
        if words is None:
            return
        numbers = {*words.headline, *words.body, *words.aside} - {BREAK}
        rows = among(self.ask, "SELECT number, form FROM word WHERE number IN ({})", numbers)
        forms = {int(row[0]): str(row[1]) for row in rows}
        texts = _texts(words, forms)
        sql = "INSERT INTO found (found, rowid, headline, body, aside) VALUES ('delete', ?, ?, ?, ?)"
        self._run(sql, (number, *texts))
        sql = "INSERT INTO headlines (headlines, rowid, headline) VALUES ('delete', ?, ?)"
        self._run(sql, (number, texts[0]))
        self._run("DELETE FROM words WHERE article = ?", (number,))
        self._count(words, -1)

    def _count(self, words: Words, by: int) -> None:
        for number in {*words.headline, *words.body, *words.aside} - {BREAK}:
            self._due[number] = self._due.get(number, 0) + by

    def words_of(self, numbers: Sequence[int]) -> dict[int, Words]:
        rows = among(self.ask, "SELECT article, list FROM words WHERE article IN ({})", numbers)
        return {number: Words.unpacked(data) for number, data in rows}

    def by_form(self, forms: Iterable[str]) -> list[Word]:
        return [Word(*row) for row in among(self.ask, _WORD + "form IN ({})", forms)]

    def by_plain(self, plains: Iterable[str]) -> list[Word]:
        return [Word(*row) for row in among(self.ask, _WORD + "plain IN ({})", plains)]

    def by_sound(self, sounds: Iterable[str]) -> list[Word]:
        return [Word(*row) for row in among(self.ask, _WORD + "sound IN ({})", sounds)]

    def by_prefix(self, prefix: str, limit: int) -> list[Word]:
        sql = _WORD + "form >= ? AND form < ? ORDER BY articles DESC LIMIT ?"
        return [Word(*row) for row in self._run(sql, (prefix, prefix + "\U0010ffff", limit))]

    def holding(self, forms: Sequence[str]) -> list[int]:
        # As one text they come twice as fast as row by row.
        sql = "SELECT json_group_array(rowid) FROM found WHERE found MATCH ?"
        found: list[int] = json.loads(self._run(sql, (_expression([[forms]]),)).fetchone()[0])
        return found

    def candidates(
        self,
        groups: Sequence[Group],
        need: Need,
        filters: Filters,
        limit: int,
        order: Order = "likeliest",
        after: int = 0,
    ) -> list[int]:
        if not groups:
            return []
        words = [_expression(group) for group in groups]
        match = needed(words, need, "AND", "OR")
        index = "headlines" if order == "headlines" else "found"
        where, values = [f"{index} MATCH ?", f"{index}.rowid > ?"], list[object]((match, after))
        if need == "several":
            # The words are counted once each where the articles are weighed.
            where.append(f"+{index}.rowid IN (SELECT rowid FROM {index} WHERE {index} MATCH ?)")
            values = [needed(words, "any", "AND", "OR"), after, match]
        source = index
        if filters:
            if filters.by_card:
                source += f" JOIN card c ON c.article = {index}.rowid"
            tests, more = filters.tests("c.article" if filters.by_card else f"{index}.rowid")
            where += tests
            values += more
        # bm25 reads every article that has one of the words; the newest come without reading the rest.
        by = "bm25(found, 4.0, 1.0, 0.2)" if order == "likeliest" else f"{index}.rowid DESC"
        sql = f"SELECT {index}.rowid FROM {source} WHERE {' AND '.join(where)} ORDER BY {by} LIMIT ?"
        return [row[0] for row in self._run(sql, (*values, limit))]

    # learnt names

    def put_aliases(self, pairs: Iterable[tuple[str, str]]) -> None:
        sql = "INSERT INTO alias VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET articles = articles + 1"
        self._db.executemany(sql, list(pairs))

    def aliases(self, forms: Iterable[str]) -> list[tuple[str, str, int]]:
        every = list(forms)
        rows = among(self.ask, "SELECT short, long, articles FROM alias WHERE short IN ({})", every)
        rows += among(self.ask, "SELECT short, long, articles FROM alias WHERE long IN ({})", every)
        return [(row[0], row[1], row[2]) for row in dict.fromkeys(rows)]

    # failures

    def put_quarantine(self, item: Quarantined) -> None:
        sql = (
            "INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET kind = excluded.kind, reason = excluded.reason"
        )
        row = (item.id, item.source, item.url, item.kind, item.reason, item.since, item.size)
        self._run(sql, row)

    def drop_quarantine(self, id: str) -> None:
        self._run("DELETE FROM quarantine WHERE id = ?", (id,))

    def quarantine(self) -> list[Quarantined]:
        sql = "SELECT id, source, url, kind, reason, since, size FROM quarantine ORDER BY since, id"
        return [Quarantined(*row) for row in self._run(sql)]


def _texts(words: Words, forms: dict[int, str]) -> tuple[str, str, str]:
    """The three columns of the index; a break leaves no mark."""
    lists = (words.headline, words.body, words.aside)
    return tuple(" ".join(forms[n] for n in part if n != BREAK) for part in lists)  # type: ignore[return-value]


def _expression(group: Group) -> str:
    """A group as an FTS5 expression."""
    rows = [
        " AND ".join("(" + " OR ".join(f'"{form}"' for form in forms) + ")" for forms in row) for row in group
    ]
    return " OR ".join(f"({row})" for row in rows)
