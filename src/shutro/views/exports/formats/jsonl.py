"""JSON Lines: every row of every table on a line of its own, named by `table`.

The first line is the colophon. Of one table alone, the lines of that table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from shutro.views.exports.format import ROWS, Format
from shutro.views.exports.load import Load
from shutro.views.exports.plain import json_bytes
from shutro.views.exports.tables import TABLES

FORMAT = Format(".jsonl", "application/x-ndjson", "every table as JSON Lines", ROWS)


def write(load: Load, table: str | None = None) -> Iterator[bytes]:
    """The lines, story after story."""
    head = {"table": "colophon", "format": "shutro.rows/1", **asdict(load.colophon), "text": load.text}
    yield json_bytes(head) + b"\n"
    chosen = {table: TABLES[table]} if table else TABLES
    for told in load.told():
        for name, (_, fill) in chosen.items():
            for row in fill(told, load):
                yield json_bytes({"table": name, **asdict(row)}) + b"\n"
