"""The piece of an article that shows why it was found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from shutro.archive.results import Snippet
from shutro.archive.terms import Term, terms_among
from shutro.model import Article
from shutro.span import Span

_WIDTH = 220
_LOOKED_AT = 2  # paragraphs that are read for the best stretch


def snippet(article: Article, weights: Mapping[str, float]) -> Snippet:
    """The stretch of about 220 characters with the most of what was asked; `weights` are by form.

    It begins and ends between words, stays inside one paragraph, and falls back to the first one.
    """
    best: tuple[float, Span, list[Term]] | None = None
    for looked, (at_most, paragraph) in enumerate(_likeliest(article, weights)):
        if best is not None and (best[0] >= at_most or looked >= _LOOKED_AT):
            break
        found = terms_among(article.text, weights, paragraph.start, paragraph.end)
        for at, first in enumerate(found):
            stop = bisect_right(found, first.start + _WIDTH, at, key=lambda term: term.end)
            inside = found[at:stop]
            value = sum({term.form: weights[term.form] for term in inside}.values())
            if inside and (best is None or value > best[0]):
                best = (value, paragraph, inside)
    if best is None:
        span = article.paragraphs[0] if article.paragraphs else Span(0, len(article.text))
        span = _trimmed(article.text, span, span.start)
        return Snippet(span.of(article.text), span, ())
    _, paragraph, inside = best
    slack = max(0, _WIDTH - (inside[-1].end - inside[0].start)) // 3
    span = _trimmed(article.text, paragraph, max(paragraph.start, inside[0].start - slack))
    return Snippet(span.of(article.text), span, tuple(term.span for term in inside if span.covers(term.span)))


def _likeliest(article: Article, weights: Mapping[str, float]) -> list[tuple[float, Span]]:
    """The paragraphs by the weight of the words that seem to stand in them, as far as letters tell."""
    text = article.text
    found = [
        (sum(weight for form, weight in weights.items() if text.find(form, span.start, span.end) >= 0), span)
        for span in article.paragraphs or (Span(0, len(text)),)
    ]
    return sorted(found, key=lambda one: -one[0])


def _trimmed(text: str, inside: Span, start: int) -> Span:
    """About `_WIDTH` characters from `start`, cut at white space."""
    end = min(inside.end, start + _WIDTH + 20)
    if start > inside.start and not text[start - 1].isspace():
        space = next((at for at in range(start, min(end, start + 30)) if text[at].isspace()), start - 1)
        start = space + 1
    if end < inside.end:
        space = text.rfind(" ", start + 1, end)
        end = space if space > start else end
    return Span(start, end)
