"""Grouping a pool of reports from scratch: likeness under the press, then under their own stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from shutro.stories.features import Features, Vector
from shutro.stories.likeness import HEAD_SHARE, MET, SAME_STORY, clash, fading, filled_in, tied
from shutro.stories.linkage import Links, group
from shutro.stories.semantic import SHARE, Vectors, meant
from shutro.stories.terms import naming
from shutro.stories.weights import Weights

Matrix = NDArray[np.float64]


def regroup(
    reports: Sequence[Features], around: Weights, vectors: Vectors | None = None, unrelated: float = 0.0
) -> list[list[int]]:
    """The reports as stories, by their positions.

    The first round weighs terms by the press alone; the second by the stories of the first round and
    those outside the pool, `around`, too. `vectors` are those of an embedder, by the ids of some of the
    reports; `unrelated` is the embedder's.
    """
    rough = _round(reports, Weights(around.press), vectors or {}, unrelated)
    weights = Weights(around.press)
    weights.stories = around.stories + len(rough)
    weights.counts = Counter(around.counts)
    for numbers in rough:
        weights.counts.update(set().union(*(reports[i].head.keys() for i in numbers)))
    return _round(reports, weights, vectors or {}, unrelated)


def _round(
    reports: Sequence[Features], weights: Weights, vectors: Vectors, unrelated: float
) -> list[list[int]]:
    links, within = _links(reports, weights)
    if vectors:
        _mean(reports, links, vectors, unrelated)
    return group(links, within, tied, SAME_STORY)


class _Fixed(Weights):
    """Weights that no longer change, each worked out once."""

    __slots__ = ("_known",)

    def __init__(self, of: Weights) -> None:
        super().__init__(of.press)
        self.stories, self.counts = of.stories, of.counts
        self._known: dict[str, float] = {}

    def weight(self, term: str) -> float:
        if (known := self._known.get(term)) is None:
            known = self._known[term] = super().weight(term)
        return known


def _links(reports: Sequence[Features], weights: Weights) -> tuple[Links, list[float]]:
    """The likeness of every two reports whose heads have something in common, and of each with itself."""
    fixed = _Fixed(weights)
    heads = [fixed.unit(r.head) for r in reports]
    wholes = [fixed.unit(r.whole) for r in reports]
    (who, what), (who_too, what_too) = _products(heads), _products(wholes)
    links: Links = [{} for _ in reports]
    rest = 1 - HEAD_SHARE
    for i, j in np.argwhere(np.tril(who + what, -1) >= MET).tolist():
        by_names = float(who[i, j] * HEAD_SHARE + who_too[i, j] * rest)
        by_words = float(what[i, j] * HEAD_SHARE + what_too[i, j] * rest)
        left = _faded(reports[i], reports[j]) * filled_in(reports[i], reports[j], by_names + by_words)
        links[i][j] = links[j][i] = (by_names * left, by_words * left)
    within = [
        HEAD_SHARE * bool(head) + (1 - HEAD_SHARE) * bool(whole)
        for head, whole in zip(heads, wholes, strict=True)
    ]
    return links, within


def _mean(reports: Sequence[Features], links: Links, vectors: Vectors, unrelated: float) -> None:
    """Let vectors speak for the pairs of which both have one; half for the names, half for the matter."""
    kept = 1 - SHARE
    for i, row in enumerate(links):
        mine = vectors.get(reports[i].id)
        for j in [j for j in row if j < i]:
            theirs = vectors.get(reports[j].id)
            if mine is not None and theirs is not None:
                each = SHARE * meant(mine, theirs, unrelated) * _faded(reports[i], reports[j]) / 2
                who, what = row[j]
                row[j] = links[j][i] = (kept * who + each, kept * what + each)


def _products(vectors: Sequence[Vector]) -> tuple[Matrix, Matrix]:
    """The inner products of every two vectors: what names add to them, and what other words do.

    Added up term by term in the order they first stand in, so that the same vectors give the same bits.
    """
    having: dict[str, tuple[list[int], list[float]]] = {}
    for i, vector in enumerate(vectors):
        for term, weight in vector.items():
            numbers, weights = having.setdefault(term, ([], []))
            numbers.append(i)
            weights.append(weight)
    named = np.zeros((len(vectors), len(vectors)))
    told = np.zeros_like(named)
    for term, (numbers, weights) in having.items():
        if len(numbers) > 1:
            both = np.multiply.outer(weights, weights)
            at = np.ix_(numbers, numbers)
            share = naming(term)
            if share:
                named[at] += share * both
            if share < 1:
                told[at] += (1 - share) * both
    return named, told


def _faded(one: Features, other: Features) -> float:
    apart = clash(one, other)
    if one.when is None or other.when is None:
        return apart
    return apart * fading(abs((one.when - other.when).total_seconds()) / 86_400)
