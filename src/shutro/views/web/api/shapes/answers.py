"""What a search and a check answer."""

from __future__ import annotations

from datetime import date

from shutro.archive.nouns.results import Hit, Said, VerdictKind
from shutro.archive.nouns.results import Snippet as ArchiveSnippet
from shutro.views.web.api.shapes.articles import Brief
from shutro.views.web.api.shapes.base import Place, Shape
from shutro.views.web.api.shapes.findings import Statement


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
