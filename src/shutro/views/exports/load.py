"""What an export carries: stories with their reports, findings, lines and notes, one story at a time.

Findings and lines are made when they are first asked for, so a format that shows only articles does
not wait for timelines, and no more than one story is in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from shutro.archive.nouns.cards import Note
from shutro.archive.nouns.findings import Kept
from shutro.model import Article, Entry
from shutro.views.labels import Language


@dataclass(frozen=True, slots=True)
class Colophon:
    """What made an export: the versions of Shutro and of its rules, and the state of the archive.

    `archive` is None where pages were exported that are in no archive.
    """

    shutro: str
    rules: str
    archive: str | None = None

    def __str__(self) -> str:
        """All of it in a line, for people."""
        archive = f", archive {self.archive}" if self.archive else ""
        return f"Shutro {self.shutro}, rules {self.rules}{archive}"


@dataclass(frozen=True)
class Report:
    """One article, with what was found in it."""

    article: Article
    find: Callable[[Article], Kept] = field(repr=False)
    story: str | None = None

    @cached_property
    def found(self) -> Kept:
        """Its names, statements and events."""
        return self.find(self.article)


@dataclass(frozen=True, slots=True)
class Noted:
    """A reader's note and the words it stands on: those of its span, else the headline or title."""

    note: Note
    text: str


@dataclass(frozen=True)
class Told:
    """One story: its reports in order of their time, its lines, its notes.

    `id` is None where the reports were chosen by a search, or are one article that is in no story.
    """

    id: str | None
    title: str
    reports: tuple[Report, ...]
    tell: Callable[[Sequence[Article]], Sequence[Entry]] = field(repr=False)
    thread: str | None = None
    notes: tuple[Noted, ...] = ()

    @cached_property
    def entries(self) -> Sequence[Entry]:
        """The lines of its timeline."""
        return self.tell(self.articles)

    @property
    def articles(self) -> list[Article]:
        """The articles of its reports."""
        return [report.article for report in self.reports]


@dataclass(frozen=True, slots=True)
class Load:
    """All that one export carries.

    `told` may be walked once or again and gives the same each time. Without `text` nothing printed
    leaves but headlines: only offsets, hashes and what was found. `whole` says that nothing was chosen.
    `language` is that of the words and days in formats that people read.
    """

    colophon: Colophon
    told: Callable[[], Iterator[Told]] = field(repr=False)
    text: bool = True
    whole: bool = False
    language: Language = "bn"

    def quoted(self, text: str) -> str | None:
        """Printed words if they may leave, else None."""
        return text if self.text else None
