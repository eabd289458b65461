"""Statements by their source and matter: who said what about what."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from shutro.archive.expand import RELATED, Plan, plan
from shutro.archive.filters import Filters
from shutro.archive.findings import Kept
from shutro.archive.query import parse
from shutro.archive.record import unpacked
from shutro.archive.results import Said
from shutro.archive.search import find
from shutro.archive.shelf import Shelf
from shutro.archive.terms import terms

_READ = 100


def said(
    shelf: Shelf, findings: Callable[[list[int]], Sequence[Kept]], who: str, about: str, limit: int
) -> list[Said]:
    """The statements whose source is `who` and whose content has something of `about`, best first."""
    source = plan(parse(who), shelf)
    matter = plan(parse(about), shelf)
    if not source.slots:
        return []
    _, found = find(f"{who} {about}", shelf, Filters(), _READ)
    numbers = [hit.number for hit in found]
    records = shelf.current(numbers)
    hits = []
    for number, kept in zip(numbers, findings(numbers), strict=True):
        article = unpacked(records[number])
        for statement in kept.statements:
            if not statement.source or _share(source, statement.source) < 1:
                continue
            content = statement.content or statement.span
            share = _share(matter, content.of(article.text)) if matter.slots else 1.0
            if share > 0:
                hits.append(Said(article, statement, round(share * statement.sure, 4)))
    hits.sort(key=lambda hit: -hit.score)
    return _each_once(hits)[:limit]


def _share(made: Plan, text: str) -> float:
    """How much of what the plan asks for, by worth, stands in `text`."""
    forms = {term.form for term in terms(text)}
    has = [
        any(
            variant.weight > RELATED
            and variant.first <= slot <= variant.last
            and all(forms & set(part.values()) for part in variant.parts)
            for variant in made.variants
        )
        for slot in range(len(made.slots))
    ]
    return sum(w for w, here in zip(made.worth, has, strict=True) if here) / (sum(made.worth) or 1.0)


def _each_once(hits: list[Said]) -> list[Said]:
    """Without the same words of the same article again."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for hit in hits:
        key = (hit.article.id, hit.statement.text)
        if key not in seen:
            seen.add(key)
            kept.append(hit)
    return kept
