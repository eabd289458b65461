"""Which rules an article was read from its captures by: what a rebuild asks before it leaves one alone.

Findings know their own rules, but may be made anew of a text that older rules cut out of the page.
"""

from __future__ import annotations

from shutro.archive.tables.sql import Tables


class Provenance:
    """The rules that read each article's every state."""

    def __init__(self, tables: Tables) -> None:
        self._ask = tables.ask

    def put(self, article: int, rules: str) -> None:
        """Note that all that is kept of an article was read by these rules."""
        sql = "INSERT INTO read_by VALUES (?, ?) ON CONFLICT (article) DO UPDATE SET rules = excluded.rules"
        self._ask(sql, (article, rules))

    def rules(self, article: int) -> str | None:
        """The rules that read an article, None where they are not known."""
        found = self._ask("SELECT rules FROM read_by WHERE article = ?", (article,))
        return str(found[0][0]) if found else None
