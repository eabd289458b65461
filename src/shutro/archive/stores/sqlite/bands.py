"""The sketches of sentences in one file: an FTS5 index whose words are bands, as it takes in much at once."""

from __future__ import annotations

from collections.abc import Collection

from shutro.archive.tables.sql import Tables

SCHEMA = (
    "CREATE VIRTUAL TABLE band USING fts5 (bands, content='', detail=none, columnsize=0, tokenize='ascii')"
)
_BITS = 32  # of a row's number that are the article's; those above are the revision's
_ARTICLE = (1 << _BITS) - 1


class SqliteBands:
    """The table `band`."""

    def __init__(self, tables: Tables) -> None:
        self._ask = tables.ask

    def put(self, article: int, bands: Collection[int], revision: int) -> None:
        text = " ".join(f"{band:08x}" for band in bands)
        # The index keeps no row to add to: a later revision has one of its own.
        self._ask("INSERT INTO band (rowid, bands) VALUES (?, ?)", (article | revision << _BITS, text))

    def clear(self) -> None:
        self._ask("INSERT INTO band (band) VALUES ('delete-all')")

    def sharing(self, bands: Collection[int], most: int) -> dict[int, list[int]]:
        sql = "SELECT rowid FROM band WHERE band MATCH ? LIMIT ?"
        return {
            band: list(
                dict.fromkeys(int(row[0]) & _ARTICLE for row in self._ask(sql, (f'"{band:08x}"', most)))
            )
            for band in bands
        }
