"""Stories as they are written: what is placed where, and the stories' rows. The SQL of both stores."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shutro.archive.tables.copied import Copied
from shutro.archive.tables.sql import Tables, among, insert
from shutro.archive.tables.ties import Ties

if TYPE_CHECKING:
    from shutro.archive.tables.bands import Bands

# Numbers of articles are given in order, so those after the last that was seen are new.
_UNSEEN = "number > (SELECT coalesce(max(article), 0) FROM placed)"
# Those that wait are placed by day, those of unknown day last.
_TURN = "coalesce(CAST(day AS TEXT), '9999') || ' ' || id"
_TURN_OF_PLACED = f"(SELECT {_TURN} FROM article WHERE number = placed.article)"

_WRONG = {
    "stories do not count their articles": "story s WHERE s.articles <> (SELECT count(*) FROM placed p"
    " WHERE p.story = s.number)",
    "articles stand in a story that is not there": "placed p LEFT JOIN story s ON s.number = p.story"
    " WHERE p.story IS NOT NULL AND s.number IS NULL",
    "stories have lost their founder": "story s LEFT JOIN placed p ON p.article = s.number"
    " WHERE p.story IS NULL OR p.story <> s.number",
    "stories have lost their terms": "story s LEFT JOIN story_mass m ON m.story = s.number"
    " WHERE m.story IS NULL",
    "ties lead nowhere": "tie t LEFT JOIN story a ON a.number = t.one"
    " LEFT JOIN story b ON b.number = t.other WHERE a.number IS NULL OR b.number IS NULL",
    "threads do not count their stories": "thread t WHERE t.stories <> (SELECT count(*) FROM story s"
    " WHERE s.thread = t.number)",
    "articles are in no story and do not wait": "placed WHERE story IS NULL AND turn IS NULL",
}


@dataclass(frozen=True, slots=True)
class Member:
    """A placed article: when it was printed (None where unknown) and taken in, in seconds; how many code
    points its body has."""

    article: int
    id: str
    outlet: str | None
    moment: float | None
    added: float
    length: int


@dataclass(frozen=True, slots=True)
class StoryRow:
    """What is written of a story for lists; days are ISO text."""

    title: str
    first: str | None
    last: str | None
    articles: int
    outlets: str
    origins: int
    importance: float
    grown: float
    titled: int


class Ledger:
    """The tables `placed`, `story` and those beside it."""

    def __init__(self, tables: Tables, bands: Bands) -> None:
        self.tables = tables
        self.bands = bands
        self.ties, self.copied = Ties(tables), Copied(tables)
        self._ask = tables.ask

    # how far things are

    def state(self) -> tuple[int, int, str]:
        """The version, the articles placed since the last settling, the rules that made every story."""
        version, pending, rules = self._ask("SELECT version, pending, rules FROM growth")[0]
        return int(version), int(pending), str(rules)

    def set_state(self, version: int, pending: int, rules: str) -> None:
        """Write what `state` reads."""
        self._ask("UPDATE growth SET version = ?, pending = ?, rules = ?", (version, pending, rules))

    def verify(self) -> str | None:
        """What is wrong with the stories; None where each counts its articles, has its founder and its
        terms, and every article is in one or waits."""
        for wrong, test in _WRONG.items():
            if count := int(self._ask(f"SELECT count(*) FROM {test}")[0][0]):
                return f"{count} {wrong}"
        return None

    # placing

    def register(self, now: float) -> None:
        """Let the articles wait that were added since; `now` is when they came."""
        if not self._ask(f"SELECT 1 FROM article WHERE {_UNSEEN} LIMIT 1"):
            return
        self._ask("UPDATE growth SET rules = ''")
        self._ask(
            "INSERT INTO placed (article, turn, added)"
            f" SELECT number, {_TURN}, ? FROM article WHERE {_UNSEEN}",
            (now,),
        )

    def again(self) -> None:
        """Let every article wait, and forget all stories but the ids they had."""
        for table in (
            "story",
            "story_mass",
            "story_outlet",
            "story_actor",
            "meeting",
            "tie",
            "thread",
            "timeline",
        ):
            self._ask(f"DELETE FROM {table}")
        self.copied.clear()
        self.bands.clear()
        self._ask(f"UPDATE placed SET story = NULL, decision = NULL, moment = NULL, turn = {_TURN_OF_PLACED}")

    def revise(self, article: int) -> None:
        """Let an article wait again that says something else now; its story keeps it until then."""
        self._ask("UPDATE growth SET rules = ''")
        self._ask(f"UPDATE placed SET turn = {_TURN_OF_PLACED} WHERE article = ?", (article,))

    def waiting(self, limit: int) -> list[int]:
        """The articles that wait for a story, by day."""
        sql = "SELECT article FROM placed WHERE turn IS NOT NULL ORDER BY turn LIMIT ?"
        return [int(row[0]) for row in self._ask(sql, (limit,))]

    def any_waiting(self) -> bool:
        """Whether an article waits."""
        unseen = f"SELECT 1 FROM article WHERE {_UNSEEN} LIMIT 1"
        return bool(self._ask(unseen) or self.waiting(1))

    def count_waiting(self) -> int:
        """How many articles wait, those among them that came since the last growth."""
        unseen = f"SELECT count(*) FROM article WHERE {_UNSEEN}"
        listed = "SELECT count(*) FROM placed WHERE turn IS NOT NULL"
        return sum(int(self._ask(sql)[0][0]) for sql in (unseen, listed))

    def added(self, articles: Collection[int]) -> dict[int, tuple[float, int | None]]:
        """When articles were taken in, and the story each stands in."""
        sql = "SELECT article, added, story FROM placed WHERE article IN ({})"
        return {int(n): (float(at), story) for n, at, story in among(self._ask, sql, articles)}

    def revision(self, article: int) -> int:
        """The number of the revision that an article is shown as."""
        return int(self._ask("SELECT current FROM article WHERE number = ?", (article,))[0][0])

    def first_added(self, moment: float) -> int:
        """The number of the first article that was taken in at `moment` or later.

        Numbers are given in the order of arrival; so it is looked for by halves, however many there are.
        """
        low, high = 1, 1 + int(self._ask("SELECT coalesce(max(article), 0) FROM placed")[0][0])
        while low < high:
            middle = (low + high) // 2
            sql = "SELECT article, added FROM placed WHERE article >= ? ORDER BY article LIMIT 1"
            ((article, added),) = self._ask(sql, (middle,))
            if added < moment:
                low = int(article) + 1
            else:
                high = middle
        return low

    def last_added(self) -> float | None:
        """When the last article was taken in, in seconds; None where there is none."""
        found = self._ask("SELECT added FROM placed ORDER BY article DESC LIMIT 1")
        return float(found[0][0]) if found else None

    def place(self, article: int, story: int, moment: float | None, length: int, decision: str) -> None:
        """Put an article into a story; it waits no more."""
        sql = (
            "UPDATE placed SET story = ?, turn = NULL, moment = ?, length = ?, decision = ? WHERE article = ?"
        )
        self._ask(sql, (story, moment, length, decision, article))

    def stays(self, article: int, moment: float | None, length: int) -> None:
        """Leave a revised article where it is."""
        sql = "UPDATE placed SET turn = NULL, moment = ?, length = ? WHERE article = ?"
        self._ask(sql, (moment, length, article))

    def move(self, article: int, story: int, decision: str) -> None:
        """Put a placed article into another story."""
        sql = "UPDATE placed SET story = ?, decision = ? WHERE article = ?"
        self._ask(sql, (story, decision, article))

    def stories_of(self, articles: Collection[int]) -> dict[int, int]:
        """The story of each article that has one."""
        sql = "SELECT article, story FROM placed WHERE article IN ({}) AND story IS NOT NULL"
        return {int(article): int(story) for article, story in among(self._ask, sql, articles)}

    def decision(self, article: int) -> str | None:
        """Why an article stands where it does; None where it waits."""
        found = self._ask("SELECT decision FROM placed WHERE article = ?", (article,))
        return str(found[0][0]) if found and found[0][0] is not None else None

    def members(self, stories: Collection[int]) -> dict[int, list[Member]]:
        """The articles of stories, in order of time, those of unknown time last."""
        sql = (
            "SELECT p.story, p.article, a.id, a.outlet, p.moment, p.added, p.length FROM placed p"
            " JOIN article a ON a.number = p.article WHERE p.story IN ({})"
        )
        found: dict[int, list[Member]] = {}
        for story, article, id, outlet, moment, added, length in among(self._ask, sql, stories):
            found.setdefault(int(story), []).append(
                Member(int(article), str(id), outlet, moment, float(added), int(length))
            )
        for listed in found.values():
            listed.sort(key=lambda m: (m.moment is None, m.moment or 0.0, m.id))
        return found

    # stories

    def begin(self, story: int, id: str, period: int) -> None:
        """A new story; its row is filled by `write`."""
        self.name(id, story)
        self._ask(
            "INSERT INTO story VALUES (?, ?, ?, '', NULL, NULL, 0, '[]', 0, 0.0, 0.0, NULL, 0, 0, 1)",
            (story, id, period),
        )

    def name(self, id: str, article: int) -> None:
        """Keep whose founder an id names."""
        self._ask("INSERT INTO founder VALUES (?, ?) ON CONFLICT (id) DO NOTHING", (id, article))

    def end(self, story: int) -> None:
        """A story that is another's part now, or has no article any more."""
        for table in ("story_mass", "story_outlet", "story_actor", "timeline"):
            self._ask(f"DELETE FROM {table} WHERE story = ?", (story,))
        self._ask("DELETE FROM tie WHERE one = ? OR other = ?", (story, story))
        self._ask("DELETE FROM story WHERE number = ?", (story,))

    def gather(self, story: int, into: int) -> None:
        """Give all articles of a story to another."""
        self._ask("UPDATE placed SET story = ? WHERE story = ?", (into, story))

    def touch(self, stories: Collection[int]) -> None:
        """Say that stories have changed since they were settled."""
        among(self._ask, "UPDATE story SET unsettled = 1 WHERE number IN ({})", stories)

    def unsettled(self) -> list[int]:
        """The stories that changed since they were settled."""
        return [
            int(row[0]) for row in self._ask("SELECT number FROM story WHERE unsettled > 0 ORDER BY number")
        ]

    def settled(self) -> None:
        """All are."""
        self._ask("UPDATE story SET unsettled = 0 WHERE unsettled > 0")

    def put_masses(self, masses: Iterable[tuple[int, bytes]]) -> None:
        """Write the terms of stories."""
        more = " ON CONFLICT (story) DO UPDATE SET mass = excluded.mass"
        insert(self._ask, "story_mass", list(masses), more)

    def masses(self, stories: Collection[int]) -> dict[int, tuple[str, int, bytes]]:
        """The id, the period and the terms of stories."""
        sql = (
            "SELECT s.number, s.id, s.period, m.mass FROM story s JOIN story_mass m ON m.story = s.number"
            " WHERE s.number IN ({})"
        )
        return {
            int(n): (str(id), int(period), mass) for n, id, period, mass in among(self._ask, sql, stories)
        }

    def titles(self, stories: Collection[int]) -> dict[int, tuple[str, int, int]]:
        """The titles of stories, with how many reports they had when titled, and when tied to others."""
        sql = "SELECT number, title, titled, tied FROM story WHERE number IN ({})"
        return {
            int(n): (str(title), int(of), int(tied)) for n, title, of, tied in among(self._ask, sql, stories)
        }

    def write(self, story: int, row: StoryRow, outlets: Collection[str]) -> None:
        """Write a story's row, and the outlets it is found under."""
        self._ask(
            "UPDATE story SET title = ?, first = ?, last = ?, articles = ?, outlets = ?, origins = ?,"
            " importance = ?, grown = ?, titled = ? WHERE number = ?",
            (row.title, row.first, row.last, row.articles, row.outlets, row.origins, row.importance,
             row.grown, row.titled, story),
        )  # fmt: skip
        self._ask("DELETE FROM story_outlet WHERE story = ?", (story,))
        insert(self._ask, "story_outlet", [(outlet, story) for outlet in outlets])
