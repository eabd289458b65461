"""The shapes of what the API tells of articles and timelines; offsets are those of an article's `text`."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from shutro.archive.nouns.results import Added, Hit, Revision, Said
from shutro.archive.nouns.results import Snippet as ArchiveSnippet
from shutro.model import Agreement, Form, Granularity, NameKind, Role, Stamp, Status
from shutro.model import Article as ModelArticle
from shutro.model import Entry as ModelEntry
from shutro.views.exports.plain import short_hash
from shutro.views.lines import key
from shutro.views.web.api.shapes import Place, ReportCard, Shape, StoryCard


class Dated(Shape):
    """A date that a page gives of itself; `value` is ISO 8601, a day alone where no time is printed."""

    value: str
    text: str
    role: Role
    how: str
    span: Place | None
    calendar: str | None
    inferred: bool

    @classmethod
    def of(cls, stamp: Stamp | None) -> Dated | None:
        """The stamp's fields."""
        if stamp is None:
            return None
        span = Place.model_validate(stamp.span) if stamp.span else None
        return cls(
            value=stamp.isoformat(), text=stamp.text, role=stamp.role, how=stamp.how, span=span,
            calendar=stamp.calendar, inferred=stamp.inferred,
        )  # fmt: skip


class Article(Shape):
    """An article; `text` is the whole decoded page and `paragraphs` are its body."""

    id: str
    capture: str
    url: str | None
    outlet: str | None
    headline: str
    standfirst: str | None
    authors: list[str]
    published: Dated | None
    updated: Dated | None
    page_date: Dated | None
    captured: datetime | None
    section: str | None
    tags: list[str]
    caption: str | None
    text: str
    paragraphs: list[Place]
    story: str | None

    @classmethod
    def of(cls, article: ModelArticle, story: str | None) -> Article:
        """The article's fields."""
        return cls(
            id=article.id, capture=article.capture, url=article.url, outlet=article.outlet,
            headline=article.headline, standfirst=article.standfirst, authors=list(article.authors),
            published=Dated.of(article.published), updated=Dated.of(article.updated),
            page_date=Dated.of(article.page_date), captured=article.captured, section=article.section,
            tags=list(article.tags), caption=article.caption, text=article.text,
            paragraphs=[Place(start=s.start, end=s.end) for s in article.paragraphs], story=story,
        )  # fmt: skip


class Name(Shape):
    """A mention of somebody or something."""

    start: int
    end: int
    text: str
    kind: NameKind
    canonical: str
    entity: str | None
    rule: str


class Statement(Shape):
    """Who says what, how, to whom, and through whom."""

    start: int
    end: int
    text: str
    source: str | None
    form: Form
    stance: str
    source_span: Place | None
    cue: Place | None
    content: Place | None
    to: list[str]
    via: list[str]
    rule: str
    sure: float
    inferred: bool


class Event(Shape):
    """Something done; the offsets are those of the words that tell it."""

    start: int
    end: int
    text: str
    kind: str
    actors: list[str]
    recipients: list[str]
    date: str | None
    date_how: str
    place: str | None
    status: Status
    rule: str
    sure: float


class Findings(Shape):
    """What `rules` find in an article."""

    article: str
    rules: str
    names: list[Name]
    statements: list[Statement]
    events: list[Event]


class Evidence(Shape):
    """One sentence of one article, and the chain of who vouches for it."""

    article: str
    outlet: str | None
    start: int
    end: int
    text: str
    chain: list[str]
    url: str | None


class Difference(Shape):
    """Two values that cannot both be so, or a later value of the same thing."""

    slot: str
    kind: Literal["conflict", "update"]
    this: str
    other: str
    note: str
    evidence: list[Evidence]


class Link(Shape):
    """Where a plan and what became of it are told, seen from the other: `evidence` is that other sentence."""

    kind: Literal["announced", "fulfilled", "postponed", "cancelled"]
    evidence: Evidence


