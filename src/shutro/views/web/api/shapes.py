"""The shapes of the API's lists: what the archive's cards become as JSON."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import BaseModel, ConfigDict

from shutro.archive.nouns.cards import Target
from shutro.archive.nouns.results import VerdictKind
from shutro.model import NameKind


class Shape(BaseModel):
    """A noun as JSON; what is not known is null, never left out."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


class Place(Shape):
    """A half-open range of code points of an article's `text`."""

    start: int
    end: int


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


class Changed(Shape):
    """One difference between a text and what was printed."""

    kind: str
    card: str
    printed: str


class Coverage(Shape):
    """The days the archive holds of an outlet, or of all: what is not found was not printed in these."""

    outlet: str | None
    articles: int
    first: date | None
    last: date | None


class Verdict(Shape):
    """Whether a text was printed: the nearest sentence of the archive and what differs.

    `reason` is `too-short` of a word or two, which claim nothing that could be printed; else empty.
    """

    verdict: VerdictKind
    reason: str
    article: str | None
    headline: str | None
    outlet: str | None
    sentence: Place | None
    text: str | None
    difference: list[Changed]
    coverage: Coverage
    likeness: float


class Format(Shape):
    """A format of exports; the first of its tables is the one written unless another is asked for."""

    name: str
    media_type: str
    about: str
    tables: list[str]
    textless: bool


class About(Shape):
    """What is served: the versions, and how much the archive holds."""

    shutro: str
    rules: str
    archive: str
    articles: int
    stories: int
    first: date | None
    last: date | None
    writable: bool
