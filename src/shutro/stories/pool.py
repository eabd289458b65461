"""Grouping a pool of reports from scratch: likeness under the press, then under their own stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from shutro.stories.features import Features, Vector
from shutro.stories.likeness import BARE_MORE, HEAD_SHARE, SAME_STORY, fading
from shutro.stories.linkage import Links, average_link
from shutro.stories.weights import Weights


def regroup(reports: Sequence[Features], around: Weights, rounds: int = 2) -> list[list[int]]:
    """The reports as stories, by their positions.

    The first round counts every report as a story of its own where `around` knows no other; each
    further round counts the stories of the round before. `around` are the weights of the stories
    outside the pool.
    """
    groups = [[i] for i in range(len(reports))]
    for round in range(rounds):
        weights = Weights(around.press)
        weights.stories = around.stories
        weights.counts = Counter(around.counts)
        if round:
            for group in groups:
                weights.stories += 1
                weights.counts.update(set().union(*(reports[i].head.keys() for i in group)))
        groups = average_link(links(reports, weights), [1] * len(reports), _asked(reports))
    return groups


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


def _asked(reports: Sequence[Features]):
    def least(i: int, j: int) -> float:
        return SAME_STORY + BARE_MORE * (reports[i].bare + reports[j].bare) / 2

    return least
