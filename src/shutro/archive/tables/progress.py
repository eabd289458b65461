"""How far understanding has come: the articles that wait, and what was noted. The SQL of both stores."""

from __future__ import annotations

from collections.abc import Collection

from shutro.archive.tables.sql import Tables, among


class Progress:
    """The tables `pending` and `setting`."""

    def __init__(self, tables: Tables) -> None:
        self._ask = tables.ask

    def wait(self, number: int) -> None:
        """Let an article be understood when the archive comes to it."""
        self._ask("INSERT INTO pending VALUES (?) ON CONFLICT DO NOTHING", (number,))

    def all_wait(self) -> None:
        """Let every article's names be indexed again."""
        self._ask("INSERT INTO pending SELECT number FROM article WHERE true ON CONFLICT DO NOTHING")

    def waiting(self, limit: int, after: int = 0) -> list[int]:
        """Articles whose names are not indexed, in order."""
        sql = "SELECT article FROM pending WHERE article > ? ORDER BY article LIMIT ?"
        return [row[0] for row in self._ask(sql, (after, limit))]

    def waits(self, numbers: Collection[int]) -> set[int]:
        """Those of the articles that wait."""
        sql = "SELECT article FROM pending WHERE article IN ({})"
        return {row[0] for row in among(self._ask, sql, numbers)}

    def count_waiting(self) -> int:
        """How many articles wait."""
        return int(self._ask("SELECT count(*) FROM pending")[0][0])

    def forgotten(self) -> int:
        """How many articles have no findings and do not wait for any, as none may."""
        sql = (
            "SELECT count(*) FROM article WHERE number NOT IN (SELECT article FROM finding)"
            " AND number NOT IN (SELECT article FROM pending)"
        )
        return int(self._ask(sql)[0][0])

    def waits_no_more(self, number: int) -> None:
        """Note that an article's names are indexed."""
        self._ask("DELETE FROM pending WHERE article = ?", (number,))

    def setting(self, name: str) -> str | None:
        """What was noted under `name`."""
        found = self._ask("SELECT value FROM setting WHERE name = ?", (name,))
        return str(found[0][0]) if found else None

    def set(self, name: str, value: str) -> None:
        """Note a value."""
        sql = "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
        self._ask(sql, (name, value))
