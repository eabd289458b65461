"""The figures pinned for timelines hold on the gold; without it, the bench says that it is not here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bench.gold import floors, gold

ROOT = Path(__file__).resolve().parents[2]
# What the first story was asked to reach: days, lines and conflicts of the five captures.
ASKED = {
    "timeline.kim-putin.dates.f1": 0.80,
    "timeline.kim-putin.entries": 0.75,
    "timeline.kim-putin.conflicts.r": 0.50,
    "timeline.ncp-jamaat.dates.f1": 0.60,
    "timeline.ncp-jamaat.entries": 0.50,
    "timeline.khaleda-death.dates.f1": 0.60,
    "timeline.khaleda-death.entries": 0.50,
}


def test_no_floor_lies_under_what_was_asked() -> None:
    _, least = floors("timeline")
    assert {name: asked for name, asked in ASKED.items() if least[name] < asked} == {}


def test_the_floors_hold_or_the_bench_says_that_there_is_no_gold() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench.timeline", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if gold() is None:
        assert done.returncode == 2
        assert "no gold here" in done.stderr
    else:
        assert done.returncode == 0, done.stderr
