"""Average-link grouping over sparse likeness: the two most alike groups become one, again and again.

The result depends on the likenesses alone, never on the order of the nodes, save for exact ties.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence

Links = list[dict[int, float]]
"""`links[i][j]`: the likeness of nodes i and j, summed over the pairs of their members; symmetric."""


def average_link(links: Links, sizes: Sequence[int], least: Callable[[int, int], float]) -> list[list[int]]:
    """The groups of nodes left when no two are as alike on average as `least(i, j)` asks.

    `sizes[i]` members stand behind node i; a pair without a link has likeness 0. `least` is given
    one node of each group. Groups are in order of their first node, nodes ascending.
    """
    near = [dict(row) for row in links]
    size = list(sizes)
    groups: list[list[int] | None] = [[i] for i in range(len(links))]
    heap: list[tuple[float, int, int]] = []

    def offer(i: int, j: int) -> None:
        average = near[i][j] / (size[i] * size[j])
        if average >= least(i, j):
            heapq.heappush(heap, (-average, min(i, j), max(i, j)))

    for i, row in enumerate(near):
        for j in row:
            if i < j:
                offer(i, j)
    while heap:
        minus, i, j = heapq.heappop(heap)
        one, other = groups[i], groups[j]
        if one is None or other is None or -minus != near[i].get(j, 0.0) / (size[i] * size[j]):
            continue
        groups[i], groups[j] = one + other, None
        size[i] += size[j]
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
    return [sorted(group) for group in groups if group is not None]
