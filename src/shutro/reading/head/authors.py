"""Who wrote an article: the names of its byline as printed, else those that the metadata gives."""

from __future__ import annotations

from shutro.bangla.script import has_bangla
from shutro.model import Provenance
from shutro.reading.cues import cues
from shutro.reading.dates.dates import Dates
from shutro.reading.head.byline import BARS, is_byline, leading_desk
from shutro.reading.head.head import Head
from shutro.reading.page.blocks import BYLINE, Block
from shutro.reading.page.page import Page
from shutro.span import Span


def authors(page: Page, head: Head, found: Dates, where: list[Provenance]) -> tuple[str, ...]:
    """The byline as printed, else the author of the metadata when it can be one.

    A person that the metadata names goes before a line that only stands where bylines do.
    """
    sites = page.sites()
    desk = cues().desk
    named = [
        (kept, how)
        for given, how in page.meta.authors
        if (kept := tuple(n for n in given if n not in sites and has_bangla(n)))
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


def leading_authors(first: Block, where: list[Provenance]) -> tuple[str, ...]:
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
        sure.extend(b.span for b in blocks if b.text in given and head.low <= b.start < head.high)
    inline = [
        span
        for i, stamp in found.own
        if stamp.span is not None
        for find in (_before_stamp, _after_stamp)
        if (span := find(page.text, blocks[i], stamp.span)) is not None
    ]
    desk = cues().desk
    own = [blocks[i] for i in head.byline]
    sure.extend(span for span in inline if desk.search(span.of(page.text)))
    sure.extend(b.span for b in own if b.flags & BYLINE or desk.search(b.text))
    return sure, [*inline, *(b.span for b in own)]


def _before_stamp(text: str, block: Block, stamp: Span) -> Span | None:
    """What stands before a date in its own line, without the date's label, where it can be a byline."""
    before = text[block.start : stamp.start]
    if (label := cues().date_label.search(before)) is not None:
        before = before[: label.start()]
    bare = before.strip(" |,•·-–—:।")
    if not bare or not is_byline(bare) or not 2 <= bare.count(" ") + 1 <= 8:
        return None
    if not (cues().desk.search(bare) or bare.count(" ") <= 4):
        return None
    start = block.start + before.index(bare)
    return Span(start, start + len(bare))


def _after_stamp(text: str, block: Block, stamp: Span) -> Span | None:
    """What stands after a date in its own line, where a word such as `By` or `লিখেছেন` makes it a byline."""
    after = text[stamp.end : block.end]
    for part in BARS.split(after):
        bare = part.strip(" ,-–—")
        if (lead := cues().lead.match(bare)) is not None and (name := bare[lead.end() :].strip()):
            start = stamp.end + after.index(name)
            return Span(start, start + len(name)) if is_byline(name) else None
    return None


def authors_of(line: str, sites: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The names in a byline: leading word, site name and what follows a bar left out.

    A desk keeps its place (`প্রতিনিধি, খুলনা` is one author); persons part at commas and `ও`.
    """
    pick = cues()
    bars = [part.strip() for part in BARS.split(line.strip(" |•·-–—,:")) if part.strip()]
    kept = [part for part in bars if part not in sites] or bars
    bare = pick.lead.sub("", kept[0]).strip(" ,:-–—") if kept else ""
    if bare and bare == bare[: len(bare) // 2] * 2:  # a picture's text run into the name
        bare = bare[: len(bare) // 2]
    if not bare:
        return ()
    if pick.desk.search(bare):
        return (bare,)
    first, *rest = pick.several.split(bare)
    if rest and not any(" " in part.strip() for part in (first, *rest)) and "," in bare:
        return (bare,)  # an agency and the place it writes from: বাসস, ঢাকা
    parts = [first, *(part for part in rest if " " in part.strip() or " " not in first.strip())]  # no places
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
