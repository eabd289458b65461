"""The terms of stories' heads by period: how many stories have each, and the last of them.

What `stories.grouping` keeps of one window in memory (`postings`, `weights`), kept for every window there
ever was. The first term of a period, the empty one, counts all its stories.
"""

from __future__ import annotations

import heapq
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from shutro.archive.tables.sql import Tables, marks
from shutro.stories.grouping.postings import ASKED, KEPT
from shutro.stories.grouping.weights import Weights

PERIOD: Final = 30 * 86_400  # seconds; a window of 30 days around an article lies in three periods
ALWAYS: Final = -1_000_000  # the period of what holds over all years
_EVERY: Final = ""
_REMEMBERED: Final = 400_000


@dataclass(slots=True)
class _Row:
    stories: int = 0
    latest: list[int] = field(default_factory=list)  # numbers of stories, the last touched last


class Terms:
    """The table `meeting`, read as asked for and written back by `flush`."""

    def __init__(self, tables: Tables) -> None:
        self._ask = tables.ask
        self._rows: dict[tuple[int, str], _Row] = {}
        self._changed: set[tuple[int, str]] = set()

    def forget(self) -> None:
        """Read everything again, and let go of what was not written."""
        self._rows.clear()
        self._changed.clear()

    def fetch(self, periods: Iterable[int], terms: Collection[str]) -> None:
        """Read the rows that are not there yet, many at a time."""
        for period in periods:
            missing = [term for term in terms if (period, term) not in self._rows]
            for at in range(0, len(missing), 500):
                part = missing[at : at + 500]
                sql = (
                    f"SELECT term, stories, latest FROM meeting WHERE period = ? AND term IN ({marks(part)})"
                )
                for term, stories, latest in self._ask(sql, (period, *part)):
                    numbers = array("I")
                    numbers.frombytes(latest)
                    self._rows[period, term] = _Row(int(stories), numbers.tolist())
            for term in missing:
                self._rows.setdefault((period, term), _Row())

    def weights(self, period: int, terms: Collection[str]) -> Weights:
        """How much these terms tell around a period; no others may be asked of the answer."""
        near = (period - 1, period, period + 1)
        self.fetch(near, [_EVERY, *terms])
        weights = Weights()
        rows = self._rows
        weights.stories = sum(rows[p, _EVERY].stories for p in near)
        weights.counts = Counter(
            {term: n for term in terms if (n := sum(rows[p, term].stories for p in near))}
        )
        return weights

    def count(self, period: int, terms: Iterable[str], by: int) -> None:
        """Count terms of one story in or out."""
        listed = list(terms)
        self.fetch((period,), listed)
        for term in listed:
            row = self._rows[period, term]
            row.stories = max(0, row.stories + by)
            self._changed.add((period, term))

    def count_story(self, period: int, terms: Iterable[str], by: int) -> None:
        """Count a whole story in or out."""
        self.count(period, (_EVERY, *terms), by)

    def touch(self, period: int, terms: Iterable[str], story: int, kept: int = KEPT) -> None:
        """Remember that a story has these terms, as the latest that does."""
        listed = list(terms)
        self.fetch((period,), listed)
        for term in listed:
            latest = self._rows[period, term].latest
            if latest and latest[-1] == story:
                continue
            if story in latest:
                latest.remove(story)
            latest.append(story)
            if len(latest) > kept:
                del latest[0]
            self._changed.add((period, term))

    def met(self, periods: Iterable[int], weighted: Mapping[str, float], most: int) -> list[int]:
        """The stories that share the most weight of the most telling terms, the best first.

        A number may be that of a story that is no more; its founder's story took its place.
        """
        asked = heapq.nlargest(ASKED, weighted, key=lambda t: (weighted[t], t))
        listed = tuple(periods)
        self.fetch(listed, asked)
        found: dict[int, float] = {}
        for term in asked:
            for story in dict.fromkeys(s for p in listed for s in self._rows[p, term].latest):
                found[story] = found.get(story, 0.0) + weighted[term]
        return heapq.nlargest(most, found, key=lambda s: (found[s], -s))

    def flush(self) -> None:
        """Write what changed."""
        changed = sorted(self._changed)
        for at in range(0, len(changed), 200):
            part = changed[at : at + 200]
            values: list[object] = []
            for key in part:
                row = self._rows[key]
                values += (*key, row.stories, array("I", row.latest).tobytes())
            self._ask(
                f"INSERT INTO meeting VALUES {marks(part, '(?, ?, ?, ?)')} ON CONFLICT (period, term)"
                " DO UPDATE SET stories = excluded.stories, latest = excluded.latest",
                values,
            )
        self._changed.clear()
        if len(self._rows) > _REMEMBERED:
            self._rows.clear()
