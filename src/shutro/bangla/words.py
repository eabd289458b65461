"""Words and sentences of Bangla text, as spans of it."""

from __future__ import annotations

import regex

from shutro.span import Span

_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*(?:[-'’.,:/][\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*)*")
_END = regex.compile(r"(?:[।?!॥]+|\.{3,})[\"'”’»)\]]*|\n+")


def words(text: str) -> list[Span]:
    """Every word of `text`, in order; joiners, vowel signs and hasanta stay inside their word."""
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def sentences(text: str) -> list[Span]:
    """The sentences of `text`, in order, trimmed of white space; a line break always ends one."""
    spans = []
    at = 0
    for stop in [m.end() for m in _END.finditer(text)] + [len(text)]:
        piece = text[at:stop]
        if bare := piece.strip():
            start = at + piece.index(bare)
            spans.append(Span(start, start + len(bare)))
        at = stop
    return spans
