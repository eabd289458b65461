"""Cards of reports, tallies of outlets, sections and tags, and readings: the SQL of both stores."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from shutro.archive.nouns.cards import ArticleCard
from shutro.archive.nouns.results import Coverage
from shutro.archive.tables.filters import Filters
from shutro.archive.tables.reprints import Reprints
from shutro.archive.tables.sql import Tables, among, marks

_CARD = """SELECT c.article, a.id, c.headline, c.outlet, c.day, c.inferred, c.section, s.id FROM card c
    JOIN article a ON a.number = c.article
    LEFT JOIN placed p ON p.article = c.article LEFT JOIN story s ON s.number = p.story"""


@dataclass(frozen=True, slots=True)
class CardRow:
    """What is written of an article for lists; `day` is an ordinal, 0 where unknown."""

    headline: str
    outlet: str | None
    day: int
    inferred: bool
    section: str | None
    tags: tuple[str, ...]


class Cards:
    """The tables `card`, `tag`, `tally` and `reading`."""

    def __init__(self, tables: Tables) -> None:
        self._ask = tables.ask
        self._reprints = Reprints(tables)

    # cards

    def put(self, number: int, row: CardRow) -> None:
        """Write an article's card, in place of the one it had."""
        with self._reprints.recounted(self._reprints.copies_of(number)):
            self._drop(number)
            values = (number, row.day, int(row.inferred), row.outlet, row.section, row.headline)
            self._ask("INSERT INTO card (article, day, inferred, outlet, section, headline)"
                      " VALUES (?, ?, ?, ?, ?, ?)", values)  # fmt: skip
        for tag in row.tags:
            self._ask("INSERT INTO tag VALUES (?, ?, ?)", (tag, row.day, number))
        self._tally(row.outlet, row.section, row.tags, 1)

    def _drop(self, number: int) -> None:
        """Take an article's card away, if it has one."""
        found = self._ask("SELECT outlet, section FROM card WHERE article = ?", (number,))
        if found:
            tags = [row[0] for row in self._ask("SELECT tag FROM tag WHERE article = ?", (number,))]
            self._ask("DELETE FROM card WHERE article = ?", (number,))
            self._ask("DELETE FROM tag WHERE article = ?", (number,))
            self._tally(found[0][0], found[0][1], tags, -1)

    def _tally(self, outlet: str | None, section: str | None, tags: Iterable[str], by: int) -> None:
        kinds = [("every", ""), ("outlet", outlet), ("section", section), *(("tag", tag) for tag in tags)]
        rows = [(kind, value) for kind, value in kinds if value is not None]
        sql = (
            f"INSERT INTO tally VALUES {marks(rows, '(?, ?, ?)')}"
            " ON CONFLICT (kind, value) DO UPDATE SET articles = tally.articles + excluded.articles"
        )
        self._ask(sql, [value for row in rows for value in (*row, by)])

    def without(self) -> list[int]:
        """The articles that have no card, as an archive of an older schema leaves them."""
        sql = "SELECT number FROM article WHERE number NOT IN (SELECT article FROM card) ORDER BY number"
        return [row[0] for row in self._ask(sql)]

    def cards(self, numbers: Sequence[int]) -> dict[int, ArticleCard]:
        """The cards of articles by number."""
        return _cards(among(self._ask, f"{_CARD} WHERE c.article IN ({{}})", numbers))

    def outlets(self, numbers: Sequence[int]) -> dict[int, str | None]:
        """The outlets of articles by number."""
        sql = "SELECT article, outlet FROM card WHERE article IN ({})"
        return {row[0]: row[1] for row in among(self._ask, sql, numbers)}

    def latest(
        self, limit: int, offset: int, outlet: str | None, section: str | None, tag: str | None
    ) -> dict[int, ArticleCard]:
        """The newest reports, in order."""
        tests: list[str] = []
        values: list[object] = []
        source, order = _CARD, "c"
        if tag is not None:
            source += " JOIN tag g ON g.article = c.article"
            tests, values, order = ["g.tag = ?"], [tag], "g"
        for column, value in (("outlet", outlet), ("section", section)):
            if value is not None:
                tests.append(f"c.{column} = ?")
                values.append(value)
        where = f" WHERE {' AND '.join(tests)}" if tests else ""
        sql = f"{source}{where} ORDER BY {order}.day DESC, {order}.article DESC LIMIT ? OFFSET ?"
        return _cards(self._ask(sql, (*values, limit, offset)))

    def newest(self, filters: Filters, limit: int) -> list[int]:
        """The newest articles that pass the filters."""
        tests, values = filters.tests()
        where = " AND ".join(tests)
        sql = f"SELECT c.article FROM card c WHERE {where} ORDER BY c.day DESC, c.article DESC LIMIT ?"
        if filters.named:
            group = filters.named[0]
            # From the names' own index: a rare name is not looked for among all articles.
            sql = (
                "SELECT c.article FROM card c JOIN (SELECT DISTINCT article FROM named"
                f" WHERE name IN ({marks(group)})) g ON g.article = c.article"
                f" WHERE {where} ORDER BY c.day DESC, c.article DESC LIMIT ?"
            )
            values = [*group, *values]
        return [row[0] for row in self._ask(sql, (*values, limit))]

    # tallies

    def tally(self, kind: str, limit: int) -> list[tuple[str, int]]:
        """The values of a kind with how many articles have them, the commonest first."""
        sql = (
            "SELECT value, articles FROM tally WHERE kind = ? AND articles > 0"
            " ORDER BY articles DESC, value LIMIT ?"
        )
        return [(value, count) for value, count in self._ask(sql, (kind, limit))]

    def tallied(self, kind: str, value: str) -> int:
        """How many articles have one value."""
        found = self._ask("SELECT articles FROM tally WHERE kind = ? AND value = ?", (kind, value))
        return int(found[0][0]) if found else 0

    def days(self, outlet: str | None) -> tuple[date | None, date | None]:
        """The first and the last day of an outlet's reports, or of all."""
        test, values = ("outlet = ? AND day > 0", (outlet,)) if outlet is not None else ("day > 0", ())
        sql = f"SELECT day FROM card WHERE {test} ORDER BY day {{}} LIMIT 1"
        ends = [self._ask(sql.format(way), values) for way in ("", "DESC")]
        first, last = (as_day(rows[0][0]) if rows else None for rows in ends)
        return first, last

    def coverage(self, outlet: str | None) -> Coverage:
        """The articles and days of an outlet, or of all."""
        count = self.tallied("outlet", outlet) if outlet else self.tallied("every", "")
        return Coverage(outlet, count, *self.days(outlet or None))

    # readings

    def read(self, number: int, day: date) -> None:
        """Count one reading."""
        sql = (
            "INSERT INTO reading VALUES (?, ?, 1)"
            " ON CONFLICT (day, article) DO UPDATE SET times = reading.times + 1"
        )
        self._ask(sql, (day.toordinal(), number))

    def most_read(self, limit: int, since: date | None) -> list[tuple[int, int]]:
        """The articles read most since a day, with how often."""
        sql = (
            "SELECT article, sum(times) AS total FROM reading WHERE day >= ?"
            " GROUP BY article ORDER BY total DESC, article DESC LIMIT ?"
        )
        rows = self._ask(sql, (since.toordinal() if since else 0, limit))
        return [(number, int(times)) for number, times in rows]


def _cards(rows: Iterable[tuple[Any, ...]]) -> dict[int, ArticleCard]:
    return {
        number: ArticleCard(id, headline, outlet, as_day(day), bool(inferred), section, story)
        for number, id, headline, outlet, day, inferred, section, story in rows
    }


def as_day(ordinal: int) -> date | None:
    """The day of an ordinal; 0 is no day."""
    return date.fromordinal(ordinal) if ordinal else None
