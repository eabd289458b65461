"""An article cut for marking: what of it is shown, and runs of a block that marks cover whole."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from shutro.model import Article
from shutro.span import Span


def shown(article: Article) -> tuple[Span | None, list[Span]]:
    """The places of the headline, None where it stands nowhere, and of the paragraphs.

    A text capture may print the headline amid the paragraphs; it is shown once, on top.
    """
    headline = article.where("headline")
    return headline, [span for span in article.paragraphs if span != headline]


def runs(block: Span, spans: Iterable[Span]) -> list[Span]:
    """The block cut wherever one of the spans begins or ends in it; together the runs are the block."""
    edges = {block.start, block.end}
    for span in spans:
        edges |= {max(span.start, block.start), min(span.end, block.end)}
    return [Span(start, end) for start, end in pairwise(sorted(edges))]
