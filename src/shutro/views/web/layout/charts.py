"""Charts as shapes: positions in a box, computed here and drawn by a template as SVG.

Every chart has a table beside it that says the same; words and numbers stand in HTML, not in the
picture, so that they never shrink with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Beside = Literal["left", "right"]
"""The side of a dot on which its number stands."""
WIDTH = 1000
HEIGHT = 240
_LABEL_WIDE, _LABEL_HIGH = 0.09, 0.1  # what a number takes of a chart on a phone


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its day or first day, its number, and its box."""

    first: date
    last: date
    number: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Bars:
    """A row of bars from the first day to the last; `step` days each, `top` the largest number."""

    bars: tuple[Bar, ...]
    step: int
    top: int
    total: int


def bars(counted: Sequence[tuple[date, int]], first: date, last: date, most: int = 120) -> Bars:
    """Numbers by day as bars; days are drawn together where there would be more than `most` bars."""
    days = (last - first).days + 1
    step = max(1, -(-days // most))
    sums = [0] * -(-days // step)
    for day, number in counted:
        if first <= day <= last:
            sums[(day - first).days // step] += number
    top = max(sums, default=0)
    wide = WIDTH / max(1, len(sums))
    made = []
    for at, number in enumerate(sums):
        tall = HEIGHT * number / top if top else 0.0
        begin = first + timedelta(days=at * step)
        end = min(last, begin + timedelta(days=step - 1))
        made.append(
            Bar(begin, end, number, round(at * wide + wide * 0.12, 1), round(HEIGHT - tall, 1),
                round(wide * 0.76, 1), round(tall, 1))
        )  # fmt: skip
    return Bars(tuple(made), step, top, sum(sums))


@dataclass(frozen=True, slots=True)
class Dot:
    """One value of a series: where it lies (0..1 from the left, 0..1 from the bottom)."""

    x: float
    y: float


def dots(points: Sequence[tuple[date, float]]) -> list[Dot]:
    """Where values lie between the first day and the last, and between nothing and the largest."""
    if not points:
        return []
    first, last = min(day for day, _ in points), max(day for day, _ in points)
    span = (last - first).days
    top = max(value for _, value in points) or 1.0
    return [
        Dot(round((day - first).days / span if span else 0.5, 4), round(value / top, 4))
        for day, value in points
    ]


def labelled(spots: Sequence[Dot]) -> dict[int, Beside]:
    """Which dots have room for a number, and on which side: the highest, the last, the first, then others."""
    order = sorted(range(len(spots)), key=lambda at: (-spots[at].y, at))
    order = list(dict.fromkeys([*order[:1], *[len(spots) - 1, 0][: len(spots)], *order]))
    kept: dict[int, Beside] = {}
    taken: list[Dot] = []  # the left ends of the numbers
    for at in order:
        sides: list[tuple[Beside, float]] = [("right", spots[at].x), ("left", spots[at].x - _LABEL_WIDE)]
        for side, left in sides:
            label = Dot(left, spots[at].y)
            free = all(
                abs(label.x - one.x) >= _LABEL_WIDE or abs(label.y - one.y) > _LABEL_HIGH for one in taken
            )
            if free and 0 <= left <= 1 - _LABEL_WIDE:
                kept[at] = side
                taken.append(label)
                break
    return kept


def path(line: Sequence[Dot]) -> str:
    """An SVG path in steps: a number holds until the next is told."""
    if not line:
        return ""
    spots = [(dot.x * WIDTH, HEIGHT - dot.y * HEIGHT) for dot in line]
    steps = [f"M{spots[0][0]:.1f} {spots[0][1]:.1f}"]
    steps += [f"H{x:.1f}V{y:.1f}" for x, y in spots[1:]]
    return "".join(steps)
