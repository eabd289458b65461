"""Nouns as Parquet columns, and back: a dataclass is a struct, its fields after their types.

A finding's `text` is left out where it has offsets: it stands in the article, from `start` to `end`. What is
stored otherwise is told in `views/exports/arrow.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import pyarrow

from shutro.span import Span
from shutro.views.exports.arrow import bare, row_of, schema_of


@cache
def columns(shape: type) -> tuple[tuple[str, Any], ...]:
    """The fields of a dataclass that are stored, each with its type hint."""
    hints = get_type_hints(shape)
    names = [field.name for field in fields(shape)]
    placed = {"start", "end", "text"} <= set(names) and shape is not Span
    return tuple((name, hints[name]) for name in names if not (placed and name == "text"))


@cache
def schema(shape: type) -> Any:
    """The Arrow schema of a dataclass."""
    return schema_of(shape, columns)


def table(shape: type, rows: Sequence[Mapping[str, object]]) -> Any:
    """Rows, as `plain` makes them, as an Arrow table."""
    return pyarrow.Table.from_pylist(rows, schema=schema(shape))


def plain(noun: Any) -> dict[str, Any]:
    """A noun as a row."""
    return row_of(noun, columns)


@cache
def _noun(hint: Any) -> Callable[[Any, str], Any]:
    """How a stored value becomes one of that hint; the text is that of the article."""
    kind, _ = bare(hint)
    if get_origin(kind) is tuple:
        item = _noun(get_args(kind)[0])
        return lambda value, text: tuple(item(one, text) for one in value or ())
    if is_dataclass(kind):
        parts = [(name, _noun(part)) for name, part in columns(kind)]  # type: ignore[arg-type]
        placed = len(parts) < len(fields(kind))

        def struct(value: Any, text: str) -> Any:
            if value is None:
                return None
            row = {name: of(value[name], text) for name, of in parts}
            if placed:
                row["text"] = text[row["start"] : row["end"]]
            return kind(**row)  # type: ignore[operator]

        return struct
    if kind in (date, datetime):
        return lambda value, text: None if value is None else _moment(value)
    if kind is float and int in get_args(hint):
        return lambda value, text: int(value) if value is not None and value == int(value) else value
    return lambda value, text: value


def noun(shape: type, row: Mapping[str, Any], text: str = "") -> Any:
    """The noun that `plain` made a row of; `text` is that of the article its offsets count in."""
    return _noun(shape)(row, text)


def _moment(value: str) -> datetime | date:
    return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
