"""The shared store: a PostgreSQL database, for several writers and machines.

The same tables as in one file; the word index is a `tsvector` of our own keys under a GIN index, so that
the server's own idea of a word never matters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg

from shutro.archive.nouns.stored import BREAK, Words
from shutro.archive.schema.steps import STEPS
from shutro.archive.stores.address import is_clear, shown
from shutro.archive.stores.common import CommonShelf
from shutro.archive.stores.locks import ServerLock
from shutro.archive.stores.postgres.bands import PostgresBands
from shutro.archive.stores.postgres.schema import POSTGRES
from shutro.archive.stores.query import Language, Wanted
from shutro.errors import ArchiveCorrupt, ArchiveError, ArchiveTooNew

_LOCK = 0x53485554  # one writer at a time, as in the file: the advisory lock all writers take


def _quoted(form: str) -> str:
    return "'" + form.replace("\\", "\\\\").replace("'", "''") + "'"


_TSQUERY = Language("&", "|", _quoted)


class PostgresShelf(CommonShelf):
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
        super().__init__(PostgresBands(self), ServerLock(self))
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
                for statement in step(POSTGRES):
                    self._db.execute(statement.encode())
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

    def count(self) -> int:
        return self.cards.tallied("every", "")  # counting rows would read them all

    # words

    def _put_words(self, rows: Sequence[tuple[str, str, str]]) -> dict[str, int]:
        sql = (
            "INSERT INTO word (form, plain, sound)"
            " SELECT * FROM unnest(%s::text[], %s::text[], %s::text[]) RETURNING form, number"
        )
        made = self._all(sql, tuple(list(column) for column in zip(*rows, strict=True)))
        return {str(form): _int(number) for form, number in made}

    def _put_found(self, number: int, words: Words, forms: dict[int, str]) -> None:
        headline = [forms[n] for n in {*words.headline} - {BREAK}]
        whole = [forms[n] for n in words.distinct()]
        sql = "INSERT INTO found VALUES (%s, array_to_tsvector(%s::text[]), array_to_tsvector(%s::text[]))"
        self._run(sql, (number, headline, whole))

    def _drop_found(self, number: int, words: Words) -> None:
        self._run("DELETE FROM found WHERE article = %s", (number,))

    def _count(self, words: Words, by: int) -> None:
        sql = "UPDATE word SET articles = articles + %s WHERE number = ANY(%s)"
        self._run(sql, (by, sorted(words.distinct())))

    def holding(self, forms: Sequence[str]) -> list[int]:
        sql = "SELECT article FROM found WHERE whole @@ %s::tsquery"
        return [_int(row[0]) for row in self._all(sql, (_TSQUERY.one([[forms]]),))]

    def candidates(self, wanted: Wanted, limit: int) -> list[int]:
        if not wanted.groups:
            return []
        match = _TSQUERY.needed(wanted.groups, wanted.need)
        where = [f"f.{'headline' if wanted.order == 'headlines' else 'whole'} @@ %s::tsquery"]
        tests, more = wanted.filters.tests()
        where += ["f.article > %s", *(test.replace("?", "%s") for test in tests)]
        values: list[object] = [match, wanted.after, *more]
        by = "f.article DESC"
        if wanted.order == "likeliest":
            # How many of the groups an article has, those in its headline thrice; the newest among equals.
            has = "(f.whole @@ %s::tsquery)::int + 2 * (f.headline @@ %s::tsquery)::int"
            by = f"{' + '.join([has] * len(wanted.groups))} DESC, {by}"
            values += [each for group in wanted.groups for each in [_TSQUERY.one(group)] * 2]
        sql = (
            "SELECT f.article FROM found f JOIN card c ON c.article = f.article"
            f" WHERE {' AND '.join(where)} ORDER BY {by} LIMIT %s"
        )
        return [_int(row[0]) for row in self._all(sql, (*values, limit))]


def _line(error: psycopg.Error) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__


def _int(value: object) -> int:
    assert isinstance(value, int)
    return value
