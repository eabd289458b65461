"""The words and figures of a text, as amounts are read from them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from shutro.bangla.forms import bare, fold
from shutro.bangla.kept import WORDS, kept
from shutro.bangla.numbers.numerals import number_words, of_hundreds
from shutro.bangla.words import is_plain

_TOKEN = regex.compile(
    r"(?P<digits>[০-৯0-9]+(?:,[০-৯0-9]{2,3})*(?:\.[০-৯0-9]+)?)"
    r"|(?P<word>[\p{L}\p{M}\u200c\u200d’'‘]*[\p{L}\p{M}\u200c\u200d][’']?)"
    r"|(?P<sign>[%৳$€£₹°])"
    r"|(?P<break>[^\s])"
)


class Token(NamedTuple):
    """A word, figure or sign: `text` at `start:end`, its folded `form`, whether an amount may begin with it.

    `kind` is digits, word, sign or break.
    """

    start: int
    end: int
    kind: str
    text: str
    form: str
    begins: bool


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text, in order."""
    tokens: list[Token] = []
    add, new = tokens.append, tuple.__new__  # a third of the time that Token(…) takes
    at = 0
    for spaced in text.split():
        at = text.index(spaced, at)
        for start, end, kind, piece, form, begins in pieces(spaced):
            add(new(Token, (at + start, at + end, kind, piece, form, begins)))
        at += len(spaced)
    return tokens


@kept(WORDS)
def pieces(spaced: str) -> tuple[Token, ...]:
    """The tokens of what stands between two spaces, which no token spans; the same words come again."""
    if is_plain(spaced):
        return tuple(_words(spaced, 0))
    pieces: list[Token] = []
    for match in _TOKEN.finditer(spaced):
        kind, piece, start = match.lastgroup or "break", match.group(), match.start()
        if kind == "word":
            pieces += _words(piece, start)
        else:
            pieces.append(Token(start, match.end(), kind, piece, piece, kind == "digits"))
    return tuple(pieces)


def _words(piece: str, start: int) -> list[Token]:
    """A word as it is; `দুইজন` as its number and its unit."""
    length = _joint(piece)
    if not length:
        form = fold(piece)
        return [Token(start, start + len(piece), "word", piece, form, may_begin(form))]
    parts = (piece[:length], piece[length:])
    words = []
    for part in parts:
        form = fold(part)
        words.append(Token(start, start + len(part), "word", part, form, may_begin(form)))
        start += len(part)
    return words


def _joint(word: str) -> int:
    """Where a word written of a number and a unit is joined; 0 for any other word."""
    words = number_words()
    if word[:1] not in _head_letters() or (form := fold(word)) in words.units or form in words.cardinals:
        return 0
    for length in range(1, len(word)):
        if word[:length] in words.heads:
            rest = bare(fold(word[length:]), words.units)
            if rest and words.units[rest[0]] != "item":
                return length
    return 0


@cache
def _head_letters() -> frozenset[str]:
    """What the number words begin with that a unit may be written to: most words end here."""
    return frozenset(head[:1] for head in number_words().heads)


def may_hold(word: str) -> bool:
    """Whether an amount may stand in a word, or begin with it; true of some words that have none."""
    return any(token.begins for token in pieces(word))


@kept(WORDS)
def may_begin(form: str) -> bool:
    """Whether an amount can begin with a word."""
    words = number_words()
    return (
        form in words.multipliers
        or form in words.additions
        or form in words.fractions
        or bare(form, words.cardinals) is not None
        or of_hundreds(form) is not None
    )
