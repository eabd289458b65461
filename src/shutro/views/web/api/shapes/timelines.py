"""The lines of a story, and what it has gained; offsets are those of the article named beside them."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from shutro.model import Agreement, Granularity
from shutro.model import Entry as ModelEntry
from shutro.views.lines import key
from shutro.views.web.api.shapes.base import Shape
from shutro.views.web.api.shapes.cards import ReportCard, StoryCard
from shutro.views.web.api.shapes.findings import Statement


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
