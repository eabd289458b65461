"""What `python -m bench` measured, as a file, a page and a plot."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.gold import FLOORS, Measured, floors

# What a reader looks at first: a task's figure and what it is in words.
HEAD = {
    ("reading", "words of the body, F1"): "reading: words of the body, F1",
    ("times", "times.strict.f1"): "times: found, F1",
    ("times", "times.value.f1"): "times: found with its value, F1",
    ("names", "names.span.f1"): "names: found, F1",
    ("names", "names.canonical"): "names: full name right",
    ("statements", "statements.sourced.f1"): "statements: with the right source, F1",
    ("stories", "articles.mean_order"): "stories of articles, B-cubed F1",
    ("stories", "headlines.mean_order"): "stories of headlines, B-cubed F1",
    ("timeline", "timeline.kim-putin.dates.f1"): "timeline, story 1: days, F1",
    ("timeline", "timeline.ncp-jamaat.dates.f1"): "timeline, story 2: days, F1",
    ("timeline", "timeline.khaleda-death.dates.f1"): "timeline, story 3: days, F1",
    ("search", "search.ndcg10"): "search: nDCG@10",
}


def measure(task: str, files: Path | None, peers: bool) -> list[Measured]:
    """What the bench of a task finds."""
    found: list[Measured] = importlib.import_module(f"bench.{task}").measured(files, peers=peers)
    return found


def least(task: str) -> dict[str, float]:
    """The floors of a task; none where it has no file of them."""
    return floors(task)[1] if (FLOORS / f"{task}.toml").is_file() else {}


def rows(every: Sequence[Measured]) -> Iterator[tuple[str, ...]]:
    """Task, figure, floor, Shutro's value, and everybody's else as `name value`."""
    for one in every:
        floor = least(one.task)
        for figure, value in one.ours.items():
            others = [f"{name} {peer[figure]:.4g}" for name, peer in one.peers.items() if figure in peer]
            at_least = f"{floor[figure]:g}" if figure in floor else ""
            yield one.task, figure, at_least, f"{value or 0.0:.4g}", ", ".join(others)


def table(every: Sequence[Measured]) -> str:
    """A line for each figure, tab-separated, under a line of names."""
    lines = [("task", "figure", "floor", "shutro", "beside"), *rows(every)]
    return "".join("\t".join(line) + "\n" for line in lines)


def page(every: Sequence[Measured]) -> str:
    """The page of the site: a table for each task, with the hash of what it was measured on."""
    parts = [
        "# Every figure of one run\n\n"
        "`python -m bench --write` measured these one after the other on one machine and wrote this page,"
        " `docs/figures.tsv` and the plot. What has a floor may not fall below it: `python -m bench --check`."
        " Speeds are of one core of that machine, by processor time.\n\n"
        "![The figures to look at first, Shutro's and its peers'](figures.svg)\n"
    ]
    for one in every:
        parts.append(f"\n## {one.task}\n\n| figure | floor | Shutro | beside it |\n|---|---:|---:|---|\n")
        parts += [f"| {' | '.join(row[1:])} |\n" for row in rows([one])]
        parts.append(f"\nCorpus `{one.corpus[:16]}…`\n")
    return "".join(parts)


def drawn(every: Sequence[Measured], path: Path) -> None:
    """The figures to look at first as bars from 0 to 1: Shutro's green, paler where it goes another way."""
    from matplotlib import pyplot, rcParams

    rcParams["svg.hashsalt"] = "shutro"
    rcParams["svg.fonttype"] = "none"
    shown = [
        (said, one, figure) for one in every for (task, figure), said in HEAD.items() if task == one.task
    ]
    groups = [
        (said, [("Shutro", one.ours[figure])] + [(n, p[figure]) for n, p in one.peers.items() if figure in p])
        for said, one, figure in shown
    ]
    breadth = sum(len(bars) + 1 for _, bars in groups)  # a bar's breadth between one group and the next
    figure_, axes = pyplot.subplots(figsize=(8, 0.2 * breadth + 0.6), layout="constrained")
    middles, y = [], 0
    for _, bars in groups:
        middles.append(y + (len(bars) - 1) / 2)
        for number, (name, value) in enumerate(bars):
            other = "darkseagreen" if name.startswith("shutro") else "lightgrey"
            axes.barh(y, value, height=0.9, color=other if number else "tab:green")
            axes.text(value + 0.01, y, f"{name} {value:.2f}", va="center", fontsize=7.5)
            y += 1
        y += 1
    axes.set_yticks(middles, [said for said, _ in groups], fontsize=9)
    axes.set_ylim(-1, y - 1)
    axes.invert_yaxis()
    axes.set_xlim(0, 1.25)
    axes.set_xticks([0, 0.2, 0.4, 0.6, 0.8, 1])
    axes.spines[["top", "right"]].set_visible(False)
    figure_.savefig(path, metadata={"Date": None})
