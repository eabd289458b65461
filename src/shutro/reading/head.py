"""What stands over the body: headline, kicker, standfirst, byline, date lines, caption."""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from shutro.model import Stamp
from shutro.reading.blocks import BYLINE, CAPTION, FOOTER, NAV, RELATED, SHARE, TAGS, TIME, Block
from shutro.reading.cues import cues
from shutro.span import Span

REACH = 45  # blocks above the body in which its headline may stand
_DIGIT = regex.compile(r"[\d\u09e6-\u09ef]")
_STEM = regex.compile(r"[\p{L}\p{M}\u200c\u200d]{3,}")
_LETTERS = regex.compile(r"[^\p{L}\p{M}\p{N}]+")
_PUNCTUATION = regex.compile(r"[।?!,;:‘’“”\"'|/\\0-9\u09e6-\u09ef…]")


@dataclass(slots=True)
class Head:
    """The parts found, by block number; -1 where there is none."""

    headline: int = -1
    standfirst: int = -1
    byline: list[int] = field(default_factory=list)
    captions: list[int] = field(default_factory=list)
    dates: list[int] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)


def squash(text: str) -> str:
    """Letters, marks and numbers only: what two printings of a headline share."""
    return _LETTERS.sub(" ", text).strip()


def titles(blocks: list[Block], wanted: list[str]) -> list[int]:
    """The blocks that print one of the `wanted` headlines, best first (headings, then order)."""
    keys = [key for text in wanted if len(key := squash(text)) > 4]
    if not keys:
        return []
    found = []
    for i, block in enumerate(blocks):
        if block.words > 40 or block.flags & (NAV | FOOTER | RELATED):
            continue
        mine = squash(block.text)
        if len(mine) > 4 and any(mine == key or (len(mine) > 12 and key.startswith(mine)) for key in keys):
            found.append(i)
    return sorted(found, key=lambda i: (blocks[i].level == 0, blocks[i].level, i))


def stems(text: str) -> set[str]:
    """The beginnings of its longer words: enough to see that two texts share their matter."""
    return {word[:5] for word in _STEM.findall(text) if len(word) >= 4}


def find_headline(blocks: list[Block], start: int, taken: set[int], lead: str) -> int:
    """The headline over a body that starts at block `start`, where no metadata names it; -1 if none.

    Headline-like lines compete: words shared with the body's first paragraphs, a heading's rank,
    being printed again, a length of four to sixteen words; nearness decides the rest.
    """
    body = stems(lead)
    best, best_score = -1, 0.9
    shown = 0
    for i in range(start - 1, max(-1, start - REACH), -1):
        block = blocks[i]
        if i in taken or not _could_be_headline(block):
            continue
        mine = stems(block.text)
        shared = len(mine & body) / len(mine) if mine else 0.0
        score = 2.2 * shared + (1.6 if block.level == 1 else 0.8 if block.level else 0.0)
        score += 0.5 if block.copies > 1 else 0.0
        score += 0.4 if 4 <= block.words <= 16 else 0.0
        score -= 0.045 * shown
        if block.closed and block.text.rstrip("’”'\"")[-1:] == "।":
            score -= 0.8
        if block.linked:
            score -= 1.0
        shown += 1
        if score > best_score:
            best, best_score = i, score
    return best


def _could_be_headline(block: Block) -> bool:
    if block.words < 2 or block.words > 30 or block.bangla < 0.3:
        return False
    if block.flags & (NAV | FOOTER | CAPTION | RELATED | SHARE | TAGS | TIME):
        return False
    pick = cues()
    return not (
        pick.credit.search(block.text) or pick.asks.search(block.text) or pick.edition.match(block.text)
    )


def find_byline(blocks: list[Block], head: Head, start: int, zone: int) -> list[int]:
    """The byline's blocks between `zone` and the body's `start`."""
    pick = cues()
    marked = []
    desks = []
    beside = []
    for i in range(max(0, zone), start):
        block = blocks[i]
        if i == head.headline or i in head.dates or not _could_be_byline(block):
            continue
        if block.flags & BYLINE:
            marked.append(i)
        elif pick.desk.search(block.text) or pick.lead.match(block.text):
            desks.append(i)
        elif any(abs(i - d) <= 2 for d in head.dates) and block.copies <= 3 and 2 <= block.words <= 5:
            beside.append(i)
    for group in (marked, desks, beside):
        if group:
            return group
    return []


def _could_be_byline(block: Block) -> bool:
    if (
        block.words > 12
        or len(block.text) > 90
        or block.flags & (CAPTION | NAV | FOOTER | RELATED | SHARE | TAGS | TIME)
    ):
        return False
    pick = cues()
    text = block.text
    if (
        block.level
        or _DIGIT.search(text)
        or block.closed
        or pick.edition.match(text)
        or pick.asks.search(text)
    ):
        return False
    return bool(text.strip("-–—|•. ")) and not pick.credit.search(text)


def authors_of(line: str) -> tuple[str, ...]:
    """The names in a byline, its leading word left out."""
    bare = cues().lead.sub("", line.strip(" |•-–—"))
    parts = regex.split(r"\s*[,;|]\s*|\s+(?:ও|এবং|and)\s+(?=\S+\s+\S+)", bare)
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


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
        if block.words > 60:
            continue
        if block.flags & CAPTION and not block.flags & (NAV | FOOTER) and block.words > 1:
            found.append(i)
        elif pick.credit.search(block.text) and block.words > 2:
            found.append(i)
        elif i - 1 in alts and block.words > 2 and not block.level:
            found.append(i)
        elif block.words > 3 and (
            (i + 1 < len(blocks) and blocks[i + 1].text == block.text)
            or (i and blocks[i - 1].text == block.text)
        ):
            found.append(i)
    return found


def span_of(block: Block) -> Span:
    """Where the block stands."""
    return Span(block.start, block.end)
