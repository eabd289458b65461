"""All that is found in one article, each finding at the offsets of the article's text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shutro.bangla.times import TimeExpression
from shutro.bangla.unswept import unswept
from shutro.meaning.anchor import anchor
from shutro.meaning.document import Document, document
from shutro.meaning.events.events import events
from shutro.meaning.quantities.quantities import Quantity, quantities
from shutro.meaning.statements.attribution import statements
from shutro.model import Article, Event, Name, Stamp, Statement


@dataclass(frozen=True, slots=True)
class Findings:
    """What one article says: names, times, statements, events and quantities.

    `anchor` is the day relative dates were counted from, None where it is unknown. Offsets are those
    of `article.text`.
    """

    article: Article
    anchor: Stamp | None
    doc: Document
    names: tuple[Name, ...]
    times: tuple[TimeExpression, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    quantities: tuple[Quantity, ...]

    @property
    def day(self) -> date | None:
        """The day relative dates were counted from."""
        return self.anchor.day if self.anchor is not None else None


@unswept
def understand(article: Article) -> Findings:
    """Find everything in an article, on its headline and body alone."""
    stamp = anchor(article)
    doc = document(article.prose, stamp.day if stamp is not None else None, article.outlet)
    return Findings(
        article,
        stamp,
        doc,
        doc.names,
        doc.times,
        tuple(statements(doc)),
        tuple(events(doc)),
        tuple(quantities(doc)),
    )
