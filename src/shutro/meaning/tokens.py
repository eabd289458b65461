"""A text as words and marks: what attribution and events read."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from shutro.bangla.verbs import VerbForm, fold, readings
from shutro.bangla.words import words
from shutro.span import Span

OPENING = frozenset("“‘«„‹")
CLOSING = frozenset("”’»›")
STRAIGHT = frozenset("\"'‟‛`")
QUOTES = OPENING | CLOSING | STRAIGHT
STOPS = frozenset("।॥৷?!|")
BREAKS = frozenset(",:;—–-")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a single mark; `key` is what it is looked up by, `forms` its readings as a verb."""

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
        return any(form.shape in shapes for form in self.forms)

    @property
    def finite(self) -> VerbForm | None:
        """Its finite reading, if it has one."""
        return next((form for form in self.forms if form.shape == "finite"), None)


def tokenize(text: str) -> list[Token]:
    """Every word and every mark of `text`, in order; white space is dropped."""
    tokens: list[Token] = []
    at = 0
    for span in words(text):
        _marks(text, at, span.start, tokens)
        key = fold(text[span.start : span.end])
        tokens.append(Token(span.start, span.end, key, True, readings(key)))
        at = span.end
    _marks(text, at, len(text), tokens)
    return tokens


def _marks(text: str, start: int, end: int, tokens: list[Token]) -> None:
    for at in range(start, end):
        if not text[at].isspace() and text[at] not in "\u200b\u200c\u200d\u200e\u200f\ufeff":
            tokens.append(Token(at, at + 1, text[at], False))


def split(tokens: list[Token], sentences: tuple[Span, ...]) -> list[list[Token]]:
    """The tokens of each sentence."""
    starts = [token.start for token in tokens]
    return [tokens[bisect_left(starts, span.start) : bisect_left(starts, span.end)] for span in sentences]


def bare(key: str) -> str:
    """A word without its emphatic -ই or -ও."""
    return key[:-1] if len(key) > 2 and key[-1] in "ইও" else key
