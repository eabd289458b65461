"""Pages that are no article, and why: by what is found on them, whatever they call themselves."""

from __future__ import annotations

from itertools import pairwise

from shutro.reading.cues import cues
from shutro.reading.dates.dates import Dates, of_address
from shutro.reading.dates.lines import is_clock, is_dated
from shutro.reading.head.byline import is_byline, leading_desk
from shutro.reading.head.head import Head
from shutro.reading.head.headline import REACH, printings
from shutro.reading.matter import stems
from shutro.reading.page.blocks import Block
from shutro.reading.page.page import Page

_LEAST = 12  # words of running text under which nothing is an article
_SHORT = 90  # words under which an article must show its date or its head
_LONG = 150  # words that make an article even in one paragraph
_FEW = 60  # words under which a dump's headline must share a word with its text
_SIGNED = 40  # words that make an article under a correspondent's line
_ALONE = 30  # words that a headline needs under it where nothing else stands on the page
_TEASERS = 4  # pieces of prose that links and dates keep apart: a list of teasers


def why_not(page: Page, head: Head, found: Dates, chosen: list[int]) -> str | None:
    """The reason that a page with the body `chosen` is no article, None when it is one."""
    blocks = page.blocks
    prose = [i for i in chosen if blocks[i].prose]
    words = sum(blocks[i].words for i in chosen)
    if words < _LEAST:
        return "hardly any running text"
    others = _headlines(blocks, {*chosen, *printings(blocks, head.headline)})
    dated = len(found.lines) < 12 and (found.published or found.updated or of_address(page.url)) is not None
    headed = head.headline >= 0 and head.headline >= prose[0] - REACH
    if (teasers := _excerpts(blocks, prose, whole=dated and headed)) is not None:
        return teasers
    if _apart(blocks, prose, clocks=not (dated and headed)):
        return f"a list of {len(prose)} teasers"
    if page.meta.article is False and others > words / (8 if page.meta.lists else 3) and not dated:
        return "a list of articles, by its own metadata"
    if words < others and not dated:
        return f"{others} headlines around {words} words of text"
    if words >= _LONG or (words >= _SHORT and len(prose) > 1):
        return None
    if _signed(blocks, prose[0]) and words >= max(_SIGNED, 4 * others):
        return None
    if not headed and not page.meta.headline:
        return "no headline over what little text there is"
    if dated and headed and any(kind.endswith("Article") for kind in page.meta.kinds):
        return None
    if words < 0.7 * others:
        return f"{others} headlines around {words} words of text"
    if dated and (page.meta.article or (headed and (page.html or words >= _FEW))):
        return None
    told = " ".join(blocks[i].text for i in chosen)
    related = headed and bool(stems(blocks[head.headline].text) & stems(told))
    if related and dated:
        return None
    if related and words > max(_FEW if others else _ALONE, 4 * others):
        return None
    return "no date and little text"


def _signed(blocks: list[Block], first: int) -> bool:
    """Whether a desk or correspondent is named before or right over the first prose: an article's."""
    if leading_desk(blocks[first].text):
        return True
    over = blocks[first - 1] if first else None
    if over is None or cues().desk.search(over.text) is None:
        return False
    return is_byline(over.text) or is_dated(over)


def _headlines(blocks: list[Block], own: set[int]) -> int:
    """How many different headline-like lines there are beside the article's own."""
    return len({b.text for i, b in enumerate(blocks) if i not in own and b.words >= 4 and not b.prose})


def _excerpts(blocks: list[Block], prose: list[int], *, whole: bool) -> str | None:
    """What to say of a page that only shows how articles begin: each of its texts breaks off.

    One text that breaks off is an excerpt where a link asks to go on reading; an article may end in
    dots. A page with head and date (`whole`) is a list only where headlines stand among its texts.
    """
    whole_ones = 0
    for i in prose:
        whole_ones += not (_breaks_off(blocks[i].text) or _leads_on(blocks, i + 1))
        if whole_ones > 0.4 * len(prose):
            return None
    among = blocks[prose[0] : prose[-1]]
    if whole and among and not any(b.words >= 3 and not b.prose for b in among):
        return None  # a digest
    everywhere = sum(
        bool(b.prose) and (_breaks_off(b.text) or _leads_on(blocks, i + 1)) for i, b in enumerate(blocks)
    )
    if everywhere > 1:
        return f"a list of {everywhere} teasers"
    if any(cues().leads_on(b.text) for b in blocks[prose[-1] : prose[-1] + 3]):
        return "the beginning of an article that stands elsewhere"
    return None


def _leads_on(blocks: list[Block], i: int) -> bool:
    """Whether line `i` only asks to read on: `বিস্তারিত...`."""
    return i < len(blocks) and not blocks[i].prose and cues().onward.match(blocks[i].text) is not None


def _breaks_off(text: str) -> bool:
    return text.endswith(("...", "…", "…]", "...]", "»", *cues().more_words)) or cues().leads_on(text)


def _apart(blocks: list[Block], prose: list[int], *, clocks: bool) -> bool:
    """Whether links, or headlines with dates, part nearly all pieces of prose, as between teasers.

    `clocks` alone are dates too, but not on a page with a head and a date of its own: a live page's.
    """
    if len(prose) < _TEASERS:
        return False
    parted = 0
    for before, after in pairwise(prose):
        between = blocks[before + 1 : after]
        dates = [is_dated(b) and (clocks or not is_clock(b)) for b in between]
        titled = any(b.words >= 4 and not dated for b, dated in zip(between, dates, strict=True))
        if any(b.linked for b in between) or (any(dates) and titled):
            parted += 1
    return parted >= 0.7 * (len(prose) - 1)
