"""Stories and threads as lists show them, read from their rows alone. The SQL of both stores."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from shutro.archive.nouns.cards import StoryCard, StoryOrder, ThreadCard
from shutro.archive.tables.sql import Tables, among, marks
from shutro.stories.grouping.threads import Tie

_STORY = (
    "SELECT s.number, s.id, s.title, s.first, s.last, s.articles, s.outlets, s.origins, s.importance,"
    " s.grown, t.id FROM {source} LEFT JOIN thread t ON t.number = s.thread"
)
_THREAD = "SELECT number, id, title, first, last, stories, articles, actors FROM thread"
_ORDER = {
    "importance": "s.importance DESC, s.number",
    "newest": "s.last DESC, s.importance DESC, s.number",
    "oldest": "s.first, s.importance DESC, s.number",
}
_RARE = 200  # an outlet in fewer than 1 of so many stories is asked for its stories first


@dataclass(frozen=True, slots=True)
class Which:
    """Which stories are listed: those with a report from `since` to `until`, of an outlet, that keep naming
    one of `actors`, of a thread (its number), grown at a moment or later, with one of `reports`. `None` asks
    for nothing."""

    since: date | None = None
    until: date | None = None
    outlet: str | None = None
    actors: tuple[str, ...] | None = None
    thread: int | None = None
    grown_since: datetime | None = None
    reports: tuple[int, ...] | None = None


class Lists:
    """The tables `story`, `thread` and `tie`, to be read, and the kept timelines."""

    def __init__(self, tables: Tables) -> None:
        self._ask = tables.ask

    # which number an id has

    def story_of(self, article: int) -> int | None:
        """The story that holds an article; None where it waits."""
        found = self._ask("SELECT story FROM placed WHERE article = ?", (article,))
        return None if not found or found[0][0] is None else int(found[0][0])

    def founder(self, id: str) -> int | None:
        """The article that founded the story or thread that ever had this id."""
        found = self._ask("SELECT article FROM founder WHERE id = ?", (id,))
        return int(found[0][0]) if found else None

    def thread_of(self, story: int) -> int | None:
        """The thread of a story, if it has one."""
        found = self._ask("SELECT thread FROM story WHERE number = ?", (story,))
        return None if not found or found[0][0] is None else int(found[0][0])

    # stories

    def stories(self, which: Which, order: StoryOrder, limit: int, offset: int) -> list[StoryCard]:
        """The cards of stories."""
        source, tests, values = self._which(which)
        if order != "importance":
            tests.append(f"s.{'last' if order == 'newest' else 'first'} IS NOT NULL")
        sql = f"{_STORY.format(source=source)}{_where(tests)} ORDER BY {_ORDER[order]} LIMIT ? OFFSET ?"
        return [_story(row) for row in self._ask(sql, (*values, limit, offset))]

    def count(self, which: Which) -> int:
        """How many stories there are."""
        if which == Which(outlet=which.outlet) and which.outlet is not None:
            sql = "SELECT count(*) FROM story_outlet WHERE outlet = ?"
            return int(self._ask(sql, (which.outlet,))[0][0])
        source, tests, values = self._which(which)
        return int(self._ask(f"SELECT count(*) FROM {source}{_where(tests)}", values)[0][0])

    def _is_rare(self, outlet: str) -> bool:
        """Whether few stories are an outlet's; numbers of stories that came apart count as stories."""
        last = int(self._ask("SELECT coalesce(max(number), 0) FROM story")[0][0])
        few = "SELECT 1 FROM story_outlet WHERE outlet = ? LIMIT ?"
        return len(self._ask(few, (outlet, last // _RARE + 1))) * _RARE < last

    def _which(self, which: Which) -> tuple[str, list[str], list[object]]:
        tests: list[str] = []
        values: list[object] = []
        source = "story s"
        for test, value in (
            ("s.last >= ?", which.since and which.since.isoformat()),
            ("s.first <= ?", which.until and which.until.isoformat()),
            ("s.thread = ?", which.thread),
            ("s.grown >= ?", which.grown_since and which.grown_since.timestamp()),
        ):
            if value is not None:
                tests.append(test)
                values.append(value)
        if which.outlet is not None:
            held = "story_outlet o WHERE o.outlet = ?"
            if self._is_rare(which.outlet):
                tests.append(f"s.number IN (SELECT o.story FROM {held})")
            else:  # the next of the order has it soon, so that nothing needs to be sorted
                tests.append(f"EXISTS (SELECT 1 FROM {held} AND o.story = s.number)")
            values.append(which.outlet)
        if which.actors is not None:
            named = f"SELECT story FROM story_actor WHERE actor IN ({marks(which.actors)})"
            tests.append(f"s.number IN ({named})")
            values += which.actors
        if which.reports is not None:
            holding = f"SELECT p.story FROM placed p WHERE p.article IN ({marks(which.reports)})"
            tests.append(f"s.number IN ({holding})")
            values += which.reports
        return source, tests, values

    def cards(self, stories: Collection[int]) -> dict[int, StoryCard]:
        """The cards of these stories."""
        sql = f"{_STORY.format(source='story s')} WHERE s.number IN ({{}})"
        return {int(row[0]): _story(row) for row in among(self._ask, sql, stories)}

    def members(self, story: int) -> list[tuple[int, float]]:
        """The articles of a story in order of time, with the moments they were taken in."""
        sql = (
            "SELECT p.article, p.added FROM placed p JOIN article a ON a.number = p.article"
            " WHERE p.story = ? ORDER BY p.moment IS NULL, p.moment, a.id"
        )
        return [(int(article), float(added)) for article, added in self._ask(sql, (story,))]

    def days(self, since: date, until: date, outlet: str | None) -> list[tuple[date, int]]:
        """How many reports are filed under each day that has one."""
        test = " AND outlet = ?" if outlet is not None else ""
        sql = f"SELECT day, count(*) FROM card WHERE day BETWEEN ? AND ?{test} GROUP BY day ORDER BY day"
        values = (max(1, since.toordinal()), until.toordinal(), *([outlet] if outlet is not None else []))
        return [(date.fromordinal(int(day)), int(count)) for day, count in self._ask(sql, values)]

    # timelines

    def states(self, articles: Collection[int]) -> list[tuple[int, int]]:
        """The current revision of each article, in order of the articles."""
        rows = among(self._ask, "SELECT number, current FROM article WHERE number IN ({})", articles)
        return sorted((int(number), int(current)) for number, current in rows)

    def timeline(self, story: int) -> tuple[str, bytes] | None:
        """The kept timeline of a story and the state it was made of."""
        found = self._ask("SELECT state, entries FROM timeline WHERE story = ?", (story,))
        return (str(found[0][0]), found[0][1]) if found else None

    def put_timeline(self, story: int, state: str, entries: bytes) -> None:
        """Keep a timeline."""
        self._ask(
            "INSERT INTO timeline VALUES (?, ?, ?) ON CONFLICT (story)"
            " DO UPDATE SET state = excluded.state, entries = excluded.entries",
            (story, state, entries),
        )

    # threads

    def threads(self, limit: int, offset: int) -> list[ThreadCard]:
        """The cards of threads, the one with the latest report first."""
        sql = f"{_THREAD} ORDER BY last IS NULL, last DESC, articles DESC, number LIMIT ? OFFSET ?"
        return [_thread(row) for row in self._ask(sql, (limit, offset))]

    def thread_cards(self, numbers: Sequence[int]) -> dict[int, ThreadCard]:
        """The cards of these threads."""
        rows = among(self._ask, f"{_THREAD} WHERE number IN ({{}})", numbers)
        return {int(row[0]): _thread(row) for row in rows}

    def thread_stories(self, thread: int) -> list[StoryCard]:
        """The stories of a thread in order of time."""
        story = _STORY.format(source="story s")
        sql = f"{story} WHERE s.thread = ? ORDER BY s.first IS NULL, s.first, s.id"
        return [_story(row) for row in self._ask(sql, (thread,))]

    def thread_ties(self, thread: int) -> list[Tie]:
        """What ties the stories of a thread, the strongest tie first."""
        sql = (
            "SELECT a.id, b.id, t.likeness, t.actors, t.matter FROM tie t"
            " JOIN story a ON a.number = t.one JOIN story b ON b.number = t.other"
            " WHERE a.thread = ? AND b.thread = ? ORDER BY t.likeness DESC, a.id, b.id"
        )
        return [
            Tie(str(one), str(other), float(likeness), tuple(json.loads(actors)), tuple(json.loads(matter)))
            for one, other, likeness, actors, matter in self._ask(sql, (thread, thread))
        ]


def _where(tests: Sequence[str]) -> str:
    return f" WHERE {' AND '.join(tests)}" if tests else ""


def _story(row: Sequence[Any]) -> StoryCard:
    _, id, title, first, last, articles, outlets, origins, importance, grown, thread = row
    return StoryCard(
        str(id), str(title), as_date(first), as_date(last), int(articles), tuple(json.loads(outlets)),
        int(origins), float(importance), datetime.fromtimestamp(float(grown), UTC),
        None if thread is None else str(thread),
    )  # fmt: skip


def _thread(row: Sequence[Any]) -> ThreadCard:
    _, id, title, first, last, stories, articles, actors = row
    return ThreadCard(
        str(id), str(title), as_date(first), as_date(last), int(stories), int(articles),
        tuple(json.loads(actors)),
    )  # fmt: skip


def as_date(text: str | None) -> date | None:
    """The day of ISO text."""
    return date.fromisoformat(text) if text is not None else None