class Entry(Shape):
    """One line of a timeline. `key` stays the same as long as its first sentence is there."""

    key: str
    date: str | None
    granularity: Granularity
    dated: Literal["stated", "context", "as-of", "planned"]
    inferred: bool
    text: str
    agreement: Agreement
    importance: float
    outlets: list[str]
    origins: list[str]
    evidence: list[Evidence]
    differences: list[Difference]
    links: list[Link]
    statements: list[Statement]

    @classmethod
    def of(cls, entry: ModelEntry) -> Entry:
        """The entry's fields, with its key."""
        return cls(
            key=key(entry.evidence[0]), date=entry.date, granularity=entry.granularity, dated=entry.dated,
            inferred=entry.inferred, text=entry.text, agreement=entry.agreement,
            importance=entry.importance, outlets=list(entry.outlets), origins=list(entry.origins),
            evidence=[Evidence.model_validate(one) for one in entry.evidence],
            differences=[Difference.model_validate(one) for one in entry.differences],
            links=[Link.model_validate(one) for one in entry.links],
            statements=[Statement.model_validate(one) for one in entry.statements],
        )  # fmt: skip


class Gain(Shape):
    """What a story has gained: reports, lines that are new, lines that say more now."""

    story: StoryCard
    since: datetime
    articles: list[ReportCard]
    entries: list[Entry]
    grown: list[Entry]


class State(Shape):
    """One captured state of an article; `number` counts from 1."""

    number: int
    seen: str
    capture: str
    headline: str
    published: Dated | None
    updated: Dated | None
    length: int
    hash: str

    @classmethod
    def of(cls, revision: Revision) -> State:
        """The revision without its text."""
        article = revision.article
        return cls(
            number=revision.number, seen=revision.seen, capture=article.capture, headline=article.headline,
            published=Dated.of(article.published), updated=Dated.of(article.updated),
            length=len(article.text), hash=short_hash(article.text),
        )  # fmt: skip


class CaptureCard(Shape):
    """A page as it was given to the archive: its address, type, time and size, but not its bytes."""

    id: str
    url: str | None
    media_type: str | None
    captured: datetime | None
    size: int


class Brief(Shape):
    """An article without its text."""

    id: str
    headline: str
    outlet: str | None
    url: str | None
    published: Dated | None

    @classmethod
    def of(cls, article: ModelArticle) -> Brief:
        """The article's fields for a list."""
        return cls(
            id=article.id, headline=article.headline, outlet=article.outlet, url=article.url,
            published=Dated.of(article.published),
        )  # fmt: skip


class Snippet(Shape):
    """A piece of an article's text with what matched in it; all are places in the article's `text`."""

    text: str
    span: Place
    matches: list[Place]


class ArticleHit(Shape):
    """An article found. `headline_matches` are places in its headline."""

    article: Brief
    score: float
    why: list[str]
    headline_matches: list[Place]
    snippet: Snippet

    @classmethod
    def of(cls, hit: Hit) -> ArticleHit:
        """The hit's fields."""
        shown: ArchiveSnippet = hit.snippet
        return cls(
            article=Brief.of(hit.article), score=hit.score, why=list(hit.why),
            headline_matches=[Place.model_validate(span) for span in hit.headline],
            snippet=Snippet.model_validate(shown),
        )  # fmt: skip


class StatementHit(Shape):
    """A statement found, and the article it stands in.

    Where several people bear the name asked for, `bearer` is the label of the one it is taken for, and
    `unsure` is true where nothing tells whose it is.
    """

    article: Brief
    statement: Statement
    score: float
    bearer: str
    unsure: bool

    @classmethod
    def of(cls, said: Said) -> StatementHit:
        """The statement with its article."""
        return cls(
            article=Brief.of(said.article),
            statement=Statement.model_validate(said.statement),
            score=said.score,
            bearer=said.bearer,
            unsure=said.unsure,
        )


class Taken(Shape):
    """What became of a capture that was sent: `added`, `revised`, or `known` already."""

    outcome: Added
    article: Brief
    story: str | None
