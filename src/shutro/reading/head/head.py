"""What stands over the body, by block: headline, byline, captions, date lines, standfirst."""

from __future__ import annotations

from dataclasses import dataclass, field

from shutro.reading.cues import cues
from shutro.reading.page.blocks import CAPTION, FOOTER, LEDE, NAV, Block


@dataclass(slots=True)
class Head:
    """The parts found, by block number, -1 where there is none; `low` and `high` bound its text."""

    headline: int = -1
    standfirst: int = -1
    byline: list[int] = field(default_factory=list)
    captions: list[int] = field(default_factory=list)
    dates: list[int] = field(default_factory=list)
    low: int = 0
    high: int = 0


def find_standfirst(blocks: list[Block], head: Head, stretch: tuple[int, int]) -> int:
    """The prose between headline and byline or date line that sums the article up; -1 if none.

    It is short, it stands before the lines that say who wrote and when, and the body goes on after
    them; in a tree it is a heading, or named as what it is.
    """
    start, end = stretch
    after = [i for i in [*head.byline, *head.dates] if i > head.headline >= 0]
    for i in range(max(head.headline + 1, 0), end):
        block = blocks[i]
        if not block.prose or block.words > 50:
            if block.prose:
                break
            continue
        alone = i + 1 < end and blocks[i + 1].box != block.box
        named = block.level > 0 or (block.flags & LEDE and alone)
        before = bool(after) and i < min(after) and start <= max(after) < end
        if named or before:
            return i
        break
    return -1


def find_captions(blocks: list[Block], low: int, high: int, headlines: list[int]) -> list[int]:
    """Caption blocks from `low` to `high`: marked, credited, or by the way a dump prints a picture.

    There the picture's alternative text stands as a line of its own over the caption: the same
    words, or the headline again.
    """
    alts = set(headlines[1:])
    pick = cues()
    found = []
    for i in range(max(0, low), min(high, len(blocks))):
        block = blocks[i]
        if block.words > 60 or i in headlines:
            continue
        twice = block.text in [other.text for other in (*blocks[max(0, i - 1) : i], *blocks[i + 1 : i + 2])]
        marked = block.flags & CAPTION and not block.flags & (NAV | FOOTER) and block.words > 1
        under_alt = i - 1 in alts and block.words > 2 and not block.level and _is_caption(block)
        credited = block.words > 2 and pick.credits(block.text)
        if marked or under_alt or (twice and block.words > 3) or credited:
            found.append(i)
    return found


def _is_caption(block: Block) -> bool:
    """Whether a line under a picture's alternative text is a caption rather than the first paragraph."""
    if block.closed or block.text[-1] in "-–—:,;":
        return block.words <= 14
    return block.words <= 45
