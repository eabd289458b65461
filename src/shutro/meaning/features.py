"""What the name tagger sees of a text: tokens, and for each the features the weights speak of.

A feature is a string; the model keeps only its 32-bit hash. The features of a word at a distance
from the token depend on the word alone, so that they are worked out once a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import regex

from shutro.bangla import stems
from shutro.bangla.keys import folded
from shutro.bangla.words import words
from shutro.meaning.gazetteer import flags
from shutro.span import Span

_MARK = regex.compile(r"[^\s\u200b\u200c\u200d\ufeff]")
_DIGITS = regex.compile(r"\d")
WINDOW = (-2, -1, 0, 1, 2)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark, with its search key."""

    start: int
    end: int
    key: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words and marks of `text[start:end]` in order, at offsets of the whole text."""
    piece = text[start:end]
    out: list[Token] = []
    at = 0
    for span in [*words(piece), Span(len(piece), len(piece))]:
        for mark in _MARK.finditer(piece, at, span.start):
            out.append(Token(start + mark.start(), start + mark.end(), mark.group()))
        if span.end > span.start:
            key = folded(span.of(piece)) or piece[span.start : span.end]
            out.append(Token(start + span.start, start + span.end, key))
        at = span.end
    return out


@cache
def _clusters() -> dict[str, str]:
    path = resources.files("shutro.meaning").joinpath("data/clusters.tsv")
    if not path.is_file():
        return {}
    return dict(line.split("\t") for line in path.read_text("utf-8").splitlines())


@dataclass(frozen=True, slots=True)
class _Look:
    """What one word looks like."""

    key: str
    stem: str
    shape: str
    classes: str
    cluster: str
    flags: str
    parts: str


@lru_cache(maxsize=100_000)
def _look(key: str) -> _Look:
    if key[0].isdigit():
        shape = "d" if key.isdigit() else "dx"
        return _Look(_DIGITS.sub("0", key), _DIGITS.sub("0", key), shape, "d", "d", "", "")
    if not key[0].isalpha():
        return _Look(key, key, "m", "m", "m", "", "")
    if key[0].isascii():
        return _Look(key, key, "l", "l", "l", flags(key).split("+")[0], "")
    stem = stems.stem(key)
    classes = stems.classes(key) or stems.classes(stem) + "_"
    cluster = _clusters().get(key) or _clusters().get(stem) or "-"
    own, of_stem = flags(key), flags(stem)
    known, parts = (own if len(own) > 1 else of_stem).split("+")
    return _Look(key, stem, "b" if stem == key else "bs", classes, cluster, known, parts)


@lru_cache(maxsize=100_000)
def at_distance(key: str, by: int) -> tuple[str, ...]:
    """The features that the word `key`, `by` tokens off, gives a token; `^` and `$` are the ends."""
    if key in {"^", "$"}:
        return (f"{by}w={key}",)
    look = _look(key)
    out = [
        f"{by}w={look.key}",
        f"{by}t={look.stem}",
        f"{by}c={look.cluster}",
        f"{by}g={look.flags}",
        f"{by}k={look.classes}",
        f"{by}q={look.parts}",
    ]
    if abs(by) <= 1:
        out += [f"{by}s2={look.key[-2:]}", f"{by}s3={look.key[-3:]}", f"{by}h={look.shape}"]
    if by == 0:
        out += [f"p{n}={look.key[:n]}" for n in (1, 2, 3, 4)]
        out += [f"s{n}={look.key[-n:]}" for n in (1, 4)]
        out += [f"ts{n}={look.stem[-n:]}" for n in (2, 3, 4)]
        out.append(f"n={min(stems.count(look.stem), 999) and min(len(str(stems.count(look.stem))), 3)}")
        out.append(f"l={min(len(look.stem), 12)}")
    return tuple(out)


def joint(keys: Sequence[str], i: int) -> tuple[str, ...]:
    """The features of token `i` that take two or three words together."""
    here = _look(keys[i])
    last = _look(keys[i - 1]) if i else None
    following = _look(keys[i + 1]) if i + 1 < len(keys) else None
    before = (last.stem, last.cluster, last.classes, last.flags, last.parts) if last else ("^",) * 5
    after = (
        (following.stem, following.cluster, following.classes, following.flags, following.parts)
        if following
        else ("$",) * 5
    )
    return (
        f"tt-={before[0]}|{here.stem}",
        f"tt+={here.stem}|{after[0]}",
        f"cc-={before[1]}|{here.cluster}",
        f"cc+={here.cluster}|{after[1]}",
        f"kkk={before[2]}|{here.classes}|{after[2]}",
        f"ggg={before[3]}|{here.flags}|{after[3]}",
        f"qqq={before[4]}|{here.parts}|{after[4]}",
        f"gq={before[3]}|{here.parts}",
        f"kq={before[2]}|{here.parts}|{after[2]}",
        f"gk={before[3]}|{before[2]}|{here.classes}",
        f"st={here.key[-2:]}|{after[0]}",
    )


def features(keys: Sequence[str]) -> list[list[str]]:
    """All features of every token of one sentence, given as search keys."""
    padded = ["^", "^", *keys, "$", "$"]
    return [
        [f for by in WINDOW for f in at_distance(padded[i + 2 + by], by)] + list(joint(keys, i))
        for i in range(len(keys))
    ]
