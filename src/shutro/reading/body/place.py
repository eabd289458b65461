"""Where on a page the article stands, once headlines, teasers and other articles are told from it."""

from __future__ import annotations

from shutro.reading.body.breaks import leading_furniture, next_article
from shutro.reading.body.stretches import Stretch, choose, stretches, without_ticker
from shutro.reading.dates.lines import DateLines
from shutro.reading.matter import squash
from shutro.reading.page.blocks import Block


def place(reader: DateLines, titles: list[int], kept: set[int], headline: str) -> Stretch | None:
    """The blocks that the article lies in; None where nothing on the page reads like one.

    `titles` are the blocks that print the headline as the metadata has it, `headline` is that, empty where
    there is none; `kept` are the copies of prose that count.
    """
    blocks = reader.blocks
    breaks = _breaks(blocks, titles)
    stretch = choose(blocks, stretches(blocks, kept, breaks), titles, breaks)
    if stretch is None:
        return None
    stretch = without_ticker(blocks, stretch)
    start, last = stretch.start, stretch.end
    end = next_article(reader, start, last, headline)
    while end < last and leading_furniture(blocks, start, end, last):
        start = next(i for i in range(end, last) if blocks[i].prose)
        end = next_article(reader, start, last, headline)
    return Stretch(start, end, stretch.score)


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
