"""Search: a query becomes a plan, the plan candidates, the candidates ranked hits with snippets."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from shutro.archive.expand import Plan, Variant, plan
from shutro.archive.query import parse
from shutro.archive.rank import Matcher, bound_pairs, score
from shutro.archive.shelf import Filters, Shelf
from shutro.archive.terms import terms

_POOL = 300
_ENOUGH = 0.5
_TAIL = 0.12


@dataclass(frozen=True, slots=True)
class Found:
    """One article's number, its score and the coverage of the query."""

    number: int
    score: float
    coverage: float


def find(query: str, shelf: Shelf, filters: Filters, limit: int) -> tuple[Plan, list[Found]]:
    """The best `limit` articles, best first, and the plan that found them."""
    made = plan(parse(query), shelf)
    groups = _groups(made)
    if not groups:
        return made, []
    pool = max(_POOL, 5 * limit)
    numbers = shelf.candidates(groups, True, filters, pool)
    if len(numbers) < pool and len(groups) > 1:
        numbers = list(dict.fromkeys([*numbers, *shelf.candidates(groups, False, filters, pool)]))
    matcher = Matcher(made)
    pool_of = {}
    for number, words in shelf.words_of(numbers).items():
        places = matcher.places(words)
        if places and matcher.holds_together(places) and not (made.excluded and matcher.excluded(words)):
            pool_of[number] = (words, places)
    bound = bound_pairs(made, [places for _, places in pool_of.values()], lambda: _named(query))
    found = []
    for number, (words, places) in pool_of.items():
        value, coverage = score(made, words, places, bound)
        found.append(Found(number, value, coverage))
    found.sort(key=lambda hit: (-hit.score, -hit.number))
    return made, _kept(found)[:limit]


def _named(query: str) -> list[int]:
    """The words of the query, by number, that the next word goes on with as one person's name."""
    from shutro.meaning.names import names

    people = [name.span for name in names(query) if name.kind == "PER"]
    words = [term.span for term in terms(query)]
    return [
        at
        for at, (one, two) in enumerate(itertools.pairwise(words))
        if any(person.covers(one) and person.covers(two) for person in people)
    ]


def _kept(found: list[Found]) -> list[Found]:
    """Without the tail that shares too little with the query to be an answer."""
    if not found:
        return []
    floor = _TAIL * found[0].score
    return [hit for hit in found if hit.coverage >= _ENOUGH and hit.score >= floor]


def _groups(made: Plan) -> list[list[tuple[tuple[str, ...], ...]]]:
    """The alternatives of every slot, each a row of sets of forms."""
    groups = []
    for slot in range(len(made.slots)):
        variants = [v for v in made.variants if v.first <= slot <= v.last]
        if variants:
            groups.append([_forms(variant) for variant in variants])
    return groups


def _forms(variant: Variant) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(part.values()) for part in variant.parts)
