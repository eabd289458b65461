"""One batch of growth: articles that wait are placed, settled, shown and tied, all in one transaction."""

from __future__ import annotations

from typing import Final

from shutro.archive.ledger.cards import write_rows
from shutro.archive.ledger.growth import Growth
from shutro.archive.ledger.settle import settle
from shutro.archive.ledger.threads import Findings, tie_stories

BATCH: Final = 50  # articles to a transaction
SETTLED: Final = 200  # articles placed before the stories that took them are looked at together


def grow_batch(growth: Growth, findings: Findings) -> int:
    """Place the next articles that wait, inside a transaction; how many they were."""
    ledger = growth.ledger
    version, pending, rules = ledger.state()
    numbers = ledger.waiting(BATCH)
    growth.begin(version)
    growth.place(numbers)
    ledger.touch(growth.changed)
    pending += len(numbers)
    if pending >= SETTLED or not ledger.waiting(1):
        settle(growth, pending)
        pending = 0
    write_rows(growth, growth.changed)
    tie_stories(growth, findings)
    growth.end(version + 1)
    ledger.set_state(version + 1, pending, rules)
    return len(numbers)
