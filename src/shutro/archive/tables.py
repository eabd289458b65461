"""How the tables that both stores share are asked: one SQL, the differences left to the store."""

from __future__ import annotations

from collections.abc import Sequence, Sized
from typing import Any, Protocol


class Tables(Protocol):
    """A store's connection, for SQL that SQLite and PostgreSQL read alike."""

    def ask(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one statement, `?` standing for each value; its rows, none for one that gives none."""


def marks(values: Sized, mark: str = "?") -> str:
    """`mark` once for every value, parted by commas."""
    return ", ".join([mark] * len(values))
