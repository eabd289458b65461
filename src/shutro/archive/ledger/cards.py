"""The rows that lists of stories are read from, written when a story has changed."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime

from shutro.archive.ledger.growth import Growth
from shutro.archive.ledger.importance import importance, origins
from shutro.archive.nouns.record import storable
from shutro.archive.tables.stories import Member, StoryRow
from shutro.stories.grouping.titles import title
from shutro.stories.moments import BANGLADESH

_SMALL = 8  # reports up to which a story is titled anew with each
_MORE = 1.25  # growth from which on a larger one is


def write_rows(growth: Growth, stories: Collection[int]) -> None:
    """Write the rows of stories after their members."""
    members = growth.ledger.members(stories)
    known = growth.ledger.titles(stories)
    for number in sorted(members):
        listed = members[number]
        articles = {m.article for m in listed}
        pairs = [(one, other) for one, other, *_ in growth.ledger.copied.of(articles)]
        told = origins(listed, pairs)
        outlets = tuple(dict.fromkeys(m.outlet for m in listed if m.outlet))
        was, titled, _ = known[number]
        if len(listed) <= max(_SMALL, titled) or len(listed) >= _MORE * titled or not was:
            was, titled = _title(growth, listed), len(listed)
        days = [day_of(m) for m in listed if m.moment is not None]
        row = StoryRow(
            was,
            min(days).isoformat() if days else None,
            max(days).isoformat() if days else None,
            len(listed),
            json.dumps(outlets, ensure_ascii=False),
            len(told),
            importance(told),
            max(m.added for m in listed),
            titled,
        )
        growth.ledger.write(number, row, outlets)


def _title(growth: Growth, members: Sequence[Member]) -> str:
    numbers = [m.article for m in members]
    articles = growth.read(numbers)
    return storable(title([articles[number] for number in numbers]))


def day_of(m: Member) -> date:
    """The day a member was printed, in Bangladesh."""
    assert m.moment is not None
    return datetime.fromtimestamp(m.moment, UTC).astimezone(BANGLADESH).date()
