# ruff: noqa: D102 - what each method does is said once, in shelf.Shelf
"""The shared store: a PostgreSQL database, for several writers and machines.

The same tables as in one file; the word index is a `tsvector` of our own keys under a GIN index, so that
the server's own idea of a word never matters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

import psycopg
import zstandard

from shutro.archive.address import is_clear, shown
from shutro.archive.desk_cards import Cards
from shutro.archive.desk_names import Names
from shutro.archive.filters import Filters
from shutro.archive.frontier import Frontier
from shutro.archive.ledger_lists import Lists
from shutro.archive.ledger_tables import Ledger
from shutro.archive.postgres_ledger import PostgresBands
from shutro.archive.postgres_query import expression
from shutro.archive.postgres_schema import STEPS
from shutro.archive.provenance import Provenance
from shutro.archive.results import Quarantined
from shutro.archive.shelf import BREAK, Group, Need, Order, Row, Word, Words, needed
from shutro.archive.watching_locks import ServerLock
from shutro.errors import ArchiveCorrupt, ArchiveError, ArchiveTooNew
from shutro.model import Capture

_LOCK = 0x53485554  # one writer at a time, as in the file: the advisory lock all writers take
_WORD = "SELECT number, form, plain, sound, articles FROM word WHERE "


class PostgresShelf:
    """A shelf in a database, in the schema that the connection's search path names first."""

    read_only = False

    def __init__(self, where: str, patient: bool = True) -> None:
        self._patient = patient
        try:
            self._db = psycopg.connect(where, autocommit=True)
        except psycopg.Error as error:
            # Of an address that it cannot read, or reads wrongly, the error may quote the password.
            clear = isinstance(error, psycopg.OperationalError) and is_clear(where)
            told = _line(error) if clear else "check the address; signs in a password are written as %XX"
            reason = f"the archive's database cannot be reached: {shown(where)}: {told}"
            raise ArchiveError(reason) from None
        self._numbers: dict[str, int] = {}
        self.cards, self.names, self.provenance = Cards(self), Names(self), Provenance(self)
        self.ledger, self.lists = Ledger(self, PostgresBands(self)), Lists(self)
        self.frontier = Frontier(self, ServerLock(self))
        try:
            with self._translated():
                self._migrate()
        except ArchiveError:
            self._db.close()
            raise

    def _migrate(self) -> None:
        """Bring the schema up to this version, in one transaction."""
        with self._db.transaction():
            self._db.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
            self._db.execute("CREATE TABLE IF NOT EXISTS shutro (version integer NOT NULL)")
            row = self._db.execute("SELECT max(version) FROM shutro").fetchone()
            version = row[0] if row and row[0] is not None else 0
            if version > len(STEPS):
                raise ArchiveTooNew(
                    f"the database is of a newer Shutro (schema {version}, this one knows {len(STEPS)})"
                )
            for number, step in enumerate(STEPS[version:], version + 1):
                self._db.execute(step().encode())
                self._db.execute("INSERT INTO shutro VALUES (%s)", (number,))

    def close(self) -> None:
        self._db.close()

    def verify(self) -> None:
        loose = self._one(
            "SELECT count(*) FROM article a LEFT JOIN words w ON w.article = a.number"
            " LEFT JOIN found f ON f.article = a.number"
            " WHERE w.article IS NULL OR f.article IS NULL OR a.current IS NULL"
        )
        if loose:
            raise ArchiveCorrupt(f"{loose} articles of the database are not indexed")

    @contextmanager
    def writing(self) -> Iterator[None]:
        if self._in_transaction:
            yield
            return
        with self._begun(patient=True):
            yield

    @contextmanager
    def keeping(self) -> Iterator[bool]:
        if self._in_transaction:
            yield True
            return
        with self._begun(self._patient) as free:
            yield free

    @property
    def _in_transaction(self) -> bool:
        return self._db.info.transaction_status != psycopg.pq.TransactionStatus.IDLE

    @contextmanager
    def _begun(self, patient: bool) -> Iterator[bool]:
        """A write, if no other goes on or it may wait for that."""
        take = f"SELECT pg_{'' if patient else 'try_'}advisory_xact_lock(%s)"
        try:
            with self._translated(), self._db.transaction():
                yield self._one(take, (_LOCK,)) is not False
        except BaseException:  # Ctrl-C too: what was numbered in a write undone must be forgotten
            self._numbers.clear()
            raise

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as error:
            raise ArchiveError(f"the archive's database: {_line(error)}") from error

    def _run(self, sql: str, values: Sequence[object] = ()) -> psycopg.Cursor[tuple[object, ...]]:
        with self._translated():
            return self._db.execute(sql.encode(), values)

    def ask(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        cursor = self._run(sql.replace("?", "%s"), values)
        return cursor.fetchall() if cursor.description else []

    def _all(self, sql: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        return self._run(sql, values).fetchall()

    def _one(self, sql: str, values: Sequence[object] = ()) -> object:
        row = self._run(sql, values).fetchone()
        return row[0] if row else None

    # captures

    def put_capture(self, capture: Capture) -> None:
        content = zstandard.ZstdCompressor(level=9).compress(capture.content)
        captured = capture.captured.isoformat() if capture.captured else None
        size = len(capture.content)
        row = (capture.id, capture.source, capture.url, capture.media_type, captured, size, content)
        self._run("INSERT INTO capture VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING", row)

    def capture(self, id: str) -> Capture | None:
        sql = "SELECT id, source, content, url, media_type, captured FROM capture WHERE id = %s"
        for name, source, content, url, media, captured in self._all(sql, (id,)):
            moment = datetime.fromisoformat(str(captured)) if captured else None
            plain = zstandard.ZstdDecompressor().decompress(_bytes(content))
            return Capture(str(name), str(source), plain, _text(url), _text(media), moment)
        return None

    def was_read(self, id: str) -> bool:
        sql = "SELECT 1 FROM capture WHERE id = %s AND id NOT IN (SELECT id FROM quarantine)"
        return self._run(sql, (id,)).fetchone() is not None

    # articles

    def find(self, id: str) -> int | None:
        return _number(self._one("SELECT article FROM known WHERE id = %s", (id,)))

    def find_url(self, url: str) -> int | None:
        return _number(self._one("SELECT number FROM article WHERE url = %s", (url,)))

    def put_article(self, id: str, url: str | None, outlet: str | None, day: date | None) -> int:
        sql = "INSERT INTO article (id, url, outlet, day) VALUES (%s, %s, %s, %s) RETURNING number"
        number = _number(self._one(sql, (id, url, outlet, day)))
        assert number is not None
        self.put_id(id, number)
        return number

    def put_revision(self, row: Row) -> bool:
        sql = (
            "INSERT INTO revision (article, id, capture, digest, seen, record)"
            " VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING"
        )
        return (
            self._run(sql, (row.article, row.id, row.capture, row.digest, row.seen, row.record)).rowcount == 1
        )

    def set_current(self, number: int, digest: str, outlet: str | None, day: date | None) -> None:
        sql = (
            "UPDATE article SET outlet = %s, day = %s, current ="
            " (SELECT number FROM revision WHERE article = %s AND digest = %s) WHERE number = %s"
        )
        self._run(sql, (outlet, day, number, digest, number))
        self._run("DELETE FROM finding WHERE article = %s", (number,))

    def put_id(self, id: str, number: int) -> None:
        self._run("INSERT INTO known VALUES (%s, %s) ON CONFLICT DO NOTHING", (id, number))

    def current(self, numbers: Sequence[int]) -> dict[int, bytes]:
        sql = (
            "SELECT a.number, r.record FROM article a JOIN revision r ON r.number = a.current"
            " WHERE a.number = ANY(%s)"
        )
        return {_int(number): _bytes(record) for number, record in self._all(sql, (list(numbers),))}

    def revisions(self, number: int) -> list[Row]:
        sql = (
            "SELECT article, id, capture, digest, seen, record FROM revision"
            " WHERE article = %s ORDER BY seen, number"
        )
        return [
            Row(_int(article), str(id), str(capture), str(digest), str(seen), _bytes(record))
            for article, id, capture, digest, seen, record in self._all(sql, (number,))
        ]

    def numbers(self) -> Iterator[int]:
        last = 0
        sql = "SELECT number FROM article WHERE number > %s ORDER BY number LIMIT 1000"
        while page := [_int(row[0]) for row in self._all(sql, (last,))]:
            yield from page
            last = page[-1]

    def count(self) -> int:
        return self.cards.tallied("every", "")  # counting rows would read them all

    def put_again(self, row: Row, digest: str) -> None:
        sql = "UPDATE revision SET digest = %s, record = %s WHERE article = %s AND digest = %s"
        self._run(sql, (row.digest, row.record, row.article, digest))

    # findings

    def put_findings(self, number: int, rules: str, data: bytes) -> None:
        sql = (
            "INSERT INTO finding VALUES (%s, %s, %s)"
            " ON CONFLICT (article) DO UPDATE SET rules = excluded.rules, data = excluded.data"
        )
        self._run(sql, (number, rules, data))

    def findings(self, numbers: Sequence[int]) -> dict[int, tuple[str, bytes]]:
        rows = self._all("SELECT article, rules, data FROM finding WHERE article = ANY(%s)", (list(numbers),))
        return {_int(number): (str(rules), _bytes(data)) for number, rules, data in rows}

    # words

    def number_words(
        self, forms: Sequence[str], row: Callable[[str], tuple[str, str, str]]
    ) -> dict[str, int]:
        missing = [form for form in forms if form not in self._numbers]
        self._numbers |= {word.form: word.number for word in self.by_form(missing)}
        new = [row(form) for form in missing if form not in self._numbers]
        if new:
            sql = (
                "INSERT INTO word (form, plain, sound)"
                " SELECT * FROM unnest(%s::text[], %s::text[], %s::text[]) RETURNING form, number"
            )
            made = self._all(sql, tuple(list(column) for column in zip(*new, strict=True)))
            self._numbers |= {str(form): _int(number) for form, number in made}
        numbers = {form: self._numbers[form] for form in forms}
        if len(self._numbers) > 300_000:
            self._numbers.clear()
        return numbers

    def put_index(self, number: int, words: Words, forms: dict[int, str]) -> None:
        self._run("INSERT INTO words VALUES (%s, %s)", (number, words.packed()))
        self._count(words, 1)
        headline = [forms[n] for n in {*words.headline} - {BREAK}]
        whole = [forms[n] for n in _distinct(words)]
        sql = "INSERT INTO found VALUES (%s, array_to_tsvector(%s::text[]), array_to_tsvector(%s::text[]))"
        self._run(sql, (number, headline, whole))

    def drop_index(self, number: int) -> None:
        words = self.words_of([number]).get(number)
        if words is None:
            return
        self._run("DELETE FROM words WHERE article = %s", (number,))
        self._run("DELETE FROM found WHERE article = %s", (number,))
        self._count(words, -1)

    def _count(self, words: Words, by: int) -> None:
        sql = "UPDATE word SET articles = articles + %s WHERE number = ANY(%s)"
        self._run(sql, (by, sorted(_distinct(words))))

    def words_of(self, numbers: Sequence[int]) -> dict[int, Words]:
        rows = self._all("SELECT article, list FROM words WHERE article = ANY(%s)", (list(numbers),))
        return {_int(number): Words.unpacked(_bytes(data)) for number, data in rows}

    def by_form(self, forms: Iterable[str]) -> list[Word]:
        return self._words("form = ANY(%s)", (list(forms),))

    def by_plain(self, plains: Iterable[str]) -> list[Word]:
        return self._words("plain = ANY(%s)", (list(plains),))

    def by_sound(self, sounds: Iterable[str]) -> list[Word]:
        return self._words("sound = ANY(%s)", (list(sounds),))

    def by_prefix(self, prefix: str, limit: int) -> list[Word]:
        test = "form >= %s AND form < %s ORDER BY articles DESC, number LIMIT %s"
        return self._words(test, (prefix, prefix + "\U0010ffff", limit))

    def _words(self, test: str, values: Sequence[object]) -> list[Word]:
        rows = self._all(_WORD + test, values)
        return [
            Word(_int(n), str(form), str(plain), str(sound), _int(count))
            for n, form, plain, sound, count in rows
        ]

    def holding(self, forms: Sequence[str]) -> list[int]:
        sql = "SELECT article FROM found WHERE whole @@ %s::tsquery"
        return [_int(row[0]) for row in self._all(sql, (expression([[forms]]),))]

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
        match = needed([expression(group) for group in groups], need, "&", "|")
        where = [f"f.{'headline' if order == 'headlines' else 'whole'} @@ %s::tsquery"]
        tests, more = filters.tests()
        where += ["f.article > %s", *(test.replace("?", "%s") for test in tests)]
        values: list[object] = [match, after, *more]
        by = "f.article DESC"
        if order == "likeliest":
            # How many of the groups an article has, those in its headline thrice; the newest among equals.
            each = "(f.whole @@ %s::tsquery)::int + 2 * (f.headline @@ %s::tsquery)::int"
            by = f"{' + '.join([each] * len(groups))} DESC, {by}"
            values += [expression for group in groups for expression in (expression(group),) * 2]
        sql = (
            "SELECT f.article FROM found f JOIN card c ON c.article = f.article"
            f" WHERE {' AND '.join(where)} ORDER BY {by} LIMIT %s"
        )
        return [_int(row[0]) for row in self._all(sql, (*values, limit))]

    # learnt names

    def put_aliases(self, pairs: Iterable[tuple[str, str]]) -> None:
        sql = (
            "INSERT INTO alias VALUES (%s, %s, 1)"
            " ON CONFLICT (short, long) DO UPDATE SET articles = alias.articles + 1"
        )
        for pair in pairs:
            self._run(sql, pair)

    def aliases(self, forms: Iterable[str]) -> list[tuple[str, str, int]]:
        every = list(forms)
        sql = "SELECT short, long, articles FROM alias WHERE short = ANY(%s) OR long = ANY(%s)"
        return [(str(short), str(long), _int(count)) for short, long, count in self._all(sql, (every, every))]

    # failures

    def put_quarantine(self, item: Quarantined) -> None:
        sql = (
            "INSERT INTO quarantine VALUES (%s, %s, %s, %s, %s, %s, %s)"
            " ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, reason = excluded.reason"
        )
        self._run(sql, (item.id, item.source, item.url, item.kind, item.reason, item.since, item.size))

    def drop_quarantine(self, id: str) -> None:
        self._run("DELETE FROM quarantine WHERE id = %s", (id,))

    def quarantine(self) -> list[Quarantined]:
        sql = "SELECT id, source, url, kind, reason, since, size FROM quarantine ORDER BY since, id"
        return [
            Quarantined(str(id), str(source), _text(url), str(kind), str(reason), str(since), _int(size))
            for id, source, url, kind, reason, since, size in self._all(sql)
        ]


def _distinct(words: Words) -> set[int]:
    return {*words.headline, *words.body, *words.aside} - {BREAK}


def _line(error: psycopg.Error) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__


def _int(value: object) -> int:
    assert isinstance(value, int)
    return value


def _number(value: object) -> int | None:
    return None if value is None else _int(value)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def _bytes(value: object) -> bytes:
    assert isinstance(value, bytes)
    return value


def _text(value: object) -> str | None:
    return None if value is None else str(value)
