"""A statement as lists show it: what is said, beside a card of the article it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from shutro.archive.cards import ArticleCard
from shutro.archive.record import filed_day
from shutro.archive.results import Said
from shutro.model import Article, Statement


@dataclass(frozen=True, slots=True)
class Quoted:
    """One statement; `content` is what is said, the whole evidence where the content is not known. `unsure`:
    several people bear the name, and nothing tells whose words these are."""

    statement: Statement
    content: str
    article: ArticleCard
    unsure: bool = False


def quoted(item: Said) -> Quoted:
    """What a list shows of a statement found."""
    statement = item.statement
    content = statement.content.of(item.article.text) if statement.content else statement.text
    return Quoted(statement, content, card_of(item.article), item.unsure)


def card_of(article: Article) -> ArticleCard:
    """The card of an article at hand; its story is not asked for."""
    stamp = article.published or article.updated
    inferred = stamp is None or stamp.inferred
    return ArticleCard(
        article.id, article.headline, article.outlet, filed_day(article), inferred, article.section
    )
