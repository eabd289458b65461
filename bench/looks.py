"""A server looked at every few seconds: its memory and open files, whether they stay flat, and a drawing."""

from __future__ import annotations

import csv
import os
import statistics
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import regex

SLOPE, HANDLES = 0.10, 4


@dataclass(frozen=True, slots=True)
class Look:
    """The server at one moment: `second` since the start, `megabytes` resident, `handles` open."""

    second: int
    megabytes: float
    handles: int
    processes: int
    articles: int


def glance(server: int, second: int, articles: int) -> Look | None:
    """The server and the processes it started; None where one of them ended meanwhile."""
    family = [server, *_children(server)]
    try:
        memory = sum(_resident(process) for process in family)
        handles = sum(len(os.listdir(f"/proc/{process}/fd")) for process in family)  # noqa: PTH208
    except (FileNotFoundError, ProcessLookupError):  # one of them ended between two questions
        return None
    return Look(second, round(memory, 1), handles, len(family), articles)


def _children(process: int) -> list[int]:
    tasks = Path(f"/proc/{process}/task")
    try:
        return [int(child) for task in tasks.iterdir() for child in (task / "children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


def _resident(process: int) -> float:
    """Megabytes in memory; 0 of a process that has ended and waits to be asked how."""
    told = regex.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text())
    return int(told[1]) / 1024 if told else 0.0


def judged(looks: list[Look]) -> tuple[dict[str, float], list[str]]:
    """The figures of the second half, and what of them is not flat.

    Memory is flat where its slope, by least squares, is at most a tenth of it an hour; handles where the last
    tenth of the looks has no more than the first tenth and four.
    """
    half = looks[len(looks) // 2 :]
    hours = [look.second / 3600 for look in half]
    memory = [look.megabytes for look in half]
    slope = statistics.linear_regression(hours, memory).slope if len(half) > 2 else 0.0
    tenth = max(1, len(half) // 10)
    first, last = (max(look.handles for look in part) for part in (half[:tenth], half[-tenth:]))
    level = statistics.mean(memory)
    figures = {"megabytes": level, "slope an hour": slope, "handles then": first, "handles at the end": last}
    wrong = []
    if slope > SLOPE * level:
        wrong.append(f"memory grows by {slope:.1f} MB an hour, of {level:.0f}")
    if last > first + HANDLES:
        wrong.append(f"handles grow: {first}, then {last}")
    return figures, wrong


def plot(looks: list[Look], path: Path) -> None:
    from matplotlib import pyplot

    figure, (upper, lower) = pyplot.subplots(2, 1, figsize=(8, 5), sharex=True, layout="constrained")
    minutes = [look.second / 60 for look in looks]
    upper.plot(minutes, [look.megabytes for look in looks])
    upper.set_ylabel("MB resident")
    upper.set_ylim(bottom=0)
    beside = upper.twinx()
    beside.plot(minutes, [look.articles for look in looks], color="tab:grey", linestyle="--")
    beside.set_ylabel("articles (dashed)")
    lower.plot(minutes, [look.handles for look in looks])
    lower.set_ylabel("open files")
    lower.set_ylim(bottom=0)
    lower.set_xlabel("minutes")
    figure.savefig(path, metadata={"Date": None})


def write_table(looks: list[Look], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(each.name for each in fields(Look))
        table.writerows(astuple(look) for look in looks)
