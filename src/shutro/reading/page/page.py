"""A decoded page, opened: its text, its blocks, what its head says."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from functools import lru_cache
from urllib.parse import urlsplit

import regex
from selectolax.lexbor import LexborHTMLParser

from shutro.bangla.bijoy import from_bijoy, is_bijoy
from shutro.reading.outlet import Outlet, outlet_at
from shutro.reading.page.blocks import Block, dump_blocks, study
from shutro.reading.page.metadata import Metadata, metadata, paragraphs_of
from shutro.reading.page.render import Marked, Rendered, render

_MARKUP = regex.compile(
    r"<(?:!doctype\s+html|html|head|body|div|p|article|section|span|meta|table|br|h1|a|amp-\w+)\b[^>]{0,500}>",
    regex.I,
)
_SITE = regex.compile(r"\s(?:[-|–—•»]|::)\s|[|»]")
_NESTING = regex.compile(
    r"<(/?)(?!(?:br|img|input|meta|link|hr|p|li|option|source|wbr)\b)[a-z][a-z0-9-]*\b", regex.I
)
_TAGS = 20_000  # "<" in a long page, from which on its nesting is counted
_SMALL = 100_000  # characters of a page that is parsed in two seconds even if it were all nesting
_DEEP = 3_000  # elements in one another; real pages stay under 60
_HEAD = 20_000  # characters of a page in which markup shows


@dataclass(frozen=True, slots=True)
class Source:
    """Where a page came from and when it was fetched, as far as known."""

    url: str | None = None
    media_type: str | None = None
    captured: datetime | None = None


@dataclass(slots=True)
class Page:
    """One page: `text` is the truth for every offset, `blocks` its lines.

    `outlet` is the paper when its host is known, `fits` whether the page has one of its layouts;
    `legacy` that it was typed in Bijoy, and `text` is its Unicode; `tree` is the page of HTML parsed.
    `added` is the number of blocks that come from metadata rather than from what is displayed: an
    article body that only JSON-LD holds.
    """

    text: str
    blocks: list[Block]
    source: Source
    meta: Metadata = field(default_factory=Metadata)
    html: bool = False
    marked: list[Marked] = field(default_factory=list)
    added: int = 0
    bylines: list[tuple[int, int]] = field(default_factory=list)
    outlet: Outlet | None = None
    fits: bool = True
    legacy: bool = False
    tree: LexborHTMLParser | None = None

    @property
    def url(self) -> str | None:
        """The page's canonical address, else where it was fetched from."""
        if self.meta.url and self.meta.url.startswith("http"):
            return self.meta.url
        return self.source.url

    @property
    def zone(self) -> tzinfo | None:
        """The clock of its outlet, where that is known."""
        return self.outlet.zone if self.outlet else None

    def sites(self) -> frozenset[str]:
        """Names of the site itself, as its metadata and the tail of its title give them."""
        names = set(self.meta.publisher)
        if self.meta.title:
            names.update(part.strip() for part in _SITE.split(self.meta.title)[1:])
        return frozenset(names)

    @property
    def host(self) -> str | None:
        """The host of its address, without `www.`."""
        return _host_of(self.url) if self.url else None


@lru_cache(maxsize=64)
def _host_of(url: str) -> str | None:
    try:
        host = urlsplit(url).hostname
    except ValueError:  # an address that is none
        return None
    return host.removeprefix("www.") if host else None


def is_html(text: str, media_type: str | None) -> bool:
    """Whether a decoded text is HTML: by its declared type, else by two or more tags near its top."""
    if media_type and "html" in media_type:
        return True
    head = text[:_HEAD]
    if "<" not in head:
        return False
    if head.lstrip("\ufeff \t\r\n")[:14].lower().startswith(("<!doctype html", "<html")):
        return True
    found = _MARKUP.findall(head)
    return len(found) >= 2 or (len(found) == 1 and text.lstrip()[:1] == "<")


