"""What the name tagger sees of a text: for each token the features the weights speak of.

A feature is a string; the model keeps only its 32-bit hash. The features of a word at a distance
from the token depend on the word alone, so that they are worked out once a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

import regex

from shutro.bangla import stems
from shutro.meaning.names.known.parts import flags

_DIGITS = regex.compile(r"\d")
WINDOW = (-2, -1, 0, 1, 2)


@cache
def _clusters() -> dict[str, str]:
    path = resources.files("shutro.meaning").joinpath("data/clusters.tsv")
    return dict(line.split("\t") for line in path.read_text("utf-8").splitlines())


class Kind(NamedTuple):
    """What many words share: their shape, word classes, and what the gazetteer has of them."""

    shape: str
    classes: str
    flags: str
    parts: str


class Look(NamedTuple):
    """What one word looks like; `^` and `$` stand before and after a sentence and look like nothing."""

    key: str
    stem: str
    cluster: str
    kind: Kind


ENDS = frozenset({"^", "$"})


def look(key: str) -> Look:
    """What the word of a search key looks like."""
    if key in ENDS:
        return Look(key, key, key, Kind(key, key, key, key))
    if key[0].isdigit():
        number = _DIGITS.sub("0", key)
        return Look(number, number, "d", Kind("d" if key.isdigit() else "dx", "d", "", ""))
    if not key[0].isalpha():
        return Look(key, key, "m", Kind("m", "m", "", ""))
    if key[0].isascii():
        return Look(key, key, "l", Kind("l", "l", flags(key).split("+")[0], ""))
    stem = stems.stem(key)
    classes = stems.classes(key) or stems.classes(stem) + "_"
    cluster = _clusters().get(key) or _clusters().get(stem) or "-"
    own, of_stem = flags(key), flags(stem)
    known, parts = (own if len(own) > 1 else of_stem).split("+")
    return Look(key, stem, cluster, Kind("b" if stem == key else "bs", classes, known, parts))


def spelt(word: Look) -> list[tuple[str, str, int]]:
    """What a word's spelling tells the tokens around it: name, value, and how many tokens off at most."""
    key = word.key
    if key in ENDS:
        return [("w=", key, 2)]
    return [
        ("w=", key, 2),
        ("t=", word.stem, 2),
        ("c=", word.cluster, 2),
        ("s2=", key[-2:], 1),
        ("s3=", key[-3:], 1),
    ]


def of_itself(word: Look) -> list[tuple[str, str]]:
    """What its own spelling alone tells a token: name and value."""
    key, stem = word.key, word.stem
    if key in ENDS:
        return []
    seen = stems.count(stem)
    return [
        ("p1=", key[:1]),
        ("p2=", key[:2]),
        ("p3=", key[:3]),
        ("p4=", key[:4]),
        ("s1=", key[-1:]),
        ("s4=", key[-4:]),
        ("ts2=", stem[-2:]),
        ("ts3=", stem[-3:]),
        ("ts4=", stem[-4:]),
        ("n=", str(min(len(str(seen)), 3) if seen else 0)),
        ("l=", str(min(len(stem), 12))),
    ]


def of_word(word: Look, by: int) -> list[str]:
    """The features that a word `by` tokens off gives a token by its spelling."""
    out = [f"{by}{name}{value}" for name, value, far in spelt(word) if abs(by) <= far]
    return out if by else out + [name + value for name, value in of_itself(word)]


def of_kind(kind: Kind, by: int) -> list[str]:
    """The features that a word `by` tokens off gives a token by its kind."""
    if kind.shape in ENDS:
        return []
    out = [f"{by}g={kind.flags}", f"{by}k={kind.classes}", f"{by}q={kind.parts}"]
    return [*out, f"{by}h={kind.shape}"] if abs(by) <= 1 else out


def begun_by_kind(last: Kind) -> tuple[str, ...]:
    """What a word's kind begins of the features it makes with those of the words behind it.

    They go on with the next word's parts, classes; and classes, flags, parts, parts with a bar behind.
    """
    return (
        f"gq={last.flags}|",
        f"gk={last.flags}|{last.classes}|",
        f"kkk={last.classes}|",
        f"ggg={last.flags}|",
        f"qqq={last.parts}|",
        f"kq={last.classes}|",
    )


def of_two_kinds(last: Kind, here: Kind) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The features that a token's kind makes with that of the word before it: whole ones, and left parts.

    The left parts go on with the following word's classes, flags, parts and classes.
    """
    gq, gk, kkk, ggg, qqq, kq = begun_by_kind(last)
    whole = gq + here.parts, gk + here.classes
    return whole, (
        f"{kkk}{here.classes}|",
        f"{ggg}{here.flags}|",
        f"{qqq}{here.parts}|",
        f"{kq}{here.parts}|",
    )


def of_kinds(last: Kind, here: Kind, following: Kind) -> list[str]:
    """The features that a token's kind makes with those of the words beside it."""
    whole, begun = of_two_kinds(last, here)
    ends = (following.classes, following.flags, following.parts, following.classes)
    return [*whole, *(left + end for left, end in zip(begun, ends, strict=True))]


def left_halves(word: Look) -> tuple[str, ...]:
    """What a word begins of the features it makes with the next word: two of that one, three of its own.

    The next word's stem ends the first, third and fifth, its cluster the others.
    """
    stem, cluster = word.stem, word.cluster
    return f"tt-={stem}|", f"cc-={cluster}|", f"tt+={stem}|", f"cc+={cluster}|", f"st={word.key[-2:]}|"


def of_two(left: Look, right: Look) -> tuple[list[str], list[str]]:
    """The features that two words side by side give the second of them, and the first."""
    halves = zip(left_halves(left), (right.stem, right.cluster) * 3, strict=False)
    both = [begun + end for begun, end in halves]
    return both[:2], both[2:]


def looks(keys: Sequence[str]) -> list[Look]:
    """What the words of one sentence look like, two more before them and two behind."""
    return [look(key) for key in ("^", "^", *keys, "$", "$")]


def features(keys: Sequence[str]) -> list[list[str]]:
    """All features of every token of one sentence, given as search keys."""
    return features_of(looks(keys))


def features_of(row: Sequence[Look]) -> list[list[str]]:
    """All features of every token of a sentence that looks as `looks` has it."""
    out = []
    for i in range(2, len(row) - 2):
        here = [f for by in WINDOW for f in (*of_word(row[i + by], by), *of_kind(row[i + by].kind, by))]
        here += of_kinds(row[i - 1].kind, row[i].kind, row[i + 1].kind)
        out.append([*here, *of_two(row[i - 1], row[i])[0], *of_two(row[i], row[i + 1])[1]])
    return out
