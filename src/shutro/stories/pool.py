"""Grouping a pool of reports from scratch: likeness under the press, then under their own stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from shutro.stories.features import Features, Vector, dots
from shutro.stories.likeness import HEAD_SHARE, MET, SAME_STORY, clash, fading, tied
from shutro.stories.linkage import Links, group
from shutro.stories.semantic import SHARE, Vectors, meant
from shutro.stories.weights import Weights


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


def _links(reports: Sequence[Features], weights: Weights) -> tuple[Links, list[float]]:
    """The likeness of every two reports whose heads have something in common, and of each with itself."""
    heads = [weights.unit(r.head) for r in reports]
    wholes = [weights.unit(r.whole) for r in reports]
    links: Links = [{} for _ in reports]
    for i, row in enumerate(_met(heads)):
        for j, in_heads in row.items():
            if in_heads >= MET:
                who, what = dots(heads[i], heads[j])
                who_too, what_too = dots(wholes[i], wholes[j])
                faded = _faded(reports[i], reports[j])
                rest = 1 - HEAD_SHARE
                both = (
                    (who * HEAD_SHARE + who_too * rest) * faded,
                    (what * HEAD_SHARE + what_too * rest) * faded,
                )
                links[i][j] = links[j][i] = both
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


def _met(vectors: Sequence[Vector]) -> list[dict[int, float]]:
    """For every vector the earlier ones that share a term with it, and their inner product."""
    having: dict[str, list[tuple[int, float]]] = {}
    rows: list[dict[int, float]] = []
    for i, vector in enumerate(vectors):
        row: dict[int, float] = {}
        for term, weight in vector.items():
            earlier = having.setdefault(term, [])
            for j, theirs in earlier:
                row[j] = row.get(j, 0.0) + weight * theirs
            earlier.append((i, weight))
        rows.append(row)
    return rows


def _faded(one: Features, other: Features) -> float:
    apart = clash(one, other)
    if one.when is None or other.when is None:
        return apart
    return apart * fading(abs((one.when - other.when).total_seconds()) / 86_400)