def open_page(text: str, source: Source, raw: bytes | None = None) -> Page:
    """Parse a decoded page, HTML or text dump, into blocks; `raw` is its UTF-8, where that is at hand."""
    if not is_html(text, source.media_type):
        legacy = is_bijoy(text)
        text = from_bijoy(text) if legacy else text
        page = Page(text, study(dump_blocks(text)), source, legacy=legacy)
        page.outlet = outlet_at(page.host)
        return page
    if raw is None:
        raw = text.encode("utf-8", "replace")
    # As a browser with scripts sees it: a `noscript` among the metadata does not end the head.
    tree = LexborHTMLParser(shallow(text, raw), scripting=True)
    meta = metadata(tree, raw)
    rendered = render(tree)
    blocks = study(rendered.blocks)
    doubt_names(rendered)
    prose = sum([b.prose for b in blocks])
    legacy = not prose and not any(b.bangla > 0.3 for b in blocks) and is_bijoy(rendered.text)
    if legacy:
        blocks = study(_in_unicode(rendered))
        prose = sum([b.prose for b in blocks])
    if rendered.hidden and prose < 60:
        again = render(tree, hidden=True)
        study(again.blocks)
        if sum(b.prose for b in again.blocks) > 2 * prose:
            rendered, blocks = again, again.blocks
            doubt_names(rendered)
    page = Page(rendered.text, blocks, source, meta, True, rendered.times, 0, rendered.bylines)
    page.legacy = legacy
    page.tree = tree
    page.outlet = outlet_at(page.host)
    if page.outlet is not None and page.outlet.layouts:
        page.fits = any(layout.fits(tree) for layout in page.outlet.layouts)
    if meta.body:
        _add_body(page, meta.body)
    return page


def _in_unicode(rendered: Rendered) -> list[Block]:
    """Turn a page typed in Bijoy into Unicode, line by line; its text and blocks change with it."""
    pieces: list[str] = []
    at = 0
    for block in rendered.blocks:
        gap = ("\n\n" if block.gap else "\n") if pieces else ""
        block.text = from_bijoy(block.text)
        block.start, block.end = at + len(gap), at + len(gap) + len(block.text)
        pieces += [gap, block.text]
        at = block.end
    rendered.text = "".join(pieces)
    rendered.bylines = []
    return rendered.blocks


def shallow(text: str, raw: bytes) -> bytes:
    """HTML cut where its elements nest too deep for a parser, whose time grows with the square of it.

    Takes and gives the page in UTF-8 (`raw`). Only long pages of very many tags are looked through.
    """
    if len(text) < _SMALL or raw.count(b"<") < _TAGS:
        return raw
    depth = 0
    for tag in _NESTING.finditer(text):
        depth += -1 if tag.group(1) else 1
        if depth > _DEEP:
            return text[: tag.start()].encode("utf-8", "replace")
        depth = max(depth, 0)
    return raw


def doubt_names(rendered: Rendered) -> None:
    """Take back the roles of elements that hold most of the page's prose or its first headings.

    A wrapper may be called `single-author` or `with-comments` for what it also holds.
    """
    if not rendered.named:
        return
    blocks = rendered.blocks
    prose = [i for i, b in enumerate(blocks) if b.prose]
    tops = [i for i, b in enumerate(blocks) if b.level == 1]
    total = sum([blocks[i].prose for i in prose])
    for first, last, flags in rendered.named:
        inside = prose[bisect_left(prose, first) : bisect_left(prose, last)]
        most = bool(inside) and total > 40 and sum([blocks[i].prose for i in inside]) > 0.5 * total
        if most or bisect_left(tops, last) > bisect_left(tops, first):
            for block in blocks[first:last]:
                block.flags &= ~flags


def _add_body(page: Page, body: str) -> None:
    """Put the metadata's article body at the end of the text, when the page itself doesn't display it."""
    shown = {b.text for b in page.blocks if b.prose}
    joined = "\n".join(shown)
    wanted = paragraphs_of(body)
    words = sum(p.count(" ") + 1 for p in wanted)
    here = sum(p.count(" ") + 1 for p in wanted if p in shown or p[:60] in joined)
    if words < 25 or here * 2 >= words:
        return
    if sum(b.prose for b in page.blocks) > 1.5 * words:
        return
    pieces = [page.text]
    at = len(page.text)
    for paragraph in wanted:
        pieces.append("\n\n")
        at += 2
        page.blocks.append(Block(at, at + len(paragraph), paragraph, gap=True, box=-1))
        pieces.append(paragraph)
        at += len(paragraph)
        page.added += 1
    page.text = "".join(pieces)
    study(page.blocks)
