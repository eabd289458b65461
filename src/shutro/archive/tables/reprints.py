"""How many reports of an outlet others printed after it, and how many it printed after another.

The counts stand in the table `tally`, so that a list of outlets counts no pairs; whatever changes the pairs
of copies or the cards of their articles does so inside `recounted`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from shutro.archive.tables.sql import Tables, insert, marks

ORIGINAL, REPRINT = "original", "reprint"
"""The kinds of tally: reports that others printed later, and those that another had before."""

_PART = 400


def counting(among: str = "") -> str:
    """The SQL that counts both kinds by outlet, in rows of `tally`.

    Of two reports of one day the one added first is the earlier; one of unknown day is neither. `among` is
    a list of marks for the articles to be counted, whose values are wanted twice.
    """
    one, other = (f" WHERE {column} IN ({among})" if among else "" for column in ("one", "other"))
    return (
        f"SELECT CASE WHEN late = 1 THEN '{REPRINT}' ELSE '{ORIGINAL}' END, outlet, count(*)"
        " FROM (SELECT a.article, a.outlet AS outlet, max(CASE WHEN b.day < a.day"
        " OR (b.day = a.day AND b.article < a.article) THEN 1 ELSE 0 END) AS late"
        f" FROM (SELECT one AS mine, other AS its FROM copied{one}"
        f" UNION ALL SELECT other, one FROM copied{other}) k"
        " JOIN card a ON a.article = k.mine JOIN card b ON b.article = k.its"
        " WHERE a.outlet <> b.outlet AND a.day > 0 AND b.day > 0 GROUP BY a.article, a.outlet) c"
        " GROUP BY 1, 2"
    )


class Reprints:
    """Keeps the two tallies right while pairs and cards change."""

    def __init__(self, tables: Tables) -> None:
        self._ask = tables.ask

    def copies_of(self, article: int) -> set[int]:
        """An article and all that it makes a pair with; nothing for one that makes none."""
        pairs = self._ask("SELECT one, other FROM copied WHERE one = ? OR other = ?", (article, article))
        return {number for pair in pairs for number in pair}

    @contextmanager
    def recounted(self, articles: Collection[int]) -> Iterator[None]:
        """Count these articles as they are after what is done inside, no longer as before."""
        before = self._count(articles)
        yield
        change = self._count(articles)
        change.subtract(before)
        more = " ON CONFLICT (kind, value) DO UPDATE SET articles = tally.articles + excluded.articles"
        insert(self._ask, "tally", [(*key, by) for key, by in sorted(change.items()) if by], more)

    def clear(self) -> None:
        """Forget the counts, where all pairs are forgotten."""
        self._ask("DELETE FROM tally WHERE kind IN (?, ?)", (ORIGINAL, REPRINT))

    def _count(self, articles: Collection[int]) -> Counter[tuple[str, str]]:
        every, found = sorted(articles), Counter[tuple[str, str]]()
        for at in range(0, len(every), _PART):
            part = every[at : at + _PART]
            for kind, outlet, count in self._ask(counting(marks(part)), [*part, *part]):
                found[kind, outlet] += int(count)
        return found
