"""What a source lists: the pages of a feed, a sitemap or a section page, and the sitemaps of an index."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urljoin

import regex

from shutro.archive.nouns.sources import SourceKind
from shutro.bangla.text import NotText, decode
from shutro.capture.addresses import canonical, same_site, tidy
from shutro.capture.feeds import feed_links
from shutro.capture.listed import Listed
from shutro.capture.sitemaps import sitemap
from shutro.errors import UndecodableCapture
from shutro.model import Capture
from shutro.reading.teasers import teasers

LONGEST = 2000  # characters of an address: a slug of two hundred letters, and what an index can hold
_MOST = 1000  # pages taken from one look: a news sitemap has no more by its protocol
_UNDATED = 10  # sitemaps without a date that are followed, from either end of an index
_MONTH = regex.compile(r"(?<!\d)((?:19|20)\d\d)[-_/]?(0[1-9]|1[0-2])(?!\d)|(?<!\d)((?:19|20)\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a source: the pages it lists by their tidy addresses, each once.

    `sitemaps` are those of an index. `left` counts what stands on the list and was not taken: addresses of
    other sites, pages older than asked for, what is beyond the most that is taken. `old` are pages of a
    sitemap that no date places, so that only a later look can tell which of them are new.
    """

    pages: tuple[Listed, ...] = ()
    sitemaps: tuple[Listed, ...] = ()
    old: tuple[Listed, ...] = ()
    left: int = 0
    note: str | None = None


def look(kind: SourceKind, capture: Capture, since: datetime) -> Look:
    """Read a source as it was fetched; nothing dated before `since` is taken.

    Raises `UndecodableCapture` when it is not what it should be.
    """
    at = capture.url or capture.source
    if kind == "feed":
        return _taken(feed_links(capture.content, at), at, since)
    if kind == "section":
        return _section(capture, at, since)
    found = sitemap(capture.content, capture.source)
    if found.sitemaps:
        return Look(sitemaps=_followed(found.sitemaps, at, since), note=found.broken)
    taken = _taken(found.pages, at, since, here=True)
    dated = tuple(page for page in taken.pages if page.moment)
    if len(dated) == len(taken.pages):
        return replace(taken, note=found.broken)
    undated = tuple(page for page in taken.pages if not page.moment)
    return replace(taken, pages=dated, old=undated, note=found.broken)


def _section(capture: Capture, at: str, since: datetime) -> Look:
    """The teasers of a page, as the reader judges them, that lead to pages of the same site."""
    try:
        text = decode(capture.content).text
    except NotText as error:
        raise UndecodableCapture(str(error), source=capture.source) from None
    found = [Listed(one.url, one.headline) for one in teasers(text, at) if one.url]
    return _taken(found, at, since, here=True)


def _taken(
    listed: list[Listed] | tuple[Listed, ...], at: str, since: datetime, *, here: bool = False
) -> Look:
    """The pages worth having, the newest first as far as they are dated; with `here`, of this site alone."""
    kept: dict[str, Listed] = {}
    left = 0
    for one in listed:
        try:
            url = tidy(urljoin(at, one.url))
            key = canonical(url)
            if len(key) > LONGEST:
                raise ValueError("longer than any page's address")
        except ValueError:  # no address of the web: what else a page may link to
            left += 1
            continue
        if key == canonical(at):
            continue
        if key in kept:  # the plain form of an address is the shortest
            kept[key] = replace(kept[key], url=min(kept[key].url, url, key=len))
            continue
        if (here and not same_site(url, at)) or (one.moment and one.moment < since):
            left += 1
            continue
        kept[key] = replace(one, url=url)
    pages = sorted(kept.values(), key=lambda one: one.moment.timestamp() if one.moment else 0.0, reverse=True)
    return Look(tuple(pages[:_MOST]), left=left + len(pages[_MOST:]))


def _followed(listed: tuple[Listed, ...], at: str, since: datetime) -> tuple[Listed, ...]:
    """The sitemaps of an index that may list something new: those changed lately, by their date or name."""
    found: list[Listed] = []
    undated: list[Listed] = []
    for one in listed:
        try:
            url = tidy(urljoin(at, one.url))
        except ValueError:
            continue
        if not same_site(url, at) or _is_past(url, since) or (one.moment and one.moment < since):
            continue
        (found if one.moment else undated).append(replace(one, url=url))
    if len(undated) > 2 * _UNDATED:
        undated = [*undated[:_UNDATED], *undated[-_UNDATED:]]
    return (*found, *undated)


def _is_past(url: str, since: datetime) -> bool:
    """Whether an address names a month or year that was over by then: `sitemap-2019-07.xml`."""
    months = [(int(m[1] or m[3]), int(m[2] or 12)) for m in _MONTH.finditer(url)]
    return bool(months) and max(months) < (since.year, since.month)
