"""The evidence of a telling: its sentences, each with the chain of those who vouch for it."""

from __future__ import annotations

from shutro.model import Evidence
from shutro.span import Span
from shutro.stories.telling.telling import Telling


def proofs(telling: Telling) -> tuple[Evidence, ...]:
    """Every sentence of a telling as evidence, in order."""
    return tuple(proof(telling, sentence.span) for sentence in telling.sentences)


def proof(telling: Telling, span: Span) -> Evidence:
    """A span of the telling's article as evidence."""
    article = telling.article
    text = span.of(article.text)
    return Evidence(article.id, article.outlet, span.start, span.end, text, chain(telling, span), article.url)


def chain(telling: Telling, span: Span) -> tuple[str, ...]:
    """From the innermost source of what the span tells to the outlet, each link once."""
    links: list[str] = []
    for statement in telling.statements:
        if any(span.overlaps(s) for s in (statement.cue, statement.content) if s):
            links = [*([statement.source] if statement.source else []), *statement.via]
            break
    outlet = telling.article.outlet
    return tuple(dict.fromkeys([*links, *([outlet] if outlet else [])]))
