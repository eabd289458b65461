"""Feeds: RSS, Atom and JSON Feed, for the articles they carry or the pages they list."""

from __future__ import annotations

import html
import json
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import feedparser

from shutro.capture.listed import Listed, instant
from shutro.errors import CaptureError, EmptyCapture, UndecodableCapture
from shutro.model import Capture

_MARKS = (b"<rss", b"<feed", b"<rdf:rdf", b"jsonfeed.org/version")

# What the feed parser lets through from inside itself on damaged feeds.
_BREAKS = (ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError)


def is_feed(head: bytes) -> bool:
    """Whether a page's first bytes are a feed's."""
    low = head.lower()
    if b"<html" in low:
        return False
    return any(mark in low for mark in _MARKS)


def feed_pages(content: bytes, source: str) -> Iterator[Capture | CaptureError]:
    """A page for each entry, put together from its title, dates, author and content.

    An entry without any text gives an error; one with a summary alone is left for the reader to
    judge.
    """
    if b"jsonfeed.org/version" in content[:2048]:
        yield from _json_feed(content, source)
        return
    try:
        parsed = feedparser.parse(content, sanitize_html=False, resolve_relative_uris=False)
    except _BREAKS as error:
        yield UndecodableCapture(f"a damaged feed ({error})", source=source)
        return
    if not parsed.entries:
        yield UndecodableCapture("a feed without entries", source=source)
    for number, entry in enumerate(parsed.entries, 1):
        texts = [part.get("value") or "" for part in entry.get("content") or []]
        texts.append(entry.get("summary") or "")
        yield _page(
            source=f"{source}#{entry.get('link') or number}",
            url=entry.get("link"),
            title=entry.get("title") or "",
            body=max(texts, key=len),
            author=entry.get("author") or "",
            published=entry.get("published") or "",
            updated=entry["updated"] if "updated" in entry.keys() else "",  # noqa: SIM118 — get() falls back to another date
            outlet=parsed.feed.get("title") or "",
        )


def _json_feed(content: bytes, source: str) -> Iterator[Capture | CaptureError]:
    try:
        feed, items = _json_items(content, source)
    except UndecodableCapture as error:
        yield error
        return
    for number, item in enumerate(items, 1):
        if not isinstance(item, dict):
            yield UndecodableCapture("an item that is no object", source=f"{source}#{number}")
            continue
        lines = [line for line in _text(item, "content_text").splitlines() if line.strip()]
        yield _page(
            source=f"{source}#{_text(item, 'url') or number}",
            url=_text(item, "url") or None,
            title=_text(item, "title"),
            body=_text(item, "content_html")
            or "".join(f"<p>{html.escape(line)}</p>" for line in lines)
            or _text(item, "summary"),
            author=_json_author(item),
            published=_text(item, "date_published"),
            updated=_text(item, "date_modified"),
            outlet=_text(feed, "title"),
        )


def _json_items(content: bytes, source: str) -> tuple[dict[str, Any], list[Any]]:
    """A JSON feed and its items, or `UndecodableCapture`."""
    try:
        feed = json.loads(content)
        items = feed["items"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise UndecodableCapture("a damaged JSON feed", source=source) from None
    return feed, items if isinstance(items, list) else []


def _json_author(item: dict[str, Any]) -> str:
    """Who wrote an item: `authors` since version 1.1 of JSON Feed, one `author` before."""
    told = item.get("authors") or [item.get("author")]
    names = [_text(one, "name") for one in told if isinstance(one, dict)] if isinstance(told, list) else []
    return ", ".join(name for name in names if name)


def _text(told: dict[str, Any], key: str) -> str:
    value = told.get(key)
    return value if isinstance(value, str) else ""


def _page(
    *,
    source: str,
    url: str | None,
    title: str,
    body: str,
    author: str,
    published: str,
    updated: str,
    outlet: str,
) -> Capture | CaptureError:
    """An HTML page that says what the entry says."""
    if not body.strip():
        return EmptyCapture("an entry without text", source=source)
    head = [f"<title>{html.escape(title)}</title>", '<meta property="og:type" content="article">']
    metas = {
        "og:title": title,
        "author": author,
        "article:published_time": published,
        "article:modified_time": updated,
        "og:site_name": outlet,
    }
    head += [
        f'<meta property="{name}" content="{html.escape(value)}">' for name, value in metas.items() if value
    ]
    if url:
        head.append(f'<link rel="canonical" href="{html.escape(url)}">')
    body = f"<body><h1>{html.escape(title)}</h1>{body}</body>"
    page = f"<!DOCTYPE html><html><head>{''.join(head)}</head>{body}</html>"
    return Capture.of(page.encode("utf-8", "replace"), source=source, url=url, media_type="text/html")


def feed_links(content: bytes, source: str) -> list[Listed]:
    """The pages that a feed lists, in its order, whether it carries their text or not.

    Raises `UndecodableCapture` for what is no feed.
    """
    if b"jsonfeed.org/version" in content[:2048]:
        return _json_links(content, source)
    try:
        parsed = feedparser.parse(content, sanitize_html=False, resolve_relative_uris=False)
    except _BREAKS as error:
        raise UndecodableCapture(f"a damaged feed ({error})", source=source) from None
    if not parsed.get("version") and not parsed.entries:
        raise UndecodableCapture("no feed", source=source)
    found = []
    for entry in parsed.entries:
        if link := entry.get("link"):
            told = entry.get("published_parsed") or entry.get("updated_parsed")
            found.append(Listed(link, entry.get("title"), _of_tuple(told)))
    return found


def _json_links(content: bytes, source: str) -> list[Listed]:
    _, items = _json_items(content, source)
    return [
        Listed(
            url,
            _text(item, "title") or None,
            instant(_text(item, "date_published") or _text(item, "date_modified")),
        )
        for item in items
        if isinstance(item, dict) and (url := _text(item, "url"))
    ]


def _of_tuple(told: tuple[int, ...] | None) -> datetime | None:
    """The moment, in UTC, that the feed parser made of a date."""
    try:
        return datetime.fromtimestamp(timegm(told), UTC) if told else None
    except (ValueError, OverflowError):  # a thirteenth month, a year of no calendar
        return None
