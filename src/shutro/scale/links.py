"""Which articles may be of one story: those that share keys within days, likened by their heads.

Nothing is decided here. A link says that two articles must be looked at together; `pools` takes what is
linked for one lot of work, and `deciding` tells the stories in it.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final

import pyarrow
from datatrove.data import Document, DocumentsPipeline
from datatrove.io import DataFolder
from datatrove.pipeline.base import PipelineStep

from shutro.scale.columns import schema
from shutro.scale.files import folder, made_of, mark_made, mark_of, read_json, read_table, write_table
from shutro.scale.keys import unit_of
from shutro.scale.rows import UNKNOWN, Counted, features_of
from shutro.stories.copies.copies import STUB
from shutro.stories.features import Features, Vector, dots
from shutro.stories.grouping.likeness import MET, clash, fading, filled_in, tied

REACH: Final = 7
"""Days back in which an article is likened to others; from then on reports of one event grow less alike."""

LINKED: Final = 0.2  # likeness of two heads from which on they are looked at together
_CROWD: Final = 64  # the latest articles with a key that are met; more with one band make it furniture
_TRIED: Final = 24  # articles that one is likened to, those with most keys in common
_LEAST: Final = 2  # keys in common

_READ: Final = ["id", "keys", "bands"] + [
    f"terms.{name}" for name in schema(Counted).names if not name.startswith("whole")
]
"""The columns that links are made from; of all an article's words only its head's are held."""

LINKS: Final = pyarrow.schema(
    [
        pyarrow.field("one", pyarrow.string(), nullable=False),
        pyarrow.field("other", pyarrow.string(), nullable=False),
        pyarrow.field("other_day", pyarrow.string(), nullable=False),
        pyarrow.field("likeness", pyarrow.float64(), nullable=False),
    ]
)
"""A link of an article of the day with one of that day or of the days before."""


class WriteLinks(PipelineStep):
    """The links of each day's articles, `links/DAY.parquet`. A task holds the keys of `REACH` + 1 days."""

    type = "Shutro"
    name = "links"

    def __init__(self, place: str, days: Sequence[str]) -> None:
        super().__init__()
        self.place = place
        self.days = list(days)

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """The documents handed in; links are no documents."""
        if data:
            yield from data
        where = folder(self.place)
        known = set(self.days)
        for day in self.days[rank::world_size]:
            with self.track_time():
                self.stat_update(
                    "links", value=write_links(where, day, [d for d in before(day) if d in known])
                )


def before(day: str) -> list[str]:
    """The days that a day's articles are linked back to, the earliest first."""
    if day == UNKNOWN:
        return []
    last = date.fromisoformat(day)
    return [(last - timedelta(days=back)).isoformat() for back in range(REACH, 0, -1)]


def write_links(where: DataFolder, day: str, earlier: Sequence[str]) -> int:
    """Write the links of a day, unless they were made from the same days before; how many."""
    mark = mark_of([read_json(where, f"signs/{one}.json") for one in (*earlier, day)])
    if (made := made_of(where, f"links/{day}", mark)) is not None:
        return made
    window = _Window(where, [*earlier, day])
    rows: list[dict[str, Any]] = []
    for number in window.of_last_day():
        for other, likeness in window.links(number):
            rows.append(
                {
                    "one": window.ids[number],
                    "other": window.ids[other],
                    "other_day": window.day_of(other),
                    "likeness": round(likeness, 6),
                }
            )
    rows.sort(key=lambda row: (row["one"], row["other_day"], row["other"]))
    write_table(where, f"links/{day}.parquet", pyarrow.Table.from_pylist(rows, schema=LINKS))
    mark_made(where, f"links/{day}", mark, len(rows))
    return len(rows)


class _Window:
    """The articles of some days, numbered in order of day and id, found by key and by band."""

    def __init__(self, where: DataFolder, days: Sequence[str]) -> None:
        self._tables = [read_table(where, f"signs/{day}.parquet", _READ) for day in days]
        self._days = list(days)
        self._starts = [0]
        self.ids: list[str] = []
        self._keys: list[list[int]] = []
        self._bands: list[list[int]] = []
        self._by_key: defaultdict[int, list[int]] = defaultdict(list)
        self._by_band: defaultdict[int, list[int]] = defaultdict(list)
        for table in self._tables:
            self.ids += table["id"].to_pylist()
            self._keys += table["keys"].to_pylist()
            self._bands += table["bands"].to_pylist()
            self._starts.append(len(self.ids))
        for number, (keys, bands) in enumerate(zip(self._keys, self._bands, strict=True)):
            for key in keys:
                self._by_key[key].append(number)
            for band in bands:
                self._by_band[band].append(number)
        self.told = lru_cache(maxsize=4000)(self._told)

    def of_last_day(self) -> range:
        """The articles of the last day."""
        return range(self._starts[-2], self._starts[-1])

    def day_of(self, number: int) -> str:
        """The day of an article."""
        return self._days[self._at(number)]

    def _at(self, number: int) -> int:
        return next(at for at, start in enumerate(self._starts[1:]) if number < start)

    def _told(self, number: int) -> tuple[Features, Vector]:
        """An article's features, and its head weighed."""
        at = self._at(number)
        terms = self._tables[at]["terms"][number - self._starts[at]].as_py()
        counted = features_of(self.ids[number], terms)
        return counted, unit_of(counted.head)

    def links(self, number: int) -> Iterator[tuple[int, float]]:
        """The articles before this one that it is to be looked at with, and how alike they are."""
        met = self._met(self._keys[number], self._by_key, number)
        copied = self._copied(number)
        sharing = (other for other, n in met.items() if n >= _LEAST)
        near = heapq.nlargest(_TRIED, sharing, key=lambda other: (met[other], other))
        for other in sorted({*near, *copied}):
            likeness = max(copied.get(other, 0.0), _alike(*self.told(number), *self.told(other)))
            if likeness >= LINKED:
                yield other, likeness

    def _copied(self, number: int) -> dict[int, float]:
        """The articles before this one that share half of a text, with the part of the shorter they share.

        What a crowd prints is furniture, and a sentence or two in common make no copy.
        """
        bands = self._bands[number]
        telling = [band for band in bands if len(self._by_band[band]) <= _CROWD]
        parts = {
            other: shared / min(len(bands), len(self._bands[other]))
            for other, shared in self._met(telling, self._by_band, number).items()
        }
        return {other: part for other, part in parts.items() if part >= STUB}

    @staticmethod
    def _met(keys: Sequence[int], index: dict[int, list[int]], number: int) -> Counter[int]:
        met = Counter[int]()
        for key in keys:
            having = index[key]
            place = bisect_left(having, number)
            met.update(having[max(0, place - _CROWD) : place])
        return met


def _alike(one: Features, mine: Vector, other: Features, theirs: Vector) -> float:
    """The likeness of two heads, as `stories.grouping.pool` weighs it under the press alone."""
    who, what = dots(mine, theirs)
    if who + what < MET:
        return 0.0
    left = clash(one, other) * filled_in(one, other, who + what)
    if one.when and other.when:
        left *= fading(abs((one.when - other.when).total_seconds()) / 86_400)
    return tied(who * left, what * left, 1.0, 1.0, 2)
