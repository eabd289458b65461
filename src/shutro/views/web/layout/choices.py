"""What a story's lines can be chosen by: the outlets, sources and people that they have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from shutro.model import Entry
from shutro.views.lines import numbered
from shutro.views.web.layout.board import names

_MOST = 40


@dataclass(frozen=True, slots=True)
class Choices:
    """The values worth offering, those of most lines first."""

    outlets: tuple[str, ...]
    sources: tuple[str, ...]
    people: tuple[str, ...]


def choices(entries: Sequence[Entry], actors: Sequence[str]) -> Choices:
    """What these lines can be chosen by; `actors` are the people that may be asked for."""
    outlets: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    people: Counter[str] = Counter()
    for line in numbered(entries):
        entry = line.entry
        outlets.update(entry.outlets)
        said = {name for evidence in entry.evidence for name in evidence.chain if name != evidence.outlet}
        sources.update(said)
        people.update(actor for actor in actors if names(line, actor))
    return Choices(_most(outlets), _most(sources), _most(people))


def _most(counted: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counted, key=lambda name: (-counted[name], name))[:_MOST])
