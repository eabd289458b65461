"""What articles tell of the people they name, kept by name: its table, and who of one name is meant where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shutro.archive.tables.bearings import Bearing, Told, packed, unpacked
from shutro.archive.tables.namesakes import Bearer, Sighting, bearers
from shutro.archive.tables.naming import Key
from shutro.archive.tables.sql import Ask, Tables, insert, marks

_MOST = 400  # the newest reports of a name that are looked at for who is meant
_NAMED = (
    "SELECT d.article, a.id, d.day, p.story FROM named d JOIN article a ON a.number = d.article"
    " LEFT JOIN placed p ON p.article = d.article WHERE d.name = ? ORDER BY d.day DESC, a.id LIMIT ?"
)


def schema(text: str, compact: str) -> tuple[str, ...]:
    """The statements of the step. `hard` is 1 where something can tell two people of the name apart."""
    return (
        f"""CREATE TABLE bearing (
            name BIGINT NOT NULL, hard INTEGER NOT NULL, article BIGINT NOT NULL, place INTEGER NOT NULL,
            told {text} NOT NULL, PRIMARY KEY (name, hard, article, place)){compact}""",
        "CREATE INDEX bearing_article ON bearing (article)",
    )


@dataclass(frozen=True, slots=True)
class Meant:
    """Which of several people of a name is meant: `one`, as it was asked (`plainly` False), or the best
    attested. `mine` and `theirs` are the articles, with the place of the bearer in each, that are known."""

    one: Bearer
    plainly: bool
    mine: frozenset[tuple[int, int]]
    theirs: frozenset[tuple[int, int]]

    @classmethod
    def of(cls, people: Sequence[Bearer], one: Bearer, plainly: bool) -> Meant:
        """One of the people of a name."""
        others = (s for other in people if other is not one for s in other.seen)
        mine, theirs = (frozenset((s.article, s.place) for s in seen) for seen in (one.seen, others))
        return cls(one, plainly, mine, theirs)

    def has(self, article: int, place: int) -> bool:
        """Whether a mention is taken for this one: known to be, or, by the name alone, not known for
        another."""
        return (article, place) not in self.theirs if self.plainly else self.is_sure(article, place)

    def may(self, article: int) -> bool:
        """Whether an article may have a mention of this one."""
        return self.plainly or any(one == article for one, _ in self.mine)

    def is_sure(self, article: int, place: int) -> bool:
        """Whether a mention is known to be of this one."""
        return (article, place) in self.mine

    def articles(self) -> tuple[int, ...]:
        """The reports known to mean this one, newest first."""
        return tuple(self.one.articles)


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
