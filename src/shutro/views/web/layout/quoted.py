"""A statement as lists show it: what is said, beside a card of the article it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from shutro.archive.nouns.cards import ArticleCard
from shutro.archive.nouns.record import filed_day
from shutro.archive.nouns.results import Said
from shutro.model import Article, Statement


@dataclass(frozen=True, slots=True)
class Quoted:
    """One statement; `content` as `words_of` tells. `unsure`: several people bear the name, and nothing tells
    whose words these are."""

    statement: Statement
    content: str
    article: ArticleCard
    unsure: bool = False


def quoted(item: Said) -> Quoted:
    """What a list shows of a statement found."""
    return Quoted(item.statement, words_of(item.statement), card_of(item.article), item.unsure)


def words_of(statement: Statement) -> str:
    """What is said as lists show it: a speaker's own words alone, reported ones in their sentence, out of
    which they are seldom a whole clause (`সেতু নির্মাণের` of who promised it)."""
    return content_of(statement) if statement.form == "direct" else statement.text


def content_of(statement: Statement) -> str:
    """What is said, as printed; the whole evidence where the content is not known."""
    said = statement.content
    if said is None or said.start < statement.start:
        return statement.text
    return said.shift(-statement.start).of(statement.text)


def card_of(article: Article) -> ArticleCard:
    """The card of an article at hand; its story is not asked for."""
    stamp = article.published or article.updated
    inferred = stamp is None or stamp.inferred
    return ArticleCard(
        article.id, article.headline, article.outlet, filed_day(article), inferred, article.section
    )
