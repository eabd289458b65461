"""Credit lines: a sentence that only names where the words come from (খবর আলজাজিরার, সূত্র: বাসস)."""

from __future__ import annotations

from shutro.meaning.lexicon import load, strings
from shutro.meaning.scene import Scene, Sentence
from shutro.model import Statement
from shutro.span import Span

_WORDS = frozenset(strings(load("cues")["credit"]["words"]))
_LONGEST = 9


def credit(scene: Scene, sentence: Sentence) -> Statement | None:
    """The citation that a credit line is, None for any other sentence."""
    tokens = [token for token in sentence.tokens if token.word]
    if not 2 <= len(tokens) <= _LONGEST or any(token.finite is not None for token in tokens):
        return None
    edge = tokens[0] if tokens[0].key in _WORDS else tokens[-1] if tokens[-1].key in _WORDS else None
    if edge is None:
        return None
    named = [m for m in sentence.parties if m.named]
    if named:
        canonical, span = named[-1].canonical, Span(named[-1].start, named[-1].end)
    else:
        rest = [token for token in tokens if token is not edge]
        span = Span(rest[0].start, rest[-1].end)
        canonical = span.of(scene.doc.text)
    return Statement(
        sentence.span.start, sentence.span.end, sentence.span.of(scene.doc.text), canonical, "citation", "says",
        source_span=span, cue=edge.span, rule="credit", sure=0.95 if named else 0.75,
    )  # fmt: skip
