"""What one article says on a line: its sentences together, through whom, and how their source says it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from shutro.model import Entry, Evidence, Statement


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article says on a line through one chain of sources: its sentences in order.

    `stances` is how the source says it (`claims`, `denies`, …), empty where nobody but the outlet does.
    """

    sentences: tuple[Evidence, ...]
    stances: tuple[str, ...] = ()

    @property
    def first(self) -> Evidence:
        """The sentence that stands first; outlet, chain and article are the same for all."""
        return self.sentences[0]


def tellings(entry: Entry, evidence: Iterable[Evidence]) -> list[Telling]:
    """The sentences by article, chain and stance, in the order of their first."""
    found: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[Evidence]] = {}
    for one in evidence:
        found.setdefault((one.article, one.chain, _stances(entry, one)), []).append(one)
    return [
        Telling(tuple(sorted(sentences, key=lambda each: each.span)), stances)
        for (_, _, stances), sentences in found.items()
    ]


def stands_in(statement: Statement, evidence: Evidence) -> bool:
    """Whether the two share characters: a statement names no article, but its characters tell."""
    start, end = max(statement.start, evidence.start), min(statement.end, evidence.end)
    if start >= end:
        return False
    said = statement.text[start - statement.start : end - statement.start]
    return said == evidence.text[start - evidence.start : end - evidence.start]


def _stances(entry: Entry, sentence: Evidence) -> tuple[str, ...]:
    """How the sources of the sentence say it, each stance once."""
    stances = (s.stance for s in entry.statements if s.source in sentence.chain and stands_in(s, sentence))
    return tuple(dict.fromkeys(stances))
