"""Where on a page the article stands: one decision for HTML and text dumps.

Running prose earns its words, everything that lies between pieces of prose costs: the best-paid
stretch of the page is the article.
"""

from __future__ import annotations

from dataclasses import dataclass

from shutro.reading.body.ending import is_item
from shutro.reading.cues import cues
from shutro.reading.dates.lines import is_clock, is_dated
from shutro.reading.page.blocks import (
    AROUND,
    CAPTION,
    OUTSIDE,
    PULL,
    Block,
    is_row,
)

_LEAST = 12  # words of prose under a heading that may be an article


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks `start` to `end` (half-open) with the prose `score` they earned."""

    start: int
    end: int
    score: float


def stretches(blocks: list[Block], kept: set[int], breaks: frozenset[int] = frozenset()) -> list[Stretch]:
    """The best-paid stretches of a page, in order; none reaches over a block in `breaks`.

    `kept` are the copies that count (`kept_copies`).
    All maximal scoring subsequences, after Ruzzo and Tompa (1999).
    """
    stack: list[list[float]] = []  # start, end, left sum, right sum
    total = 0.0
    done: list[Stretch] = []
    for i, block in enumerate(blocks):
        if i in breaks:
            done.extend(Stretch(int(s), int(e), r - left) for s, e, left, r in stack)
            stack, total = [], 0.0
        worth = _worth(block, i in kept)
        if worth <= 0:
            total += worth
            continue
        item = [i, i + 1, total, total + worth]
        total += worth
        j = len(stack)
        while j:
            j -= 1
            start, _, left, right = stack[j]
            if left >= item[2]:
                continue
            if right >= item[3]:
                break
            item[0], item[2] = start, left
            del stack[j:]
        stack.append(item)
    done.extend(Stretch(int(s), int(e), r - left) for s, e, left, r in stack)
    return done


def _worth(block: Block, kept: bool) -> float:
    """What a block adds to a stretch: its prose, or the cost of standing between prose."""
    if block.flags & OUTSIDE:
        return -12.0
    if block.prose and not kept:
        return 0.0
    if block.flags & CAPTION and not block.linked:
        return -1.0
    if block.prose:
        return block.prose * (0.4 if block.flags & AROUND else 1.0)
    if block.linked:
        # আরও পড়ুন: … stands between an article's paragraphs too
        return -5.0 if ":" in block.text and cues().label.match(block.text) else -9.0
    if block.level:
        return -4.0
    if is_row(block):
        return -0.5
    if is_item(block):
        return -1.5
    if is_clock(block):
        return -1.0
    if block.words <= 2:
        return -3.0
    return -5.0


def kept_copies(blocks: list[Block]) -> set[int]:
    """Of every paragraph printed more than once, the copy in the run of most prose, or the first.

    A copy close under the first is a pull quote and never the one, unless a date line parts them: then
    the first was a lead over the article. Two articles that share a paragraph keep both.
    """
    run = 0
    weight: list[float] = [0.0]
    runs: dict[int, int] = {}
    gap = 0
    seen: dict[str, int] = {}
    for i, block in enumerate(blocks):
        if not block.prose or block.flags & (PULL | CAPTION):
            gap += 1
            continue
        before = seen.get(block.text)
        if before is not None and i - before <= 6 and not any(map(is_dated, blocks[before + 1 : i])):
            continue
        if gap > 4 or before is not None:
            run += 1
            weight.append(0.0)
            seen = {}
        seen[block.text] = i
        weight[run] += block.prose
        runs[i] = run
        gap = 0
    if len(set(runs.values())) <= 1:
        return set(runs)
    best: dict[str, int] = {}
    others: set[int] = set()
    held: dict[int, set[str]] = {}
    for i, here in runs.items():
        held.setdefault(here, set()).add(blocks[i].text)
    for i, here in runs.items():
        at = best.get(blocks[i].text)
        if at is not None and _are_two(held[here], held[runs[at]]):
            others.add(i)
        elif at is None or weight[here] > weight[runs[at]] * 1.05:
            best[blocks[i].text] = i
    return {*best.values(), *others}


def _are_two(one: set[str], other: set[str]) -> bool:
    """Whether two runs of prose are two articles that share a paragraph, not two copies of one."""
    return min(len(one), len(other)) > 2 and len(one & other) * 2 < min(len(one), len(other))


def choose(
    blocks: list[Block], found: list[Stretch], titles: list[int], breaks: frozenset[int]
) -> Stretch | None:
    """The article's stretch: one under the page's own heading before any other, then the best paid.

    A printing of the title that is no heading counts for much, but not for all.
    """
    best = None
    best_rank = (False, 0.0)
    for stretch in found:
        over = [
            t
            for t in titles
            if stretch.start - 30 <= t < stretch.end and not any(t < b <= stretch.start for b in breaks)
        ]
        headed = stretch.score >= _LEAST and any(blocks[t].level in (1, 2) for t in over)
        rank = (headed, stretch.score * 4 + 40 if over else stretch.score)
        if rank > best_rank:
            best, best_rank = stretch, rank
    return best


def without_ticker(blocks: list[Block], stretch: Stretch) -> Stretch:
    """The stretch without a first line of headlines run together, which other lines part from the rest."""
    prose = [i for i in range(stretch.start, stretch.end) if blocks[i].prose]
    if len(prose) < 2 or prose[1] == prose[0] + 1 or blocks[prose[0]].stops or blocks[prose[0]].closed:
        return stretch
    if not any(blocks[i].stops for i in prose[1:]):
        return stretch
    return Stretch(prose[1], stretch.end, stretch.score)
