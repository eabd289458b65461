"""The headline: where the page prints the one that its metadata names, else the line most like one."""

from __future__ import annotations

from collections.abc import Set

import regex

from shutro.reading.cues import cues
from shutro.reading.facts import is_fact
from shutro.reading.matter import squash, stems
from shutro.reading.page.blocks import CAPTION, FOOTER, NAV, RELATED, SHARE, TAGS, TIME, Block
from shutro.reading.page.page import Page

REACH = 45  # blocks above the body in which its headline may stand
_SITE = regex.compile(r"\s*(?:\s[|–—•»::-]|[|»])\s*")
_LETTER = regex.compile(r"[\p{L}\p{M}\p{N}]")


def wanted_titles(page: Page) -> list[str]:
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


def titles(blocks: list[Block], wanted: list[str]) -> list[int]:
    """The blocks that print one of the `wanted` headlines, best first (headings, then order)."""
    keys = [key for text in wanted if len(key := squash(text)) > 4]
    if not keys:
        return []
    firsts = {key.split(" ", 1)[0] for key in keys}
    opening = {first for first in firsts if not any(other in first for other in firsts - {first})}
    found = []
    for i, block in enumerate(blocks):
        text = block.text
        for first in opening:
            if (at := text.find(first)) >= 0 and (not at or not _LETTER.search(text, 0, at)):
                break
        else:
            continue
        if block.words > 40 or block.flags & (NAV | FOOTER | RELATED):
            continue
        mine = squash(block.text)
        if len(mine) > 4 and any(mine == key or (len(mine) > 12 and key.startswith(mine)) for key in keys):
            found.append(i)
    return sorted(found, key=lambda i: (blocks[i].level == 0, blocks[i].level, i))


def find_headline(blocks: list[Block], start: int, taken: Set[int], lead: str) -> int:
    """The headline over a body that starts at block `start`, where no metadata names it; -1 if none.

    Headline-like lines compete: words shared with the body's first paragraphs, a heading's rank,
    being printed again, a length of four to sixteen words; nearness decides the rest.
    """
    body = stems(lead)
    best, best_score = -1, -0.5
    shown = 0
    for i in range(start - 1, max(-1, start - REACH), -1):
        block = blocks[i]
        if i in taken or not _could_be_headline(block) or is_fact(blocks, i):
            continue
        if block.words <= 5 and any(block.text in blocks[j].text for j in taken):
            continue  # the name in the date line again
        score = _score(blocks, i, start, taken, body) - 0.045 * shown
        shown += 1
        if score <= 0.3 and (block.words < 3 or best >= 0 or block.linked):
            continue
        if score > best_score:
            best, best_score = i, score
    if best >= 0:
        same = blocks[best].text
        best = next((i for i in range(max(0, start - REACH), best) if blocks[i].text == same), best)
    return best


def _score(blocks: list[Block], i: int, start: int, taken: Set[int], body: set[str]) -> float:
    """How like the headline of the text at `start` block `i` is; `body` are the stems of that text's lead."""
    block, desk = blocks[i], cues().desk
    mine = stems(block.text)
    shared = len(mine & body) / len(mine) if mine else 0.0
    score = 2.2 * shared + (1.6 if block.level == 1 else 0.8 if block.level else 0.0)
    score += 0.5 if block.copies > 1 else 0.0
    score += 0.4 if 4 <= block.words <= 16 else 0.0
    if any(j in taken or desk.search(blocks[j].text) for j in range(i + 1, min(i + 3, start))):
        score += 0.35
    if block.closed and block.text.rstrip("’”'\"")[-1:] == "।":
        score -= 0.8
    if block.linked:
        score -= 1.0
    if block.words <= 5 and desk.search(block.text):
        score -= 1.5
    over_date = i + 1 in taken or i + 1 == start
    if block.words <= 4 and over_date and i - 1 not in taken and _is_under_headline(blocks, i):
        score -= 2.2 * shared + 0.5
    return score


def _is_under_headline(blocks: list[Block], i: int) -> bool:
    """Whether a short line, over the date or the body, is a name: a longer line stands right over it."""
    over = blocks[i - 1] if i else None
    return over is not None and over.words > blocks[i].words + 1 and _could_be_headline(over)


def _could_be_headline(block: Block) -> bool:
    if (
        "\t" in block.text
        or block.words < 2
        or block.words > 30
        or block.bangla < 0.3
        or (block.prose and block.words > 18)
    ):
        return False
    if block.flags & (NAV | FOOTER | CAPTION | RELATED | SHARE | TAGS | TIME):
        return False
    pick = cues()
    if block.words <= 3 and pick.list_label.search(block.text):
        return False
    if pick.counter.match(block.text) or (block.text[-1] in ":ঃ" and pick.desk.search(block.text)):
        return False
    return not (pick.credits(block.text) or pick.asks.search(block.text) or pick.edition.match(block.text))


def printings(blocks: list[Block], headline: int) -> list[int]:
    """The blocks that print the headline of block `headline`, that one first; none where it is -1."""
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
