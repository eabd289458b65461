"""Which articles a search may find, and the tests that say so in SQL."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shutro.archive.tables import marks


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

    def tests(self) -> tuple[list[str], list[object]]:
        """Conditions on a row `c` of the table `card`, with their values, for any store."""
        tests: list[str] = []
        values: list[object] = []
        for test, value in (
            ("c.outlet = ?", self.outlet),
            ("c.day >= ?", self.since and self.since.toordinal()),
            ("c.day <= ?", self.until and self.until.toordinal()),
            ("c.article >= ?", self.arrived),
        ):
            if value is not None:
                tests.append(test)
                values.append(value)
        if self.until is not None:
            tests.append("c.day > 0")
        for group in self.named:
            tests.append(_named(group))
            values += group
        if self.said is not None:
            # Looked up once and held against the words' articles: the plus keeps a store from asking the
            # index of words for one article after the other.
            source = "SELECT q.article FROM saying q WHERE q.role = 0"
            tests.append(f"+c.article IN ({source} AND q.name IN ({marks(self.said)}))")
            values += self.said
        if self.numbers is not None:
            tests.append(f"c.article IN ({marks(self.numbers)})" if self.numbers else "1 = 0")
            values += self.numbers
        return tests, values


def _named(group: tuple[int, ...]) -> str:
    return f"EXISTS (SELECT 1 FROM named d WHERE d.article = c.article AND d.name IN ({marks(group)}))"
