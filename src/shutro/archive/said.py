"""Statements by their source and matter: who said what about what."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from shutro.archive.desk_identity import find as find_entity
from shutro.archive.desk_naming import SOURCE
from shutro.archive.expand import RELATED, Plan, plan
from shutro.archive.filters import Filters
from shutro.archive.findings import Kept
from shutro.archive.query import parse
from shutro.archive.record import unpacked
from shutro.archive.results import Said
from shutro.archive.search import find
from shutro.archive.shelf import Shelf
from shutro.archive.terms import terms
from shutro.bangla.keys import folded

_READ = 100


def said(
    shelf: Shelf, findings: Callable[[list[int]], Sequence[Kept]], who: str, about: str, limit: int
) -> list[Said]:
    """The statements whose source is `who` and whose content has something of `about`, best first."""
    if not parse(who).slots:
        return []
    source, matter = plan(parse(who), shelf), plan(parse(about), shelf)
    entities = find_entity(shelf.names, who)[:1]
    group = shelf.names.by_entity([entity.number for entity in entities])
    numbers = _of(shelf, [name.number for name in group], about, limit)
    if not numbers or shelf.names.count_waiting():
        _, found = find(f"{who} {about}", shelf, Filters(), _READ)
        numbers = list(dict.fromkeys([*numbers, *(hit.number for hit in found)]))
    names = {name.folded for name in group}
    records = shelf.current(numbers)
    hits = []
    for number, kept in zip(numbers, findings(numbers), strict=True):
        article = unpacked(records[number])
        for statement in kept.statements:
            if not statement.source or not (
                folded(statement.source) in names or _share(source, statement.source) == 1
            ):
                continue
            content = statement.content or statement.span
            share = _share(matter, content.of(article.text)) if matter.slots else 1.0
            if share > 0:
                hits.append(Said(article, statement, round(share * statement.sure, 4)))
    hits.sort(key=lambda hit: -hit.score)
    return _each_once(hits)[:limit]


def _of(shelf: Shelf, group: Sequence[int], about: str, limit: int) -> list[int]:
    """The articles in which somebody is quoted and that tell of `about`, as the index of names has it."""
    if not group:
        return []
    if not parse(about).slots:
        sayings = shelf.names.sayings(group, SOURCE, max(_READ, limit), 0)
        return list(dict.fromkeys(number for number, _ in sayings))
    _, found = find(about, shelf, Filters(said=tuple(group)), _READ)
    return [hit.number for hit in found]


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
