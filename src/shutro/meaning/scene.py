"""A document taken apart: its sentences with their words, predicates, parties and quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from shutro.meaning.agents import Party
from shutro.meaning.cues import Cue
from shutro.meaning.document import Document
from shutro.meaning.nouns import cues
from shutro.meaning.parties import parties
from shutro.meaning.predicates import Predicate, predicates
from shutro.meaning.quotes import Quote, quotes
from shutro.meaning.tokens import Token, split, tokenize
from shutro.span import Span

_PARTING = ";"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; the parts index `tokens`."""

    number: int
    span: Span
    tokens: list[Token]
    groups: list[Predicate]
    parties: list[Party]
    cues: list[Cue]


@dataclass(frozen=True, slots=True)
class Scene:
    """The whole text: its sentences and its quotations."""

    doc: Document
    sentences: list[Sentence]
    quotes: list[Quote]

    def quote_at(self, position: int) -> Quote | None:
        """The quotation that covers a position."""
        at = bisect_right(self.quotes, position, key=lambda q: q.start) - 1
        if at >= 0 and self.quotes[at].start <= position < self.quotes[at].end:
            return self.quotes[at]
        return None


def clauses(view: Scene, sentence: Sentence) -> list[Sentence]:
    """A sentence cut where a semicolon parts two that each have a cue of their own, quotations aside."""
    cuts = [
        at for at, t in enumerate(sentence.tokens) if t.key == _PARTING and view.quote_at(t.start) is None
    ]
    edges = [0, *(at + 1 for at in cuts), len(sentence.tokens)]
    ranges = list(pairwise(edges))
    told = [any(first <= c.first < last and not c.joined for c in sentence.cues) for first, last in ranges]
    if sum(told) < 2 or not all(told):
        return [sentence]
    parts = []
    for first, last in ranges:
        tokens = sentence.tokens[first:last]
        span = Span(tokens[0].start, tokens[-1].end)
        names = [p.name for p in sentence.parties if p.name is not None and first <= p.first < last]
        groups = predicates(tokens)
        parts.append(
            Sentence(sentence.number, span, tokens, groups, parties(tokens, names), cues(tokens, groups))
        )
    return parts


@lru_cache(maxsize=1)
def scene(doc: Document) -> Scene:
    """Take a document apart; the last is kept, since several steps ask for the same one."""
    tokens = _plain_in_names(tokenize(doc.text), doc)
    name_starts = [name.start for name in doc.names]
    parts = []
    for number, (span, part) in enumerate(zip(doc.sentences, split(tokens, doc.sentences), strict=True)):
        inside = doc.names[bisect_left(name_starts, span.start) : bisect_left(name_starts, span.end)]
        groups = predicates(part)
        parts.append(Sentence(number, span, part, groups, parties(part, list(inside)), cues(part, groups)))
    return Scene(doc, parts, quotes(doc.text, tokens, doc.sentences))


def _plain_in_names(tokens: list[Token], doc: Document) -> list[Token]:
    """The tokens with no verb read into a name: খান is who, not what he does."""
    starts = [token.start for token in tokens]
    for name in doc.names:
        for at in range(bisect_left(starts, name.start), bisect_left(starts, name.end)):
            if tokens[at].forms:
                tokens[at] = tokens[at]._replace(forms=())
    return tokens
