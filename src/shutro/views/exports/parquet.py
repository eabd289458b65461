"""Parquet: one table with its own types, lists as lists; the colophon in the file's metadata.

Needs pyarrow, which the `parquet` extra brings.
"""

from __future__ import annotations

import io
import types
from collections.abc import Iterator
from dataclasses import asdict, fields
from itertools import islice
from typing import Any, get_args, get_origin, get_type_hints

from shutro.errors import ExportError
from shutro.views.exports.format import ROWS, Format
from shutro.views.exports.load import Load
from shutro.views.exports.plain import unicode_only
from shutro.views.exports.rows import Row
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
    except ImportError as error:
        raise ExportError('Parquet needs pyarrow: pip install "shutro[parquet]"') from error
    shape, fill = TABLES[table or "articles"]
    columns = _columns(shape, pyarrow)
    about = {f"shutro.{key}": value or "" for key, value in asdict(load.colophon).items()}
    schema = pyarrow.schema(columns, metadata={"shutro.table": table or "articles", **about})
    sink = _Sink()
    rows = (row for told in load.told() for row in fill(told, load))
    with parquet.ParquetWriter(pyarrow.PythonFile(sink, mode="w"), schema, compression="zstd") as writer:
        while group := list(islice(rows, _GROUP)):
            held = [{name: _value(value) for name, value in asdict(row).items()} for row in group]
            writer.write_table(pyarrow.Table.from_pylist(held, schema=schema))
            yield sink.drain()
    yield sink.drain()


def _columns(shape: type[Row], pyarrow: Any) -> list[Any]:
    types_of = get_type_hints(shape)
    return [_column(field.name, types_of[field.name], pyarrow) for field in fields(shape)]


def _column(name: str, hint: Any, pyarrow: Any) -> Any:
    plain = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    nullable = get_origin(hint) is types.UnionType
    kind = next(arg for arg in get_args(hint) if arg is not type(None)) if nullable else hint
    if get_origin(kind) is tuple:
        return pyarrow.field(name, pyarrow.list_(plain[get_args(kind)[0]]), nullable=nullable)
    return pyarrow.field(name, plain[kind], nullable=nullable)


def _value(value: object) -> object:
    if isinstance(value, str):
        return unicode_only(value)
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    return value
