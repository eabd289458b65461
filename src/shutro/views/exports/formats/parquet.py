"""Parquet: one table with its own types, lists as lists; the colophon in the file's metadata.

Needs pyarrow, which the `parquet` extra brings.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import asdict, fields
from functools import cache
from itertools import islice
from typing import Any, get_type_hints

from shutro.errors import ExportError
from shutro.views.exports.format import ROWS, Format
from shutro.views.exports.load import Load
from shutro.views.exports.tables import TABLES

FORMAT = Format(".parquet", "application/vnd.apache.parquet", "one table as Parquet", ("articles", *ROWS))

_GROUP = 2000
"""Rows of a row group: what is held in memory at once."""


class _Sink(io.RawIOBase):
    """Takes what a writer writes, and gives it on in pieces."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._at = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        part = bytes(data)
        self._parts.append(part)
        self._at += len(part)
        return len(part)

    def tell(self) -> int:
        return self._at

    def drain(self) -> bytes:
        """What was written since the last time."""
        parts, self._parts = self._parts, []
        return b"".join(parts)


def write(load: Load, table: str | None = None) -> Iterator[bytes]:
    """The file of `table`, of the articles unless another is named. Raises ExportError without pyarrow."""
    try:
        import pyarrow
        from pyarrow import parquet

        from shutro.views.exports.arrow import row_of, schema_of
    except ImportError as error:
        raise ExportError('Parquet needs pyarrow: pip install "shutro[parquet]"') from error
    shape, fill = TABLES[table or "articles"]
    about = {f"shutro.{key}": value or "" for key, value in asdict(load.colophon).items()}
    schema = schema_of(shape, _columns).with_metadata({"shutro.table": table or "articles", **about})
    sink = _Sink()
    rows = (row for told in load.told() for row in fill(told, load))
    with parquet.ParquetWriter(pyarrow.PythonFile(sink, mode="w"), schema, compression="zstd") as writer:
        while group := list(islice(rows, _GROUP)):
            held = [row_of(row, _columns) for row in group]
            writer.write_table(pyarrow.Table.from_pylist(held, schema=schema))
            yield sink.drain()
    yield sink.drain()


@cache
def _columns(shape: type) -> tuple[tuple[str, Any], ...]:
    """The fields of a row's dataclass, each with its type hint."""
    hints = get_type_hints(shape)
    return tuple((field.name, hints[field.name]) for field in fields(shape))
