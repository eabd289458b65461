"""An article put together from a page's parts, each with where it was found."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import replace

import regex

from shutro.errors import NotAnArticle
from shutro.model import Article, Capture, Provenance
from shutro.reading.blocks import BYLINE, Block
from shutro.reading.body import body
from shutro.reading.breaks import leading_furniture, next_article
from shutro.reading.cues import cues
from shutro.reading.dates import Dates, dates, of_address, printed, zoned
from shutro.reading.head import (
    REACH,
    Head,
    after_stamp,
    authors_of,
    before_stamp,
    find_byline,
    find_captions,
    find_headline,
    find_standfirst,
    is_byline,
    leading_desk,
    span_of,
    squash,
    titles,
)
from shutro.reading.lines import DateLines
from shutro.reading.listing import why_not
from shutro.reading.outlet import layout_change, named_in_byline
from shutro.reading.page import Page
from shutro.reading.stretches import Stretch, choose, kept_copies, stretches, without_ticker
from shutro.reading.unseen import unseen
from shutro.span import Span

log = logging.getLogger(__name__)
_BANGLA = regex.compile(r"[\u0980-\u09ff]")
_SITE = regex.compile(r"\s*(?:\s[|–—•»::-]|[|»])\s*")


def compose(page: Page, capture: Capture) -> Article:
    """Find body, headline, byline and dates of an opened page.

    Raises `NotAnArticle` when no stretch of it reads like an article.
    """
    blocks = page.blocks
    wanted = _wanted_titles(page)
    title_blocks = titles(blocks, wanted)
    breaks = _breaks(blocks, title_blocks)
    kept = kept_copies(blocks)
    stretch = choose(blocks, stretches(blocks, kept, breaks), title_blocks, breaks)
    if stretch is None:
        raise NotAnArticle("no running text", source=capture.source)
    stretch = without_ticker(blocks, stretch)
    reader = DateLines(page.text, blocks, page.source.captured)
    end = next_article(reader, blocks, stretch.start, stretch.end, _guess(page))
    while end < stretch.end and leading_furniture(blocks, stretch.start, end, stretch.end):
        start = next(i for i in range(end, stretch.end) if blocks[i].prose)
        stretch = Stretch(start, stretch.end, stretch.score)
        end = next_article(reader, blocks, start, stretch.end, _guess(page))
    stretch = Stretch(stretch.start, end, stretch.score)
    head = Head()
    head.headline = _pick_title(title_blocks, stretch)
    copies = _printings(blocks, head.headline)
    around, top = printed(reader, blocks, copies, stretch.start, end)
    if head.headline < 0:
        taken = {i for i, _ in [*around, *top]}
        lead = " ".join(b.text for b in blocks[stretch.start : stretch.start + 6] if b.prose)
        head.headline = find_headline(blocks, stretch.start, taken, lead)
        copies = _printings(blocks, head.headline)
        around, top = printed(reader, blocks, copies, stretch.start, end)
    zone = page.outlet.zone if page.outlet else None
    found = dates(around, top, page.marked, page.meta, blocks, head.headline, stretch.start, zone)
    if found.published is None and page.tree is not None and (head.headline in title_blocks or not wanted):
        # A list's first headline is in its state too, but not its title.
        title = blocks[head.headline].text if head.headline >= 0 else ""
        found = replace(found, published=zoned(unseen(page.tree, title), zone))
    head.dates = sorted({i for i, _ in found.own if i < end})
    low = min([i for i in [head.headline, *head.dates] if i >= 0], default=stretch.start) - 3
    low = max(0, low, stretch.start - REACH)
    head.low = blocks[low].start
    head.high = blocks[stretch.start].start
    head.byline = find_byline(blocks, head, low, stretch.start, copies)
    head.captions = find_captions(blocks, max(0, head.headline), end, copies)
    head.standfirst = find_standfirst(blocks, head, (stretch.start, end))
    parts = [*head.byline, *head.captions, *found.lines, *copies]
    known = frozenset(blocks[i].text for i in [*parts, head.standfirst] if i >= 0)
    chosen = body(blocks, stretch, kept, known)
    if not chosen:
        raise NotAnArticle("no running text", source=capture.source)
    if reason := why_not(page, head, found, chosen):
        raise NotAnArticle(reason, source=capture.source)
    return _article(page, capture, head, found, chosen)


def _article(page: Page, capture: Capture, head: Head, found: Dates, chosen: list[int]) -> Article:
    blocks = page.blocks
    where: list[Provenance] = []
    headline = _headline(page, head, where)
    authors = _authors(page, head, found, where) or _leading(blocks[chosen[0]], where)
    published = found.published or of_address(page.url)
    caption = None
    if head.captions:
        caption = blocks[head.captions[0]].text
        where.append(Provenance("caption", "printed", span_of(blocks[head.captions[0]])))
    standfirst = None
    if head.standfirst >= 0:
        standfirst = blocks[head.standfirst].text
        where.append(Provenance("standfirst", "printed", span_of(blocks[head.standfirst])))
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
        paragraphs=tuple(span_of(blocks[i]) for i in chosen),
        url=page.url,
        outlet=_outlet(page, authors, chosen, where),
        standfirst=standfirst,
        authors=authors,
        published=published,
        updated=found.updated,
        page_date=found.page,
        captured=capture.captured,
        section=page.meta.section,
        tags=page.meta.tags,
        caption=caption,
        provenance=tuple(where),
    )


def _outlet(page: Page, authors: tuple[str, ...], chosen: list[int], where: list[Provenance]) -> str | None:
    """The paper: known by its host, else as the metadata, else as a byline and other furniture name it."""
    if page.outlet is not None:
        where.append(Provenance("outlet", f"host {page.host}"))
        return page.outlet.name
    if page.meta.outlet is not None:
        where.append(Provenance("outlet", "metadata"))
        return page.meta.outlet
    for author in authors:
        if (name := named_in_byline(author, page.blocks, set(chosen))) is not None:
            where.append(Provenance("outlet", "byline"))
            return name
    return None


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


def _guess(page: Page) -> str:
    """The headline as the metadata has it, empty where there is none."""
    return page.meta.headline[0][0] if page.meta.headline else page.meta.title or ""


def _breaks(blocks: list[Block], title_blocks: list[int]) -> frozenset[int]:
    """Headings that no article reaches over: the page's own title, and first-rank ones that print another."""
    own = [i for i in title_blocks if blocks[i].level in (1, 2)]
    if not own:
        return frozenset()
    if blocks[own[0]].level != 1:
        return frozenset(own[:1])
    keys = {squash(blocks[i].text) for i in title_blocks}
    others = (i for i, b in enumerate(blocks) if b.level == 1 and b.words >= 3 and squash(b.text) not in keys)
    return frozenset([own[0], *others])


