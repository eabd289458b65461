"""What a page's head says of it: JSON-LD, OpenGraph and other meta tags, microdata, the title."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass, field

import regex
from selectolax.lexbor import LexborHTMLParser

_TAG = regex.compile(r"<[^>]{0,400}>")
_BREAK = regex.compile(r"</?(?:p|div|br|li|h[1-6]|blockquote)\b[^>]{0,200}>", regex.I)
_SPACE = regex.compile(r"[ \t\r\n\f]+")
_CONTROL = regex.compile(r"[\x00-\x1f]+")
_COMMENT = regex.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_ARTICLE = ("Article", "BlogPosting", "Report", "LiveBlogPosting")
_LISTS = ("CollectionPage", "SearchResultsPage", "ItemList", "ProfilePage")
_TELLING = ("Article", "Page", "datePublished", "headline", "BlogPosting", "Report", "ItemList", "Video")
_HEADS = "meta[property],meta[name],meta[itemprop],link[rel=canonical],title"
_MICRODATA = "[itemprop=datePublished i],[itemprop=dateModified i]"
_JSON_LD = b"application/ld+json"
_NODES = 2_000  # objects looked at in one page's JSON-LD


@dataclass(slots=True)
class Metadata:
    """The head's answers, each a list in order of trust of (value, where it stood)."""

    headline: list[tuple[str, str]] = field(default_factory=list)
    title: str | None = None
    authors: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    published: list[tuple[str, str]] = field(default_factory=list)
    updated: list[tuple[str, str]] = field(default_factory=list)
    url: str | None = None
    outlet: str | None = None
    section: str | None = None
    description: str | None = None
    tags: tuple[str, ...] = ()
    body: str | None = None
    caption: str | None = None
    kinds: set[str] = field(default_factory=set)
    publisher: set[str] = field(default_factory=set)
    language: str | None = None

    @property
    def article(self) -> bool | None:
        """Whether the head calls the page an article; None where it doesn't say."""
        if any(kind.endswith(_ARTICLE) for kind in self.kinds) or "og:article" in self.kinds:
            return True
        return False if self.lists or "og:website" in self.kinds else None

    @property
    def lists(self) -> bool:
        """Whether the head calls the page a collection, a search result, a profile."""
        return any(kind in _LISTS for kind in self.kinds)


def metadata(tree: LexborHTMLParser, page: bytes) -> Metadata:
    """Everything that a parsed page declares of itself; `page` is its HTML in UTF-8."""
    found = Metadata()
    for text in _json_ld(page):
        if any(word in text for word in _TELLING):
            for node in _objects(text):
                _take_object(node, found)
    _take_meta(tree, found)
    if not found.published:
        _take_microdata(tree, found)
    return found


def _json_ld(page: bytes) -> Iterator[str]:
    """The content of every JSON-LD script; no parser is needed, since a script ends at the first end tag."""
    at = 0
    while (found := page.find(_JSON_LD, at)) >= 0:
        start = page.find(b">", found) + 1
        at = page.find(b"</", start)
        while at >= 0 and page[at + 2 : at + 8].lower() != b"script":
            at = page.find(b"</", at + 2)
        if not start or at < 0:
            return
        if page[(tag := page.rfind(b"<", 0, found) + 1) : tag + 6].lower() == b"script":
            yield page[start:at].decode("utf-8", "replace")


def clean(value: object) -> str | None:
    """A metadata string as a reader would see it: entities (escaped twice, even) and tags resolved."""
    if not isinstance(value, str):
        return None
    text = value
    for _ in range(2):
        if "&" in text:
            text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub("", text)
    if "  " in text or "\n" in text or "\t" in text or "\r" in text:
        text = _SPACE.sub(" ", text)
    text = text.strip()
    return text or None


def paragraphs_of(body: str) -> list[str]:
    """The paragraphs of an `articleBody`, which may be HTML, escaped HTML or plain lines."""
    text = body
    for _ in range(2):
        if "&" in text:
            text = html.unescape(text)
    text = _TAG.sub("", _BREAK.sub("\n", text))
    return [bare for line in text.splitlines() if len(bare := line.strip()) > 1]


def _objects(text: str) -> list[dict[str, object]]:
    """Every object of one JSON-LD script, nested ones after those that hold them."""
    text = text.strip()
    if text[:1] not in "{[":
        text = _COMMENT.sub("", text)
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        try:
            data = json.loads(_CONTROL.sub(" ", text).rstrip("; "), strict=False)
        except (ValueError, RecursionError):
            return []
    found: list[dict[str, object]] = []
    queue: list[object] = [data]
    for item in queue:
        if len(queue) > _NODES:
            break
        if isinstance(item, dict):
            found.append(item)
            queue.extend(item[key] for key in ("@graph", "mainEntity") if key in item)
        elif isinstance(item, list):
            queue.extend(item)
    return found


