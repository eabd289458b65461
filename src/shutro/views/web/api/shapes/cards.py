"""Lists of the archive: reports, stories, threads, names, outlets, notes, days, what waits."""

from __future__ import annotations

from datetime import date, datetime

from shutro.archive.nouns.cards import Target
from shutro.model import NameKind
from shutro.views.web.api.shapes.base import Place, Shape


class ReportCard(Shape):
    """One report. `day` is that of publication, `inferred` where only the capture bounds it."""

    id: str
    headline: str
    outlet: str | None
    day: date | None
    inferred: bool
    section: str | None
    story: str | None


class StoryCard(Shape):
    """One story: its days, reports, outlets (the earliest first) and independent origins.

    `grown` is when the archive last gave it a report.
    """

    id: str
    title: str
    first: date | None
    last: date | None
    articles: int
    outlets: list[str]
    origins: int
    importance: float
    grown: datetime
    thread: str | None


class ThreadCard(Shape):
    """One thread: its days, stories, reports, and the names that tie it."""

    id: str
    title: str
    first: date | None
    last: date | None
    stories: int
    articles: int
    actors: list[str]


class Tie(Shape):
    """Why two stories belong to one thread: whom and what both tell of."""

    one: str
    other: str
    likeness: float
    actors: list[str]
    matter: list[str]


class Thread(Shape):
    """One thread with its stories in order of time and the ties between them."""

    card: ThreadCard
    stories: list[StoryCard]
    ties: list[Tie]


class Bearer(Shape):
    """One of several people of a name: what reports say of them, in the words of one."""

    label: str
    articles: int
    first: date | None
    last: date | None


class Entity(Shape):
    """Somebody or something named, with the spellings met, the commonest first.

    Where several people bear the name, `people` are they; `name (label)` asks for one of them, and `which`
    is the label of whom was asked for.
    """

    canonical: str
    kind: NameKind
    articles: int
    latin: str | None
    spellings: list[str]
    first: date | None
    last: date | None
    which: str
    people: list[Bearer]


class Beside(Shape):
    """Who is named in the same reports, and in how many."""

    entity: Entity
    reports: int


class Outlet(Shape):
    """One outlet: its reports and days, how many it had first and how many it reprints."""

    name: str
    articles: int
    first: date | None
    last: date | None
    originals: int
    reprints: int


class Note(Shape):
    """A reader's note on a story, a thread, an article, or a sentence (`span`) of an article."""

    id: str
    target: Target
    of: str
    text: str
    made: datetime
    span: Place | None


class DayCount(Shape):
    """How many reports stand under a day."""

    day: date
    reports: int


class Waiting(Shape):
    """A capture that no article could be read from, with the reason."""

    id: str
    url: str | None
    kind: str
    reason: str
    since: str
    size: int
