"""What a text tells, read on one day by the whole chain, names model included."""

from __future__ import annotations

from datetime import date

import shutro
from shutro.model import Event

DAY = date(2024, 3, 5)


def sources(text: str, at: date = DAY) -> list[str | None]:
    """The speakers of a text, without those whose words only run on."""
    return [said.source for said in shutro.statements(text, at=at) if not said.inferred]


def happened(text: str) -> list[Event]:
    """The events of a text."""
    return shutro.events(text, at=DAY)
