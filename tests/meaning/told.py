"""What a text tells, as the tests of statements and events ask for it."""

from __future__ import annotations

from datetime import date

import shutro
from shutro.model import Event, Statement

DAY = date(2024, 3, 5)

# Who says it, in what stance, in which words.
Said = tuple[str | None, str | None, str | None]


def sources(text: str, at: date = DAY) -> list[str | None]:
    """The speakers of a text, without those whose words only run on."""
    return [said.source for said in shutro.statements(text, at=at) if not said.inferred]


def happened(text: str) -> list[Event]:
    """The events of a text."""
    return shutro.events(text, at=DAY)


def in_words(found: list[Statement], text: str, wanted: list[Said]) -> list[Said]:
    """Each statement that does not only run on; its stance and words None where `wanted` leaves them open."""
    got = [(s.source, s.stance, s.content.of(text) if s.content else None) for s in found if not s.inferred]
    asked = wanted if len(wanted) == len(got) else got
    return [
        (who, stance if of[1] else None, words if of[2] else None)
        for (who, stance, words), of in zip(got, asked, strict=True)
    ]
