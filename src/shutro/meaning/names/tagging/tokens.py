"""The words and marks of a sentence, and what can be seen of one by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.keys import folded
from shutro.bangla.stems import classes, cuts, stem
from shutro.bangla.words import extents
from shutro.meaning.names.known.parts import flags, is_taught, taught_nicknames
from shutro.meaning.names.known.words import tails

_MARK = regex.compile(r"[^\s\u200b\u200c\u200d\ufeff]")


class Token(NamedTuple):
    """A word or a mark, with its search key."""

    start: int
    end: int
    key: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words and marks of `text[start:end]` in order, at offsets of the whole text."""
    out: list[Token] = []
    add, new = out.append, tuple.__new__  # a third of the time that Token(…) takes
    at = start
    for piece in text[start:end].split(" "):
        if piece:
            for first, last, key in _tokens(piece):
                add(new(Token, (at + first, at + last, key)))
        at += len(piece) + 1
    return out


@kept(WORDS)
def _tokens(piece: str) -> tuple[Token, ...]:
    """The tokens of what stands between two spaces, at offsets of the piece."""
    out: list[Token] = []
    at = 0
    for first, last in (*extents(piece), (len(piece), len(piece))):
        if first > at:
            out += [Token(m.start(), m.end(), m.group()) for m in _MARK.finditer(piece, at, first)]
        if last > first:
            word = piece[first:last]
            out.append(Token(first, last, folded(word) or word))
        at = last
    return tuple(out)


def is_mark(token: Token) -> bool:
    """Whether a token is no word."""
    return not token.key[0].isalnum()


def forms_of(tail: Sequence[Token]) -> list[tuple[str, ...]]:
    """The words of a phrase, the last as printed and without each ending it may carry."""
    keys = tuple(token.key for token in tail)
    return [keys, *((*keys[:-1], cut) for cut in cuts(keys[-1], "name"))]


def is_bare(token: Token) -> bool:
    """Whether a word carries no case ending that could be seen; আক্তার is a part of names and has none."""
    return stem(token.key) == token.key or is_taught(token.key)


def is_foreign(token: Token) -> bool:
    """A word that the dictionary does not have, with no ending to be seen."""
    return _is_foreign(token.key)


@kept(WORDS)
def _is_foreign(key: str) -> bool:
    if not key[0].isalpha() or key.isascii() or len(key) <= 2 or classes(key) or stem(key) != key:
        return False
    return not key.endswith(tails("derived"))


def is_name_part(token: Token) -> bool:
    """Whether a word is a part of persons' names and no common word beside."""
    return _is_name_part(token.key)


@kept(WORDS)
def _is_name_part(key: str) -> bool:
    own = key if is_taught(key) else stem(key)
    marks = flags(own).split("+")[1]
    if own in taught_nicknames():
        return not classes(own)
    return "n" in marks and not set("tbv") & set(marks) and not set(classes(own)) & set("vcdp")


def name_until(row: Sequence[Token], last: int, taken: set[int]) -> int:
    """Where a person's name ends that reaches a token, with the free parts of names behind it."""
    while last < len(row) and last not in taken and is_bare(row[last - 1]) and is_name_part(row[last]):
        last += 1
    return last


def is_age(row: Sequence[Token], at: int) -> bool:
    """Whether a number stands in brackets, and nothing else, from a token on: an age behind a name."""
    inside = row[at : at + 3]
    return len(inside) == 3 and inside[0].key == "(" and inside[1].key.isdigit() and inside[2].key == ")"
