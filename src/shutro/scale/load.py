"""What a job made, into an archive: articles with what was found in them, day by day, then its stories."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from datatrove.io import DataFolder

from shutro.archive.findings import Kept, rules
from shutro.archive.store import open_archive
from shutro.model import Article
from shutro.scale.files import read_table, rows_of
from shutro.scale.rows import article_of, kept_of


def load(
    where: DataFolder,
    days: list[str],
    archive: str,
    made_by: str,
    progress: Callable[[int], None] | None = None,
) -> tuple[int, int]:
    """Put the articles of days into an archive and let its stories grow: how many were new, how many placed.

    What rules other than the present found is found anew by the archive. Again is harmless. `progress` is
    called with the days done.
    """
    new = 0
    with open_archive(archive) as store:
        for done, day in enumerate(days, 1):
            if made_by == rules():
                new += store.add_understood(_found(where, day))
            else:
                new += store.add_all(article for article, _ in _found(where, day))
            if progress:
                progress(done)
        store.understand()
        return new, store.grow()


def _found(where: DataFolder, day: str) -> Iterator[tuple[Article, Kept]]:
    """The articles of a day with what was found in each, in order of outlet and capture."""
    for name in sorted(where.list_files(f"articles/day={day}")):
        for row in rows_of(read_table(where, name)):
            found = kept_of(row)
            yield article_of(row), Kept(found.names, found.statements, found.events)
