"""The Python front door: a function a task, each loading its room only when called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from shutro.model import Article, Entry, Event, Name, Stamp, Statement

if TYPE_CHECKING:
    from shutro.archive.store import Archive
    from shutro.bangla.times import TimeExpression
    from shutro.stories.story import Story


def read(
    content: bytes | str,
    url: str | None = None,
    media_type: str | None = None,
    captured: datetime | None = None,
) -> Article:
    """Read one captured page into an article.

    Raises `CaptureError` when the bytes are no text, `NotAnArticle` or `NotBangla` when the page
    holds no Bangla article.
    """
    from shutro.reading.article import read

    return read(content, url=url, media_type=media_type, captured=captured)


def read_all(*sources: str | Path) -> Iterator[Article]:
    """Read every page under files, folders, archives of pages and feeds; pages that fail are logged.

    To see the failures too, use `shutro.reading.article.read_each`.
    """
    from shutro.reading.article import read_all

    return read_all(*sources)


def dateline(text: str, captured: datetime | None = None) -> list[Stamp]:
    """The stamps of a printed date line; relative ones count from `captured`."""
    from shutro.reading.datelines.datelines import dateline

    return dateline(text, captured=captured)


def times(text: str, at: date | None = None) -> list[TimeExpression]:
    """Every time expression of `text` with its TIMEX3 value, counted from the day `at`."""
    from shutro.bangla.times import times

    return times(text, at=at)


def names(text: str) -> list[Name]:
    """Every name in `text`, with the canonical name it stands for."""
    from shutro.meaning.names.names import names

    return names(text)


def statements(text: str, at: date | None = None) -> list[Statement]:
    """Who says what in `text`, and through whom."""
    from shutro.meaning.document import document
    from shutro.meaning.statements.attribution import statements

    return statements(document(text, at))


def events(text: str, at: date | None = None) -> list[Event]:
    """What is done in `text`, by whom, to whom and when."""
    from shutro.meaning.document import document
    from shutro.meaning.events.events import events

    return events(document(text, at))


def timeline(articles: Iterable[Article]) -> list[Entry]:
    """What happened, by the day it happened, with the sentences each line rests on."""
    from shutro.stories.timeline import timeline

    return timeline(articles)


def stories(articles: Iterable[Article]) -> list[Story]:
    """The articles grouped by the event they report."""
    from shutro.stories.grouping.clusters import stories

    return stories(articles)


def open(where: str | Path = "shutro.db") -> Archive:
    """Open the archive at a path or a `postgresql://` address, or make it."""
    from shutro.archive.store import open_archive

    return open_archive(where)
