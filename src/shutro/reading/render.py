"""HTML to plain text, with what the tree says of each line kept beside it.

Block elements part lines, paragraphs and headings are set off by a blank line, runs of HTML white
space show as one space: what a browser displays, in its own characters. Joiners, nukta forms and
no-break spaces are kept as they came.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import regex
from selectolax.lexbor import LexborHTMLParser, LexborNode

from shutro.reading.blocks import (
    ARTICLE,
    ASIDE,
    AUTHOR,
    BLOCKS,
    BYLINE,
    CAPTION,
    COMMENT,
    FOOTER,
    FORM,
    HEADER,
    LEDE,
    LINK,
    LIST,
    NAV,
    PULL,
    QUOTE,
    RELATED,
    SHARE,
    STRONG,
    TABLE,
    TAGS,
    TIME,
    Block,
)

DEPTH = 512  # what lies deeper is left out: a nesting bomb, not a page
NODES = 200_000  # a page of more elements is cut there; the largest newspaper pages have some 10,000

_SKIP = (
    "script style noscript template svg math iframe object embed video audio canvas select textarea "
    "input img head title link meta"
)
_APART = "p h1 h2 h3 h4 h5 h6 ul ol dl blockquote figure table pre hr article section"
_LINE = (
    "div li dt dd nav footer header aside figcaption form fieldset legend tr caption main address "
    "details summary button center td th tbody thead"
)
_ROLES = {
    "figcaption": CAPTION,
    "figure": CAPTION,
    "caption": CAPTION,
    "blockquote": QUOTE,
    "aside": ASIDE,
    "nav": NAV,
    "footer": FOOTER,
    "header": HEADER,
    "form": FORM,
    "button": FORM,
    "label": FORM,
    "time": TIME,
    "li": LIST,
    "table": TABLE,
    "strong": STRONG,
    "b": STRONG,
    "article": ARTICLE,
}
# What class names and ids mean wherever pages are made: the web's own English, as readability,
# schema.org and the common themes use it.
_CLASSES: tuple[tuple[str, int], ...] = (
    (r"caption|credit", CAPTION),
    (r"pull-?_?quote|quote-?_?(?:box|card|block)", PULL),
    (
        r"related|recommend|also-?read|read-?more|more-?news|inner-?related|you-may|trending|popular|most-?read|latest",
        RELATED,
    ),
    (r"comment|disqus|respond", COMMENT),
    (r"share|social|follow|subscribe|newsletter|addtoany|sharedaddy", SHARE),
    (r"\bauthor|byline|by-line|writer|reporter|correspondent", BYLINE),
    (r"\btags?\b|tag-?list|topics|keywords", TAGS),
    (r"breadcrumb|\bmenu|navbar|\bnav\b|ticker|marquee", NAV),
    (r"\bfooter|copyright|imprint", FOOTER),
    (r"sub-?title|sub-?head|\blede\b|standfirst|shoulder|kicker|summary|excerpt", LEDE),
)
_CLASS = regex.compile("|".join(f"(?P<r{i}>{pattern})" for i, (pattern, _) in enumerate(_CLASSES)), regex.I)
_CLASS_FLAGS = [flag for _, flag in _CLASSES]
_HIDDEN = regex.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", regex.I)
_SPACE = regex.compile(r"[ \t\n\r\f]+")
_WHITE = " \t\n\r\f"
_TEXT = 2


@dataclass(slots=True)
class Page:
    """A page as its blocks, and the text that they are spans of.

    `times` are its `<time datetime=…>` elements: the block each begins in, its value, its class;
    `bylines` the (start, length) of the texts in elements named as an author's;
    `named` the (first, last + 1, flags) of block elements whose class names a role.
    """

    text: str
    blocks: list[Block]
    hidden: bool = False
    times: list[tuple[int, str, str]] = field(default_factory=list)
    bylines: list[tuple[int, int]] = field(default_factory=list)
    named: list[tuple[int, int, int]] = field(default_factory=list)


def _tag_ids() -> dict[str, int]:
    """Lexbor's number of every tag named above, asked of the parser itself."""
    numbers = {}
    for name in {*_SKIP.split(), *_APART.split(), *_LINE.split(), *_ROLES, "a", "br", "span", "em", "i"}:
        numbers[name] = LexborHTMLParser("").create_node(name).tag_id
    return numbers


