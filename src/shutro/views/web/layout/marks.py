"""An article cut into pieces, each knowing what was found over it: names, times, who speaks, what is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from shutro.archive.nouns.findings import Kept
from shutro.bangla.times import TimeExpression
from shutro.model import Article
from shutro.span import Span

Kind = Literal["PER", "ORG", "LOC", "EVENT", "MISC", "time", "cue", "said", "source", "focus"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something found over a span; `name` is the canonical name where it is one, `value` a time's value."""

    start: int
    end: int
    kind: Kind
    name: str | None = None
    value: str | None = None

    def over(self, start: int, end: int) -> bool:
        """Whether it lies over these characters."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that the same marks lie over; `opens` where the reader's own sentence begins."""

    text: str
    kinds: tuple[Kind, ...] = ()
    name: str | None = None
    value: str | None = None
    opens: bool = False

    @property
    def focus(self) -> bool:
        """Whether this is the sentence that the reader came to see."""
        return "focus" in self.kinds


@dataclass(frozen=True, slots=True)
class Printed:
    """An article as printed: headline and paragraphs in pieces; `aside` is a sentence outside both."""

    headline: tuple[Piece, ...]
    blocks: tuple[tuple[Piece, ...], ...] = field(repr=False)
    aside: tuple[Piece, ...] = ()


def marks(kept: Kept, times: Sequence[TimeExpression], focus: Span | None) -> list[Mark]:
    """What was found in an article, in order of position; times and names first, which a reader follows."""
    made = [Mark(n.start, n.end, n.kind, name=n.canonical) for n in kept.names]
    made += [Mark(t.start, t.end, "time", value=t.value) for t in times]
    for statement in kept.statements:
        for span, kind in (
            (statement.content, "said"),
            (statement.cue, "cue"),
            (statement.source_span, "source"),
        ):
            if span is not None:
                made.append(Mark(span.start, span.end, kind))  # type: ignore[arg-type]
    if focus is not None:
        made.append(Mark(focus.start, focus.end, "focus"))
    return sorted(made, key=lambda mark: (mark.start, -mark.end))


def printed(article: Article, found: Sequence[Mark]) -> Printed:
    """The headline and paragraphs in pieces; together they are what was printed."""
    opened: set[Mark] = set()
    headline = article.where("headline")
    blocks = [span for span in article.paragraphs if span != headline]
    shown = [*([headline] if headline else []), *blocks]
    head = pieces(article.text, headline, found, opened) if headline else (Piece(article.headline),)
    body = tuple(pieces(article.text, span, found, opened) for span in blocks)
    loose = next((m for m in found if m.kind == "focus" and m not in opened), None)
    aside: tuple[Piece, ...] = ()
    if loose is not None and not any(loose.over(span.start, span.end) for span in shown):
        aside = pieces(article.text, Span(loose.start, loose.end), found, opened)
    return Printed(head, body, aside)


def pieces(text: str, block: Span, found: Sequence[Mark], opened: set[Mark]) -> tuple[Piece, ...]:
    """The block cut wherever a mark begins or ends; `opened` gathers the marks already begun."""
    here = [mark for mark in found if mark.over(block.start, block.end)]
    cuts = {block.start, block.end}
    for mark in here:
        cuts |= {max(mark.start, block.start), min(mark.end, block.end)}
    made = []
    for start, end in pairwise(sorted(cuts)):
        over = [mark for mark in here if mark.over(start, end)]
        named = next((mark for mark in over if mark.name), None)
        timed = next((mark for mark in over if mark.value), None)
        # A name within a name is shown as the outer one.
        kinds = dict.fromkeys(m.kind for m in over if m.name is None or m is named)
        opening = any(mark.kind == "focus" and mark not in opened for mark in over)
        opened.update(over)
        made.append(
            Piece(
                text[start:end],
                tuple(kinds),
                named.name if named else None,
                timed.value if timed else None,
                opening,
            )
        )
    return tuple(made)


def speaking(kept: Kept) -> list[str]:
    """The sources quoted in an article, each once."""
    return list(dict.fromkeys(s.source for s in kept.statements if s.source))
