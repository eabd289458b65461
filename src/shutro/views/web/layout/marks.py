"""An article cut into pieces, each knowing what was found over it: names, times, who speaks, what is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from shutro.archive.nouns.findings import Kept
from shutro.bangla.times import TimeExpression
from shutro.model import Article
from shutro.span import Span
from shutro.views.cuts import runs, shown

Kind = Literal["PER", "ORG", "LOC", "EVENT", "MISC", "time", "cue", "said", "source", "focus"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something found over a span; `name` is the canonical name where it is one, `value` a time's value."""

    span: Span
    kind: Kind
    name: str | None = None
    value: str | None = None


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
    made = [Mark(one.span, one.kind, name=one.canonical) for one in kept.names]
    made += [Mark(Span(one.start, one.end), "time", value=one.value) for one in times]
    for said in kept.statements:
        parts: tuple[tuple[Span | None, Kind], ...] = (
            (said.content, "said"),
            (said.cue, "cue"),
            (said.source_span, "source"),
        )
        made += [Mark(span, kind) for span, kind in parts if span is not None]
    if focus is not None:
        made.append(Mark(focus, "focus"))
    return sorted(made, key=lambda mark: (mark.span.start, -mark.span.end))


def printed(article: Article, found: Sequence[Mark]) -> Printed:
    """The headline and paragraphs in pieces; together they are what was printed."""
    opened: set[Mark] = set()
    headline, blocks = shown(article)
    every = [headline, *blocks] if headline else blocks
    head = pieces(article.text, headline, found, opened) if headline else (Piece(article.headline),)
    body = tuple(pieces(article.text, span, found, opened) for span in blocks)
    loose = next((mark.span for mark in found if mark.kind == "focus" and mark not in opened), None)
    aside: tuple[Piece, ...] = ()
    if loose is not None and not any(loose.overlaps(span) for span in every):
        aside = pieces(article.text, loose, found, opened)
    return Printed(head, body, aside)


def pieces(text: str, block: Span, found: Sequence[Mark], opened: set[Mark]) -> tuple[Piece, ...]:
    """The block cut wherever a mark begins or ends; `opened` gathers the marks already begun."""
    here = [mark for mark in found if mark.span.overlaps(block)]
    made = []
    for run in runs(block, (mark.span for mark in here)):
        over = [mark for mark in here if mark.span.overlaps(run)]
        named = next((mark for mark in over if mark.name), None)
        timed = next((mark for mark in over if mark.value), None)
        # A name within a name is shown as the outer one.
        kinds = dict.fromkeys(mark.kind for mark in over if mark.name is None or mark is named)
        opens = any(mark.kind == "focus" and mark not in opened for mark in over)
        opened.update(over)
        name, value = named.name if named else None, timed.value if timed else None
        made.append(Piece(run.of(text), tuple(kinds), name, value, opens))
    return tuple(made)


def speaking(kept: Kept) -> list[str]:
    """The sources quoted in an article, each once."""
    return list(dict.fromkeys(s.source for s in kept.statements if s.source))
