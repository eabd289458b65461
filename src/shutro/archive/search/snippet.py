"""The piece of an article that shows why it was found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from shutro.archive.nouns.results import Snippet
from shutro.archive.words.terms import Term, terms_among
from shutro.model import Article
from shutro.span import Span

_WIDTH = 220  # characters
_LOOKED_AT = 2  # paragraphs that are read for the best stretch
_LONG = 3000  # characters from which on a paragraph is read only where letters promise most
_SPOTS = 20  # places of a word that are weighed there


def snippet(article: Article, weights: Mapping[str, float]) -> Snippet:
    """The stretch of about 220 characters with the most of what was asked; `weights` are by form.

    It begins and ends between words, stays inside one paragraph, and falls back to the first one.
    """
    best: tuple[float, Span, list[Term]] | None = None
    for looked, (at_most, paragraph) in enumerate(_likeliest(article, weights)):
        if best is not None and (best[0] >= at_most or looked >= _LOOKED_AT):
            break
        read = _promising(article.text, paragraph, weights)
        found = terms_among(article.text, weights, read.start, read.end)
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


def _promising(text: str, paragraph: Span, weights: Mapping[str, float]) -> Span:
    """The part of a paragraph that is read: all of it, or of a long one the stretch where most of the words
    seem to stand."""
    if len(paragraph) <= _LONG:
        return paragraph
    spots = sorted(spot for form in weights for spot in _spots(text, form, paragraph))
    best, near = 0.0, paragraph
    for n, (at, _) in enumerate(spots):
        stop = bisect_right(spots, at + _WIDTH, n, key=lambda spot: spot[0])
        value = sum(weights[form] for form in {form for _, form in spots[n:stop]})
        if value > best:
            best, near = value, Span(at, min(paragraph.end, at + 2 * _WIDTH))
    start = max(paragraph.start, text.rfind(" ", paragraph.start, near.start) + 1)
    end = text.find(" ", near.end, paragraph.end)
    return Span(start, end if end >= 0 else paragraph.end)


def _spots(text: str, form: str, inside: Span) -> Iterator[tuple[int, str]]:
    """The first places of a form, as far as letters tell."""
    at = inside.start - 1
    for _ in range(_SPOTS):
        if (at := text.find(form, at + 1, inside.end)) < 0:
            return
        yield at, form


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
