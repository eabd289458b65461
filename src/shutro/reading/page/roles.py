"""What an element of a page says of the text in it: by its tag, by what its class names.

The words stand in `data/elements.toml`. Tags are told by the parser's numbers, and what is known of one is
looked up at once: a page has thousands of elements.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import regex
from selectolax.lexbor import LexborHTMLParser

from shutro.reading.page import blocks
from shutro.reading.page.blocks import AUTHOR, BYLINE, CAPTION

HIDDEN = -1
"""Instead of roles: the element is not displayed."""

_DATA = tomllib.loads(files("shutro.reading").joinpath("data/elements.toml").read_text(encoding="utf-8"))
_TELLING = frozenset(("class", "id", "itemprop", "hidden", "style"))
_UNSEEN = regex.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", regex.I)
_LONGEST = 400  # characters of an attribute that are looked at


class Tag(NamedTuple):
    """What is known of a tag.

    `margin` is the line breaks around it, -1 where it is not shown; `role` its flags; `rank` that of a
    heading, else 0; `asked` which of its attributes tell something.
    """

    margin: int
    role: int
    rank: int
    asked: int


# Which attributes of an element tell something: those that name a role, none, a link's, a time's.
ROLE, NONE, ADDRESS, MOMENT = range(4)
_ASKED = {"em": NONE, "i": NONE, "strong": NONE, "b": NONE, "a": ADDRESS, "time": MOMENT}


def _flag(name: str) -> int:
    flag: int = getattr(blocks, name.upper())
    return flag


def _table() -> dict[str, Tag]:
    skipped, apart, line = (_DATA[name] for name in ("skipped", "apart", "line"))
    roles = {tag: _flag(role) for role, tags in _DATA["roles"].items() for tag in tags}
    table = {}
    for name in {*skipped, *apart, *line, *roles, *_ASKED, "br"}:
        margin = -1 if name in skipped else 2 if name in apart else int(name in line)
        rank = int(name[1]) if name[0] == "h" and name[1:].isdigit() else 0
        table[name] = Tag(margin, roles.get(name, 0), rank, _ASKED.get(name, ROLE))
    return table


def _number(tag: str) -> int:
    number: int = LexborHTMLParser("").create_node(tag).tag_id
    return number


TAGS = {_number(name): tag for name, tag in _table().items()}
"""Every tag that something is known of, by the parser's number."""
OTHER = Tag(0, 0, 0, ROLE)
BREAK = _number("br")

_CLASS = regex.compile("|".join(f"({'|'.join(words)})" for words in _DATA["classes"].values()), regex.I)
_CLASS_FLAGS = [_flag(role) for role in _DATA["classes"]]


def roles(attributes: dict[str, str | None]) -> int:
    """The roles that an element's class, id and itemprop name; `HIDDEN` when it is hidden."""
    flags = 0
    for key in attributes:
        if key in _TELLING:
            value = attributes[key]
            if key == "hidden" or (key == "style" and is_unseen(value)):
                return HIDDEN
            if value and key != "style":
                flags |= named(value)
    return flags


@lru_cache(maxsize=16_384)
def named(value: str) -> int:
    """The roles named in one attribute; a site's pages say the same few hundred over and over."""
    flags = 0
    for match in _CLASS.finditer(value[:_LONGEST]):
        flags |= _CLASS_FLAGS[(match.lastindex or 1) - 1]
    return flags


def inline(flags: int) -> int:
    """The roles that an element inside a line passes on: it may name the author, or be a caption."""
    return (flags & CAPTION) | (AUTHOR if flags & BYLINE else 0)


def is_unseen(style: str | None) -> bool:
    """Whether a style attribute hides its element."""
    return bool(style) and _UNSEEN.search(style or "") is not None
