"""What a job made, into an archive: articles with what was found in them, day by day, then its stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from datatrove.io import DataFolder

from shutro.archive.nouns.findings import Kept
from shutro.archive.store import open_archive
from shutro.model import Article
from shutro.scale.files import made_of, mark_made, mark_of, read_json, read_table, rows_of
from shutro.scale.rows import article_of, kept_of


def load(where: DataFolder, days: Sequence[str], archive: str) -> tuple[int, int]:
    """Put the articles of days into an archive and let its stories grow: how many were new, how many placed.

    What was found in them must be the work of the present rules. A day that the archive was given before is
    not gone through again.
    """
    new = 0
    marks = f"logs/archive-{mark_of(archive)}"
    with open_archive(archive) as store:
        fresh = not len(store)
        for day in days:
            mark = mark_of(read_json(where, f"signs/{day}.json"))
            if fresh or made_of(where, f"{marks}/{day}", mark) is None:
                added = store.add_understood(_found(where, day))
                mark_made(where, f"{marks}/{day}", mark, added)
                new += added
        store.understand()
        return new, store.grow()


def _found(where: DataFolder, day: str) -> Iterator[tuple[Article, Kept]]:
    """The articles of a day with what was found in each, in order of outlet and capture."""
    for name in sorted(where.list_files(f"articles/day={day}")):
        for row in rows_of(read_table(where, name)):
            found = kept_of(row)
            yield article_of(row), Kept(found.names, found.statements, found.events)
