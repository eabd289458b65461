"""An article put together from a page's parts, each with where it was found."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import replace

from shutro.errors import NotAnArticle
from shutro.model import Article, Capture, Provenance
from shutro.reading.body.body import body
from shutro.reading.body.place import place
from shutro.reading.body.stretches import Stretch, kept_copies
from shutro.reading.dates.dates import Dates, dates, of_address, printed, zoned
from shutro.reading.dates.lines import DateLines
from shutro.reading.dates.unseen import unseen
from shutro.reading.head.authors import authors, leading_authors
from shutro.reading.head.byline import find_byline, paper_of
from shutro.reading.head.head import Head, find_captions, find_standfirst
from shutro.reading.head.headline import REACH, find_headline, printings, titles, wanted_titles
from shutro.reading.listing import why_not
from shutro.reading.outlet import layout_change
from shutro.reading.page.blocks import Block
from shutro.reading.page.page import Page

log = logging.getLogger(__name__)


def compose(page: Page, capture: Capture) -> Article:
    """Find body, headline, byline and dates of an opened page.

    Raises `NotAnArticle` when no stretch of it reads like an article.
    """
    blocks = page.blocks
    wanted = wanted_titles(page)
    title_blocks = titles(blocks, wanted)
    kept = kept_copies(blocks)
    reader = DateLines(page.text, blocks, page.source.captured)
    stretch = place(reader, title_blocks, kept, _guess(page))
    if stretch is None:
        raise NotAnArticle("no running text", source=capture.source)
    head, copies, found = _headed(page, reader, stretch, _pick_title(title_blocks, stretch))
    if found.published is None and page.tree is not None and (head.headline in title_blocks or not wanted):
        # A list's first headline is in its state too, but not its title.
        title = blocks[head.headline].text if head.headline >= 0 else ""
        found = replace(found, published=zoned(unseen(page.tree, title), page.zone))
    _fill(head, blocks, stretch, copies, found)
    parts = [*head.byline, *head.captions, *found.lines, *copies]
    known = frozenset(blocks[i].text for i in [*parts, head.standfirst] if i >= 0)
    chosen = body(blocks, stretch, kept, known)
    if not chosen:
        raise NotAnArticle("no running text", source=capture.source)
    if reason := why_not(page, head, found, chosen):
        raise NotAnArticle(reason, source=capture.source)
    return _article(page, capture, head, found, chosen)


def _headed(page: Page, reader: DateLines, stretch: Stretch, headline: int) -> tuple[Head, list[int], Dates]:
    """The head with its headline, every printing of that, and the dates; a `headline` of -1 is sought."""
    blocks = page.blocks
    copies = printings(blocks, headline)
    shown = printed(reader, copies, stretch.start, stretch.end)
    if headline < 0:
        lead = " ".join(b.text for b in blocks[stretch.start : stretch.start + 6] if b.prose)
        headline = find_headline(blocks, stretch.start, shown.lines, lead)
        copies = printings(blocks, headline)
        shown = printed(reader, copies, stretch.start, stretch.end)
    return Head(headline), copies, dates(page, shown, headline, stretch.start)


def _fill(head: Head, blocks: list[Block], stretch: Stretch, copies: list[int], found: Dates) -> None:
    """Find what else stands over the body: its own date lines, byline, captions, standfirst."""
    start, end = stretch.start, stretch.end
    head.dates = sorted({i for i, _ in found.own if i < end})
    low = min([i for i in [head.headline, *head.dates] if i >= 0], default=start) - 3
    low = max(0, low, start - REACH)
    head.low = blocks[low].start
    head.high = blocks[start].start
    head.byline = find_byline(blocks, head, low, start, copies)
    head.captions = find_captions(blocks, max(0, head.headline), end, copies)
    head.standfirst = find_standfirst(blocks, head, (start, end))


def _article(page: Page, capture: Capture, head: Head, found: Dates, chosen: list[int]) -> Article:
    blocks = page.blocks
    where: list[Provenance] = []
    headline = _headline(page, head, where)
    names = authors(page, head, found, where) or leading_authors(blocks[chosen[0]], where)
    published = found.published or of_address(page.url)
    caption = None
    if head.captions:
        caption = blocks[head.captions[0]].text
        where.append(Provenance("caption", "printed", blocks[head.captions[0]].span))
    standfirst = None
    if head.standfirst >= 0:
        standfirst = blocks[head.standfirst].text
        where.append(Provenance("standfirst", "printed", blocks[head.standfirst].span))
    if page.legacy:
        where.append(Provenance("text", "from Bijoy"))
    for name, stamp in (
        ("published", published),
        ("updated", found.updated),
        ("page_date", found.page),
    ):
        if stamp is not None:
            where.append(Provenance(name, stamp.how, stamp.span))
    day = published.value if published else None
    if page.outlet is not None and (change := layout_change(page.outlet, page.fits, day)) is not None:
        log.warning("%s: %s", capture.source, change)
        where.append(Provenance("layout", change))
    return Article(
        id=hashlib.sha256((page.url or capture.id).encode()).hexdigest()[:12],
        capture=capture.id,
        headline=headline,
        text=page.text,
        paragraphs=tuple(blocks[i].span for i in chosen),
        url=page.url,
        outlet=_outlet(page, names, {*chosen, *printings(blocks, head.headline)}, where),
        standfirst=standfirst,
        authors=names,
        published=published,
        updated=found.updated,
        page_date=found.page,
        captured=capture.captured,
        section=page.meta.section,
        tags=page.meta.tags,
        caption=caption,
        provenance=tuple(where),
    )


def _outlet(page: Page, authors: tuple[str, ...], own: set[int], where: list[Provenance]) -> str | None:
    """The paper: known by its host, else as the metadata, else as a byline and other furniture name it."""
    if page.outlet is not None:
        where.append(Provenance("outlet", f"host {page.host}"))
        return page.outlet.name
    if page.meta.outlet is not None:
        where.append(Provenance("outlet", "metadata"))
        return page.meta.outlet
    for author in authors:
        if (name := paper_of(author, page.blocks, own)) is not None:
            where.append(Provenance("outlet", "byline"))
            return name
    return None


def _guess(page: Page) -> str:
    """The headline as the metadata has it, empty where there is none."""
    return page.meta.headline[0][0] if page.meta.headline else page.meta.title or ""


def _pick_title(title_blocks: list[int], stretch: Stretch) -> int:
    """The printing of the headline that stands over the stretch, -1 if none does."""
    over = [i for i in title_blocks if stretch.start - REACH <= i < stretch.end]
    return over[0] if over else (title_blocks[0] if title_blocks and title_blocks[0] < stretch.start else -1)


def _headline(page: Page, head: Head, where: list[Provenance]) -> str:
    if head.headline >= 0:
        block = page.blocks[head.headline]
        where.append(Provenance("headline", "printed", block.span))
        return block.text
    for text, how in page.meta.headline:
        where.append(Provenance("headline", how))
        return text
    return ""
