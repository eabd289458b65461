"""Reports that rest on another paper's report: who is quoted, where, and which report of his it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum

from shutro.bangla.keys import sound_key
from shutro.meaning.findings import Findings
from shutro.model import Article, Statement
from shutro.span import Span
from shutro.stories.copies.shingles import Shingled, shingled, without_furniture
from shutro.stories.moments import in_order, when
from shutro.stories.terms import press, terms

# The quoted report has at least this part of the words, by their weight, of what is quoted from it.
_RETOLD = 0.35


@dataclass(frozen=True, slots=True)
class Quotation:
    """An article that gives another outlet of the set as its source.

    `span` is the statement that says so, in the article's text. `original` is the report of that outlet
    which has most of what is quoted, of those not printed later; None where none has enough of it.
    """

    article: str
    outlet: str
    span: Span
    original: str | None
    likeness: float = 0.0


def quotations(found: Sequence[Findings]) -> list[Quotation]:
    """Every outlet that an article of the set quotes and that has articles in the set itself, once a pair."""
    articles = in_order(one.article for one in found)
    texts = {text.article.id: text for text in without_furniture([shingled(a) for a in articles])}
    shelves: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.outlet:
            shelves[sound_key(article.outlet)].append(article)
    order = {article.id: number for number, article in enumerate(articles)}
    listed: dict[tuple[str, str], Quotation] = {}
    for one in sorted(found, key=lambda f: order[f.article.id]):
        for statement, medium in _media(one):
            shelf = [a for a in shelves.get(sound_key(medium), ()) if a.outlet != one.article.outlet]
            if shelf:
                quotation = _quotation(one.article, statement, shelf, texts)
                kept = listed.setdefault((one.article.id, quotation.outlet), quotation)
                if quotation.likeness > kept.likeness:
                    listed[one.article.id, quotation.outlet] = quotation
    return list(listed.values())


def _media(found: Findings) -> Iterator[tuple[Statement, str]]:
    """The statements with each medium that their words came through, or that is their source itself."""
    for statement in found.statements:
        for medium in dict.fromkeys([*statement.via, *([statement.source] if statement.source else [])]):
            yield statement, medium


def _quotation(
    article: Article, statement: Statement, shelf: Sequence[Article], texts: dict[str, Shingled]
) -> Quotation:
    said = set(terms((statement.content or statement.span).of(article.text)))
    at = when(article)
    best: tuple[float, str] | None = None
    for other in shelf:
        then = when(other)
        if at is not None and then is not None and then > at:
            continue
        told = {t for line in texts[other.id].lines for t in terms(line.span.of(other.text))}
        part = _weight(said & told) / (_weight(said) or 1.0)
        if part >= _RETOLD and (best is None or part > best[0]):
            best = part, other.id
    outlet = shelf[0].outlet or ""
    if best is None:
        return Quotation(article.id, outlet, statement.span, None)
    return Quotation(article.id, outlet, statement.span, best[1], round(best[0], 4))


def _weight(listed: set[str]) -> float:
    return fsum(max(0.0, press().rarity(term)) for term in listed)
