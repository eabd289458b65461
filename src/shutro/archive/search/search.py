"""Search: a query becomes a plan, the plan candidates, the candidates ranked hits with snippets."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from heapq import nlargest

from shutro.archive.search.expand import plan
from shutro.archive.search.query import parse
from shutro.archive.search.rank import Matcher, bound_pairs, rating, score
from shutro.archive.search.variants import RELATED, Plan
from shutro.archive.stores.query import Group, Order, Wanted
from shutro.archive.stores.shelf import Shelf
from shutro.archive.tables.filters import Filters
from shutro.archive.words.terms import terms

_POOL = 150  # articles that are ranked, at least
_WEIGHED = 2_000
"""Articles that the index may weigh itself: to weigh one word it reads every article that has it."""
_PASSED = 6_000
"""Articles with the rarest word that may be passed by in search of those that have the others too."""
_IN_HEADLINES = 20
"""A word stands in at least so many articles for each headline that has it."""
_ENOUGH = 0.5  # part of the query's worth that an answer has
_TAIL = 0.12  # part of the best score that an answer has


@dataclass(frozen=True, slots=True)
class Found:
    """One article's number, its score and the coverage of the query; `words` gives the numbers of what
    answered it."""

    number: int
    score: float
    coverage: float
    words: Callable[[], frozenset[int]] = frozenset


def find(query: str, shelf: Shelf, filters: Filters, limit: int) -> tuple[Plan, list[Found]]:
    """The best `limit` articles, best first, and the plan that found them.

    With filters and no words, the newest that pass them.
    """
    made = plan(parse(query), shelf)
    if not made.slots and filters:
        return made, [Found(number, 0.0, 1.0) for number in shelf.cards.newest(filters, limit)]
    matcher = Matcher(made)
    seen = {}
    words_of = shelf.words_of(_candidates(made, shelf, filters, max(_POOL, 3 * limit)))
    for number, sighting in matcher.sightings(words_of).items():
        if sighting.places and matcher.holds_together(sighting) and not matcher.excluded(words_of[number]):
            seen[number] = sighting
    bound = bound_pairs(made, list(seen.values()), lambda: _named(query))
    rated = {number: rating(made, words_of[number], sighting, bound) for number, sighting in seen.items()}
    answers = (one.least for one in rated.values() if one.coverage >= _ENOUGH)
    least = min(nlargest(limit, answers), default=0.0)
    found = [
        Found(
            number,
            score(made, one, seen[number]),
            one.coverage,
            partial(seen[number].words, words_of[number]),
        )
        for number, one in rated.items()
        if one.most >= least  # no other is among the best, however near its words stand
    ]
    found.sort(key=lambda hit: (-hit.score, -hit.number))
    return made, _kept(found)[:limit]


def _named(query: str) -> list[int]:
    """The words of the query, by number, that the next word goes on with as one person's name."""
    from shutro.meaning.names.names import names

    query = query.encode("utf-8", "replace").decode()  # a command's words may hold lone surrogates
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


def _candidates(made: Plan, shelf: Shelf, filters: Filters, limit: int) -> list[int]:
    """The articles worth looking at: those with every word, then those with the rarest words.

    Where the words are common, not every article that has them is weighed: those with all of them in the
    headline and the newest are looked at instead, back to where even the rarest has been met often enough.
    A common word alone brings no article in when rarer ones are asked with it. So a large archive
    answers as fast as a small one.
    """
    strict = _groups(made, RELATED)
    if not strict and not (strict := _groups(made, 0.0)):
        return []
    numbers: list[int] = []
    if len(strict) == len(made.slots):
        if sum(made.carried) <= _WEIGHED:
            numbers += shelf.candidates(Wanted(strict, "every", filters), limit)
        else:
            often, count = max(_PASSED, min(made.carried)), shelf.count()
            back = count * _PASSED // often
            after = count - back * _IN_HEADLINES
            numbers += shelf.candidates(Wanted(strict, "every", filters, "headlines", after), limit // 2)
            numbers += shelf.candidates(Wanted(strict, "every", filters, "newest", count - back), limit // 2)
    if len(numbers) < limit and (len(made.slots) > 1 or not numbers):
        for above in (RELATED, 0.0):
            if len(numbers) < limit:
                groups, carried = _rarest(made, above)
                order: Order = "newest" if carried > _WEIGHED else "likeliest"
                numbers += shelf.candidates(Wanted(groups, "any", filters, order), limit)
    return list(dict.fromkeys(numbers))


def _rarest(made: Plan, above: float) -> tuple[list[Group], int]:
    """The groups of the rarest slots, as many as together stand in not too many articles, and in how many."""
    chosen: list[Group] = []
    carried = 0
    for slot in sorted(range(len(made.slots)), key=made.carried.__getitem__):
        if chosen and carried + made.carried[slot] > _WEIGHED:
            break
        if group := _of(made, slot, above):
            chosen.append(group)
            carried += made.carried[slot]
    return chosen, carried


def _groups(made: Plan, above: float) -> list[Group]:
    """The alternatives of every slot that weigh more than `above`, each a row of sets of forms."""
    return [group for slot in range(len(made.slots)) if (group := _of(made, slot, above))]


def _of(made: Plan, slot: int, above: float) -> Group:
    return [
        tuple(tuple(part.values()) for part in variant.parts)
        for variant in made.variants
        if variant.first <= slot <= variant.last and variant.weight > above
    ]
