"""Which articles a search may find, and the tests that say so in SQL."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shutro.archive.tables.sql import marks


@dataclass(frozen=True, slots=True)
class Filters:
    """Which articles may be found; days are inclusive.

    `named` are groups of names, one of each group must be named; `said` are names of which one must be
    quoted; `numbers` are the only articles there are; `arrived` is the number of the first.
    """

    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    named: tuple[tuple[int, ...], ...] = ()
    said: tuple[int, ...] | None = None
    numbers: tuple[int, ...] | None = None
    arrived: int | None = None

    def __bool__(self) -> bool:
        """Whether anything is kept out at all."""
        return self != Filters()

    @property
    def by_card(self) -> bool:
        """Whether the row of the table `card` is needed, and not only the article's number."""
        return any(kept is not None for kept in (self.outlet, self.since, self.until, self.numbers))

    def tests(self, article: str = "c.article") -> tuple[list[str], list[object]]:
        """Conditions on a row `c` of the table `card`, with their values, for any store; on `article` alone
        where no more is needed (`by_card`)."""
        tests: list[str] = []
        values: list[object] = []
        for test, value in (
            ("c.outlet = ?", self.outlet),
            ("c.day >= ?", self.since and self.since.toordinal()),
            ("c.day <= ?", self.until and self.until.toordinal()),
            (f"{article} >= ?", self.arrived),
        ):
            if value is not None:
                tests.append(test)
                values.append(value)
        if self.until is not None:
            tests.append("c.day > 0")
        for group in self.named:
            tests.append(_named(article, group))
            values += group
        if self.said is not None:
            # Looked up once and held against the words' articles: the plus keeps a store from asking the
            # index of words for one article after the other.
            source = "SELECT q.article FROM saying q WHERE q.role = 0"
            tests.append(f"+{article} IN ({source} AND q.name IN ({marks(self.said)}))")
            values += self.said
        if self.numbers is not None:
            tests.append(f"{article} IN ({marks(self.numbers)})" if self.numbers else "1 = 0")
            values += self.numbers
        return tests, values


def _named(article: str, group: tuple[int, ...]) -> str:
    return f"EXISTS (SELECT 1 FROM named d WHERE d.article = {article} AND d.name IN ({marks(group)}))"
