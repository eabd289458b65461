"""A line of a timeline as every view shows it: its number, its sentences, its differences each once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from shutro.model import Difference, Entry, Evidence
from shutro.span import Span


@dataclass(frozen=True, slots=True)
class Line:
    """A timeline entry, `number` from 1."""

    number: int
    entry: Entry

    @property
    def anchor(self) -> str:
        """The id of the line in a document of its own."""
        return f"line-{self.number}"

    @property
    def key(self) -> str:
        """The part of an address that names the line: the same as long as its first sentence is there."""
        return key(self.entry.evidence[0])

    @property
    def cited(self) -> tuple[Evidence, ...]:
        """Every sentence the line rests on, those of its differences among them, each once."""
        return tuple(dict.fromkeys(self.sentences()))

    def sentences(self) -> Iterator[Evidence]:
        """Every sentence the line rests on, one that several differences share again and again."""
        yield from self.entry.evidence
        for difference in self.entry.differences:
            yield from difference.evidence

    def cites(self, article: str) -> bool:
        """Whether the line rests on a sentence of that article."""
        return any(evidence.article == article for evidence in self.sentences())

    def spans_in(self, article: str) -> set[Span]:
        """The places in that article that the line rests on."""
        return {evidence.span for evidence in self.sentences() if evidence.article == article}

    @property
    def origins(self) -> int:
        """The number of independent sources where that is worth saying: where several pages tell it."""
        return len(self.entry.origins) if len({e.article for e in self.entry.evidence}) > 1 else 0

    @property
    def how(self) -> str:
        """How the day is known where that is worth saying: `planned`, or of a day that is known `context` or
        `as-of`; else empty.
        """
        dated = self.entry.dated
        return dated if dated == "planned" or (self.entry.date and dated != "stated") else ""

    @property
    def inferred(self) -> bool:
        """Whether there is a day, and it is counted from a day of printing that no page states."""
        return bool(self.entry.inferred and self.entry.date)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The differences, conflicts first, each once: two that set the same sentences against each
        other are one seen from either side.
        """
        once: dict[tuple[str, frozenset[Evidence]], Difference] = {}
        for difference in self.entry.differences:
            once.setdefault((difference.slot, frozenset(difference.evidence)), difference)
        return tuple(sorted(once.values(), key=lambda d: d.kind != "conflict"))

    @property
    def undisputed(self) -> tuple[Evidence, ...]:
        """The evidence that no difference shows already."""
        differing = {e for difference in self.entry.differences for e in difference.evidence}
        return tuple(e for e in self.entry.evidence if e not in differing)


def numbered(entries: Iterable[Entry]) -> tuple[Line, ...]:
    """The entries of a whole timeline as its lines."""
    return tuple(Line(number, entry) for number, entry in enumerate(entries, 1))


def key(evidence: Evidence) -> str:
    """The part of an address that a sentence gives its line."""
    return "l" + hashlib.sha256(f"{evidence.article}:{evidence.start}".encode()).hexdigest()[:8]
