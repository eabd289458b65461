"""An article put together from a page's parts, each with where it was found."""

from __future__ import annotations

import hashlib

import regex

from shutro.errors import NotAnArticle
from shutro.model import Article, Capture, Provenance
from shutro.reading.blocks import Block
from shutro.reading.body import Stretch, body, choose, stretches
from shutro.reading.dates import Dates, dates, printed
from shutro.reading.head import (
    REACH,
    Head,
    authors_of,
    find_byline,
    find_captions,
    find_headline,
    span_of,
    squash,
    titles,
)
from shutro.reading.listing import why_not
from shutro.reading.page import Page
from shutro.span import Span

_SITE = regex.compile(r"\s*(?:\s[|–—•»::-]|[|»])\s*")


def compose(page: Page, capture: Capture) -> Article:
    """Find body, headline, byline and dates of an opened page.

    Raises `NotAnArticle` when no stretch of it reads like an article.
    """
    blocks = page.blocks
    wanted = _wanted_titles(page)
    title_blocks = titles(blocks, wanted)
    stretch = choose(stretches(blocks, _breaks(blocks, title_blocks)), title_blocks)
    if stretch is None:
        raise NotAnArticle("no running text", source=capture.source)
    head = Head()
    head.headline = _pick_title(title_blocks, stretch)
    copies = _printings(blocks, head.headline)
    around, top = printed(page.text, blocks, copies, stretch.start, stretch.end, page.source.captured, None)
    taken = {i for i, _ in [*around, *top]}
    if head.headline < 0:
        lead = " ".join(b.text for b in blocks[stretch.start : stretch.start + 6] if b.prose)
        head.headline = find_headline(blocks, stretch.start, taken, lead)
        copies = _printings(blocks, head.headline)
        around, top = printed(
            page.text, blocks, copies, stretch.start, stretch.end, page.source.captured, None
        )
    found = dates(around, top, page.marked, page.meta, head.headline, None)
    head.dates = sorted(i for i in found.lines if i < stretch.start)
    zone = max(0, min([head.headline, *[d for d in head.dates if d > stretch.start - REACH]], default=0) - 3)
    head.byline = find_byline(blocks, head, stretch.start, zone)
    head.captions = find_captions(blocks, max(0, head.headline), stretch.end, copies)
    known = frozenset(blocks[i].text for i in [*head.byline, *head.captions, *found.lines, *copies])
    chosen = body(blocks, stretch, known)
    if not chosen:
        raise NotAnArticle("no running text", source=capture.source)
    if reason := why_not(page, head, found, chosen):
        raise NotAnArticle(reason, source=capture.source)
    return _article(page, capture, head, found, chosen)


def _article(page: Page, capture: Capture, head: Head, found: Dates, chosen: list[int]) -> Article:
    blocks = page.blocks
    where: list[Provenance] = []
    headline = _headline(page, head, where)
    authors = _authors(page, head, where)
    caption = None
    if head.captions:
        caption = blocks[head.captions[0]].text
        where.append(Provenance("caption", "printed", span_of(blocks[head.captions[0]])))
    for name, stamp in (
        ("published", found.published),
        ("updated", found.updated),
        ("page_date", found.page),
    ):
        if stamp is not None:
            where.append(Provenance(name, stamp.how, stamp.span))
    return Article(
        id=hashlib.sha256((page.url or capture.id).encode()).hexdigest()[:12],
        capture=capture.id,
        headline=headline,
        text=page.text,
        paragraphs=tuple(span_of(blocks[i]) for i in chosen),
        url=page.url,
        outlet=page.meta.outlet,
        authors=authors,
        published=found.published,
        updated=found.updated,
        page_date=found.page,
        captured=capture.captured,
        section=page.meta.section,
        tags=page.meta.tags,
        caption=caption,
        provenance=tuple(where),
    )


def _wanted_titles(page: Page) -> list[str]:
    """The headline as metadata gives it, most trusted first; titles also without the site's name."""
    given = [text for text, _ in page.meta.headline]
    if page.meta.title:
        given.append(page.meta.title)
    wanted = []
    for text in given:
        wanted.append(text)
        parts = _SITE.split(text)
        if len(parts) > 1:
            wanted.append(max(parts, key=len))
            wanted.append(text[: -len(parts[-1])].rstrip(" |–—•»:-"))
    return list(dict.fromkeys(wanted))


def _breaks(blocks: list[Block], title_blocks: list[int]) -> frozenset[int]:
    """First-rank headings that print another headline: another article begins there."""
    if not any(blocks[i].level == 1 for i in title_blocks):
        return frozenset()
    keys = {squash(blocks[i].text) for i in title_blocks}
    return frozenset(
        i for i, b in enumerate(blocks) if b.level == 1 and b.words >= 3 and squash(b.text) not in keys
    )


def _pick_title(title_blocks: list[int], stretch: Stretch) -> int:
    """The printing of the headline that stands over the stretch, -1 if none does."""
    over = [i for i in title_blocks if stretch.start - REACH <= i < stretch.end]
    return over[0] if over else (title_blocks[0] if title_blocks and title_blocks[0] < stretch.start else -1)


def _printings(blocks: list[Block], headline: int) -> list[int]:
    if headline < 0:
        return []
    key = squash(blocks[headline].text)
    return [
        headline,
        *(i for i, b in enumerate(blocks) if i != headline and b.words < 40 and squash(b.text) == key),
    ]


def _headline(page: Page, head: Head, where: list[Provenance]) -> str:
    if head.headline >= 0:
        block = page.blocks[head.headline]
        where.append(Provenance("headline", "printed", span_of(block)))
        return block.text
    for text, how in page.meta.headline:
        where.append(Provenance("headline", how))
        return text
    return ""


def _authors(page: Page, head: Head, where: list[Provenance]) -> tuple[str, ...]:
    blocks = page.blocks
    printed_names: list[str] = []
    for i in head.byline:
        printed_names.extend(authors_of(blocks[i].text))
    if printed_names:
        where.append(
            Provenance("authors", "printed", Span(blocks[head.byline[0]].start, blocks[head.byline[0]].end))
        )
        return tuple(dict.fromkeys(printed_names))
    for names, how in page.meta.authors:
        kept = tuple(n for n in names if n not in page.meta.publisher and regex.search(r"[\u0980-\u09ff]", n))
        if kept:
            where.append(Provenance("authors", how))
            return kept
    return ()
