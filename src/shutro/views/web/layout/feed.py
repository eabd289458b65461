"""A feed as RSS 2.0, Atom 1.0 (RFC 4287) or JSON Feed 1.1: the same items, each under an id that lasts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from html import escape
from typing import Final, Literal
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from shutro.views.exports.plain import json_bytes, xml_only

Kind = Literal["rss", "atom", "json"]
MEDIA_TYPES: Final[dict[Kind, str]] = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}
_ATOM = "http://www.w3.org/2005/Atom"
_DC = "http://purl.org/dc/elements/1.1/"
register_namespace("atom", _ATOM)
register_namespace("dc", _DC)


@dataclass(frozen=True, slots=True)
class Item:
    """A report in a feed; texts are plain.

    `link` is where it stands here, `original` where it was printed. `seen` is when it was printed or,
    where that is unknown, captured: for formats that cannot do without a time.
    """

    id: str
    title: str
    link: str
    seen: datetime
    original: str | None = None
    published: datetime | None = None
    summary: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A list of reports that can be followed, the newest first.

    `mark` is what to ask for as `since` the next time, to be told only what is new.
    """

    id: str
    title: str
    link: str
    here: str
    items: tuple[Item, ...]
    mark: str | None = None

    @property
    def updated(self) -> datetime | None:
        """The time of the newest item."""
        return max((item.seen for item in self.items), default=None)


def written(feed: Feed, kind: Kind) -> bytes:
    """The feed in one of the formats; the same feed, the same bytes."""
    if kind == "json":
        return json_bytes(_json(feed)) + b"\n"
    tree = _rss(feed) if kind == "rss" else _atom(feed)
    return bytes(tostring(tree, encoding="utf-8", xml_declaration=True))


def _json(feed: Feed) -> dict[str, object]:
    found: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.link,
        "feed_url": feed.here,
        "language": "bn",
        "items": [_json_item(item) for item in feed.items],
    }
    if feed.mark:
        found["_shutro"] = {"about": "give mark as since to be told only what is new", "mark": feed.mark}
    return found


def _json_item(item: Item) -> dict[str, object]:
    found: dict[str, object] = {
        "id": item.id,
        "url": item.link,
        "external_url": item.original,
        "title": item.title,
        "content_text": item.summary or item.title,
        "date_published": item.published.isoformat() if item.published else None,
        "authors": [{"name": author} for author in item.authors],
        "tags": list(item.tags),
    }
    return {key: value for key, value in found.items() if value not in (None, [])}


def _atom(feed: Feed) -> Element:
    # The namespace stands as the default: there are readers that know no prefix.
    tree = Element("feed", xmlns=_ATOM)
    _add(tree, "id", feed.id)
    _add(tree, "title", feed.title)
    # An empty feed has no moment of its own, and the format asks for one.
    _add(tree, "updated", feed.updated.isoformat() if feed.updated else "1970-01-01T00:00:00Z")
    _add(tree, "link", rel="self", href=feed.here, type=MEDIA_TYPES["atom"])
    _add(tree, "link", rel="alternate", href=feed.link, type="text/html")
    _add(tree, "generator", "Shutro")
    for item in feed.items:
        entry = SubElement(tree, "entry")
        _add(entry, "id", item.id)
        _add(entry, "title", item.title)
        _add(entry, "updated", item.seen.isoformat())
        if item.published:
            _add(entry, "published", item.published.isoformat())
        _add(entry, "link", rel="alternate", href=item.link, type="text/html")
        if item.original:
            _add(entry, "link", rel="via", href=item.original)
        for author in item.authors or ("?",):
            _add(SubElement(entry, "author"), "name", author)
        for tag in item.tags:
            _add(entry, "category", term=tag)
        _add(entry, "summary", item.summary or item.title)
    return tree


def _rss(feed: Feed) -> Element:
    tree = Element("rss", version="2.0")
    channel = SubElement(tree, "channel")
    _add(channel, "title", feed.title)
    _add(channel, "link", feed.link)
    _add(channel, "description", feed.title)
    _add(channel, "language", "bn")
    if feed.updated:
        _add(channel, "lastBuildDate", format_datetime(feed.updated))
    _add(channel, "generator", "Shutro")
    _add(channel, f"{{{_ATOM}}}link", rel="self", href=feed.here, type=MEDIA_TYPES["rss"])
    for item in feed.items:
        entry = SubElement(channel, "item")
        _add(entry, "title", item.title)
        _add(entry, "link", item.link)
        # RSS readers show a description as HTML.
        _add(entry, "description", escape(xml_only(item.summary or item.title)))
        _add(entry, "guid", item.id, isPermaLink="false")
        if item.published:
            _add(entry, "pubDate", format_datetime(item.published))
        for author in item.authors:
            _add(entry, f"{{{_DC}}}creator", author)
        for tag in item.tags:
            _add(entry, "category", tag)
    return tree


def _add(parent: Element, name: str, text: str | None = None, **attributes: str) -> None:
    element = SubElement(parent, name)
    for key, value in attributes.items():
        element.set(key, xml_only(value))
    if text is not None:
        element.text = xml_only(text)
