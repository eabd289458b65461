"""How the tables that both stores share are asked: one SQL, the differences left to the store."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence, Sized
from typing import Any, Protocol


class Tables(Protocol):
    """A store's connection, for SQL that SQLite and PostgreSQL read alike."""

    def ask(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one statement, `?` standing for each value; its rows, none for one that gives none."""


def marks(values: Sized, mark: str = "?") -> str:
    """`mark` once for every value, parted by commas."""
    return ", ".join([mark] * len(values))


Ask = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]


def among(ask: Ask, sql: str, values: Iterable[object]) -> list[tuple[Any, ...]]:
    """The rows of `sql`, whose `{}` takes the values, some hundred at a time."""
    every = list(dict.fromkeys(values))
    found: list[tuple[Any, ...]] = []
    for at in range(0, len(every), 500):
        part = every[at : at + 500]
        found += ask(sql.format(marks(part)), part)
    return found


def insert(ask: Ask, table: str, rows: Collection[Sequence[object]], more: str = "") -> None:
    """Insert rows of one width, some at a time; `more` ends the statement."""
    every = list(rows)
    for at in range(0, len(every), 100):
        part = every[at : at + 100]
        values = [value for row in part for value in row]
        ask(f"INSERT INTO {table} VALUES {marks(part, f'({marks(part[0])})')}{more}", values)
