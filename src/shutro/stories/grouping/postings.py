"""An inverted index from terms to the stories that lately had them, of bounded cost."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from typing import Final

ASKED: Final = 24  # the most telling terms of a report that are looked up
KEPT: Final = 32  # stories remembered for a term, the last touched ones
TRIED: Final = 10  # candidates handed on


class Postings:
    """For every term the last stories that were touched with it."""

    __slots__ = ("_stories",)

    def __init__(self) -> None:
        self._stories: dict[str, dict[str, None]] = {}

    def touch(self, story: str, terms: Iterable[str]) -> None:
        """Remember that `story` has these terms, as the latest that does."""
        for term in terms:
            row = self._stories.setdefault(term, {})
            row.pop(story, None)
            row[story] = None
            if len(row) > KEPT:
                del row[next(iter(row))]

    def drop(self, story: str, terms: Iterable[str]) -> None:
        """Forget the story."""
        for term in terms:
            row = self._stories.get(term)
            if row is not None:
                row.pop(story, None)
                if not row:
                    del self._stories[term]

    def candidates(self, weighted: Mapping[str, float]) -> list[str]:
        """The stories that share the most weight of a report's most telling terms, the best first."""
        found: dict[str, float] = {}
        for term in heapq.nlargest(ASKED, weighted, key=lambda t: (weighted[t], t)):
            for story in self._stories.get(term, ()):
                found[story] = found.get(story, 0.0) + weighted[term]
        return heapq.nlargest(TRIED, found, key=lambda s: (found[s], s))
