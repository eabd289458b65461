"""What was found in an article, at the offsets of its `text`."""

from __future__ import annotations

from shutro.model import Form, NameKind, Status
from shutro.views.web.api.shapes.base import Place, Shape


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
