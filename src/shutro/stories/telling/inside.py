"""What was found in each sentence of a report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from shutro.meaning.findings import Findings
from shutro.meaning.quantities.quantities import Quantity
from shutro.model import Event, Name, Statement
from shutro.span import Span
from shutro.stories.telling.sentence import Sentence


@dataclass(slots=True)
class Inside:
    """What was found in one sentence; a statement is in every sentence that has its cue or of its content."""

    names: list[Name] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)

    @property
    def speakers(self) -> frozenset[str]:
        """The canonical names of those who speak in it."""
        return frozenset(s.source for s in self.statements if s.source)


def inside(found: Findings, sentences: Sequence[Sentence]) -> dict[Span, Inside]:
    """The findings of an article by the sentence they begin in."""
    spans = [sentence.span for sentence in sentences]
    starts = [span.start for span in spans]
    made = {span: Inside() for span in spans}

    def holder(start: int) -> Inside | None:
        at = bisect_right(starts, start) - 1
        return made[spans[at]] if at >= 0 and start < spans[at].end else None

    for name in found.names:
        if one := holder(name.start):
            one.names.append(name)
    for event in found.events:
        if one := holder(event.start):
            one.events.append(event)
    for quantity in found.quantities:
        if one := holder(quantity.span.start):
            one.quantities.append(quantity)
    for statement in found.statements:
        parts = [part for part in (statement.cue, statement.content) if part is not None]
        first = bisect_right(starts, min((part.start for part in parts), default=0)) - 1
        last = bisect_left(starts, max((part.end for part in parts), default=0))
        for span in spans[max(0, first) : last]:
            if any(span.overlaps(part) for part in parts):
                made[span].statements.append(statement)
    return made
