"""The steps from a crawl's files to articles with all that is found in them, for any datatrove pipeline.

A document carries nouns in its `metadata`: first a `capture`, then the `article` read from it, its
`findings`, its `bands` and `features`; or the `dropped` page that gave none, which every step hands on.
`file` is the number of the file it came from. Steps of others may stand between.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Any, Final

import pyarrow
from datatrove.data import Document, DocumentsPipeline
from datatrove.io import DataFolder
from datatrove.pipeline.base import PipelineStep

from shutro.archive.ledger.copies import bands_of
from shutro.errors import ShutroError
from shutro.meaning.findings import understand
from shutro.model import Capture
from shutro.reading.article import read_capture
from shutro.scale.columns import plain, schema, table
from shutro.scale.files import Whole, folder, write_json
from shutro.scale.keys import keys_of
from shutro.scale.rows import READ, Dropped, found_of, row_of
from shutro.scale.shards import pages
from shutro.stories.copies.shingles import shingled
from shutro.stories.features import features

_HELD: Final = 1000  # articles of a file that are held in memory before they are written
_LISTED: Final = 20_000  # dropped pages of a file that are


class ReadPages(PipelineStep):
    """A document for each page of a task's files; `files` are names below the folder `place`.

    Task r of n takes the files r, r + n, r + 2n and so on.
    """

    type = "Shutro"
    name = "pages"

    def __init__(self, place: str, files: Sequence[str]) -> None:
        super().__init__()
        self.place = place
        self.files = list(files)

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """The documents handed in, then those of the files."""
        if data:
            yield from data
        where = folder(self.place)
        for number in range(rank, len(self.files), world_size):
            for page in pages(where, self.files[number]):
                if isinstance(page, Capture):
                    yield Document("", page.id, metadata={"file": number, "capture": page})
                else:
                    yield Document("", "", metadata={"file": number, "dropped": page})


class ReadArticles(PipelineStep):
    """The article of each capture; its body is the document's text. A page that gives none is dropped."""

    type = "Shutro"
    name = "articles"

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """The same documents."""
        for document in data or ():
            if (capture := document.metadata.get("capture")) is not None:
                self._read(document, capture)
            yield document

    def _read(self, document: Document, capture: Capture) -> None:
        with self.track_time(), _naming(capture):
            try:
                article = read_capture(capture)
            except ShutroError as error:
                reason = getattr(error, "reason", str(error))
                document.metadata["dropped"] = Dropped(capture.source, type(error).__name__, reason)
                return
        document.id, document.text = article.id, "\n\n".join(article.body)
        document.metadata["article"] = article


class Understand(PipelineStep):
    """Names, times, statements, events and quantities of each article."""

    type = "Shutro"
    name = "findings"

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """The same documents."""
        for document in data or ():
            if (article := document.metadata.get("article")) is not None:
                with self.track_time(), _naming(document.metadata["capture"]):
                    document.metadata["findings"] = understand(article)
            yield document


class Sign(PipelineStep):
    """The signature of each article: the bands by which copies meet, the terms by which stories do."""

    type = "Shutro"
    name = "signatures"

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """The same documents."""
        for document in data or ():
            if (article := document.metadata.get("article")) is not None:
                with self.track_time(), _naming(document.metadata["capture"]):
                    document.metadata["bands"] = bands_of(shingled(article))
                    document.metadata["features"] = features(article)
            yield document


@contextmanager
def _naming(capture: Capture) -> Iterator[None]:
    """Have an error that nobody foresaw say at which page it came up: it ends the task."""
    try:
        yield
    except Exception as error:  # whatever it is goes on as it is, with the page's name added
        error.add_note(f"at {capture.source}")
        raise


class WriteFiles(PipelineStep):
    """For each file of a task its articles, its dropped pages and a list of what is where, below `place`.

    `N.parquet` holds the articles, a row group for each day and batch, so that a day can be taken out
    alone; `N.dropped.parquet` the pages that gave none; `N.json`, written last, the groups and counts.
    """

    type = "Shutro"
    name = "files"

    def __init__(self, place: str, files: int) -> None:
        super().__init__()
        self.place = place
        self.files = files

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """The same documents."""
        where = folder(self.place)
        without = set(range(rank, self.files, world_size))
        for number, documents in groupby(data or (), key=lambda document: document.metadata["file"]):
            without.discard(number)
            with _File(where, number) as file:
                for document in documents:
                    file.take(document)
                    yield document
        for number in sorted(without):
            with _File(where, number):
                pass


class _File:
    """What one file of a crawl gave, on its way to disk."""

    def __init__(self, where: DataFolder, number: int) -> None:
        self._where, self._name = where, f"{number:06d}"
        self._rows: list[dict[str, Any]] = []
        self._lost: list[dict[str, Any]] = []
        self._groups: list[tuple[str, int]] = []
        self._counts = Counter[str]()

    def __enter__(self) -> _File:
        self._articles = Whole(self._where, f"{self._name}.parquet", READ)
        self._dropped = Whole(self._where, f"{self._name}.dropped.parquet", schema(Dropped))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if kind is None:
            self._flush()
            self._flush_lost()
        self._articles.__exit__(kind, error, trace)
        self._dropped.__exit__(kind, error, trace)
        if kind is None:
            write_json(self._where, f"{self._name}.json", {"groups": self._groups, "counts": self._counts})

    def take(self, document: Document) -> None:
        """Keep what the document carries."""
        held = document.metadata
        self._counts["pages"] += 1
        if (lost := held.get("dropped")) is not None:
            self._counts[lost.kind] += 1
            self._lost.append(plain(lost))
            if len(self._lost) >= _LISTED:
                self._flush_lost()
            return
        self._counts["articles"] += 1
        article, capture, counted = held["article"], held["capture"], held["features"]
        found = found_of(article, held["findings"], held["bands"], capture.source)
        self._rows.append(row_of(article, found, counted, keys_of(counted)))
        if len(self._rows) >= _HELD:
            self._flush()

    def _flush(self) -> None:
        self._rows.sort(key=lambda row: (row["day"], row["id"], row["source"]))
        for day, rows in groupby(self._rows, key=lambda row: row["day"]):
            group = pyarrow.Table.from_pylist(list(rows), schema=READ)
            self._articles.write(group)
            self._groups.append((day, group.num_rows))
        self._rows = []

    def _flush_lost(self) -> None:
        if self._lost:
            self._dropped.write(table(Dropped, self._lost))
            self._lost = []
