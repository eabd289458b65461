"""The pinned figures of search and check, measured where the gold lies beside the repository."""

import subprocess
import sys
from pathlib import Path

import pytest
from bench.gold import floors, gold

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("task", ["search", "check"])
def test_every_floor_is_a_figure_of_its_task(task: str) -> None:
    corpus, least = floors(task)
    assert len(corpus) == 64
    assert all(name.startswith(f"{task}.") and value <= 1 for name, value in least.items())
    assert f"{task}.kept_apart" in least


def test_the_floors_hold_or_the_bench_says_that_there_is_no_gold() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench.archive", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=280,
    )
    if gold() is None:
        assert (done.returncode, done.stdout) == (2, "")
        assert "no gold" in done.stderr
    else:
        assert done.returncode == 0, done.stderr
        assert "search: all" in done.stdout
        assert "check: all" in done.stdout
