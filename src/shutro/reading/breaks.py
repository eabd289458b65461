"""Where another article begins: below the first, or a list of teasers."""

from __future__ import annotations

from datetime import datetime, tzinfo

import regex

from shutro.reading.blocks import Block
from shutro.reading.dates import is_dated, stamps_at

_AGO = regex.compile(r"[0-9\u09e6-\u09ef]+\s+\S+\s+আগে$")
_HEADLINE = 4  # words that a headline has at least


def next_article(
    text: str, blocks: list[Block], start: int, end: int, captured: datetime | None, zone: tzinfo | None
) -> int:
    """The first block between `start` and `end` that belongs to another article; `end` if none does.

    A date line among the prose, with a headline over or under it, dates another article. A date
    alone between paragraphs is a subhead.
    """
    prose = [i for i in range(start, end) if blocks[i].prose]
    for i in range(prose[0] + 1 if prose else end, end):
        if not _dates(text, blocks, i, captured, zone):
            continue
        before = [p for p in prose if p < i]
        titles = [h for h in range(before[-1] + 1, i) if _is_title(blocks[h])]
        if titles:
            return before[-1] + 1
        after = next((p for p in prose if p > i), end)
        if len(before) > 1 and any(_is_title(blocks[h]) for h in range(i + 1, after)):
            over = [h for h in range(before[-2] + 1, before[-1]) if _is_title(blocks[h])]
            if over:
                return before[-2] + 1
    return end


def _is_title(block: Block) -> bool:
    return block.words >= _HEADLINE and not block.prose and not block.bullet and not is_dated(block)


def _dates(text: str, blocks: list[Block], i: int, captured: datetime | None, zone: tzinfo | None) -> bool:
    block = blocks[i]
    if block.prose or block.words > 14:
        return False
    if _AGO.search(block.text):
        return True
    return is_dated(block) and any(s.role != "event" for s in stamps_at(text, blocks, i, captured, zone)[0])
