"""Grouping a pool of reports from scratch: likeness under the press, then under their own stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from shutro.stories.features import Features, Vector
from shutro.stories.likeness import HEAD_SHARE, SAME_STORY, fading, tied
from shutro.stories.linkage import Links, group
from shutro.stories.terms import naming
from shutro.stories.weights import Weights

STRICT: Final = 0.28  # what the first round asks, before the stories of these days are counted


def regroup(reports: Sequence[Features], around: Weights) -> list[list[int]]:
    """The reports as stories, by their positions.

    The first round weighs terms by the press and the stories outside the pool, `around`; the second
    by the stories of the first round too.
    """
    rough = _round(reports, around, STRICT)
    weights = Weights(around.press)
    weights.stories = around.stories + len(rough)
    weights.counts = Counter(around.counts)
    for numbers in rough:
        weights.counts.update(set().union(*(reports[i].head.keys() for i in numbers)))
    return _round(reports, weights, SAME_STORY)


def _round(reports: Sequence[Features], weights: Weights, least: float) -> list[list[int]]:
    links, within = _links(reports, weights)
    return group(links, within, tied, least)


def _links(reports: Sequence[Features], weights: Weights) -> tuple[Links, list[float]]:
    """The likeness of every two reports that share a telling term, and of each with itself."""
    who: list[dict[int, float]] = [{} for _ in reports]
    both: list[dict[int, float]] = [{} for _ in reports]
    within = [0.0] * len(reports)
    for share, vectors in (
        (HEAD_SHARE, [weights.unit(r.head) for r in reports]),
        (1 - HEAD_SHARE, [weights.unit(r.whole) for r in reports]),
    ):
        _gather(who, both, vectors, share)
        for i, vector in enumerate(vectors):
            within[i] += share if vector else 0.0
    links: Links = [{} for _ in reports]
    for i, row in enumerate(both):
        for j, total in row.items():
            faded = _faded(reports[i], reports[j])
            named = who[i][j]
            links[i][j] = links[j][i] = (named * faded, (total - named) * faded)
    return links, within


def _gather(
    who: list[dict[int, float]], both: list[dict[int, float]], vectors: Sequence[Vector], share: float
) -> None:
    """Add the products of the vectors to the rows of every report and the earlier ones it meets."""
    having: dict[str, list[tuple[int, float]]] = {}
    for i, vector in enumerate(vectors):
        names, rows = who[i], both[i]
        for term, weight in vector.items():
            named = naming(term)
            earlier = having.setdefault(term, [])
            mine = share * weight
            for j, theirs in earlier:
                product = mine * theirs
                rows[j] = rows.get(j, 0.0) + product
                names[j] = names.get(j, 0.0) + product * named
            earlier.append((i, weight))


def _faded(one: Features, other: Features) -> float:
    if one.when is None or other.when is None:
        return 1.0
    return fading(abs((one.when - other.when).total_seconds()) / 86_400)
