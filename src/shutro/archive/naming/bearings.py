"""What an article tells of each person it names, by which people of one name are known from each other."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from shutro.archive.naming.mentions import Key, key_of
from shutro.archive.nouns.record import storable
from shutro.archive.words.datafiles import load
from shutro.bangla.keys import folded
from shutro.bangla.stems import classes, stem
from shutro.bangla.verbs import fold, readings
from shutro.meaning.names.known.words import word_list
from shutro.meaning.names.meant.tells import Tell, tells
from shutro.meaning.names.sentence.titles import is_title
from shutro.meaning.names.tagging.tokens import Token, tokens
from shutro.model import Name

_BEFORE = 120  # characters before a name in which it may be said who that is
_LONGEST = 8
_PRONOUN = "p"
_ENDS = (*'।?!;:‘“”"\n,–—', "’ ", "' ")
NOBODY = -1
"""The place of a mention that its article gives to none of its people of that name for sure."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing told of a person, in the words of the article.

    `value` and `of` are those of `tells.Tell`; of what somebody is `called` right before the name,
    `value` is the last word and `of` the words before it, as search keys without endings.
    """

    kind: Literal["age", "parent", "office", "called"]
    value: str
    of: str
    words: str


@dataclass(frozen=True, slots=True)
class Bearing:
    """One of an article's people: `place` counts those of one name, from 0."""

    key: Key
    place: int
    told: tuple[Told, ...]


def bearings(text: str, names: Sequence[Name]) -> list[Bearing]:
    """Each person of an article that is no well-known one, and what the article tells of them.

    Whoever nothing is told of is left out, unless there are two of the name.
    """
    people = [n for n in names if n.kind == "PER"]
    unknown = {key_of(n) for n in people} - {key_of(n) for n in people if n.rule.startswith("known")}
    told_of = tells(text, names)
    found: dict[tuple[Key, int], dict[Told, None]] = {}
    for name in people:
        if (key := key_of(name)) in unknown:
            told = found.setdefault((key, place_of(name)), {})
            told.update(dict.fromkeys(_told(text, tell) for tell in told_of.get((name.start, name.end), ())))
            if (called := _called(text, name)) is not None:
                told[called] = None
    several = {key for key, place in found if place}
    return [Bearing(key, place, tuple(t)) for (key, place), t in found.items() if t or key in several]


def place_of(name: Name) -> int:
    """Which of an article's people of one name a mention stands for."""
    if name.entity is None:
        return NOBODY
    _, _, which = name.entity.partition("#")
    return int(which) - 1 if which else 0


def _told(text: str, tell: Tell) -> Told:
    words = text[tell.start : tell.end].strip().strip("(),").strip()
    return Told(tell.kind, storable(tell.value), storable(tell.of), storable(words))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(folded(word) for word in load("called")[name])


def _called(text: str, name: Name) -> Told | None:
    """Who the words right before a name say that its bearer is: up to a title or a place of living."""
    start = max(0, name.start - _BEFORE)
    start = max(text.find(" ", start) if start else 0, *_after(text, start, name.start), 0)
    row = tokens(text, start, name.start)
    last = len(row)
    while last and (_is_idle(row[last - 1]) or _is_form(row[last - 1])):
        last -= 1
    if not last or not (row[last - 1].key == ")" or is_title(row[last - 1].key) or _is_home(row[last - 1])):
        return None
    first = last
    while first and last - first < _LONGEST and not _is_outside(row[first - 1]):
        first -= 1
    keys = [stem(t.key) for t in row[first:last] if t.key[0].isalnum() and not _is_form(t)]
    if not keys or (len(keys) == 1 and keys[0] in word_list("kin")):
        return None
    words = text[row[first].start : row[last - 1].end]
    return Told("called", storable(keys[-1]), storable(" ".join(keys[:-1])), storable(words))


def _after(text: str, start: int, end: int) -> Iterator[int]:
    """Where what ends a phrase ends itself."""
    return (text.rfind(mark, start, end) + len(mark) for mark in _ENDS if text.rfind(mark, start, end) >= 0)


def _is_idle(token: Token) -> bool:
    return not token.key[0].isalnum() and token.key not in {"(", ")"}


def _is_form(token: Token) -> bool:
    """Whether a word only addresses (ড., মো.), and says nothing."""
    return token.key in word_list("abbreviated") or token.key in word_list("given")


def _is_home(token: Token) -> bool:
    return token.key in _words("homes")


def _is_outside(token: Token) -> bool:
    """Whether a word is no part of what comes after it: a verb, a pronoun, and what ends a phrase."""
    if token.key in _words("outside"):
        return True
    return not is_title(token.key) and (_PRONOUN in classes(token.key) or bool(readings(fold(token.key))))


# as rows of the archive


def packed(told: Iterable[Told]) -> str:
    """What was told, as JSON; the same always gives the same text."""
    rows = [(one.kind, one.value, one.of, one.words) for one in told]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def unpacked(data: str) -> tuple[Told, ...]:
    """What `packed` wrote."""
    return tuple(Told(*row) for row in json.loads(data))
