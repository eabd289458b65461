"""Grouping over sparse likeness: the two most alike groups become one, again and again.

The result depends on the likenesses alone, never on the order of the nodes, save for exact ties.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence

Links = list[dict[int, float]]
"""`links[i][j]`: the likeness of nodes i and j, summed over the pairs of their members; symmetric."""


def group(links: Links, within: Sequence[float], least: float) -> list[list[int]]:
    """The groups of nodes left when no two are as alike as `least`.

    Groups are as alike as the links across are many against those within: `across / sqrt(within *
    within)`, the cosine of the groups' sums. `within[i]` is the likeness inside node i, 1 for a
    single report; a pair without a link has likeness 0. Groups are in order of their first node,
    nodes ascending.
    """
    near = [dict(row) for row in links]
    inside = list(within)
    groups: list[list[int] | None] = [[i] for i in range(len(links))]
    heap: list[tuple[float, int, int]] = []

    def likeness(i: int, j: int) -> float:
        scale = inside[i] * inside[j]
        return near[i].get(j, 0.0) / math.sqrt(scale) if scale else 0.0

    def offer(i: int, j: int) -> None:
        if (alike := likeness(i, j)) >= least:
            heapq.heappush(heap, (-alike, min(i, j), max(i, j)))

    for i, row in enumerate(near):
        for j in row:
            if i < j:
                offer(i, j)
    while heap:
        minus, i, j = heapq.heappop(heap)
        one, other = groups[i], groups[j]
        if one is None or other is None or -minus != likeness(i, j):
            continue
        groups[i], groups[j] = one + other, None
        inside[i] += inside[j] + 2 * near[i][j]
        gone = near[j]
        near[j] = {}
        near[i].pop(j, None)
        gone.pop(i, None)
        for k, total in gone.items():
            near[i][k] = near[i].get(k, 0.0) + total
            near[k].pop(j)
            near[k][i] = near[i][k]
        for k in near[i]:
            near[k][i] = near[i][k]
            offer(i, k)
    return [sorted(nodes) for nodes in groups if nodes is not None]
