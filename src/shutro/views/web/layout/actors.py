"""The actors of a story: who does what to whom, as a graph and as a list that says the same."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Literal

from shutro.model import Event
from shutro.views.exports.events import QUAD, mode

Temper = Literal["together", "against", "other"]
NODES = 12
_EDGES = 24
_TOGETHER, _AGAINST = (1, 2), (3, 4)  # as `QUAD` has them
_TURNED = 18  # code points of a name's line
_LINE = 17.0  # units from one line of a name to the next


@dataclass(frozen=True, slots=True)
class Frame:
    """How large a drawing is, in its own units, and whether names stand over and under their dots.

    Beside them they need more room than a phone has.
    """

    width: float
    radius_x: float
    radius_y: float
    room: float
    centered: bool

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the drawing."""
        return self.width / 2, self.radius_y + self.room

    @property
    def height(self) -> float:
        """How high the drawing is."""
        return 2 * (self.radius_y + self.room)


@dataclass(frozen=True, slots=True)
class Node:
    """An actor at its place on the round; its name's lines, and on which side of their place they stand."""

    name: str
    x: float
    y: float
    lines: tuple[str, ...]
    label_x: float
    label_y: float
    anchor: Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Edge:
    """What one actor does to another: the kinds with their counts, most first."""

    actor: str
    recipient: str
    kinds: tuple[tuple[str, int], ...]
    temper: Temper
    weight: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Actors on a round and what passes between them: each edge with its path."""

    nodes: tuple[Node, ...]
    paths: tuple[tuple[Edge, str], ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Graph:
    """Who does what to whom, the most first, and the drawings of it for a desk and for a phone."""

    edges: tuple[Edge, ...]
    wide: Drawing
    narrow: Drawing


def graph(events: Iterable[Event]) -> Graph:
    """The actors of most doings, and the doings between them that are not denied."""
    between: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for event in events:
        if event.status == "denied":
            continue
        for actor in event.actors:
            for recipient in event.recipients:
                if actor != recipient:
                    between[actor, recipient][_kind(event)] += 1
    acts: Counter[str] = Counter()
    for (actor, recipient), kinds in between.items():
        acts[actor] += kinds.total()
        acts[recipient] += kinds.total()
    names = sorted(acts, key=lambda name: (-acts[name], name))[:NODES]
    pairs = [(pair, kinds) for pair, kinds in between.items() if pair[0] in names and pair[1] in names]
    pairs.sort(key=lambda one: (-one[1].total(), one[0]))
    edges = tuple(_edge(*pair, kinds) for pair, kinds in pairs[:_EDGES])
    touched = {name for edge in edges for name in (edge.actor, edge.recipient)}
    shown = [name for name in names if name in touched]
    wide = 90.0 + 8.0 * len(shown)
    return Graph(
        edges,
        _drawn(edges, shown, Frame(800.0, wide, wide, 60.0, centered=False)),
        _drawn(edges, shown, Frame(400.0, 130.0, 70.0 + 16.0 * len(shown), 62.0, centered=True)),
    )


def _drawn(edges: Iterable[Edge], names: Sequence[str], frame: Frame) -> Drawing:
    nodes = {name: _node(name, at, len(names), frame) for at, name in enumerate(names)}
    paths = tuple((edge, _path(nodes[edge.actor], nodes[edge.recipient], frame)) for edge in edges)
    return Drawing(tuple(nodes.values()), paths, frame.width, frame.height)


def _node(name: str, at: int, of: int, frame: Frame) -> Node:
    turn = -math.pi / 2 + 2 * math.pi * at / max(1, of)
    x, y = math.cos(turn), math.sin(turn)
    lines = tuple(wrap(name, _TURNED, break_long_words=False)) or (name,)
    middle_x, middle_y = frame.middle
    dot_x, dot_y = middle_x + frame.radius_x * x, middle_y + frame.radius_y * y
    anchor: Literal["start", "middle", "end"] = "middle"
    label_x, label_y = dot_x, dot_y + (26 if y >= 0 else -16 - _LINE * (len(lines) - 1))
    if not frame.centered and abs(x) > 0.2:
        anchor = "start" if x > 0 else "end"
        label_x = dot_x + math.copysign(16, x)
        label_y = dot_y + 5 - _LINE * (len(lines) - 1) / 2
    return Node(name, round(dot_x, 1), round(dot_y, 1), lines, round(label_x, 1), round(label_y, 1), anchor)


def _path(one: Node, other: Node, frame: Frame) -> str:
    """A curve that bends to the middle, so that the two directions of a pair lie apart."""
    middle_x, middle_y = frame.middle
    mid_x, mid_y = (one.x + other.x) / 2, (one.y + other.y) / 2
    bend = 0.25
    x = mid_x + (middle_x - mid_x) * bend + (other.y - one.y) * 0.12
    y = mid_y + (middle_y - mid_y) * bend - (other.x - one.x) * 0.12
    # The curve ends short of the other's dot, for the arrow's head.
    long = math.hypot(other.x - x, other.y - y) or 1.0
    end_x, end_y = other.x - (other.x - x) / long * 13, other.y - (other.y - y) / long * 13
    return f"M{one.x:.1f} {one.y:.1f}Q{x:.1f} {y:.1f} {end_x:.1f} {end_y:.1f}"


def _edge(actor: str, recipient: str, kinds: Counter[str]) -> Edge:
    weight = min(5.0, round(1.2 + 1.1 * math.log2(kinds.total()), 1))
    return Edge(actor, recipient, tuple(kinds.most_common()), _temper(kinds), weight)


def _temper(kinds: Counter[str]) -> Temper:
    # Asking for something is in GDELT a conflict in words; a reader takes it for neither.
    told = [(QUAD.get(kind), n) for kind, n in kinds.items() if kind != "REQUEST"]
    together = sum(n for quad, n in told if quad in _TOGETHER)
    against = sum(n for quad, n in told if quad in _AGAINST)
    if together == against:
        return "other"
    return "together" if together > against else "against"


def _kind(event: Event) -> str:
    """The kind of an event; within OTHER what is told apart there, as an election."""
    return (mode(event) if event.kind == "OTHER" else None) or event.kind
