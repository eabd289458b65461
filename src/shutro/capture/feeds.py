"""Feeds that carry whole articles: RSS, Atom and JSON Feed."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator

import feedparser

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
        feed = json.loads(content)
        items = feed["items"]
    except (ValueError, KeyError, TypeError, RecursionError):
        yield UndecodableCapture("a damaged JSON feed", source=source)
        return
    for number, item in enumerate(items if isinstance(items, list) else [], 1):
        if not isinstance(item, dict):
            yield UndecodableCapture("an item that is no object", source=f"{source}#{number}")
            continue

        def text(key: str, item: dict[str, object] = item) -> str:
            value = item.get(key)
            return value if isinstance(value, str) else ""

        plain = "".join(
            f"<p>{html.escape(line)}</p>" for line in text("content_text").splitlines() if line.strip()
        )
        yield _page(
            source=f"{source}#{text('url') or number}",
            url=text("url") or None,
            title=text("title"),
            body=text("content_html") or plain or text("summary"),
            author="",
            published=text("date_published"),
            updated=text("date_modified"),
            outlet=feed.get("title") if isinstance(feed.get("title"), str) else "",
        )


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
