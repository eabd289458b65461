"""A day of the news, watched at speed: papers on loopback servers, a clock that jumps from moment to moment.

    python -m bench.watch [--outlets 50] [--items 10000] [--where postgresql://…]

The papers print through the day, in feeds, news sitemaps and section pages; they change and delete pages,
redirect, list pages twice under other addresses, fail, ask for patience and break down for hours. Every
request goes through a real socket; only waiting takes no time. At the end every article must be in the
archive once and every page have been sent once for each state it had; no host may ever have been asked two
things at once or faster than its pace. Ends with 1 otherwise.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench.papers import HOUR, PACE, START, Item, Jumping, Paper, papers, serving
from shutro.archive.store import Archive, open_archive
from shutro.capture.web import Policy
from shutro.watch.plan import Plan
from shutro.watch.told import Told
from shutro.watch.watcher import Tuning, Watcher

SLACK = 3 * HOUR  # time in which the last pages are found


@dataclass(frozen=True, slots=True)
class Day:
    """What a day came to. `wrong` says everything that is not as it should be."""

    articles: int
    revisions: int
    asked: int
    seconds: float
    cpu: float
    told: Counter[str]
    wrong: tuple[str, ...]


def day(where: str, outlets: int, items: int, hours: float = 24.0) -> Day:
    """Watch a day into a fresh archive."""
    clock = Jumping()
    made = papers(outlets, items, hours, clock)
    told: Counter[str] = Counter()

    def tell(one: Told) -> None:
        told[f"{one.of} {one.kind}"] += 1

    with ExitStack() as stack:
        for paper in made:
            stack.enter_context(serving(paper))
        plan = Plan(tuple(paper.outlet() for paper in made), pace=PACE, slowest=1.5 * HOUR)
        archive = stack.enter_context(open_archive(where))
        tuning = Tuning(Policy(allow_private=True), grow=False, random=Random(1))
        begun, cpu = time.monotonic(), time.process_time()
        Watcher(archive, plan, tell, clock, tuning).run(until=START + hours * HOUR + SLACK)
        seconds, cpu = time.monotonic() - begun, time.process_time() - cpu
        wrong = (*_missing(archive, made), *_rude(made), *_twice(made))
        changed = sum(_sent(paper, item) > 1 for paper in made for item in paper.items)
        revisions = sum(len(archive.revisions(one.id)) - 1 for one in archive.articles())
        if revisions != changed:
            wrong = (*wrong, f"{changed} pages were had in two states, {revisions} articles have two")
        return Day(len(archive), revisions, sum(p.asked for p in made), seconds, cpu, told, wrong)


def _missing(archive: Archive, made: list[Paper]) -> Iterator[str]:
    held = Counter(one.url for one in archive.articles())
    wanted = {paper.address + item.path: item for paper in made for item in paper.items if item.is_article}
    for url in wanted.keys() - held.keys():
        yield f"{url} is missing"
    for found, count in held.items():
        if count > 1 or found not in wanted:
            yield f"{found} is there {count} times, and {'was' if found in wanted else 'was never'} printed"


def _rude(made: list[Paper]) -> Iterator[str]:
    for paper in made:
        if paper.crowded:
            yield f"{paper.name} was asked two things at once"
        if paper.hurried:
            yield f"{paper.name} was asked after {min(paper.hurried):.2f} seconds"


def _sent(paper: Paper, item: Item) -> int:
    """How often a page was sent whole, under whatever address."""
    return sum(paper.sent[path] for path in (item.path, item.path + "/amp", item.path + "?utm_source=list"))


def _twice(made: list[Paper]) -> Iterator[str]:
    for paper in made:
        for item in paper.items:
            if (sent := _sent(paper, item)) > 1 + (item.changes is not None):
                yield f"{item.path} of {paper.name} was sent {sent} times"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--outlets", type=int, default=50)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument(
        "--where", help="an archive that is not there yet; a file that is thrown away if not given"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = day(given.where or str(Path(folder) / "day.db"), given.outlets, given.items)
    print(f"{given.outlets} outlets, {given.items} pages in 24 hours: {found.articles} articles,"
          f" {found.revisions} revisions, {found.asked} requests")  # fmt: skip
    print(f"{found.seconds:.0f} s ({found.cpu:.0f} s of CPU, servers included),"
          f" {found.asked / found.seconds:.0f} requests/s")  # fmt: skip
    print(", ".join(f"{count} {kind}" for kind, count in sorted(found.told.items())))
    for one in found.wrong[:20]:
        print(one, file=sys.stderr)
    print("every article is there once" if not found.wrong else f"{len(found.wrong)} things are wrong")
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
