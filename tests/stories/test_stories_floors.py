"""The figures pinned for stories hold on the gold; without it, the pins themselves are looked at."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ASKED = {
    "articles.bcubed": 0.89,
    "articles.worst_order": 0.87,
    "articles.without_largest": 0.87,
    "headlines.bcubed": 0.80,
    "copies.near.r": 1.0,
    "copies.contained.r": 1.0,
    "copies.within_story": 1.0,
}


def test_no_floor_lies_under_what_was_asked() -> None:
    pinned = tomllib.loads((ROOT / "bench" / "floors" / "stories.toml").read_text("utf-8"))
    assert len(pinned["corpus"]) == 64
    assert {name: floor for name, floor in ASKED.items() if pinned["floors"][name] < floor} == {}


def test_the_floors_hold_or_the_bench_says_that_the_gold_is_not_here() -> None:
    shared = Path(os.environ.get("SHUTRO_SHARED") or ROOT.parent / "shared")
    done = subprocess.run(
        [sys.executable, "-m", "bench.stories", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if (shared / "eval" / "gold").is_dir():
        assert done.returncode == 0, done.stderr
    else:
        assert done.returncode == 2
        assert "no gold here" in done.stderr
