"""Lots of articles that must be looked at together, found by following the links day by day.

What is linked, directly or through others, is one pool. A pool is handed on when the days have passed
in which anything could still be linked to it, so that only the last days are held in memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from datatrove.io import DataFolder

from shutro.scale.files import read_table, write_json
from shutro.scale.links import LINKED, REACH
from shutro.scale.rows import UNKNOWN
from shutro.stories.grouping.clusters import POOL

Node = tuple[str, str]
"""An article: the day it is filed under, and its id."""

Link = tuple[Node, Node, float]

_STEP: Final = 0.05  # by which the likeness asked for rises where a pool is too large
_BATCH: Final = 1000  # articles to a lot of work


def write_pools(where: DataFolder, days: Sequence[str]) -> int:
    """Write the pools of all days, `pools/N.json`, some to a file; how many files."""
    batch: list[list[Node]] = []
    held = number = 0
    for pool in pools((day, *_links(where, day)) for day in days):
        batch.append(pool)
        held += len(pool)
        if held >= _BATCH:
            write_json(where, f"pools/{number:06d}.json", batch)
            batch, held, number = [], 0, number + 1
    if batch:
        write_json(where, f"pools/{number:06d}.json", batch)
        number += 1
    return number


def _links(where: DataFolder, day: str) -> tuple[list[str], list[Link]]:
    ids = read_table(where, f"signs/{day}.parquet", ["id"])["id"].to_pylist()
    links = read_table(where, f"links/{day}.parquet")
    columns = (links[name].to_pylist() for name in ("one", "other_day", "other", "likeness"))
    return ids, [
        ((day, one), (other_day, other), likeness)
        for one, other_day, other, likeness in zip(*columns, strict=True)
    ]


@dataclass(slots=True, eq=False)
class _Pool:
    """Articles that are linked so far, the latest day among them, and their links."""

    last: str
    nodes: list[Node]
    links: list[Link] = field(default_factory=list)


def pools(days: Iterable[tuple[str, list[str], list[Link]]]) -> Iterator[list[Node]]:
    """The pools of days, which are given in order with their articles and the links back.

    Each pool is sorted; none is larger than `stories.grouping.clusters.POOL`.
    """
    open_: dict[Node, _Pool] = {}
    for day, ids, links in days:
        for pool in _passed(open_, day):
            for node in pool.nodes:
                del open_[node]
            yield from _cut(pool)
        for id in ids:
            open_[day, id] = _Pool(day, [(day, id)])
        for link in links:
            _join(open_, link)
    for pool in _distinct(open_):
        yield from _cut(pool)


def _passed(open_: dict[Node, _Pool], day: str) -> list[_Pool]:
    """The pools that nothing of this day or later is linked back to."""
    return [pool for pool in _distinct(open_) if day == UNKNOWN or _days(pool.last, day) > REACH]


def _distinct(open_: dict[Node, _Pool]) -> list[_Pool]:
    return list({id(pool): pool for pool in open_.values()}.values())


def _days(one: str, other: str) -> int:
    return (date.fromisoformat(other) - date.fromisoformat(one)).days


def _join(open_: dict[Node, _Pool], link: Link) -> None:
    one, other, _ = link
    mine, theirs = open_[one], open_[other]
    if mine is not theirs:
        if len(mine.nodes) < len(theirs.nodes):
            mine, theirs = theirs, mine
        for node in theirs.nodes:
            open_[node] = mine
        mine.nodes += theirs.nodes
        mine.links += theirs.links
        mine.last = max(mine.last, theirs.last)
    mine.links.append(link)


def _cut(pool: _Pool, asked: float = LINKED) -> Iterator[list[Node]]:
    """A pool as it is, or, where it is too large to decide on, cut at its weakest links."""
    if len(pool.nodes) <= POOL:
        yield sorted(pool.nodes)
        return
    asked += _STEP
    if asked > 1.0:  # one text that more have printed than are looked at together
        nodes = sorted(pool.nodes)
        yield from (nodes[at : at + POOL] for at in range(0, len(nodes), POOL))
        return
    parts = {node: _Pool(node[0], [node]) for node in pool.nodes}
    for link in pool.links:
        if link[2] >= asked:
            _join(parts, link)
    for one in sorted(_distinct(parts), key=lambda part: min(part.nodes)):
        yield from _cut(one, asked)


def by_day(nodes: Iterable[Node]) -> dict[str, set[str]]:
    """The ids of articles by their day."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for day, id in nodes:
        found[day].add(id)
    return dict(found)
