"""One request of the watcher and what it gave: the part that runs beside others, and touches no archive."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from shutro.archive.tables.frontier import Page, Source
from shutro.capture.web import LISTS, PAGES, Fetched, Fetcher, Validators
from shutro.errors import CaptureError, NotAnArticle, NotFetched, ShutroError
from shutro.model import Article, Capture
from shutro.reading.own import read_own
from shutro.watch.lists import LONGEST, Look, look

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """A source or page to be asked; nothing that a source dates before `since` is wanted."""

    what: Source | Page
    since: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What asking gave.

    `error` tells why nothing was had; without it and without a capture, nothing changed since the last
    time. A capture comes with what it lists, or the article read from it, or why there is none (`unread`).
    """

    what: Source | Page
    error: CaptureError | None = None
    capture: Capture | None = None
    validators: Validators = field(default_factory=Validators)
    headers: Mapping[str, str] = field(default_factory=dict)
    look: Look | None = None
    article: Article | None = None
    unread: ShutroError | None = None


def ask(job: Job, fetcher: Fetcher) -> Outcome:
    """Fetch a source or page and read it.

    A fault of our own is told like one of the page: it must not keep the watcher from all the others.
    """
    try:
        return _ask(job, fetcher)
    except Exception as error:
        log.exception("%s", job.what.address)
        reason = f"a fault of Shutro's own: {type(error).__name__}: {error}"
        return Outcome(job.what, error=NotFetched(reason, source=job.what.address, lasting=True))


def _ask(job: Job, fetcher: Fetcher) -> Outcome:
    what = job.what
    accept = LISTS if isinstance(what, Source) else PAGES
    try:
        got = fetcher.fetch(what.address, Validators(what.etag, what.modified), accept)
    except CaptureError as error:
        return Outcome(what, error=error)
    if got.capture is None or (isinstance(what, Page) and got.capture.id == what.content):
        return Outcome(what, validators=got.validators)
    if isinstance(what, Page):
        return _read(what, got, got.capture)
    try:
        found = look(what.kind, got.capture, datetime.fromtimestamp(job.since, UTC))
    except CaptureError as error:
        return Outcome(what, error=error)
    return Outcome(what, None, got.capture, got.validators, got.headers, look=found)


def _read(page: Page, got: Fetched, capture: Capture) -> Outcome:
    try:
        article = read_own(capture)
        if len(article.url or "") > LONGEST:
            raise NotAnArticle("its address is too long", source=capture.source)
    except ShutroError as error:
        return Outcome(page, None, capture, got.validators, got.headers, unread=error)
    return Outcome(page, None, capture, got.validators, got.headers, article=article)
