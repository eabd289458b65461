"""The sketches of sentences in one file: an FTS5 index whose words are bands, as it takes in much at once."""

# ruff: noqa: D102 - what each method does is said once, in ledger_copies.Bands
from __future__ import annotations

from collections.abc import Collection

from shutro.archive.tables import Tables

SCHEMA = (
    "CREATE VIRTUAL TABLE band USING fts5 (bands, content='', detail=none, columnsize=0, tokenize='ascii')"
)


class SqliteBands:
    """The table `band`."""

    def __init__(self, tables: Tables) -> None:
        self._ask = tables.ask

    def put(self, article: int, bands: Collection[int]) -> None:
        text = " ".join(f"{band:08x}" for band in bands)
        self._ask("INSERT INTO band (rowid, bands) VALUES (?, ?)", (article, text))

    def clear(self) -> None:
        self._ask("INSERT INTO band (band) VALUES ('delete-all')")

    def sharing(self, bands: Collection[int], most: int) -> dict[int, list[int]]:
        sql = "SELECT rowid FROM band WHERE band MATCH ? LIMIT ?"
        return {band: [int(row[0]) for row in self._ask(sql, (f'"{band:08x}"', most))] for band in bands}