def _pick_title(title_blocks: list[int], stretch: Stretch) -> int:
    """The printing of the headline that stands over the stretch, -1 if none does."""
    over = [i for i in title_blocks if stretch.start - REACH <= i < stretch.end]
    return over[0] if over else (title_blocks[0] if title_blocks and title_blocks[0] < stretch.start else -1)


def _printings(blocks: list[Block], headline: int) -> list[int]:
    if headline < 0:
        return []
    key = squash(blocks[headline].text)
    first = key.split(" ", 1)[0]
    return [
        headline,
        *(
            i
            for i, b in enumerate(blocks)
            if i != headline and b.words < 40 and first in b.text and squash(b.text) == key
        ),
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


def _authors(page: Page, head: Head, found: Dates, where: list[Provenance]) -> tuple[str, ...]:
    """The byline as printed, else the author of the metadata when it can be one.

    A person that the metadata names goes before a line that only stands where bylines do.
    """
    sites = page.sites()
    desk = cues().desk
    named = [
        (kept, how)
        for given, how in page.meta.authors
        if (kept := tuple(n for n in given if n not in sites and _BANGLA.search(n)))
    ]
    persons = [(kept, how) for kept, how in named if not any(desk.search(n) for n in kept)]
    sure, likely = _bylines(page, head, found)
    for spans, others in ((sure, persons), (likely, named)):
        for span in spans:
            if names := authors_of(span.of(page.text), sites):
                where.append(Provenance("authors", "printed", span))
                return names
        if others:
            where.append(Provenance("authors", others[0][1]))
            return others[0][0]
    return ()


def _leading(first: Block, where: list[Provenance]) -> tuple[str, ...]:
    """The desk or reporter's place that some papers print before the first sentence: `খুলনা প্রতিনিধি : …`."""
    bare = leading_desk(first.text)
    if not bare:
        return ()
    where.append(Provenance("authors", "printed", Span(first.start, first.start + len(bare))))
    return (bare,)


def _bylines(page: Page, head: Head, found: Dates) -> tuple[list[Span], list[Span]]:
    """Where the byline may stand, best first: what names itself one, then what stands where one does.

    The first are marked by the tree, printed as the metadata has them, or name a desk.
    """
    blocks = page.blocks
    sure: list[Span] = []
    for start, length in page.bylines:
        text = page.text[start : start + length]
        if head.low <= start < head.high and text.strip() and is_byline(text):
            left = start + len(text) - len(text.lstrip())
            sure.append(Span(left, left + len(text.strip())))
    for given, _ in page.meta.authors:
        sure.extend(span_of(b) for b in blocks if b.text in given and head.low <= b.start < head.high)
    inline = [
        span
        for i, stamp in found.own
        if stamp.span is not None
        for find in (before_stamp, after_stamp)
        if (span := find(page.text, blocks[i], stamp.span)) is not None
    ]
    desk = cues().desk
    own = [blocks[i] for i in head.byline]
    sure.extend(span for span in inline if desk.search(span.of(page.text)))
    sure.extend(span_of(b) for b in own if b.flags & BYLINE or desk.search(b.text))
    return sure, [*inline, *map(span_of, own)]
