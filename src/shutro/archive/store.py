"""The archive: what was captured, what was read from it, and how to find it again."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType

from shutro.archive.desk.notes import Notebook
from shutro.archive.desk.people import People
from shutro.archive.desk.reports import Reports
from shutro.archive.inquiry import Inquiry
from shutro.archive.ledger.stories import THREAD
from shutro.archive.nouns.cards import Target
from shutro.archive.nouns.findings import Kept, rules
from shutro.archive.nouns.record import digest, filed_day, packed, seen, storable, storable_or_none, unpacked
from shutro.archive.nouns.results import Added, Coverage, Quarantined, Revision
from shutro.archive.nouns.stored import Row, Words
from shutro.archive.rebuilding import Rebuilding
from shutro.archive.search.index import indexed, word_row
from shutro.archive.stores.address import is_server, shown
from shutro.archive.stores.shelf import Shelf
from shutro.archive.watching import Watching
from shutro.errors import ArchiveCorrupt, ArchiveError, NotInArchive, ShutroError
from shutro.model import Article, Capture


def open_archive(where: str | Path = "shutro.db", cache: int | None = None, patient: bool = True) -> Archive:
    """Open the archive at a path or a `postgresql://` address, or make it.

    `cache` is the megabytes of a file that stay in memory at most, where the usual 64 are too many; a
    server keeps its own. What is asked may be worth keeping (a timeline, an article's findings): that waits
    for other writers, unless `patient` is false. A file that may not be written is read alone.

    Raises ArchiveTooNew when a newer Shutro wrote it, ArchiveCorrupt when the file is damaged or is
    something else, ArchiveError when it cannot be opened at all.
    """
    if is_server(where):
        return Archive(_postgres(str(where), patient))
    from shutro.archive.stores.sqlite.shelf import CACHE, SqliteShelf

    path = Path(where)
    if path.is_dir() or not path.absolute().parent.is_dir():
        raise ArchiveError(f"{shown(where)}: no place for an archive")
    return Archive(SqliteShelf(path, CACHE if cache is None else cache, patient))


def _postgres(where: str, patient: bool) -> Shelf:
    try:
        from shutro.archive.stores.postgres.shelf import PostgresShelf
    except ImportError as error:
        raise ArchiveError('a PostgreSQL archive needs psycopg: pip install "shutro[postgres]"') from error
    return PostgresShelf(where, patient)


class Archive(Rebuilding, Inquiry, Reports, People, Notebook, Watching):
    """An open archive; a context manager. One archive may be open in several processes."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._complete()

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the archive; what was added stays."""
        self._shelf.close()

    @property
    def read_only(self) -> bool:
        """Whether nothing may be written where it is kept."""
        return self._shelf.read_only

    def __len__(self) -> int:
        return self._shelf.count()

    # adding

    def add(self, article: Article, capture: Capture | None = None) -> Added:
        """Keep an article and the capture it was read from; says if it was added, revised or known.

        Adding again is harmless. An article at an address (or of an id) that the archive holds in other
        words is kept as a revision; the state captured last is the one that is found and shown. When
        this returns, the article is on disk whole.
        """
        with self._shelf.writing():
            if capture is not None:
                self._shelf.put_capture(_storable(capture))
                self._shelf.drop_quarantine(capture.id)
            return self._add(article)

    def add_all(self, articles: Iterable[Article | tuple[Article, Capture]], every: int = 500) -> int:
        """Add many, `every` articles to a transaction; how many told the archive something new."""
        new = 0
        batch: list[Article | tuple[Article, Capture]] = []
        for item in articles:
            batch.append(item)
            if len(batch) >= every:
                new += self._add_batch(batch)
                batch = []
        return new + self._add_batch(batch)

    def add_understood(self, found: Iterable[tuple[Article, Kept]], every: int = 500) -> int:
        """Add articles that the present rules read and understood elsewhere; else as `add_all`."""
        items, new = iter(found), 0
        while batch := list(islice(items, every)):
            with self._shelf.writing():
                for article, kept in batch:
                    new += (told := self.add(article) != "known")
                    if told and self.get(article.id) == article:
                        self.keep_findings(article.id, kept)
        return new

    def _add_batch(self, batch: list[Article | tuple[Article, Capture]]) -> int:
        with self._shelf.writing():
            return sum(
                (self.add(item) if isinstance(item, Article) else self.add(*item)) != "known"
                for item in batch
            )

    def _add(self, article: Article) -> Added:
        shelf = self._shelf
        day, id = filed_day(article), storable(article.id)
        url, outlet = storable_or_none(article.url), storable_or_none(article.outlet)
        number = self._held(article)
        new = number is None
        if number is None:
            number = shelf.put_article(id, url, outlet, day)
            shelf.provenance.put(number, rules())
        shelf.put_id(id, number)
        state = digest(article)
        row = Row(number, id, article.capture, state, seen(article.captured), packed(article))
        if not shelf.put_revision(row) and not (article.captured and self._returned(row)):
            return "known"
        if new or shelf.revisions(number)[-1].digest == state:
            if not new:
                self._forget_names(number)
                shelf.ledger.revise(number)
            shelf.set_current(number, state, outlet, day)
            if not new:
                shelf.drop_index(number)
            self._index(number, article)
            self._keep_card(number, article)
        return "added" if new else "revised"

    def _held(self, article: Article) -> int | None:
        """The number of an article that is here under its id or its address."""
        url = storable_or_none(article.url)
        return self._shelf.find(storable(article.id)) or (self._shelf.find_url(url) if url else None)

    def _returned(self, row: Row) -> bool:
        """Whether a page went back to words it had before, which then are again those captured last."""
        last = self._shelf.revisions(row.article)[-1]
        if last.digest == row.digest or last.seen >= row.seen:
            return False
        sql = "UPDATE revision SET seen = ? WHERE article = ? AND digest = ?"
        self._shelf.ask(sql, (row.seen, row.article, row.digest))
        return True

    def _index(self, number: int, article: Article) -> None:
        content = indexed(article)
        numbers = self._shelf.number_words(content.forms(), word_row)
        lists = [array("I", (numbers[form] if form else 0 for form in part)) for part in content.parts]
        forms = {numbers[form]: form for part in content.parts for form in part if form}
        self._shelf.put_index(number, Words(*lists), forms)
        self._shelf.put_aliases(content.aliases)

    # having

    def get(self, id: str) -> Article:
        """The article that was added under `id`, as it was last captured. Raises NotInArchive."""
        number = self._number(id)
        return unpacked(self._shelf.current([number])[number])

    def articles(self) -> Iterator[Article]:
        """Every article as it was last captured, in the order they were first added."""
        page: list[int] = []
        for number in self._shelf.numbers():
            page.append(number)
            if len(page) == 200:
                yield from self._read(page)
                page = []
        yield from self._read(page)

    def _read(self, numbers: list[int]) -> Iterator[Article]:
        records = self._shelf.current(numbers)
        return (unpacked(records[number]) for number in numbers)

    def revisions(self, id: str) -> list[Revision]:
        """Every state of an article that was captured, the earliest first. Raises NotInArchive."""
        rows = self._shelf.revisions(self._number(id))
        return [Revision(at, unpacked(row.record), row.seen) for at, row in enumerate(rows, 1)]

    def capture(self, id: str) -> Capture:
        """The capture of that id, byte for byte. Raises NotInArchive."""
        if (found := self._shelf.capture(storable(id))) is None:
            raise NotInArchive(f"no capture {id} in the archive")
        return found

    def has_read(self, capture: Capture) -> bool:
        """Whether these very bytes were captured before and an article was read from them."""
        return self._shelf.was_read(capture.id)

    def _number(self, id: str) -> int:
        if (number := self._shelf.find(storable(id))) is None:
            raise NotInArchive(f"no article {id} in the archive")
        return number

    def target(self, id: str) -> Target:
        """What an id is, or ever was, an id of. Raises NotInArchive."""
        if self._shelf.find(storable(id)) is not None:
            return "article"
        if self._shelf.lists.founder(storable(id)) is None:
            raise NotInArchive(f"no article, story or thread {id} in the archive")
        return "thread" if id.startswith(THREAD) else "story"

    def findings(self, id: str) -> Kept:
        """The names, statements and events of an article. Raises NotInArchive."""
        return self._findings([self._number(id)])[0]

    def coverage(self, outlet: str | None = None) -> Coverage:
        """The articles and days the archive holds of an outlet, or of all."""
        return self._shelf.cards.coverage(self.outlet_called(outlet))

    def state(self) -> str:
        """What the archive holds, as exports name it: it changes when pages are added, or notes are made."""
        revisions, notes = (
            self._shelf.ask(f"SELECT count(*) FROM {table}")[0][0] for table in ("revision", "note")
        )
        held = [(len(self), "article"), (revisions, "revision"), *([(notes, "note")] if notes else [])]
        return ", ".join(f"{number} {what}{'' if number == 1 else 's'}" for number, what in held)

    def verify(self) -> None:
        """Read the archive through: its pages, its index, its stories, every article.

        Raises ArchiveCorrupt.
        """
        self._shelf.verify()
        if loose := len(self._shelf.cards.without()) + self._shelf.progress.forgotten():
            raise ArchiveCorrupt(f"{loose} articles are missing from the lists or wait for nothing")
        if wrong := self._shelf.ledger.verify():
            raise ArchiveCorrupt(wrong)
        for article in self.articles():
            if self._shelf.find(storable(article.id)) is None:
                raise ArchiveCorrupt(f"article {article.id} cannot be found by its id")

    # failed captures

    def quarantine(self, capture: Capture, error: ShutroError) -> None:
        """Keep a capture that could not be read, with the reason."""
        with self._shelf.writing():
            self._shelf.put_capture(_storable(capture))
            now = datetime.now(UTC).isoformat(timespec="seconds")
            kind = type(error).__name__
            url = storable_or_none(capture.url)
            source, reason = storable(capture.source), storable(str(error))
            item = Quarantined(capture.id, source, url, kind, reason, now, len(capture.content))
            self._shelf.put_quarantine(item)

    def quarantined(self) -> list[Quarantined]:
        """The captures that wait for a better reader, oldest first."""
        return self._shelf.quarantine()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction around several additions: all are kept, or none is."""
        with self._shelf.writing():
            yield


def _storable(capture: Capture) -> Capture:
    url, media = storable_or_none(capture.url), storable_or_none(capture.media_type)
    return replace(capture, source=storable(capture.source), url=url, media_type=media)
