"""The block: one line of a page, with what its shape tells. One model for HTML and plain text."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from shutro.reading.cues import cues
from shutro.span import Span

# What the elements around a line say of it (HTML only; a text dump says nothing).
LINK, CAPTION, QUOTE, ASIDE, NAV, FOOTER, HEADER, FORM, TIME, LIST, TABLE, STRONG = (
    1 << i for i in range(12)
)
RELATED, COMMENT, SHARE, BYLINE, PULL, LEDE, TAGS, ARTICLE, AUTHOR = (1 << i for i in range(12, 21))

OUTSIDE = NAV | FOOTER | COMMENT | FORM  # never of an article
AROUND = ASIDE | RELATED | SHARE | TAGS  # beside it, or between its paragraphs
BLOCKS = 20_000  # lines of a page that are looked at; real pages have some hundreds, the largest 3,000

# Closing marks of a Bangla sentence; the vertical bar and the currency sign ৷ stand for the danda.
_CLOSERS = "।?!॥৷|…"
_BREATH = 70  # words that hardly any sentence of a newspaper has
_ENDLESS = 28  # words that a paragraph without a sentence's end has at least
_LINE = 16  # words of a date line
_REST = 32  # characters that may stand after a paragraph's last sentence
_WRAPS = "\"'”’»)]}* \u200b\u200c\u200d\ufeff\u00a0"
_STRUNG = regex.compile(r"(?:\s[|•●/»>*\p{So}]\s.*){2}")  # headlines or links strung on one line
_BULLET = regex.compile(r"^[ \t\u00a0]*[•●▪■◦○‣⁃►▶➤*·-][ \t\u00a0]+")


@dataclass(slots=True)
class Block:
    """One line of a page, `text[start:end]`, trimmed of white space and bullets.

    `level` is 1 to 6 in a heading, else 0. `links` counts its characters inside links. `box` names
    the element that holds it, so that neighbours in one element share a number. `flags` are the
    roles of the elements around it. The rest is the shape of the text: `words`, sentence `stops`,
    `closed` by a full stop, how far it is `prose` (in words), the number of its `copies` on the
    page and the position of the `first` of them; `template` that it recurs over the outlet's pages.
    """

    start: int
    end: int
    text: str
    level: int = 0
    flags: int = 0
    links: int = 0
    box: int = 0
    bullet: bool = False
    gap: bool = False
    words: int = 0
    stops: int = 0
    closed: bool = False
    prose: float = 0.0
    bangla: float = 0.0
    copies: int = 1
    first: int = 0
    template: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def linked(self) -> bool:
        """Whether links make up most of the line."""
        return self.links * 10 >= len(self.text) * 6


def dump_blocks(text: str) -> list[Block]:
    """The non-blank lines of a text dump, the first `BLOCKS` of them."""
    blocks = []
    at = 0
    gap = False
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            start = at + len(line) - len(line.lstrip())
            bullet = False
            if (match := _BULLET.match(bare)) and (rest := bare[match.end() :]):
                start += match.end()
                bare = rest
                bullet = True
            blocks.append(Block(start, start + len(bare), bare, bullet=bullet, gap=gap))
        gap = not bare
        at += len(line)
        if len(blocks) >= BLOCKS:
            break
    return blocks


def is_row(block: Block) -> bool:
    """Whether a line is a cell or row of a table of figures: short, or cut by tabs as a dump's rows are."""
    return "\t" in block.text or (bool(block.flags & TABLE) and block.words <= 6 and not block.level)


def study(blocks: list[Block]) -> list[Block]:
    """Fill in the shape of every block; returns the same list."""
    seen: dict[str, int] = {}
    again: list[Block] = []
    for i, block in enumerate(blocks):
        text = block.text
        length = len(text)
        block.words = text.count(" ") + 1
        block.copies = 1
        block.first = first = seen.setdefault(text, i)
        if first != i:
            blocks[first].copies += 1
            again.append(block)
        if length < 12:
            block.bangla = 0.0 if text.isascii() else 1.0
            continue
        if text.isascii():
            continue
        wide = (len(text.encode("utf-8", "replace")) - length) // 2  # Bangla letters take three bytes each
        block.bangla = wide / (length - block.words + 1) if wide else 0.0  # of all but the spaces
        if not block.linked:
            block.stops = _stops(text)
            block.closed = _is_closed(text)
            if block.words >= 4 and (block.stops or block.words >= _ENDLESS):
                block.prose = _prose(block)
    for block in again:
        block.copies = blocks[block.first].copies
    return blocks


def _is_closed(text: str) -> bool:
    """Whether a text ends as a sentence does, quotes and brackets after it or not."""
    last = text[-1]
    if last in _WRAPS:
        last = text.rstrip(_WRAPS)[-1:]
    return (last in _CLOSERS and (last != "|" or _is_danda(text))) or text.endswith("...")


def _is_danda(text: str) -> bool:
    """Whether a text ends in a vertical bar right after a word."""
    return text[-1] == "|" and not text.endswith(" |")


def _stops(text: str) -> int:
    """How many sentences end in the text; a bar right after a word is a danda typed in a hurry."""
    count = text.count
    bars = count("| ") - count(" | ") + _is_danda(text) if "|" in text else 0
    return count("।") + count("?") + count("!") + count("৷") + count("॥") + bars


def _prose(block: Block) -> float:
    """How many words of running prose a block holds: sentences that end as sentences do."""
    if block.bangla < 0.35:
        return 0.0
    if block.stops == 1 and block.words <= 16 and block.text.rstrip(_WRAPS).endswith(("?", "!")):
        return 0.0  # a question or cry alone is a headline or a subhead more often than a paragraph
    if "।" not in block.text and _STRUNG.search(block.text):
        return 0.0  # headlines with a mark between them
    if block.words <= _LINE and cues().dated.match(block.text):
        return 0.0
    if block.words > _BREATH * (block.stops + 1):
        return 0.0  # headlines run together: no sentence is so long
    if block.closed and block.stops:
        return float(min(block.words, 90))
    if block.stops >= 2 and block.words >= 18:
        return min(block.words, 90) * 0.9
    if block.stops and block.words >= 10 and len(block.text) - block.text.rfind("।") <= _REST:
        return min(block.words, 90) * 0.8  # a source or place after the last sentence
    if block.words >= _ENDLESS:
        return min(block.words, 90) * 0.6
    return 0.0
