"""What a story's lines can be chosen by: the outlets, sources and people that they have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from shutro.model import Agreement, Entry

_MOST = 40


@dataclass(frozen=True, slots=True)
class Choices:
    """The values worth offering, those of most lines first."""

    outlets: tuple[str, ...]
    sources: tuple[str, ...]
    people: tuple[str, ...]
    kinds: tuple[Agreement, ...]


def choices(entries: Sequence[Entry]) -> Choices:
    """What these lines can be chosen by."""
    outlets: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    people: Counter[str] = Counter()
    for entry in entries:
        outlets.update(entry.outlets)
        said = {name for evidence in entry.evidence for name in evidence.chain if name != evidence.outlet}
        sources.update(said)
        people.update(_named(entry))
    kinds = tuple(dict.fromkeys(entry.agreement for entry in entries))
    return Choices(_most(outlets), _most(sources), _most(people), kinds)


def _named(entry: Entry) -> set[str]:
    """Who the line names: people and bodies, not places, which name half the lines."""
    from shutro.meaning.names import names

    return {name.canonical for name in names(entry.text) if name.kind == "PER"}


def _most(counted: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counted, key=lambda name: (-counted[name], name))[:_MOST])
