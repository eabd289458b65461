"""A text as words and marks: what attribution and events read."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.stems import classes_of
from shutro.bangla.verbs import VerbForm, fold, readings
from shutro.bangla.words import extents
from shutro.span import Span

_VISARGA = "\u0983"
_NOTHING = frozenset("\u200b\u200c\u200d\u200e\u200f\ufeff")
OPENING = frozenset("“‘«„‹")
CLOSING = frozenset("”’»›")
STRAIGHT = frozenset("\"'‟‛`")
QUOTES = OPENING | CLOSING | STRAIGHT
STOPS = frozenset("।॥৷?!|")
BREAKS = frozenset(",:;—–-")


class Token(NamedTuple):
    """A word or a single mark; `key` is what it is looked up by, `forms` its readings as a verb.

    A tuple, since a text has hundreds of them and a dataclass takes three times as long to make.
    """

    start: int
    end: int
    key: str
    word: bool
    forms: tuple[VerbForm, ...] = ()

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    def is_(self, *shapes: str) -> bool:
        """Whether it can be a verb in one of the shapes."""
        return bool(self.forms) and any(form.shape in shapes for form in self.forms)

    @property
    def finite(self) -> VerbForm | None:
        """Its finite reading, if it has one; readings stand finite first."""
        return self.forms[0] if self.forms and self.forms[0].shape == "finite" else None


def tokenize(text: str) -> list[Token]:
    """Every word and every mark of `text`, in order; white space is dropped."""
    tokens: list[Token] = []
    add, new = tokens.append, tuple.__new__  # a third of the time that Token(…) takes
    at = 0
    for piece in text.split():
        at = text.index(piece, at)
        for start, end, key, word, forms in _read(piece):
            add(new(Token, (at + start, at + end, key, word, forms)))
        at += len(piece)
    return tokens


@kept(WORDS)
def _read(piece: str) -> tuple[Token, ...]:
    """The words and marks of what stands between two spaces, at offsets of it: most pieces come again."""
    tokens: list[Token] = []
    at = 0
    printed, piece = piece, _with_visarga(piece)
    for start, end in extents(piece):
        if start > at:
            tokens += _marks(printed, at, start)
        key = fold(piece[start:end])
        tokens.append(Token(start, end, key, True, readings(key)))
        at = end
    return (*tokens, *_marks(piece, at, len(piece)))


def _with_visarga(piece: str) -> str:
    """What stands between two spaces, a colon in a word read as the sign it stands for: দু:খ is দুঃখ."""
    before, colon, after = piece.partition(":")
    if not colon or not before[-1:].strip() or not after[:1].strip():
        return piece
    read = f"{before}{_VISARGA}{after}"
    start, end = next((s, e) for s, e in [*extents(read), (0, 0)] if s <= len(before) < e or not e)
    return read if start < end and classes_of(fold(read[start:end])) else piece


def _marks(piece: str, start: int, end: int) -> list[Token]:
    return [Token(at, at + 1, piece[at], False) for at in range(start, end) if piece[at] not in _NOTHING]


def split(tokens: list[Token], sentences: tuple[Span, ...]) -> list[list[Token]]:
    """The tokens of each sentence."""
    starts = [token.start for token in tokens]
    return [tokens[bisect_left(starts, span.start) : bisect_left(starts, span.end)] for span in sentences]


def bare(key: str) -> str:
    """A word without its emphatic -ই or -ও."""
    return key[:-1] if len(key) > 2 and key[-1] in "ইও" else key


def past_brackets(tokens: list[Token], at: int) -> int:
    """The next token behind what stands in brackets: করিম ব্যাংক (কেবি) [সূত্রে]."""
    if at < len(tokens) and tokens[at].key == "(":
        return next((i + 1 for i in range(at, len(tokens)) if tokens[i].key == ")"), at)
    return at
