"""What both stores do alike: the tables they share, and the rows of captures, articles, words, failures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

import zstandard

from shutro.archive.nouns.results import Quarantined
from shutro.archive.nouns.stored import Row, Word, Words
from shutro.archive.tables.bands import Bands
from shutro.archive.tables.cards import Cards
from shutro.archive.tables.frontier import Frontier
from shutro.archive.tables.lists import Lists
from shutro.archive.tables.names import Names
from shutro.archive.tables.notes import Notes
from shutro.archive.tables.progress import Progress
from shutro.archive.tables.provenance import Provenance
from shutro.archive.tables.sql import among, marks
from shutro.archive.tables.stories import Ledger
from shutro.model import Capture

_KEPT = "ON CONFLICT DO NOTHING"
_WORD = "SELECT number, form, plain, sound, articles FROM word WHERE "
_REVISION = "SELECT article, id, capture, digest, seen, record FROM revision"
_ALIAS = "SELECT short, long, articles FROM alias WHERE"
_NUMBERED = 300_000  # forms whose numbers are remembered


class CommonShelf:
    """The part of a shelf that is asked in SQL which both stores read alike."""

    def __init__(self, bands: Bands, alone: Callable[[], bool]) -> None:
        """`alone` takes the lock of an archive's one watcher."""
        self.cards, self.notes, self.names = Cards(self), Notes(self), Names(self)
        self.progress, self.provenance = Progress(self), Provenance(self)
        self.ledger, self.lists, self.frontier = Ledger(self, bands), Lists(self), Frontier(self, alone)
        self._numbers: dict[str, int] = {}

    def ask(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        raise NotImplementedError

    def _put_words(self, rows: Sequence[tuple[str, str, str]]) -> dict[str, int]:
        """Write words that are new (form, plain spelling, consonants); their numbers by form."""
        raise NotImplementedError

    def _put_found(self, number: int, words: Words, forms: dict[int, str]) -> None:
        """Write an article into the index of words."""
        raise NotImplementedError

    def _drop_found(self, number: int, words: Words) -> None:
        """Take an article out of the index of words."""
        raise NotImplementedError

    def _count(self, words: Words, by: int) -> None:
        """Count an article in or out of each of its words."""
        raise NotImplementedError

    # captures

    def put_capture(self, capture: Capture) -> None:
        content = zstandard.ZstdCompressor(level=9).compress(capture.content)
        captured = capture.captured.isoformat() if capture.captured else None
        size = len(capture.content)
        row = (capture.id, capture.source, capture.url, capture.media_type, captured, size, content)
        self.ask(f"INSERT INTO capture VALUES ({marks(row)}) {_KEPT}", row)

    def capture(self, id: str) -> Capture | None:
        sql = "SELECT id, source, content, url, media_type, captured FROM capture WHERE id = ?"
        for name, source, content, url, media, captured in self.ask(sql, (id,)):
            moment = datetime.fromisoformat(captured) if captured else None
            return Capture(name, source, zstandard.ZstdDecompressor().decompress(content), url, media, moment)
        return None

    def was_read(self, id: str) -> bool:
        sql = "SELECT 1 FROM capture WHERE id = ? AND id NOT IN (SELECT id FROM quarantine)"
        return bool(self.ask(sql, (id,)))

    # articles

    def find(self, id: str) -> int | None:
        return self._number("SELECT article FROM known WHERE id = ?", id)

    def find_url(self, url: str) -> int | None:
        return self._number("SELECT number FROM article WHERE url = ?", url)

    def _number(self, sql: str, value: str) -> int | None:
        found = self.ask(sql, (value,))
        return found[0][0] if found else None

    def put_article(self, id: str, url: str | None, outlet: str | None, day: date | None) -> int:
        sql = "INSERT INTO article (id, url, outlet, day) VALUES (?, ?, ?, ?) RETURNING number"
        number = int(self.ask(sql, (id, url, outlet, day and day.isoformat()))[0][0])
        self.put_id(id, number)
        return number

    def put_revision(self, row: Row) -> bool:
        values = (row.article, row.id, row.capture, row.digest, row.seen, row.record)
        columns = "article, id, capture, digest, seen, record"
        sql = f"INSERT INTO revision ({columns}) VALUES ({marks(values)}) {_KEPT} RETURNING number"
        return bool(self.ask(sql, values))

    def set_current(self, number: int, digest: str, outlet: str | None, day: date | None) -> None:
        sql = (
            "UPDATE article SET outlet = ?, day = ?, current ="
            " (SELECT number FROM revision WHERE article = ? AND digest = ?) WHERE number = ?"
        )
        self.ask(sql, (outlet, day and day.isoformat(), number, digest, number))
        self.ask("DELETE FROM finding WHERE article = ?", (number,))

    def put_id(self, id: str, number: int) -> None:
        self.ask(f"INSERT INTO known VALUES (?, ?) {_KEPT}", (id, number))

    def current(self, numbers: Sequence[int]) -> dict[int, bytes]:
        sql = (
            "SELECT a.number, r.record FROM article a JOIN revision r ON r.number = a.current"
            " WHERE a.number IN ({})"
        )
        return {row[0]: row[1] for row in among(self.ask, sql, numbers)}

    def revisions(self, number: int) -> list[Row]:
        return [
            Row(*row) for row in self.ask(f"{_REVISION} WHERE article = ? ORDER BY seen, number", (number,))
        ]

    def numbers(self) -> Iterator[int]:
        last = 0
        sql = "SELECT number FROM article WHERE number > ? ORDER BY number LIMIT 1000"
        while page := [row[0] for row in self.ask(sql, (last,))]:
            yield from page
            last = page[-1]

    def put_again(self, row: Row, digest: str) -> None:
        sql = "UPDATE revision SET digest = ?, record = ? WHERE article = ? AND digest = ?"
        self.ask(sql, (row.digest, row.record, row.article, digest))

    # findings

    def put_findings(self, number: int, rules: str, data: bytes) -> None:
        sql = (
            "INSERT INTO finding VALUES (?, ?, ?)"
            " ON CONFLICT (article) DO UPDATE SET rules = excluded.rules, data = excluded.data"
        )
        self.ask(sql, (number, rules, data))

    def findings(self, numbers: Sequence[int]) -> dict[int, tuple[str, bytes]]:
        rows = among(self.ask, "SELECT article, rules, data FROM finding WHERE article IN ({})", numbers)
        return {row[0]: (row[1], row[2]) for row in rows}

    # words

    def number_words(
        self, forms: Sequence[str], row: Callable[[str], tuple[str, str, str]]
    ) -> dict[str, int]:
        missing = [form for form in forms if form not in self._numbers]
        self._numbers |= dict(among(self.ask, "SELECT form, number FROM word WHERE form IN ({})", missing))
        if new := [row(form) for form in missing if form not in self._numbers]:
            self._numbers |= self._put_words(new)
        numbers = {form: self._numbers[form] for form in forms}
        if len(self._numbers) > _NUMBERED:
            self._numbers.clear()
        return numbers

    def put_index(self, number: int, words: Words, forms: dict[int, str]) -> None:
        self.ask("INSERT INTO words VALUES (?, ?)", (number, words.packed()))
        self._put_found(number, words, forms)
        self._count(words, 1)

    def drop_index(self, number: int) -> None:
        if (words := self.words_of([number]).get(number)) is not None:
            self._drop_found(number, words)
            self.ask("DELETE FROM words WHERE article = ?", (number,))
            self._count(words, -1)

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
        sql = _WORD + "form >= ? AND form < ? ORDER BY articles DESC, number LIMIT ?"
        return [Word(*row) for row in self.ask(sql, (prefix, prefix + "\U0010ffff", limit))]

    # learnt names

    def put_aliases(self, pairs: Iterable[tuple[str, str]]) -> None:
        sql = (
            "INSERT INTO alias VALUES (?, ?, 1)"
            " ON CONFLICT (short, long) DO UPDATE SET articles = alias.articles + 1"
        )
        for pair in pairs:
            self.ask(sql, pair)

    def aliases(self, forms: Iterable[str]) -> list[tuple[str, str, int]]:
        every = list(forms)
        rows = among(self.ask, f"{_ALIAS} short IN ({{}})", every)
        rows += among(self.ask, f"{_ALIAS} long IN ({{}})", every)
        return [(row[0], row[1], row[2]) for row in dict.fromkeys(rows)]

    # failures

    def put_quarantine(self, item: Quarantined) -> None:
        sql = (
            "INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, reason = excluded.reason"
        )
        self.ask(sql, (item.id, item.source, item.url, item.kind, item.reason, item.since, item.size))

    def drop_quarantine(self, id: str) -> None:
        self.ask("DELETE FROM quarantine WHERE id = ?", (id,))

    def quarantine(self) -> list[Quarantined]:
        sql = "SELECT id, source, url, kind, reason, since, size FROM quarantine ORDER BY since, id"
        return [Quarantined(*row) for row in self.ask(sql)]
