"""An article cut into pieces so that every cited sentence can be marked and linked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from shutro.span import Span
from shutro.views.cuts import runs, shown
from shutro.views.exhibit import Exhibit, Page
from shutro.views.lines import Line


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an article's characters that the same citations cover.

    `ids` are the anchors of the citations that begin here; `backs` the lines whose citations end here.
    """

    text: str
    cited: bool
    ids: tuple[str, ...] = ()
    backs: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """A page with its citations marked; together the pieces of a block are the block as printed.

    `aside` are cited sentences outside the headline and the paragraphs.
    """

    page: Page
    headline: tuple[Piece, ...]
    blocks: tuple[tuple[Piece, ...], ...] = field(repr=False)
    aside: tuple[tuple[Piece, ...], ...] = ()
    count: int = 0


def mark(exhibit: Exhibit, page: Page) -> Marked:
    """The page's headline and paragraphs in pieces."""
    citing = exhibit.citing(page)
    begun: set[Span] = set()
    headline, blocks = shown(page.article)
    every = [headline, *blocks] if headline else blocks
    loose = [span for span in citing if not any(span.overlaps(block) for block in every)]
    return Marked(
        page,
        _pieces(page, headline, citing, begun) if headline else (Piece(page.article.headline, cited=False),),
        tuple(_pieces(page, span, citing, begun) for span in blocks),
        tuple(_pieces(page, span, citing, begun) for span in loose),
        len(citing),
    )


def _pieces(
    page: Page, block: Span, citing: Mapping[Span, tuple[Line, ...]], begun: set[Span]
) -> tuple[Piece, ...]:
    """The block cut wherever a citation begins or ends; `begun` gathers those already anchored."""
    within = {span: lines for span, lines in citing.items() if span.overlaps(block)}
    pieces = []
    for here in runs(block, within):
        over = [span for span in within if span.overlaps(here)]
        opening = tuple(page.anchor(span) for span in over if span not in begun)
        begun.update(over)
        backs = dict.fromkeys(line for span in over if span.end == here.end for line in within[span])
        pieces.append(Piece(here.of(page.article.text), bool(over), opening, tuple(backs)))
    return tuple(pieces)
