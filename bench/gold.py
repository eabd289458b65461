"""What every bench shares: where the gold lies, its hash, and the floors that figures may not fall below.

The gold is not part of the repository. It is looked for in `--gold DIR`, then under the directory
that `SHUTRO_SHARED` names, then in `../shared` beside the repository.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

import shutro

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "bench" / "floors"

Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run found of a task on one corpus.

    `figures` are those that may have floors, `costs` those of a machine, which have none; `peers` has
    both kinds for whoever did the same task in the same run, as far as they are to be had.
    """

    task: str
    corpus: str
    figures: Figures
    costs: Figures = field(default_factory=dict)
    peers: Mapping[str, Figures] = field(default_factory=dict)

    @property
    def ours(self) -> Figures:
        """Figures and costs."""
        return {**self.figures, **self.costs}


def shared() -> Path | None:
    """The directory shared beside the repository, or None where there is none."""
    named = os.environ.get("SHUTRO_SHARED")
    path = Path(named) if named else ROOT.parent / "shared"
    return path if path.is_dir() else None


def gold(given: Path | None = None) -> Path | None:
    """The directory of gold files, or None where there is none."""
    if given is not None:
        return given
    base = shared()
    return base / "eval" / "gold" if base and (base / "eval" / "gold").is_dir() else None


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def score(task: str, files: Path) -> dict[str, float]:
    """The figures of the scorer kept beside the gold, for one task."""
    spec = importlib.util.spec_from_file_location("score", files.parent / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no score.py beside {files}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    report = module.Report()
    module.TASKS[task](files, report)
    return {name: value for name, (value, _) in report.figures.items()}


def score_peer(task: str, files: Path, **doors: Callable[..., object]) -> dict[str, float]:
    """The figures of the same scorer with other functions in place of Shutro's of those names."""
    with ExitStack() as stack:
        for name, door in doors.items():
            stack.enter_context(mock.patch.object(shutro, name, door))
        return score(task, files)


def corpus_hash(paths: Iterable[Path]) -> str:
    """One SHA-256 over the files, by name and content, whatever their order."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def floors(task: str) -> tuple[str, dict[str, float]]:
    """The corpus hash and the floors pinned for a task in `bench/floors/TASK.toml`.

    The file has a line `corpus = "<sha256>"` and a table `[floors]` of figure = least value.
    """
    data = tomllib.loads((FLOORS / f"{task}.toml").read_text(encoding="utf-8"))
    return data["corpus"], data["floors"]


def options(about: str | None) -> argparse.ArgumentParser:
    """The command line of a bench, with what all of them take."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--check", action="store_true", help="fail when a figure is below its floor")
    return parser


def absent(task: str) -> int:
    """Say that there is no gold here; 2."""
    print(f"{task}: no gold here; give --gold DIR or set SHUTRO_SHARED", file=sys.stderr)
    return 2


def outcome(task: str, asked: argparse.Namespace, measured: Callable[..., list[Measured]]) -> int:
    """Show what a bench measures beside its peers, or with `--check` hold it to its floors."""
    files = gold(asked.gold)
    if files is None:
        return absent(task)
    return held(measured(files, peers=False)) if asked.check else show(measured(files))


def show(measured: Sequence[Measured]) -> int:
    """Print a table for each task, its peers in columns; 0."""
    for one in measured:
        print(f"{one.task + ', figure':44}{'shutro':>12}" + "".join(f"{name:>20}" for name in one.peers))
        for figure, value in one.ours.items():
            beside = (peer.get(figure) for peer in one.peers.values())
            print(
                f"{figure:44}{value:12.3f}"
                + "".join(f"{'-':>20}" if other is None else f"{other:20.3f}" for other in beside)
            )
        print(f"corpus {one.corpus}")
    return 0


def held(measured: Iterable[Measured]) -> int:
    """Check each task against its floors; 1 where any fell."""
    return max(check(one.task, one.figures, one.corpus) for one in measured)


def check(task: str, figures: Mapping[str, float], corpus: str) -> int:
    """Compare figures with their floors: prints what fell; 0 when all hold, else 1."""
    pinned, least = floors(task)
    if corpus != pinned:
        print(f"{task}: the corpus is not the one the floors were pinned on", file=sys.stderr)
        return 1
    fallen = {name: floor for name, floor in least.items() if figures.get(name, 0.0) < floor}
    for name, floor in fallen.items():
        print(f"{task}: {name} is {figures.get(name, 0.0):.4f}, below its floor {floor:.4f}", file=sys.stderr)
    if not fallen:
        print(f"{task}: all {len(least)} floors hold")
    return 1 if fallen else 0
