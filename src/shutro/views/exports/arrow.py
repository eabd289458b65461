"""Dataclasses as Arrow columns: a type for each hint, and values as Arrow takes them.

Needs pyarrow. Moments and days are ISO 8601; of the text every lone surrogate, which no UTF-8 can hold, is
replaced by U+FFFD.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

import pyarrow

from shutro.views.exports.plain import unicode_only

Columns = Callable[[type], tuple[tuple[str, Any], ...]]
"""The fields of a dataclass that are stored, each with its type hint."""

_WIDEST = {frozenset((int, float)): float, frozenset((date, datetime)): datetime}
_PLAIN = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}


def schema_of(shape: type, columns: Columns) -> Any:
    """The Arrow schema of a dataclass."""
    return pyarrow.schema([_field(name, hint, columns) for name, hint in columns(shape)])


def bare(hint: Any) -> tuple[Any, bool]:
    """A hint without its None, and whether it has one; of several kinds the widest."""
    if get_origin(hint) not in (types.UnionType, Union):
        return hint, False
    kinds = [kind for kind in get_args(hint) if kind is not type(None)]
    nullable = len(kinds) < len(get_args(hint))
    return (kinds[0] if len(kinds) == 1 else _WIDEST[frozenset(kinds)]), nullable


def _field(name: str, hint: Any, columns: Columns) -> Any:
    kind, nullable = bare(hint)
    return pyarrow.field(name, _type(kind, columns), nullable=nullable)


def _type(kind: Any, columns: Columns) -> Any:
    if get_origin(kind) is Literal or kind in (date, datetime):
        return pyarrow.string()
    if get_origin(kind) is tuple:
        return pyarrow.list_(pyarrow.field("item", _type(get_args(kind)[0], columns), nullable=False))
    if is_dataclass(kind):
        return pyarrow.struct([_field(name, hint, columns) for name, hint in columns(kind)])  # type: ignore[arg-type]
    return _PLAIN[kind]


@cache
def taken(hint: Any, columns: Columns) -> Callable[[Any], Any]:
    """How a value of that hint becomes one that Arrow takes."""
    kind, _ = bare(hint)
    if get_origin(kind) is tuple:
        item = taken(get_args(kind)[0], columns)
        return lambda value: None if value is None else [item(one) for one in value]
    if is_dataclass(kind):
        parts = [(name, taken(part, columns)) for name, part in columns(kind)]  # type: ignore[arg-type]

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


def row_of(noun: Any, columns: Columns) -> dict[str, Any]:
    """A dataclass as a row."""
    return {name: taken(hint, columns)(getattr(noun, name)) for name, hint in columns(type(noun))}
