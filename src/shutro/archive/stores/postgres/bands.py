"""The sketches of sentences in a database: a row a band."""

from __future__ import annotations

from collections.abc import Collection

from shutro.archive.tables.sql import Tables

SCHEMA = "CREATE TABLE band (band integer NOT NULL, article bigint NOT NULL, PRIMARY KEY (band, article))"


class PostgresBands:
    """The table `band`."""

    def __init__(self, tables: Tables) -> None:
        self._ask = tables.ask

    def put(self, article: int, bands: Collection[int], revision: int) -> None:
        self._ask(
            "INSERT INTO band SELECT unnest(?::integer[]), ? ON CONFLICT DO NOTHING", (list(bands), article)
        )

    def clear(self) -> None:
        self._ask("TRUNCATE band")

    def sharing(self, bands: Collection[int], most: int) -> dict[int, list[int]]:
        sql = (
            "SELECT b.band, a.article FROM unnest(?::integer[]) AS b (band) CROSS JOIN LATERAL"
            " (SELECT article FROM band WHERE band = b.band LIMIT ?) AS a"
        )
        found: dict[int, list[int]] = {band: [] for band in bands}
        for band, article in self._ask(sql, (list(bands), most)):
            found[band].append(int(article))
        return found
