"""Grouping a pool of reports from scratch: likeness under the press, then under their own stories."""

from __future__ import annotations

import sys
from array import array
from collections import Counter
from collections.abc import Sequence
from typing import Final

from shutro.stories.features import Features, Vector
from shutro.stories.grouping.likeness import HEAD_SHARE, MET, SAME_STORY, clash, fading, filled_in, tied
from shutro.stories.grouping.linkage import Links, group
from shutro.stories.grouping.semantic import SHARE, Vectors, meant
from shutro.stories.grouping.weights import Weights
from shutro.stories.terms import naming

# Weights are counted in steps of 1/2¹⁵, so that a product of two, and any sum of them, fits a lane.
_LANE: Final = 32
_SCALE: Final = 1 << 15
_ONE: Final = _SCALE * _SCALE
_MET: Final = round(MET * _ONE)


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
    links: Links = [{} for _ in reports]
    within: list[float] = []
    heads, wholes = _Columns(), _Columns()
    rest = 1 - HEAD_SHARE
    for i, report in enumerate(reports):
        head, whole = fixed.unit(report.head), fixed.unit(report.whole)
        (who, what), (who_too, what_too) = heads.products(head), wholes.products(whole)
        for j, parts in enumerate(zip(who, what, who_too, what_too, strict=True)):
            if parts[0] + parts[1] < _MET:
                continue
            by_names = (parts[0] * HEAD_SHARE + parts[2] * rest) / _ONE
            by_words = (parts[1] * HEAD_SHARE + parts[3] * rest) / _ONE
            left = _faded(report, reports[j]) * filled_in(report, reports[j], by_names + by_words)
            links[i][j] = links[j][i] = (by_names * left, by_words * left)
        heads.take(head)
        wholes.take(whole)
        within.append(HEAD_SHARE * bool(head) + rest * bool(whole))
    return links, within


class _Columns:
    """The vectors taken in so far, a column for each term: one integer, with a lane of bits for each vector.

    Multiplied by a weight, a column is multiplied in all its lanes at once, by the processor's own
    arithmetic, and no lane runs over into the next: two vectors of length 1 have a product of 1 at most.
    """

    def __init__(self) -> None:
        self._columns: dict[str, int] = {}
        self._taken = 0

    def take(self, vector: Vector) -> None:
        """Add a vector of length 1."""
        for term, weight in vector.items():
            lane = round(weight * _SCALE) << (_LANE * self._taken)
            self._columns[term] = self._columns.get(term, 0) | lane
        self._taken += 1

    def products(self, vector: Vector) -> tuple[array[int], array[int]]:
        """The products with each vector taken in, in parts of `_ONE`: what names and what words add."""
        who = what = 0
        for term, weight in vector.items():
            if column := self._columns.get(term):
                all_ = round(weight * _SCALE)
                named = round(all_ * naming(term))
                if named:
                    who += column * named
                if named < all_:
                    what += column * (all_ - named)
        return self._lanes(who), self._lanes(what)

    def _lanes(self, packed: int) -> array[int]:
        lanes = array("I", packed.to_bytes(_LANE // 8 * self._taken, sys.byteorder))
        if sys.byteorder == "big":
            lanes.reverse()
        return lanes


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


def _faded(one: Features, other: Features) -> float:
    apart = clash(one, other)
    if one.when is None or other.when is None:
        return apart
    return apart * fading(abs((one.when - other.when).total_seconds()) / 86_400)
