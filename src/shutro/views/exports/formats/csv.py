"""CSV after RFC 4180: one table, every text quoted, no cell a formula; lists are JSON, unknown is empty.

UTF-8 without a byte order mark; rows end in CR LF. The last three columns of every row are the colophon.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import astuple, fields

from shutro.views.exports.format import ROWS, Format
from shutro.views.exports.load import Load
from shutro.views.exports.plain import cell, json_bytes, utf8
from shutro.views.exports.tables import TABLES

FORMAT = Format(".csv", "text/csv; charset=utf-8", "one table as CSV", ("articles", *ROWS))

_COLOPHON = ("shutro", "rules", "archive")


def write(load: Load, table: str | None = None) -> Iterator[bytes]:
    """The header and the rows of `table`, of the articles unless another is named."""
    shape, fill = TABLES[table or "articles"]
    made = load.colophon
    end = (made.shutro, made.rules, made.archive)
    yield _line([*(field.name for field in fields(shape)), *_COLOPHON])
    for told in load.told():
        for row in fill(told, load):
            yield _line([*astuple(row), *end])


def _line(values: list[object]) -> bytes:
    line = io.StringIO()
    csv.writer(line, quoting=csv.QUOTE_NONNUMERIC).writerow([_cell(value) for value in values])
    return utf8(line.getvalue())


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, str):
        return cell(value)
    if isinstance(value, tuple):
        return json_bytes(list(value)).decode()
    if isinstance(value, bool):
        return "true" if value else "false"
    return value
