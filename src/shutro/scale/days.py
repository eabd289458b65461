"""From what each file gave to what each day holds: articles by day and outlet, each state of one once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

import pyarrow
from datatrove.data import Document, DocumentsPipeline
from datatrove.io import DataFolder
from datatrove.pipeline.base import PipelineStep

from shutro.scale.files import (
    concatenated,
    folder,
    made_of,
    mark_made,
    mark_of,
    part,
    read_groups,
    read_json,
    write_table,
)
from shutro.scale.rows import ARTICLES, READ, SIGNS

LIST: Final = "days.json"

Groups = Sequence[tuple[str, int]]
"""The row groups that hold a day: a file's name and the group's number."""


class WriteDays(PipelineStep):
    """The articles of each day below `place`: `articles/day=…/outlet=…/articles.parquet`.

    Beside them `signs/DAY.parquet`, what stories are built from: of each article its last state. A task
    holds the articles of one day at a time. Where each day's rows are, `days.json` lists.
    """

    type = "Shutro"
    name = "days"

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """The documents handed in; the days are no documents."""
        if data:
            yield from data
        where = folder(self.place)
        days = read_json(where, LIST)
        for day in sorted(days)[rank::world_size]:
            with self.track_time():
                self.stat_update("articles", value=write_day(where, day, days[day]))


def write_day(where: DataFolder, day: str, groups: Groups) -> int:
    """Write the articles of a day, unless they were written from these groups before; how many."""
    mark = mark_of(groups)
    if (made := made_of(where, f"signs/{day}", mark)) is not None:
        return made
    inner = f"articles/day={day}"
    if where.exists(inner):
        where.rm(inner, recursive=True)
    files: dict[str, list[int]] = {}
    for name, number in groups:
        files.setdefault(name, []).append(number)
    rows = concatenated([t for name in sorted(files) for t in read_groups(where, name, files[name])], READ)
    by_outlet: dict[str, list[int]] = {}
    states = _states(rows)
    for at in states:
        by_outlet.setdefault(part(rows["outlet"][at].as_py()), []).append(at)
    for outlet, places in sorted(by_outlet.items()):
        table = rows.take(pyarrow.array(places)).select(ARTICLES.names)
        write_table(where, f"{inner}/outlet={outlet}/articles.parquet", table)
    ids = rows["id"]
    last = sorted({ids[at].as_py(): at for at in states}.items())
    signs = rows.take(pyarrow.array([at for _, at in last], pyarrow.int64())).select(SIGNS.names)
    write_table(where, f"signs/{day}.parquet", signs)
    mark_made(where, f"signs/{day}", mark, len(states))
    return len(states)


def _states(rows: Any) -> list[int]:
    """The rows to keep: every state of an article as it was captured first, in order of capture and id."""
    columns = (rows[name].to_pylist() for name in ("captured", "id", "source", "state"))
    ordered = sorted(
        ((captured or "", *rest), at) for at, (captured, *rest) in enumerate(zip(*columns, strict=True))
    )
    kept: dict[tuple[str, str], int] = {}
    for (_, id, _, state), at in ordered:
        kept.setdefault((id, state), at)
    return list(kept.values())
