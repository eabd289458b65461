"""The figures pinned in `bench/floors/` hold wherever the gold is; elsewhere the pins are looked at."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from bench.__main__ import TASKS, WITHOUT_GOLD
from bench.gold import FLOORS, Measured, check, floors, gold, held
from bench.table import measure, page, table

ROOT = Path(__file__).resolve().parents[1]
PINNED = sorted(path.stem for path in FLOORS.glob("*.toml"))
# What Shutro set out to reach: no floor may lie under it.
ASKED = {
    "check": {"check.verdict": 0.95},
    "ledger": {"articles.at_once": 0.90, "articles.worst_order": 0.90},
    "names": {
        "names.PER.f1": 0.86,
        "names.LOC.f1": 0.86,
        "names.ORG.f1": 0.78,
        "names.span.f1": 0.84,
        "names.canonical": 0.8,
    },
    "reading": {"gold.reading.html.body.f1": 0.97, "gold.reading.text.body.f1": 0.95},
    "search": {"search.ndcg10": 0.85, "search.recall20": 0.90},
    "statements": {
        "statements.found.f1": 0.88,
        "statements.sourced.f1": 0.78,
        "statements.content.f1": 0.84,
        "statements.stance": 0.80,
        "statements.via": 0.75,
        "statements.reached": 0.60,
        "statements.certain": 0.92,
        "events.found.f1": 0.62,
        "events.kind.f1": 0.60,
        "events.date": 0.80,
    },
    "stories": {
        "articles.bcubed": 0.89,
        "articles.worst_order": 0.87,
        "articles.without_largest": 0.87,
        "headlines.bcubed": 0.80,
        "copies.near.r": 1.0,
        "copies.contained.r": 1.0,
        "copies.within_story": 1.0,
    },
    "timeline": {
        "timeline.kim-putin.dates.f1": 0.80,
        "timeline.kim-putin.entries": 0.75,
        "timeline.kim-putin.conflicts.r": 0.50,
        "timeline.ncp-jamaat.dates.f1": 0.60,
        "timeline.ncp-jamaat.entries": 0.50,
        "timeline.khaleda-death.dates.f1": 0.60,
        "timeline.khaleda-death.entries": 0.50,
    },
    "times": {"times.strict.f1": 0.9, "times.value.f1": 0.9, "datelines.value": 0.95},
}
# A crawl read twice by a peer takes minutes: `python -m bench scale --check` is for a quiet machine.
QUICK = [task for task in TASKS if task != "scale"]


@pytest.mark.parametrize("task", PINNED)
def test_a_file_of_floors_names_its_corpus_and_figures(task: str) -> None:
    data = tomllib.loads((FLOORS / f"{task}.toml").read_text(encoding="utf-8"))
    assert data.keys() == {"corpus", "floors"}
    assert len(bytes.fromhex(data["corpus"])) == 32
    assert data["floors"]
    below = {name: floor for name, floor in ASKED.get(task, {}).items() if data["floors"][name] < floor}
    assert below == {}


@pytest.mark.parametrize("task", QUICK)
def test_the_floors_hold_or_the_bench_says_that_the_gold_is_not_here(task: str) -> None:
    command = [sys.executable, "-m", "bench", task, "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if gold() is None and task not in WITHOUT_GOLD:
        assert (done.returncode, done.stdout) == (2, "")
        assert f"{task}: no gold here" in done.stderr
    else:
        assert done.returncode == 0, done.stderr
        assert "floors hold" in done.stdout


def test_what_fell_or_was_measured_on_something_else_fails(capsys: pytest.CaptureFixture[str]) -> None:
    corpus, least = floors("times")
    assert check("times", dict.fromkeys(least, 1.0), corpus) == 0
    assert check("times", dict.fromkeys(least, 0.5), corpus) == 1
    assert "times.strict.f1 is 0.5000, below its floor" in capsys.readouterr().err
    assert check("times", {}, corpus) == 1, "a figure that was not measured has fallen"
    assert check("times", dict.fromkeys(least, 1.0), "0" * 64) == 1
    assert "not the one the floors were pinned on" in capsys.readouterr().err
    good, bad = (Measured("times", corpus, dict.fromkeys(least, value)) for value in (1.0, 0.0))
    assert held([bad, good]) == held([good, bad]) == 1


def test_the_table_has_every_figure_with_its_floor_and_whoever_else_has_it() -> None:
    (whole,) = measure("whole", None, False)
    beside = Measured("whole", whole.corpus, {"linear": 0.9}, {"speed": 12.0}, {"snail": {"speed": 1.5}})
    lines = [line.split("\t") for line in table([beside]).splitlines()]
    assert lines == [
        ["task", "figure", "floor", "shutro", "beside"],
        ["whole", "linear", f"{floors('whole')[1]['linear']:g}", "0.9", ""],
        ["whole", "speed", "", "12", "snail 1.5"],
    ]
    assert "| speed |  | 12 | snail 1.5 |" in page([beside])


def test_a_task_that_is_none_is_named() -> None:
    command = [sys.executable, "-m", "bench", "tea", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no such task: tea" in done.stderr
