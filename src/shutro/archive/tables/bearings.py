"""What articles tell of the people they name, kept by name: the table `bearing`."""

from __future__ import annotations

from collections.abc import Sequence

from shutro.archive.naming.bearings import Bearing, Told, packed, unpacked
from shutro.archive.naming.mentions import Key
from shutro.archive.naming.namesakes import Bearer, Sighting, bearers
from shutro.archive.tables.sql import Ask, Tables, insert, marks

_MOST = 400  # the newest reports of a name that are looked at for who is meant
_NAMED = (
    "SELECT d.article, a.id, d.day, p.story FROM named d JOIN article a ON a.number = d.article"
    " LEFT JOIN placed p ON p.article = d.article WHERE d.name = ? ORDER BY d.day DESC, a.id LIMIT ?"
)


class Bearings:
    """The table of what is told of people, by name and article."""

    def __init__(self, tables: Tables) -> None:
        self._ask: Ask = tables.ask

    def put(self, article: int, found: Sequence[Bearing], numbers: dict[Key, int]) -> None:
        """Keep what an article tells."""
        told: dict[tuple[int, int], dict[Told, None]] = {}
        for one in found:  # two spellings of one search key are one name
            told.setdefault((numbers[one.key], one.place), {}).update(dict.fromkeys(one.told))
        several = {number for number, place in told if place > 0}
        rows = []
        for (number, place), its in told.items():
            hard = number in several or any(one.kind != "called" for one in its)
            rows.append((number, int(hard), article, place, packed(its)))
        insert(self._ask, "bearing", rows)

    def drop(self, article: int) -> None:
        """Forget what an article told."""
        self._ask("DELETE FROM bearing WHERE article = ?", (article,))

    def people(self, names: Sequence[int]) -> list[Bearer]:
        """The people that these names, which are one, stand for in their newest reports, most reports
        first; empty where nothing shows that there is more than one."""
        test = f"name IN ({marks(names)})"
        if not names or len(self._ask(f"SELECT 1 FROM bearing WHERE {test} AND hard = 1 LIMIT 2", names)) < 2:
            return []
        where = {row[0]: row[1:] for name in names for row in self._ask(_NAMED, (name, _MOST))}
        newest = sorted(where, key=lambda article: (-where[article][1], where[article][0]))[:_MOST]
        sql = f"SELECT article, place, told FROM bearing WHERE {test} AND article IN ({marks(newest)})"
        told: dict[tuple[int, int], tuple[Told, ...]] = {}
        for article, place, data in self._ask(sql, (*names, *newest)):  # by each of the names it has
            told[article, place] = (*told.get((article, place), ()), *unpacked(data))
        have = {article for article, _ in told}
        told |= {(article, 0): () for article in newest if article not in have}
        return bearers(
            [
                Sighting(article, id, day, place, story, tells)
                for (article, place), tells in told.items()
                for id, day, story in (where[article],)
            ]
        )
