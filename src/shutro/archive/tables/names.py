"""The index of names: who is named where, under which spellings, and whose words and of whom: its SQL.

A *name* is a canonical name as articles give it; an *entity* is the names that are one somebody, known by
the number of one of them. What an article says is kept by name, so that names brought together, or parted
again, need no article touched.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import islice

from shutro.archive.naming.mentions import Key, Naming
from shutro.archive.tables.bearings import Bearings
from shutro.archive.tables.sql import Tables, among, insert, marks

_ENTITY = "SELECT number, kind, canonical, folded, latin, articles FROM entity"


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One entity; `folded` is the search key of its canonical name."""

    number: int
    kind: str
    canonical: str
    folded: str
    latin: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class NameRow:
    """One canonical name and the entity it is gathered under."""

    number: int
    kind: str
    canonical: str
    folded: str
    sound: str
    entity: int
    articles: int


_NAME = "SELECT number, kind, canonical, folded, sound, entity, articles FROM name"


class Names:
    """The tables of names and entities; `bearings` is that of what is told of people."""

    def __init__(self, tables: Tables) -> None:
        self._ask = tables.ask
        self.bearings = Bearings(tables)

    # one article

    def holds(self, article: int) -> bool:
        """Whether an article's names are in the index, if it has any."""
        sql = "SELECT 1 FROM named WHERE article = ? UNION ALL SELECT 1 FROM saying WHERE article = ? LIMIT 1"
        return bool(self._ask(sql, (article, article)))

    def put(self, article: int, day: int, made: Naming, numbers: dict[Key, int]) -> None:
        """Index an article's names, every key of `made` having its number."""
        stands: dict[int, int] = {}  # one name may be printed in two encodings, and is one number
        for key, times in made.times.items():
            stands[numbers[key]] = stands.get(numbers[key], 0) + times
        insert(self._ask, "named", [(n, day, article, times) for n, times in stands.items()])
        spelt = sorted({(numbers[key], text) for key, every in made.spellings.items() for text in every})
        more = " ON CONFLICT (name, text) DO UPDATE SET articles = spelt.articles + 1"
        insert(self._ask, "spelt", [(name, text, 1) for name, text in spelt], more)
        sayings = dict.fromkeys((numbers[key], role, place) for key, role, place in made.sayings)
        rows = [(name, role, day, article, place) for name, role, place in sayings]
        insert(self._ask, "saying", rows)
        self._count({numbers[key] for key in made.times}, 1)

    def drop(self, article: int, made: Naming | None) -> None:
        """Take an article out of the index; `made` is what it was indexed by, where that is still known."""
        numbers = {row[0] for row in self._ask("SELECT name FROM named WHERE article = ?", (article,))}
        if made is not None and numbers:
            for key, every in made.spellings.items():
                for number in (row.number for row in self.by_folded([key.folded]) if row.kind == key.kind):
                    self._ask(f"UPDATE spelt SET articles = articles - 1 WHERE name = ?"
                              f" AND text IN ({marks(every)})", (number, *sorted(every)))  # fmt: skip
                    self._ask("DELETE FROM spelt WHERE name = ? AND articles <= 0", (number,))
        self._ask("DELETE FROM named WHERE article = ?", (article,))
        self._ask("DELETE FROM saying WHERE article = ?", (article,))
        self.bearings.drop(article)
        self._count(numbers, -1)

    def _count(self, numbers: Collection[int], by: int) -> None:
        """Count an article in or out of its names, and once of each entity."""
        if not numbers:
            return
        every = sorted(numbers)
        test = f"({marks(every)})"
        self._ask(f"UPDATE name SET articles = articles + {by} WHERE number IN {test}", every)
        self._ask(f"UPDATE entity SET articles = articles + {by} WHERE number IN"
                  f" (SELECT entity FROM name WHERE number IN {test})", every)  # fmt: skip

    # names and entities

    def by_folded(self, keys: Collection[str]) -> list[NameRow]:
        """The names of these search keys."""
        return self._names("folded", keys)

    def by_sound(self, keys: Collection[str]) -> list[NameRow]:
        """The names of these sounds."""
        return self._names("sound", keys)

    def by_bones(self, keys: Collection[str]) -> list[NameRow]:
        """The names of these consonants."""
        return self._names("bones", keys)

    def by_number(self, numbers: Collection[int]) -> list[NameRow]:
        """The names of these numbers."""
        return self._names("number", numbers)

    def by_entity(self, numbers: Collection[int]) -> list[NameRow]:
        """The names gathered under these entities."""
        return self._names("entity", numbers)

    def _names(self, column: str, values: Collection[object]) -> list[NameRow]:
        sql = f"{_NAME} WHERE {column} IN ({{}}) ORDER BY number"
        return [NameRow(*row) for row in among(self._ask, sql, values)]

    def spelt_as(self, texts: Collection[str]) -> list[NameRow]:
        """The names that stand in print in one of these spellings."""
        sql = f"{_NAME} WHERE number IN (SELECT name FROM spelt WHERE text IN ({{}}))"
        return [NameRow(*row) for row in among(self._ask, sql, texts)]

    def with_parts(self, parts: Sequence[str], limit: int) -> list[NameRow]:
        """The most named names that have all of these words, by sound."""
        sql = f"{_NAME} WHERE " + " AND ".join(
            ["number IN (SELECT name FROM part WHERE sound = ?)"] * len(parts)
        )
        rows = self._ask(f"{sql} ORDER BY articles DESC, number LIMIT ?", (*parts, limit))
        return [NameRow(*row) for row in rows]

    def new_name(self, key: Key, entity: int | None) -> int:
        """Number a name that is new, under an entity or as one of its own."""
        number = int(self._ask("SELECT coalesce(max(number), 0) + 1 FROM name")[0][0])
        row = (number, key.kind, key.canonical, key.folded, key.sound, key.bones, entity or number, 0)
        self._ask(f"INSERT INTO name VALUES ({marks(row)})", row)
        insert(self._ask, "part", [(sound, number) for sound in key.parts if sound])
        return number

    def new_entity(self, number: int, key: Key, latin: str | None) -> None:
        """Make an entity of the name of that number."""
        row = (number, key.kind, key.canonical, key.folded, latin, 0)
        self._ask(f"INSERT INTO entity VALUES ({marks(row)})", row)

    def call(self, entity: int, key: Key, latin: str | None) -> None:
        """Give an entity its kind, canonical and Latin name."""
        sql = "UPDATE entity SET kind = ?, canonical = ?, folded = ?, latin = ? WHERE number = ?"
        self._ask(sql, (key.kind, key.canonical, key.folded, latin, entity))

    def part(self, row: NameRow) -> None:
        """Make a name an entity of its own again, unless it already is the one it stands under."""
        if row.entity != row.number:
            self.new_entity(row.number, Key(row.kind, row.canonical), None)
            self.gather([row.number], row.number)

    def gather(self, names: Sequence[int], into: int) -> None:
        """Bring names under one entity; entities left without a name are no more. Counts are made anew."""
        if not names:
            return
        left = {row.entity for row in self.by_number(names)} - {into}
        self._ask(f"UPDATE name SET entity = ? WHERE number IN ({marks(names)})", (into, *names))
        for entity in sorted(left):
            if not self.by_entity([entity]):
                self._ask("DELETE FROM entity WHERE number = ?", (entity,))
        for entity in sorted(left | {into}):
            self._ask(
                "UPDATE entity SET articles = (SELECT count(DISTINCT article) FROM named"
                " WHERE name IN (SELECT number FROM name WHERE entity = ?)) WHERE number = ?",
                (entity, entity),
            )

    def entities(self, kind: str | None, prefixes: Sequence[str], limit: int, offset: int) -> list[EntityRow]:
        """The entities named in most articles; with `prefixes`, those whose search key begins so."""
        tests, values = ["articles > 0", "kind <> ''"], list[object]()
        if kind is not None:
            tests.append("kind = ?")
            values.append(kind)
        if prefixes:
            tests.append("(" + " OR ".join(["(folded >= ? AND folded < ?)"] * len(prefixes)) + ")")
            values += [end for prefix in prefixes for end in (prefix, prefix + "\U0010ffff")]
        sql = f"{_ENTITY} WHERE {' AND '.join(tests)} ORDER BY articles DESC, number LIMIT ? OFFSET ?"
        return [EntityRow(*row) for row in self._ask(sql, (*values, limit, offset))]

    def entity(self, numbers: Collection[int]) -> dict[int, EntityRow]:
        """The entities of these numbers."""
        rows = among(self._ask, f"{_ENTITY} WHERE number IN ({{}})", numbers)
        return {row[0]: EntityRow(*row) for row in rows}

    def spellings(self, names: Sequence[int], limit: int) -> list[str]:
        """The spellings that names are printed in, the commonest first."""
        sql = (
            f"SELECT text, sum(articles) AS total FROM spelt WHERE name IN ({marks(names)})"
            " GROUP BY text ORDER BY total DESC, text LIMIT ?"
        )
        return [row[0] for row in self._ask(sql, (*names, limit))] if names else []

    def ends(self, names: Sequence[int]) -> tuple[int, int]:
        """The first and the last known day that names stand in print, 0 where none is known."""
        found = []
        for name in names:
            for way in ("", "DESC"):
                sql = f"SELECT day FROM named WHERE name = ? AND day > 0 ORDER BY day {way} LIMIT 1"
                found += [row[0] for row in self._ask(sql, (name,))]
        return (min(found), max(found)) if found else (0, 0)

    # where they stand

    def articles_of(self, names: Sequence[int], limit: int, offset: int) -> list[int]:
        """The articles that name them, newest first."""
        sql = "SELECT day, article FROM named WHERE name = ? ORDER BY day DESC, article DESC LIMIT ?"
        found = self._newest(sql, [(name,) for name in names], limit + offset)
        return [row[1] for row in found[offset:]]

    def sayings(self, names: Sequence[int], role: int, limit: int, offset: int) -> list[tuple[int, int]]:
        """The statements that are theirs (`SOURCE`) or name them (`NAMED`): (article, place), newest first.

        What somebody says of themself is no statement of others."""
        mine = "AND NOT EXISTS (SELECT 1 FROM saying o WHERE o.article = s.article AND o.place = s.place"
        mine += f" AND o.role = 0 AND o.name IN ({marks(names)}))"
        values = tuple(names) if role else ()
        sql = (
            "SELECT s.day, s.article, -s.place FROM saying s WHERE s.name = ? AND s.role = ?"
            f" {mine if role else ''} ORDER BY s.day DESC, s.article DESC, s.place LIMIT ?"
        )
        found = self._newest(sql, [(name, role, *values) for name in names], limit + offset)
        return [(row[1], -row[2]) for row in found[offset:]]

    def _newest(self, sql: str, asked: Iterable[tuple[object, ...]], most: int) -> list[tuple[int, ...]]:
        """The newest rows of several names, each row once: every name's are read in order from its index."""
        runs = [self._ask(sql, (*values, most)) for values in asked]
        return list(islice(dict.fromkeys(merge(*runs, reverse=True)), most))

    def beside(self, names: Sequence[int], sample: int, limit: int) -> list[tuple[int, int]]:
        """The entities named in the newest `sample` articles that name these, with in how many of them."""
        return self.named_in(self.articles_of(names, sample, 0), names, limit)

    def named_in(self, articles: Sequence[int], but: Sequence[int], limit: int) -> list[tuple[int, int]]:
        """The entities that articles name, with in how many of them, some names left out."""
        if not articles:
            return []
        sql = (
            "SELECT n.entity, count(DISTINCT d.article) AS total FROM named d"
            " JOIN name n ON n.number = d.name"
            f" WHERE d.article IN ({marks(articles)}) AND n.number NOT IN ({marks(but)})"
            " GROUP BY n.entity ORDER BY total DESC, n.entity LIMIT ?"
        )
        return [(row[0], int(row[1])) for row in self._ask(sql, (*articles, *but, limit))]

    # a user's own names

    def put_own(self, rows: Iterable[tuple[str, str, str, str | None]]) -> None:
        """Keep a user's names in place of those kept: (search key of a spelling, kind, canonical, Latin)."""
        self._ask("DELETE FROM own_name")
        insert(self._ask, "own_name", list(rows), " ON CONFLICT DO NOTHING")

    def own(self, keys: Collection[str]) -> dict[str, tuple[Key, str | None]]:
        """Who the user says that search keys stand for."""
        sql = "SELECT folded, kind, canonical, latin FROM own_name WHERE folded IN ({})"
        return {row[0]: (Key(row[1], row[2]), row[3]) for row in among(self._ask, sql, keys)}

    def own_names(self) -> list[tuple[str, Key, str | None]]:
        """Every spelling of the user's names, by its search key."""
        rows = self._ask("SELECT folded, kind, canonical, latin FROM own_name ORDER BY folded")
        return [(row[0], Key(row[1], row[2]), row[3]) for row in rows]
