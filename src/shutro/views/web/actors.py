"""The actors of a story: who does what to whom, as a graph and as a list that says the same."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from shutro.model import Event

Temper = Literal["together", "against", "other"]
NODES = 12
_EDGES = 24
_TOGETHER = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"})
_AGAINST = frozenset({"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
# The drawing's own units; a name is drawn outside the circle, so the sides are wider.
WIDTH = 800.0
_CENTER = WIDTH / 2
_ROOM = 60.0  # above and below the circle, for names


@dataclass(frozen=True, slots=True)
class Node:
    """An actor at its place on the circle; `anchor` says on which side of it its name is written."""

    name: str
    acts: int
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Edge:
    """What one actor does to another: the kinds with their counts, most first, and how it is drawn."""

    actor: str
    recipient: str
    kinds: tuple[tuple[str, int], ...]
    temper: Temper
    path: str
    weight: float


@dataclass(frozen=True, slots=True)
class Graph:
    """Actors on a circle and what passes between them; the drawing is WIDTH wide and `height` high."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    height: float


def graph(events: Iterable[Event]) -> Graph:
    """The actors of most doings, and the doings between them that are not denied."""
    between: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for event in events:
        if event.status == "denied":
            continue
        for actor in event.actors:
            for recipient in event.recipients:
                if actor != recipient:
                    between[actor, recipient][event.kind] += 1
    acts: Counter[str] = Counter()
    for (actor, recipient), kinds in between.items():
        acts[actor] += kinds.total()
        acts[recipient] += kinds.total()
    radius = 90.0 + 8.0 * min(NODES, len(acts))
    names = sorted(acts, key=lambda name: (-acts[name], name))[:NODES]
    nodes = {name: _node(name, acts[name], at, len(names), radius) for at, name in enumerate(names)}
    pairs = [(pair, kinds) for pair, kinds in between.items() if pair[0] in nodes and pair[1] in nodes]
    pairs.sort(key=lambda one: (-one[1].total(), one[0]))
    edges = tuple(_edge(nodes[a], nodes[b], kinds, radius + _ROOM) for (a, b), kinds in pairs[:_EDGES])
    touched = {name for edge in edges for name in (edge.actor, edge.recipient)}
    return Graph(tuple(node for node in nodes.values() if node.name in touched), edges, 2 * (radius + _ROOM))


def _node(name: str, acts: int, at: int, of: int, radius: float) -> Node:
    turn = -math.pi / 2 + 2 * math.pi * at / max(1, of)
    x, y = math.cos(turn), math.sin(turn)
    anchor: Literal["start", "middle", "end"] = "start" if x > 0.2 else "end" if x < -0.2 else "middle"
    center_y = radius + _ROOM
    return Node(
        name, acts,
        round(_CENTER + radius * x, 1), round(center_y + radius * y, 1),
        round(_CENTER + (radius + 16) * x, 1), round(center_y + (radius + 20) * y + 5, 1),
        anchor,
    )  # fmt: skip


def _edge(one: Node, other: Node, kinds: Counter[str], center_y: float) -> Edge:
    """A curve that bends to the middle, so that the two directions of a pair lie apart."""
    mid_x, mid_y = (one.x + other.x) / 2, (one.y + other.y) / 2
    bend = 0.25
    x = mid_x + (_CENTER - mid_x) * bend + (other.y - one.y) * 0.12
    y = mid_y + (center_y - mid_y) * bend - (other.x - one.x) * 0.12
    # The curve ends short of the other's dot, for the arrow's head.
    long = math.hypot(other.x - x, other.y - y) or 1.0
    end_x, end_y = other.x - (other.x - x) / long * 13, other.y - (other.y - y) / long * 13
    path = f"M{one.x:.1f} {one.y:.1f}Q{x:.1f} {y:.1f} {end_x:.1f} {end_y:.1f}"
    told = tuple(kinds.most_common())
    weight = round(1.2 + 1.1 * math.log2(kinds.total()), 1)
    return Edge(one.name, other.name, told, _temper(kinds), path, min(5.0, weight))


def _temper(kinds: Counter[str]) -> Temper:
    together = sum(n for kind, n in kinds.items() if kind in _TOGETHER)
    against = sum(n for kind, n in kinds.items() if kind in _AGAINST)
    if together == against:
        return "other"
    return "together" if together > against else "against"
