"""Two wordings side by side: what of each is not in the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

import regex

from shutro.bangla.keys import folded

_WORD = regex.compile(r"\s+|[\p{L}\p{M}\p{N}\u200c\u200d]+|.", regex.DOTALL)
_SAYS = regex.compile(r"[\p{L}\p{N}]")


@dataclass(frozen=True, slots=True)
class Part:
    """A run of characters that stands in both wordings, or `differs`."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Turned:
    """One paragraph of two revisions: `same` (shown once), `gone`, `come` or `turned` into the other."""

    kind: Literal["same", "gone", "come", "turned"]
    old: tuple[Part, ...]
    new: tuple[Part, ...]


def aside(one: str, other: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Both texts in parts, by words; spelling variants of one word do not differ."""
    ours, theirs = _WORD.findall(one), _WORD.findall(other)
    matcher = SequenceMatcher(None, [folded(w) for w in ours], [folded(w) for w in theirs], autojunk=False)
    left: list[Part] = []
    right: list[Part] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        _grow(left, "".join(ours[a:b]), tag != "equal")
        _grow(right, "".join(theirs[c:d]), tag != "equal")
    return tuple(left), tuple(right)


def turned(old: Sequence[str], new: Sequence[str]) -> list[Turned]:
    """The paragraphs of two revisions in order, those that changed set against each other."""
    made: list[Turned] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            made += [Turned("same", (), (Part(text, False),)) for text in new[c:d]]
            continue
        both = min(b - a, d - c)
        for at in range(both):
            left, right = aside(old[a + at], new[c + at])
            made.append(Turned("turned", left, right))
        made += [Turned("gone", (Part(text, True),), ()) for text in old[a + both : b]]
        made += [Turned("come", (), (Part(text, True),)) for text in new[c + both : d]]
    return made


def _grow(parts: list[Part], text: str, differs: bool) -> None:
    if not text:
        return
    # A mark or a space alone tells nothing.
    differs = differs and _SAYS.search(text) is not None
    if parts and parts[-1].differs == differs:
        parts[-1] = Part(parts[-1].text + text, differs)
    else:
        parts.append(Part(text, differs))
