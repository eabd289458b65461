"""The pairs of articles that share a text. The SQL of both stores."""

from __future__ import annotations

from collections.abc import Collection

from shutro.archive.tables.reprints import Reprints
from shutro.archive.tables.sql import Tables, among, insert


class Copied:
    """The table `copied`; the counts of reprints change with it."""

    def __init__(self, tables: Tables) -> None:
        self._ask = tables.ask
        self._reprints = Reprints(tables)

    def put(self, pairs: Collection[tuple[int, int, str, float]]) -> None:
        """Keep pairs of copies: shorter, longer, kind, likeness."""
        more = " ON CONFLICT (one, other) DO UPDATE SET kind = excluded.kind, likeness = excluded.likeness"
        with self._reprints.recounted({number for pair in pairs for number in pair[:2]}):
            insert(self._ask, "copied", pairs, more)

    def drop(self, article: int) -> None:
        """Forget what an article was a copy of."""
        with self._reprints.recounted(self._reprints.copies_of(article)):
            self._ask("DELETE FROM copied WHERE one = ? OR other = ?", (article, article))

    def of(self, articles: Collection[int]) -> list[tuple[int, int, str, float]]:
        """The pairs that one of the articles is part of."""
        listed: dict[tuple[int, int], tuple[int, int, str, float]] = {}
        for column in ("one", "other"):
            sql = f"SELECT one, other, kind, likeness FROM copied WHERE {column} IN ({{}})"
            for one, other, kind, likeness in among(self._ask, sql, articles):
                listed[int(one), int(other)] = (int(one), int(other), str(kind), float(likeness))
        return [listed[key] for key in sorted(listed)]

    def clear(self) -> None:
        """Forget all pairs."""
        self._ask("DELETE FROM copied")
        self._reprints.clear()
