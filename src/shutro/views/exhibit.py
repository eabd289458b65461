"""A story laid out for showing: its pages and lines numbered, each citation tied to its page.

Every view starts from an `Exhibit`, so that line 12 in the terminal is line 12 in the page and in
the JSON. It does not change with the order in which the articles came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from shutro.errors import DataError
from shutro.model import Article, Entry, Evidence, Statement
from shutro.span import Span
from shutro.stories.grouping.titles import title as headline_of
from shutro.stories.moments import in_order
from shutro.views.lines import Line, numbered


@dataclass(frozen=True, slots=True)
class Page:
    """An article as one of the sources, `number` from 1; `source` is the file it was read from."""

    number: int
    article: Article
    source: str | None = None

    def anchor(self, span: Span) -> str:
        """The id of a cited span of this page, the same in every view."""
        return f"p{self.number}-{span.start}-{span.end}"


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A story under its title: pages in order of their printing, lines in order of their days."""

    title: str
    pages: tuple[Page, ...] = field(repr=False)
    lines: tuple[Line, ...] = field(repr=False)

    def page(self, evidence: Evidence) -> Page:
        """The page a citation stands on."""
        return next(p for p in self.pages if p.article.id == evidence.article)

    def page_of(self, line: Line, statement: Statement) -> Page | None:
        """The page that a statement of the line stands on, None where none holds its characters."""
        for page in self.pages:
            article = page.article
            if statement.span.of(article.text) == statement.text and line.cites(article.id):
                return page
        return None

    def citing(self, page: Page) -> dict[Span, tuple[Line, ...]]:
        """The spans of the page that lines rest on or link to, in order of position, with those that rest."""
        found: dict[Span, list[Line]] = {}
        for line in self.lines:
            for span in line.spans_in(page.article.id):
                found.setdefault(span, []).append(line)
            for link in line.entry.links:
                if link.evidence.article == page.article.id:
                    found.setdefault(link.evidence.span, [])
        return {span: tuple(found[span]) for span in sorted(found)}

    @property
    def days(self) -> list[tuple[str | None, list[Line]]]:
        """The lines by the date of their entry, in order."""
        return [(day, list(lines)) for day, lines in groupby(self.lines, key=lambda line: line.entry.date)]

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who prints the pages, each outlet once; pages of unknown outlets aside."""
        return tuple(dict.fromkeys(p.article.outlet for p in self.pages if p.article.outlet))


def exhibit(
    entries: Sequence[Entry],
    articles: Iterable[Article],
    *,
    sources: Mapping[str, str] | None = None,
    title: str | None = None,
) -> Exhibit:
    """Lay out a timeline over the articles it was made from.

    `sources` names the file of each article by its id. Without a `title` the headline of the most
    central article stands over the story. Raises DataError when a line cites an article that is not
    there, or characters that are not the article's.
    """
    each = {article.id: article for article in articles}
    pages = tuple(
        Page(number, article, (sources or {}).get(article.id))
        for number, article in enumerate(in_order(each.values()), 1)
    )
    lines = numbered(entries)
    for line in lines:
        for evidence in (*line.cited, *(link.evidence for link in line.entry.links)):
            if evidence.article not in each:
                raise DataError(
                    f"line {line.number} cites {evidence.article!r}, which is not among the articles"
                )
            if evidence.span.of(each[evidence.article].text) != evidence.text:
                raise DataError(f"line {line.number} cites characters that are not in {evidence.article!r}")
    if title is None:
        title = headline_of([page.article for page in pages]) if pages else ""
    return Exhibit(title, pages, lines)
