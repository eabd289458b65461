"""Grouping over sparse likeness: the two most alike groups become one, again and again.

The result depends on the likenesses alone, never on the order of the nodes, save for exact ties.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence

Links = list[dict[int, tuple[float, float]]]
"""`links[i][j]`: what names and what other words make nodes i and j alike; symmetric."""

Likeness = Callable[[float, float, float, float, int], float]


def group(links: Links, within: Sequence[float], likeness: Likeness, least: float) -> list[list[int]]:
    """The groups of nodes left when no two are as alike as `least`.

    `likeness(who, what, one, other, size)` is given what names and what other words add over all
    pairs across, the likenesses inside the two groups, and how many nodes they have together.
    `within[i]` is the likeness inside node i; a pair without a link has none. Groups are in order of
    their first node, nodes ascending.
    """
    near = [dict(row) for row in links]
    inside = list(within)
    size = [1] * len(links)
    groups: list[list[int] | None] = [[i] for i in range(len(links))]
    heap: list[tuple[float, int, int]] = []

    def alike(i: int, j: int) -> float:
        return likeness(*near[i][j], inside[i], inside[j], size[i] + size[j])

    def offer(i: int, j: int) -> None:
        i, j = min(i, j), max(i, j)
        if (much := alike(i, j)) >= least:
            heapq.heappush(heap, (-much, i, j))

    for i, row in enumerate(near):
        for j in row:
            if i < j:
                offer(i, j)
    while heap:
        minus, i, j = heapq.heappop(heap)
        one, other = groups[i], groups[j]
        if one is None or other is None or -minus != alike(i, j):
            continue  # a likeness from before one of the two grew
        groups[i], groups[j] = one + other, None
        inside[i] += inside[j] + 2 * sum(near[i][j])
        size[i] += size[j]
        _join(near, i, j)
        for k in near[i]:
            offer(i, k)
    return [sorted(nodes) for nodes in groups if nodes is not None]


def _join(near: Links, i: int, j: int) -> None:
    """Give node i the links of node j."""
    gone, near[j] = near[j], {}
    del gone[i], near[i][j]
    for k, (who, what) in gone.items():
        mine = near[i].get(k, (0.0, 0.0))
        near[i][k] = near[k][i] = (mine[0] + who, mine[1] + what)
        del near[k][j]