def _kinds(node: dict[str, object]) -> list[str]:
    kind = node.get("@type")
    return [k for k in (kind if isinstance(kind, list) else [kind]) if isinstance(k, str)]


def _take_object(node: dict[str, object], found: Metadata) -> None:
    """Add what one JSON-LD object says; an article's word goes before a page's."""
    kinds = _kinds(node)
    found.kinds.update(kinds)
    names = _names(node.get("publisher"))
    found.publisher.update(names)
    if any(kind.endswith(("Organization", "WebSite")) for kind in kinds):
        found.publisher.update(_names(node))
    article = any(kind.endswith(_ARTICLE) for kind in kinds) or "articleBody" in node
    page = "WebPage" in kinds
    if not article and not page:
        return
    where = "json-ld"
    if headline := clean(node.get("headline")) or (clean(node.get("name")) if article else None):
        found.headline.append((headline, where))
    for key, stamps in (("datePublished", found.published), ("dateModified", found.updated)):
        if value := clean(node.get(key)):
            stamps.append((value, f"{where} {key}"))
    if article:
        if authors := tuple(dict.fromkeys(_names(node.get("author")))):
            found.authors.append((authors, f"{where} author"))
        if names and found.outlet is None:
            found.outlet = names[0]
        section = node.get("articleSection")
        found.section = found.section or clean(
            section[0] if isinstance(section, list) and section else section
        )
        if isinstance(body := node.get("articleBody"), str) and len(body) > len(found.body or ""):
            found.body = body
        found.tags = found.tags or _list(node.get("keywords"))
    found.description = found.description or clean(node.get("description"))
    if url := clean(node.get("url")) or clean(node.get("@id")):
        found.url = found.url or url


def _names(value: object) -> list[str]:
    """The names of a person or organisation, given as text, object or list of either."""
    if isinstance(value, list):
        return [name for item in value[:20] for name in _names(item)]
    if isinstance(value, dict):
        value = value.get("name")
        if isinstance(value, list):
            return _names(value)
    name = clean(value)
    return [name] if name else []


def _list(value: object) -> tuple[str, ...]:
    """Keywords, given as one text with commas or as a list."""
    items = value if isinstance(value, list) else value.split(",") if isinstance(value, str) else []
    return tuple(dict.fromkeys(text for item in items[:50] if (text := clean(item))))


_META = {
    "og:title": "headline",
    "twitter:title": "headline",
    "article:published_time": "published",
    "og:published_time": "published",
    "datepublished": "published",
    "publish-date": "published",
    "pubdate": "published",
    "dc.date.issued": "published",
    "article:modified_time": "updated",
    "og:updated_time": "updated",
    "datemodified": "updated",
    "lastmod": "updated",
    "author": "author",
    "article:author": "author",
    "og:site_name": "outlet",
    "og:url": "url",
    "article:section": "section",
    "og:description": "description",
    "description": "description",
    "keywords": "tags",
    "news_keywords": "tags",
    "og:type": "kind",
}


def _take_microdata(tree: LexborHTMLParser, found: Metadata) -> None:
    """Add the dates of the body's microdata, where it names no more than one publication."""
    told: dict[str, dict[str, None]] = {"datepublished": {}, "datemodified": {}}
    for node in tree.css(_MICRODATA):
        attributes = node.attributes
        key = (attributes.get("itemprop") or "").lower()
        value = clean(attributes.get("content") or attributes.get("datetime"))
        if value is not None and key in told:
            told[key][value] = None
    if len(told["datepublished"]) == 1:
        found.published.extend((value, "itemprop") for value in told["datepublished"])
        found.updated.extend((value, "itemprop") for value in list(told["datemodified"])[:1])


def _take_meta(tree: LexborHTMLParser, found: Metadata) -> None:
    """Add what meta tags, the canonical link and the title say."""
    top = tree.head or tree.root
    for node in top.css(_HEADS) if top is not None else ():
        if node.tag == "title":
            found.title = found.title or clean(node.text())
            continue
        attributes = node.attributes
        if node.tag == "link":
            found.url = clean(attributes.get("href")) or found.url
            continue
        name = (
            attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        ).lower()
        what = _META.get(name)
        if what is None or not (value := clean(attributes.get("content"))):
            continue
        if what == "headline":
            found.headline.append((value, name))
        elif what in ("published", "updated"):
            (found.published if what == "published" else found.updated).append((value, name))
        elif what == "author":
            if not value.startswith("http"):
                found.authors.append((tuple(a for part in value.split(",") if (a := part.strip())), name))
        elif what == "kind":
            found.kinds.add(f"og:{value.lower()}")
        elif what == "tags":
            found.tags = found.tags or _list(value)
        elif what == "outlet":
            found.publisher.add(value)
            found.outlet = found.outlet or value
        elif getattr(found, what) is None:
            setattr(found, what, value)
