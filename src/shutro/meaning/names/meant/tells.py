"""What a text tells of a person beside the name, by which two people of one name stay two.

An age in brackets after the name, a parent before or after it, the office right before it with the
place or body it is of. Nothing else tells people apart: not the company they are in, nor what they do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Literal

import regex

from shutro.bangla.keys import folded, sound_key
from shutro.meaning.lexicon import load
from shutro.meaning.names.canonical.base import Base
from shutro.meaning.names.canonical.fulls import is_short_for
from shutro.meaning.names.known.words import office_heads, word_list
from shutro.meaning.names.tagging.tokens import tokens
from shutro.model import Name

_AGE = regex.compile(r"\s*\(\s*(\p{Nd}{1,3})(?:\s+(\p{L}[\p{L}\p{M}]*))?\s*\)")
_OLDEST = 120
_YEARS = 2  # papers may give ages that lie so far apart for one person
_OWNERS = frozenset({"LOC", "ORG"})


@dataclass(frozen=True, slots=True)
class Tell:
    """A thing told of a person; the words that tell it are `start..end` of the text.

    `value` is the age in years, the parent's canonical name, or the office's head noun; `of` is what
    the office is of.
    """

    kind: Literal["age", "parent", "office"]
    value: str
    start: int
    end: int
    of: str = ""
    of_kind: str = ""


Tells = Mapping[tuple[int, int], tuple[Tell, ...]]


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(folded(word) for word in load("kin")[name])


def tells(text: str, names: Sequence[Name]) -> dict[tuple[int, int], tuple[Tell, ...]]:
    """What `text` tells of each person's mention that it tells anything of, by the mention's extent.

    `names` are those of the text, in order.
    """
    found: dict[tuple[int, int], list[Tell]] = {}
    for name in names:
        if name.kind == "PER" and (age := _age(text, name)):
            found.setdefault((name.start, name.end), []).append(age)
    for first, second in pairwise(names):
        if second.start - first.end > _FAR or second.kind != "PER":
            continue
        between = [token.key for token in tokens(text, first.end, second.start)]
        if first.kind in _OWNERS:
            if head := _office(between):
                told = Tell("office", head, first.start, second.start, first.canonical, first.kind)
                found.setdefault((second.start, second.end), []).append(told)
        elif first.kind == "PER" and _is_child(first, between):
            told = Tell("parent", first.canonical, first.start, second.start)
            found.setdefault((second.start, second.end), []).append(told)
        elif first.kind == "PER" and _is_parent(between):
            told = Tell("parent", second.canonical, first.end, second.end)
            found.setdefault((first.start, first.end), []).append(told)
    return {extent: tuple(told) for extent, told in found.items()}


_FAR = 60  # characters between a name and that of a parent, or what an office is of


def _age(text: str, name: Name) -> Tell | None:
    match = _AGE.match(text, name.end)
    if (
        match is None
        or not 0 < int(match[1]) <= _OLDEST
        or (match[2] and folded(match[2]) not in _words("years"))
    ):
        return None
    return Tell("age", str(int(match[1])), match.start(), match.end())


def _office(between: Sequence[str]) -> str:
    """The head noun of the office that fills the words between its owner and its holder; else empty."""
    known, former, single = _office_words()
    if not between or not known.issuperset(between) or not former.isdisjoint(between):
        return ""
    return next((word for word in reversed(between) if word in single), "")


@cache
def _office_words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """All words that may fill an office; those that tell of a former one; the nouns one person holds."""
    former, single, before = (
        frozenset(map(folded, load("offices")[name])) for name in ("former", "single", "before")
    )
    known = office_heads() | word_list("before") | word_list("given") | {"(", ")", "."} | before | single
    return known, former, single


def _is_child(parent: Name, between: Sequence[str]) -> bool:
    """Whether words make the second name that of the first one's child."""
    *which, child = [word for word in between if word not in word_list("given") and word != "."] or [""]
    bare = folded(parent.text) == folded(parent.canonical)
    return not bare and child in _words("child") and all(word in _words("which") for word in which)


def _is_parent(between: Sequence[str]) -> bool:
    """Whether words make the second name that of the first one's parent."""
    words = [word for word in between if word[0].isalnum() and word not in word_list("given")]
    return bool(words) and words[0] in _words("parent") and all(word in _words("parent") for word in words)


def apart(some: Iterable[Tell], others: Iterable[Tell]) -> tuple[Tell, Tell] | None:
    """Two tells that cannot both be of one person; None where nothing tells them apart."""
    theirs = list(others)
    return next(((a, b) for a in some for b in theirs if a.kind == b.kind and _contradict(a, b)), None)


def _contradict(a: Tell, b: Tell) -> bool:
    if a.kind == "age":
        return abs(int(a.value) - int(b.value)) > _YEARS
    if a.kind == "parent":
        return not _alike(a.value, b.value)
    return a.value == b.value and a.of_kind == b.of_kind and not _alike(a.of, b.of)


def _alike(a: str, b: str) -> bool:
    """Whether two names may be one: of one sound, or one short for the other."""
    one, other = Base(a, folded(a)), Base(b, folded(b))
    return sound_key(a) == sound_key(b) or is_short_for(one, other) or is_short_for(other, one)


def numbered(text: str, names: Sequence[Name]) -> list[Name]:
    """The names with entities of their own for people of one name whom the text tells apart.

    The second keeps the name and gets an id that ends in `#2`. Well-known persons stay one. A mention of
    which nothing is told, after there are two, is nobody's for sure: its entity is None.
    """
    told = tells(text, names)
    people: dict[str, list[list[Tell]]] = {}
    out = []
    for name in names:
        if name.kind != "PER" or name.entity is None or name.rule.startswith("known"):
            out.append(name)
            continue
        its = told.get((name.start, name.end), ())
        seen = people.setdefault(name.entity, [[]])
        fits = [i for i, known in enumerate(seen) if apart(known, its) is None]
        if not fits:
            seen.append([])
            fits = [len(seen) - 1]
        if len(fits) > 1 and not its:
            out.append(replace(name, entity=None))
            continue
        seen[fits[0]] += its
        out.append(name if fits[0] == 0 else replace(name, entity=f"{name.entity}#{fits[0] + 1}"))
    return out
