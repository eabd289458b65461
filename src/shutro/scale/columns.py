"""Nouns as Parquet columns, and back: a dataclass is a struct, its fields after their types.

A finding's `text` is left out where it has offsets: it stands in the article, from `start` to `end`.
Moments and days are ISO 8601.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pyarrow

from shutro.span import Span
from shutro.views.exports.plain import unicode_only

_PLAIN = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}


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
    return pyarrow.schema([_field(name, hint) for name, hint in columns(shape)])


def table(shape: type, rows: Sequence[Mapping[str, object]]) -> Any:
    """Rows, as `plain` makes them, as an Arrow table."""
    return pyarrow.Table.from_pylist(rows, schema=schema(shape))


def _field(name: str, hint: Any) -> Any:
    kind, nullable = _bare(hint)
    return pyarrow.field(name, _type(kind), nullable=nullable)


def _bare(hint: Any) -> tuple[Any, bool]:
    """A hint without its None; of several kinds the widest."""
    if get_origin(hint) not in (types.UnionType, Union):
        return hint, False
    kinds = [kind for kind in get_args(hint) if kind is not type(None)]
    nullable = len(kinds) < len(get_args(hint))
    if len(kinds) == 1:
        return kinds[0], nullable
    return (float if set(kinds) == {int, float} else datetime), nullable


def _type(kind: Any) -> Any:
    if get_origin(kind) is Literal or kind in (date, datetime):
        return pyarrow.string()
    if get_origin(kind) is tuple:
        return pyarrow.list_(pyarrow.field("item", _type(get_args(kind)[0]), nullable=False))
    if is_dataclass(kind):
        return pyarrow.struct([_field(name, hint) for name, hint in columns(kind)])  # type: ignore[arg-type]
    return _PLAIN[kind]


@cache
def _plain(hint: Any) -> Callable[[Any], Any]:
    """How a value of that hint becomes one that Arrow takes."""
    kind, _ = _bare(hint)
    if get_origin(kind) is tuple:
        item = _plain(get_args(kind)[0])
        return lambda value: [item(one) for one in value]
    if is_dataclass(kind):
        parts = [(name, _plain(part)) for name, part in columns(kind)]  # type: ignore[arg-type]

        def struct(value: Any) -> Any:
            return None if value is None else {name: to(getattr(value, name)) for name, to in parts}

        return struct
    if kind in (date, datetime):
        return lambda value: None if value is None else value.isoformat()
    if kind is str or get_origin(kind) is Literal:
        return lambda value: value if value is None or value.isascii() else unicode_only(value)
    if kind is float:
        return lambda value: None if value is None else float(value)
    return lambda value: value


def plain(noun: Any) -> dict[str, Any]:
    """A noun as a row: of the text every lone surrogate, which no UTF-8 can hold, replaced by U+FFFD."""
    return {name: _plain(hint)(getattr(noun, name)) for name, hint in columns(noun.__class__)}


@cache
def _noun(hint: Any) -> Callable[[Any, str], Any]:
    """How a stored value becomes one of that hint; the text is that of the article."""
    kind, _ = _bare(hint)
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
