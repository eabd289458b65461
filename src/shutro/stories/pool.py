"""Grouping a pool of reports from scratch: likeness under the press, then under their own stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from shutro.stories.features import Features, Vector
from shutro.stories.likeness import HEAD_SHARE, SAME_STORY, fading
from shutro.stories.linkage import Links, group
from shutro.stories.weights import Weights

STRICT: Final = 0.3  # what the first round asks, before the stories of these days are counted


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
    return group(links(reports, weights), [1.0] * len(reports), least)


def links(reports: Sequence[Features], weights: Weights) -> Links:
    """The likeness of every two reports that share a telling term."""
    table: Links = [{} for _ in reports]
    for share, vectors in (
        (HEAD_SHARE, [weights.unit(r.head) for r in reports]),
        (1 - HEAD_SHARE, [weights.unit(r.whole) for r in reports]),
    ):
        _gather(table, vectors, share)
    for i, row in enumerate(table):
        one = reports[i].when
        for j in row:
            other = reports[j].when
            if one is not None and other is not None:
                row[j] *= fading(abs((one - other).total_seconds()) / 86_400)
    return table


def _gather(table: Links, vectors: Sequence[Vector], share: float) -> None:
    having: dict[str, list[tuple[int, float]]] = {}
    for i, vector in enumerate(vectors):
        for term, weight in vector.items():
            earlier = having.setdefault(term, [])
            row = table[i]
            mine = share * weight
            for j, theirs in earlier:
                row[j] = row.get(j, 0.0) + mine * theirs
            earlier.append((i, weight))
    for i, row in enumerate(table):
        for j, likeness in row.items():
            if j < i:
                table[j][i] = likeness
