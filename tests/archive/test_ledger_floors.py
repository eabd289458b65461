"""The figures pinned for an archive's stories hold on the gold; without it, the pins are looked at."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_no_floor_lies_under_what_was_asked() -> None:
    pinned = tomllib.loads((ROOT / "bench" / "floors" / "ledger.toml").read_text("utf-8"))
    stories = tomllib.loads((ROOT / "bench" / "floors" / "stories.toml").read_text("utf-8"))
    assert pinned["corpus"] == stories["corpus"]
    assert min(pinned["floors"][f"articles.{name}"] for name in ("at_once", "worst_order")) >= 0.90


def test_the_floors_hold_or_the_bench_says_that_the_gold_is_not_here() -> None:
    shared = Path(os.environ.get("SHUTRO_SHARED") or ROOT.parent / "shared")
    command = [sys.executable, "-m", "bench.ledger", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if (shared / "eval" / "gold").is_dir():
        assert done.returncode == 0, done.stderr
    else:
        assert done.returncode == 2
        assert "no gold here" in done.stderr
