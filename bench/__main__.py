"""Every figure beside its peers, in one table from one run.

    python -m bench [TASK …] [--gold DIR] [--check] [--write]

Each task is measured in a process of its own, one after the other, so that nothing that one has loaded helps
or hinders the next. `--check` leaves the peers out and compares with `bench/floors/`: 1 where a figure fell,
2 where the gold is missing. `--write` puts the table into `docs/figures.tsv`, `docs/figures.md` and
`docs/figures.svg`; it needs the dependency group `bench`. The whole takes some ten minutes of a quiet
machine; figures of quality are the same on every machine, those of speed are not.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from bench.gold import ROOT, Measured, absent, gold, held, show
from bench.table import drawn, measure, page, table

# In the order of the page's way: each a module with `measured(files, peers=…)`.
TASKS = (
    *("reading", "times", "names", "statements", "stories", "ledger"),
    *("timeline", "archive", "whole", "scale"),
)
WITHOUT_GOLD = {"whole", "scale"}
DOCS = ROOT / "docs"


def apart(task: str, files: Path | None, peers: bool) -> list[Measured]:
    """What the bench of a task finds in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure, task, files, peers).result()


def write(every: Sequence[Measured]) -> None:
    """The table where the documents have it."""
    (DOCS / "figures.tsv").write_text(table(every), encoding="utf-8")
    (DOCS / "figures.md").write_text(page(every), encoding="utf-8")
    drawn(every, DOCS / "figures.svg")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=f"of {', '.join(TASKS)}; without, all")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--check", action="store_true", help="fail where a figure is below its floor")
    parser.add_argument("--write", action="store_true", help="write the table into docs/")
    asked = parser.parse_args(arguments)
    tasks = asked.tasks or TASKS
    if unknown := set(tasks) - set(TASKS):
        parser.error(f"no such task: {', '.join(sorted(unknown))}")
    if asked.write and (asked.tasks or asked.check):
        parser.error("--write writes all tasks, with their peers")
    files = gold(asked.gold)
    if files is None and not WITHOUT_GOLD.issuperset(tasks):
        return absent(tasks[0])
    every: list[Measured] = []
    fallen = 0
    for task in tasks:
        found = apart(task, files, not asked.check)
        fallen |= held(found) if asked.check else show(found)
        sys.stdout.flush()
        every += found
    if asked.write:
        write(every)
    return fallen


if __name__ == "__main__":
    sys.exit(main())
