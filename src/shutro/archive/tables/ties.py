"""Ties between stories, and the threads they make, as they are written. The SQL of both stores."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import cast

from shutro.archive.tables.sql import Tables, among, insert
from shutro.model import NameKind
from shutro.stories.grouping.threads import Actor

_ROW = "SELECT number, id, title, first, last, articles FROM story"
Row = tuple[int, str, str, str | None, str | None, int]


class Ties:
    """The tables `story_actor`, `tie` and `thread`."""

    def __init__(self, tables: Tables) -> None:
        self._ask = tables.ask

    # actors

    def put_actors(self, story: int, actors: Mapping[str, Actor]) -> None:
        """Write whom a story keeps naming, in place of what was there."""
        self._ask("DELETE FROM story_actor WHERE story = ?", (story,))
        rows = [(name, story, actor.kind, actor.reports) for name, actor in actors.items()]
        insert(self._ask, "story_actor", rows)

    def actors(self, stories: Collection[int]) -> dict[int, dict[str, Actor]]:
        """Whom stories keep naming."""
        sql = "SELECT story, actor, kind, reports FROM story_actor WHERE story IN ({})"
        found: dict[int, dict[str, Actor]] = {}
        for story, name, kind, reports in among(self._ask, sql, stories):
            found.setdefault(int(story), {})[str(name)] = Actor(cast(NameKind, kind), int(reports))
        return found

    # ties

    def put(self, story: int, found: Iterable[tuple[int, float, Sequence[str], Sequence[str]]]) -> None:
        """Write all ties of a story: to which, how alike, by which actors and words."""
        self._ask("DELETE FROM tie WHERE one = ? OR other = ?", (story, story))
        rows = [
            (min(story, other), max(story, other), likeness, _listed(actors), _listed(matter))
            for other, likeness, actors, matter in found
        ]
        insert(self._ask, "tie", rows)

    def among(self, stories: Collection[int]) -> list[tuple[int, int, float]]:
        """The ties between any two of these stories."""
        pool = set(stories)
        rows = among(self._ask, "SELECT one, other, likeness FROM tie WHERE one IN ({})", stories)
        return sorted((int(a), int(b), float(likeness)) for a, b, likeness in rows if b in pool)

    def set_tied(self, story: int, size: int) -> None:
        """Say how many reports a story had when its ties were found."""
        self._ask("UPDATE story SET tied = ? WHERE number = ?", (size, story))

    # threads

    def threads_of(self, stories: Collection[int]) -> dict[int, int]:
        """The thread of each story that has one."""
        sql = "SELECT number, thread FROM story WHERE number IN ({}) AND thread IS NOT NULL"
        return {int(story): int(thread) for story, thread in among(self._ask, sql, stories)}

    def members(self, threads: Collection[int]) -> list[int]:
        """The stories of threads."""
        sql = "SELECT number FROM story WHERE thread IN ({}) ORDER BY number"
        return [int(row[0]) for row in among(self._ask, sql, threads)]

    def in_time(self, stories: Collection[int]) -> list[int]:
        """Stories in order of their first day, those of unknown day last."""
        rows = among(self._ask, "SELECT first, id, number FROM story WHERE number IN ({})", stories)
        return [
            int(number) for first, _, number in sorted(rows, key=lambda r: (r[0] is None, r[0] or "", r[1]))
        ]

    def set_thread(self, story: int, thread: int | None) -> None:
        """Put a story into a thread, or into none."""
        self._ask("UPDATE story SET thread = ? WHERE number = ?", (thread, story))

    def in_thread(self, thread: int) -> list[Row]:
        """The rows of a thread's stories, in order of time."""
        rows = self._ask(f"{_ROW} WHERE thread = ? ORDER BY first IS NULL, first, id", (thread,))
        return [
            (int(number), str(id), str(title), first, last, int(articles))
            for number, id, title, first, last, articles in rows
        ]

    def inside(self, thread: int) -> list[tuple[int, int, float, str]]:
        """The ties inside a thread, with their actors as JSON."""
        sql = (
            "SELECT t.one, t.other, t.likeness, t.actors FROM tie t JOIN story a ON a.number = t.one"
            " JOIN story b ON b.number = t.other WHERE a.thread = ? AND b.thread = ? ORDER BY a.id, b.id"
        )
        rows = self._ask(sql, (thread, thread))
        return [(int(one), int(other), float(likeness), str(actors)) for one, other, likeness, actors in rows]

    def put_thread(self, row: Sequence[object]) -> None:
        """Write a thread's row."""
        self.drop_thread(row[0])
        insert(self._ask, "thread", [row])

    def drop_thread(self, thread: object) -> None:
        """Take a thread's row away; the story that may be left of it is in none."""
        self._ask("DELETE FROM thread WHERE number = ?", (thread,))


def _listed(words: Iterable[str]) -> str:
    return json.dumps(list(words), ensure_ascii=False)
