"""An article, its states, and the captures it was read from; offsets are those of its `text`."""

from __future__ import annotations

from datetime import datetime

from shutro.archive.nouns.results import Added, Revision
from shutro.model import Article as ModelArticle
from shutro.model import Role, Stamp
from shutro.views.exports.plain import short_hash
from shutro.views.web.api.shapes.base import Place, Shape


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


class Taken(Shape):
    """What became of a capture that was sent: `added`, `revised`, or `known` already."""

    outcome: Added
    article: Brief
    story: str | None
