"""A capture becomes an article."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import regex

from shutro.bangla.script import is_other_language, letters
from shutro.bangla.text import LIMIT, Decoded, NotText, decode
from shutro.bangla.unswept import unswept
from shutro.capture.addresses import is_web
from shutro.capture.source import captures
from shutro.errors import EmptyCapture, NotBangla, ShutroError, UndecodableCapture
from shutro.model import Article, Capture
from shutro.reading.compose import compose
from shutro.reading.page.page import Page, Source, open_page
from shutro.reading.template import PAGES, Templates

if TYPE_CHECKING:
    from shutro.capture.web import Policy

log = logging.getLogger(__name__)
_CHARSET = regex.compile(r"charset=([\w.-]+)")
_SHOWN = regex.compile(r"[^\ufeff \t\r\n\x00\u200b\u00a0]")
_ENOUGH = regex.compile(r"(?:[\u0980-\u09ff][^\u0980-\u09ff]*+){40}")  # Bangla letters a page must hold


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one capture: an article, or the error that says why not."""

    source: str
    article: Article | None = None
    error: ShutroError | None = None


def read(
    content: bytes | str,
    *,
    url: str | None = None,
    media_type: str | None = None,
    captured: datetime | None = None,
    source: str = "<memory>",
) -> Article:
    """Read one captured page into an article.

    `content` is HTML or a text dump of the page; `url` where it came from, `captured` when. Raises
    `EmptyCapture`, `UndecodableCapture`, `NotBangla` or `NotAnArticle`, each naming `source`.
    """
    if isinstance(content, str):
        if len(content) > LIMIT:
            raise UndecodableCapture(f"longer than {LIMIT // 2**20} million characters", source=source)
        try:
            raw = content.encode()
        except UnicodeEncodeError:  # half a character: it stands for none
            raw = content.encode("utf-8", "replace")
            content = raw.decode()
    else:
        raw = content
    return read_capture(
        Capture.of(raw, source=source, url=url, media_type=media_type, captured=captured), content
    )


@unswept
def read_capture(
    capture: Capture, content: bytes | str | None = None, templates: Templates | None = None
) -> Article:
    """Read a capture; `content` is its text where it is already decoded. Raises as `read` does."""
    page = _opened(capture, content)
    if templates is not None:
        templates.mark(page.host, page.blocks)
    article = compose(page, capture)
    prose = article.prose.encode("utf-8", "replace")
    if is_other_language(prose, letters(prose)):
        raise NotBangla(NotBangla.LANGUAGE, source=capture.source)
    return article


def _opened(capture: Capture, content: bytes | str | None = None) -> Page:
    """A capture decoded and parsed. Raises `CaptureError` or `NotBangla`."""
    decoded = _decoded(capture, capture.content if content is None else content)
    if not _SHOWN.search(decoded.text):
        raise EmptyCapture("the page is empty", source=capture.source)
    plain = not decoded.damaged and decoded.encoding in ("utf-8", "str")
    page = open_page(
        decoded.text,
        Source(capture.url, capture.media_type, capture.captured),
        capture.content if plain else None,
    )
    if not any(block.prose for block in page.blocks):
        shown = page.text if page.legacy else decoded.text
        if not _ENOUGH.search(shown):
            raise NotBangla(NotBangla.SCRIPT, source=capture.source)
    return page


def _decoded(capture: Capture, content: bytes | str) -> Decoded:
    if isinstance(content, str):
        return Decoded(content, "str")
    if not content:
        raise EmptyCapture("no bytes", source=capture.source)
    charset = _CHARSET.search(capture.media_type) if capture.media_type else None
    try:
        return decode(content, charset.group(1).lower() if charset else None)
    except NotText as error:
        raise UndecodableCapture(str(error), source=capture.source) from None


def read_each(*sources: str | Path, policy: Policy | None = None) -> Iterator[Read]:
    """Read every page under files, folders, page archives and feeds: an article or an error for each.

    Pages of the web are fetched by `policy`, each once.

    Sources that can be read twice are: first for the templates of their outlets, then for the
    articles. The order of the pages makes no difference to any of them.
    """
    kept = [source for source in sources if not is_web(source)]
    templates = learn(*kept) if all(str(source) != "-" for source in sources) else None
    for capture in captures(*sources, policy=policy):
        if isinstance(capture, ShutroError):
            yield Read(getattr(capture, "source", "?"), error=capture)
            continue
        try:
            yield Read(capture.source, read_capture(capture, templates=templates))
        except ShutroError as error:
            yield Read(capture.source, error=error)


def learn(*sources: str | Path) -> Templates | None:
    """The templates of the outlets under `sources`; None where there are too few pages for any."""
    if sum(1 for _ in islice(captures(*sources), PAGES)) < PAGES:
        return None
    templates = Templates()
    for capture in captures(*sources):
        if isinstance(capture, Capture):
            with suppress(ShutroError):
                page = _opened(capture)
                templates.see(page.host, page.url, page.blocks)
    return templates


def read_all(*sources: str | Path) -> Iterator[Article]:
    """The articles of `read_each`; pages that fail are logged as warnings."""
    for one in read_each(*sources):
        if one.article is not None:
            yield one.article
        elif one.error is not None:
            log.warning("%s", one.error)
