"""HTML to plain text, with what the tree says of each line kept beside it.

Block elements part lines, paragraphs and headings are set off by a blank line, runs of HTML white
space show as one space: what a browser displays, in its own characters. Joiners, nukta forms and
no-break spaces are kept as they came.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import regex
from selectolax.lexbor import LexborHTMLParser, LexborNode

from shutro.reading.page.blocks import AUTHOR, BLOCKS, BYLINE, LINK, LIST, STRONG, TIME, Block
from shutro.reading.page.roles import ADDRESS, BREAK, HIDDEN, MOMENT, NONE, OTHER, TAGS, inline, named, roles

DEPTH = 512  # what lies deeper is left out: a nesting bomb, not a page
NODES = 200_000  # a page of more elements is cut there; the largest newspaper pages have some 10,000

_SPACE = regex.compile(r"[ \t\n\r\f]+")
_WHITE = " \t\n\r\f"
_TEXT = 2  # the parser's number of a text node
_OF_LINES = ~(LINK | STRONG | TIME | AUTHOR)  # roles that a line has of the element it begins in
_OF_TEXTS = LINK | STRONG | TIME | AUTHOR | BYLINE  # roles that each text of a line adds to it


@dataclass(frozen=True, slots=True)
class Marked:
    """A `<time datetime=…>` element: the block it begins in, its value, its class names."""

    block: int
    value: str
    names: str


@dataclass(slots=True)
class Rendered:
    """A page as its blocks, and the text that they are spans of.

    `bylines` are the (start, length) of the texts in elements named as an author's;
    `named` the (first, last + 1, flags) of block elements whose class names a role.
    """

    text: str
    blocks: list[Block]
    hidden: bool = False
    times: list[Marked] = field(default_factory=list)
    bylines: list[tuple[int, int]] = field(default_factory=list)
    named: list[tuple[int, int, int]] = field(default_factory=list)


class _Writer:
    """Collects lines of text and the blocks they make."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.at = 0
        self.blocks: list[Block] = []
        self.line: list[str] = []
        self.links = 0
        self.strong = 0
        self.margin = 0
        self.flags = 0
        self.level = 0
        self.box = 0
        self.width = 0
        self.bylines: list[tuple[int, int]] = []

    def add(self, text: str, flags: int, level: int, box: int) -> None:
        """Put one text node's characters on the current line."""
        if not self.line:
            text = text.lstrip(" ")
            if not text:
                return
            self.flags = flags & _OF_LINES
            self.level = level
            self.box = box
        elif text[0] == " " and self.line[-1][-1] == " ":
            text = text[1:]
            if not text:
                return
        self.line.append(text)
        if flags & _OF_TEXTS:
            if flags & (BYLINE | AUTHOR):
                self.bylines.append((self.at + self.margin_now() + self.width, len(text)))
            if flags & LINK:
                self.links += len(text)
            if flags & STRONG:
                self.strong += len(text)
            if flags & TIME:
                self.flags |= TIME
        self.width += len(text)

    def margin_now(self) -> int:
        """The line breaks that will stand before the current line."""
        return max(self.margin, 1) if self.blocks else 0

    def close(self, margin: int) -> None:
        """End the current line, which has text, `margin` line breaks before the next."""
        line = self.line
        text = (line[0] if len(line) == 1 else "".join(line)).rstrip(" ")
        line.clear()
        bare = text.strip()
        if bare:
            gap = self.margin > 1
            if self.blocks:
                breaks = self.margin or 1
                self.pieces.append("\n" * breaks)
                self.at += breaks
            start = self.at
            if len(bare) < len(text):
                start += len(text) - len(text.lstrip())
            flags = self.flags
            if self.strong * 10 >= len(text) * 9:
                flags |= STRONG
            end = start + len(bare)
            bullet = bool(flags & LIST)
            self.blocks.append(Block(start, end, bare, self.level, flags, self.links, self.box, bullet, gap))
            self.pieces.append(text)
            self.at += len(text)
            self.margin = 0
        self.links = self.strong = self.width = 0
        if margin > self.margin:
            self.margin = margin


def render(tree: LexborHTMLParser, *, hidden: bool = False) -> Rendered:
    """The displayed text of a parsed page, and its lines as blocks.

    Elements hidden by attribute or inline style are left out unless `hidden`; the page says whether
    there were any.
    """
    out = _Writer()
    line, blocks = out.line, out.blocks
    skipped = False
    body = tree.body
    node = body.child if body is not None else None
    flags = level = box = 0
    stack: list[tuple[LexborNode, int, int, int, int, int, int]] = []
    told: list[tuple[int, int, int]] = []
    left = NODES
    kinds = TAGS.get
    times: list[Marked] = []
    while True:
        if node is None:
            if not stack:
                break
            node, flags, level, box, margin, own, first = stack.pop()
            node = node.next
            if margin:
                if line:
                    out.close(margin)
                elif margin > out.margin:
                    out.margin = margin
                if own:
                    told.append((first, len(blocks), own))
                if node is not None and node.is_empty_text_node:
                    node = node.next  # white space between blocks shows nothing
            continue
        tag = node.tag_id
        if tag == _TEXT:
            if node.is_empty_text_node:
                if line:
                    out.add(" ", flags, level, box)
            elif (text := node.text_content) and not text.isspace():
                out.add(_collapsed(text), flags, level, box)
            elif line:
                out.add(" ", flags, level, box)
            node = node.next
            continue
        margin, mine, rank, asked = kinds(tag, OTHER)
        if margin < 0 or (child := node.first_child) is None or len(stack) >= DEPTH:
            if tag == BREAK:
                if line:
                    out.close(1)
                elif not out.margin:
                    out.margin = 1
            node = node.next
            continue
        left -= 1
        if left < 0:
            break
        mine |= flags
        own = 0
        if asked != NONE and (attributes := node.attributes):
            if asked == ADDRESS:
                if "href" in attributes:  # an anchor without an address is no link
                    mine |= LINK | AUTHOR if attributes.get("rel") == "author" else LINK
            elif own := (
                named(only)
                if len(attributes) == 1 and (only := attributes.get("class"))
                else roles(attributes)
            ):
                if own == HIDDEN:
                    if not hidden:
                        skipped = True
                        node = node.next
                        continue
                    own = 0
                mine |= own if margin else inline(own)
            if asked == MOMENT and (value := attributes.get("datetime")):
                times.append(Marked(len(blocks), value, attributes.get("class") or ""))
        if margin:
            if line:
                out.close(margin)
                if len(blocks) > BLOCKS:
                    break
            elif margin > out.margin:
                out.margin = margin
            stack.append((node, flags, level, box, margin, own, len(blocks)))
            if margin == 1:
                box = node.mem_id
            node = child.next if child.is_empty_text_node else child
        else:
            stack.append((node, flags, level, box, 0, 0, 0))
            node = child
        flags = mine
        if rank:
            level = rank
    if line:
        out.close(0)
    return Rendered("".join(out.pieces), blocks, skipped, times, out.bylines, told)


def _collapsed(text: str) -> str:
    """The text with every run of HTML white space as one space."""
    core = text.strip(_WHITE)
    if "\n" in core or "  " in core or "\t" in core or "\r" in core:
        core = _SPACE.sub(" ", core)
    elif len(core) == len(text):
        return core
    if text[0] in _WHITE:
        core = " " + core
    return core + " " if text[-1] in _WHITE else core
