"""What the hour of everything at once takes for flat, and what for growing."""

from __future__ import annotations

import os

from bench.looks import Look, glance, judged


def looks(slope: float = 0.0, handles: int = 30, at_end: int = 30) -> list[Look]:
    """An hour looked at every ten seconds, memory growing by so many megabytes over it."""
    seconds = range(0, 3600, 10)
    last = 3600 - 360
    return [Look(at, 200 + slope * at / 3600, at_end if at >= last else handles, 1, at) for at in seconds]


def test_a_level_server_is_flat() -> None:
    figures, wrong = judged(looks(slope=15, at_end=34))
    assert wrong == []
    assert round(figures["slope an hour"], 6) == 15
    assert (figures["handles then"], figures["handles at the end"]) == (30, 34)


def test_memory_or_handles_that_grow_are_told() -> None:
    assert judged(looks(slope=30))[1] == ["memory grows by 30.0 MB an hour, of 222"]
    assert judged(looks(at_end=35))[1] == ["handles grow: 30, then 35"]


def test_a_process_is_looked_at_with_those_that_it_started() -> None:
    seen = glance(os.getpid(), 5, 7)
    assert seen is not None
    assert (seen.second, seen.articles) == (5, 7)
    assert seen.megabytes > 1
    assert seen.handles > 2
    assert seen.processes >= 1
    assert glance(2**30, 0, 0) is None
