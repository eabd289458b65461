"""What a store must be able to do: the protocol that SQLite and PostgreSQL both keep.

A shelf knows rows and words, nothing of Bangla and nothing of ranking; `store.Archive` brings those.
Numbers are the shelf's own keys of articles, counted up in the order they were first added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Any, Protocol

from shutro.archive.nouns.results import Quarantined
from shutro.archive.nouns.stored import Row, Word, Words
from shutro.archive.stores.query import Wanted
from shutro.archive.tables.cards import Cards
from shutro.archive.tables.frontier import Frontier
from shutro.archive.tables.lists import Lists
from shutro.archive.tables.names import Names
from shutro.archive.tables.notes import Notes
from shutro.archive.tables.progress import Progress
from shutro.archive.tables.provenance import Provenance
from shutro.archive.tables.stories import Ledger
from shutro.model import Capture


class Shelf(Protocol):
    """A store of captures, articles, words and failed captures; beside them the tables whose SQL the
    stores share."""

    cards: Cards
    notes: Notes
    names: Names
    progress: Progress
    provenance: Provenance
    ledger: Ledger
    lists: Lists
    frontier: Frontier
    read_only: bool
    """Whether nothing may be written here at all."""

    def close(self) -> None:
        """Let go of the store."""

    def ask(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one statement that every store reads alike (see `tables.sql.Tables`)."""

    def verify(self) -> None:
        """Read all pages and the index through. Raises ArchiveCorrupt."""

    def writing(self) -> AbstractContextManager[None]:
        """A transaction: all that is written inside is kept, or nothing is; other writers wait."""

    def keeping(self) -> AbstractContextManager[bool]:
        """A transaction as `writing`, for what could be made again: False, and nothing to write in, where
        nothing may be written, or where another writes for too long, or at all for a shelf without
        patience."""

    # captures
    def put_capture(self, capture: Capture) -> None:
        """Keep a capture; again is harmless."""

    def capture(self, id: str) -> Capture | None:
        """The capture of that id."""

    def was_read(self, id: str) -> bool:
        """Whether the capture of that id is kept and no failure."""

    # articles
    def find(self, id: str) -> int | None:
        """The number of the article that was ever added under `id`."""

    def find_url(self, url: str) -> int | None:
        """The number of the article printed at `url`."""

    def put_article(self, id: str, url: str | None, outlet: str | None, day: date | None) -> int:
        """A new article; its number."""

    def put_revision(self, row: Row) -> bool:
        """Keep one state of an article; False when a revision of that digest is there already."""

    def set_current(self, number: int, digest: str, outlet: str | None, day: date | None) -> None:
        """Make the revision of that digest the one that is found and shown."""

    def put_id(self, id: str, number: int) -> None:
        """Let the article be found under `id` too."""

    def current(self, numbers: Sequence[int]) -> dict[int, bytes]:
        """The records of the current revisions."""

    def revisions(self, number: int) -> list[Row]:
        """Every state of an article, in the order they were seen."""

    def numbers(self) -> Iterator[int]:
        """Every article's number, in order."""

    def count(self) -> int:
        """How many articles there are."""

    def put_again(self, row: Row, digest: str) -> None:
        """Let `row` take the place of the revision of that digest: the same capture read by other rules."""

    # findings
    def put_findings(self, number: int, rules: str, data: bytes) -> None:
        """Keep what was found in an article's current state, in place of what was."""

    def findings(self, numbers: Sequence[int]) -> dict[int, tuple[str, bytes]]:
        """The rules and findings of articles, where there are any."""

    # words
    def number_words(
        self, forms: Sequence[str], row: Callable[[str], tuple[str, str, str]]
    ) -> dict[str, int]:
        """The numbers of forms; one not seen before gets one, and is written as `row` gives it: form, plain
        spelling, consonants."""

    def put_index(self, number: int, words: Words, forms: dict[int, str]) -> None:
        """Index an article that is not indexed; `forms` names every word number in `words`."""

    def drop_index(self, number: int) -> None:
        """Take an article out of the index."""

    def words_of(self, numbers: Sequence[int]) -> dict[int, Words]:
        """The word lists of articles."""

    def by_form(self, forms: Iterable[str]) -> list[Word]:
        """The words with one of these forms."""

    def by_plain(self, plains: Iterable[str]) -> list[Word]:
        """The words with one of these plain spellings."""

    def by_sound(self, sounds: Iterable[str]) -> list[Word]:
        """The words with one of these consonant skeletons."""

    def by_prefix(self, prefix: str, limit: int) -> list[Word]:
        """The commonest words that begin with `prefix`."""

    def holding(self, forms: Sequence[str]) -> list[int]:
        """The articles that hold one of the forms, in no order."""

    def candidates(self, wanted: Wanted, limit: int) -> list[int]:
        """The first articles that are wanted; none where there is no group."""

    # names the archive has learnt
    def put_aliases(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Count that an article explains a short form by a long one."""

    def aliases(self, forms: Iterable[str]) -> list[tuple[str, str, int]]:
        """The pairs where the short or the long form is one of `forms`, with how many articles say so."""

    # failed captures
    def put_quarantine(self, item: Quarantined) -> None:
        """Keep a failure, its capture being kept already."""

    def drop_quarantine(self, id: str) -> None:
        """Forget a failure."""

    def quarantine(self) -> list[Quarantined]:
        """The failures, oldest first."""