_IDS = _tag_ids()
_SKIPPED = frozenset(_IDS[name] for name in _SKIP.split())
_MARGIN = {_IDS[n]: 1 for n in _LINE.split()} | {_IDS[n]: 2 for n in _APART.split()}
_TELLING = frozenset(("class", "id", "itemprop", "hidden", "style"))
_BR = _IDS["br"]
# Which attributes of an element tell something: those that name a role, none, a link's, a time's.
_ROLE, _NONE, _LINK, _MOMENT = range(4)
_ASKED = {"em": _NONE, "i": _NONE, "strong": _NONE, "b": _NONE, "a": _LINK, "time": _MOMENT}
_OTHER = (0, 0, 0, _ROLE)
_OF_LINES = ~(LINK | STRONG | TIME | AUTHOR)  # roles that a line has of the element it begins in
_OF_TEXTS = LINK | STRONG | TIME | AUTHOR | BYLINE  # roles that each text of a line adds to it


def _table() -> dict[int, tuple[int, int, int, int]]:
    """For every tag: line breaks around it (-1: not shown), role, heading rank, attributes to ask for."""
    table = {}
    for name, tag in _IDS.items():
        margin = -1 if tag in _SKIPPED else _MARGIN.get(tag, 0)
        rank = int(name[1]) if name[0] == "h" and name[1:].isdigit() else 0
        table[tag] = (margin, _ROLES.get(name, 0), rank, _ASKED.get(name, _ROLE))
    return table


_TAGS = _table()


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


def render(tree: LexborHTMLParser, *, hidden: bool = False) -> Page:
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
    named: list[tuple[int, int, int]] = []
    left = NODES
    kinds = _TAGS.get
    times: list[tuple[int, str, str]] = []
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
                    named.append((first, len(blocks), own))
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
        margin, mine, rank, asked = kinds(tag, _OTHER)
        if margin < 0 or (child := node.first_child) is None or len(stack) >= DEPTH:
            if tag == _BR:
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
        if asked != _NONE and (attributes := node.attributes):
            if asked == _LINK:
                if "href" in attributes:  # an anchor without an address is no link
                    mine |= LINK | AUTHOR if attributes.get("rel") == "author" else LINK
            elif own := (
                _named(only)
                if len(attributes) == 1 and (only := attributes.get("class"))
                else _roles(attributes)
            ):
                if own < 0:
                    if not hidden:
                        skipped = True
                        node = node.next
                        continue
                    own = 0
                mine |= own if margin else _inline(own)
            if asked == _MOMENT and (value := attributes.get("datetime")):
                times.append((len(blocks), value, attributes.get("class") or ""))
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
    return Page("".join(out.pieces), blocks, skipped, times, out.bylines, named)


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


def _inline(flags: int) -> int:
    """The roles that an element inside a line passes on: it may name the author, or be a caption."""
    return (flags & CAPTION) | (AUTHOR if flags & BYLINE else 0)


def _roles(attributes: dict[str, str | None]) -> int:
    """The roles that an element's class, id and itemprop name; -1 when it is hidden."""
    flags = 0
    for key in attributes:
        if key in _TELLING:
            value = attributes[key]
            if key == "hidden" or (key == "style" and value and _HIDDEN.search(value)):
                return -1
            if value and key != "style":
                flags |= _named(value)
    return flags


@lru_cache(maxsize=16_384)
def _named(value: str) -> int:
    """The roles named in one attribute; a site's pages say the same few hundred over and over."""
    flags = 0
    for match in _CLASS.finditer(value[:400]):
        flags |= _CLASS_FLAGS[(match.lastindex or 1) - 1]
    return flags
