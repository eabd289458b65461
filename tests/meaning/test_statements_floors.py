"""The pinned figures hold wherever the gold is; elsewhere the pins themselves are sound."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_figures_hold_their_floors() -> None:
    pinned = tomllib.loads((ROOT / "bench" / "floors" / "statements.toml").read_text(encoding="utf-8"))
    assert len(pinned["corpus"]) == 64
    assert {"statements.sourced.f1", "events.kind.f1"} <= pinned["floors"].keys()
    assert all(0.5 <= floor <= 1 for floor in pinned["floors"].values())
    done = subprocess.run(
        [sys.executable, "-m", "bench.statements", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 2:
        assert "no gold here" in done.stderr
    else:
        assert done.returncode == 0, done.stderr
