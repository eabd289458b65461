"""Kills a process at random instants while it adds, and looks each time at what is left.

    python -m bench.kills [--times 200] [--where postgresql://…]

Every article that a killed process had said to be added must be there, whole, findable, once. Without
`--where` a fresh SQLite file is used. Ends with 1 at the first loss.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from shutro.archive.store import open_archive

WORKER = """
import sys
from shutro.archive.store import open_archive
from shutro.model import Article, Capture

with open_archive(sys.argv[1]) as archive:
    n = len(archive)
    while True:
        body = f"নদীপারের হাটে নম্বর{n} নৌকা ভিড়েছে। " * (1 + n % 9)
        page = Capture.of(body.encode(), source=f"page {n}")
        archive.add(Article.from_text(id=f"k{n}", headline=f"হাটের খবর {n}", body=body), page)
        print(n, flush=True)
        n += 1
"""


def once(where: str, chance: random.Random) -> int:
    """Start, kill, look; the number of articles that are there."""
    command = [sys.executable, "-c", WORKER, where]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        first = worker.stdout.readline()
        time.sleep(chance.random() * 0.25)
        worker.kill()
        said = [int(line) for line in (first + worker.stdout.read()).split("\n") if line.strip()]
    with open_archive(where) as archive:
        archive.verify()
        kept = len(archive)
        if said and kept < said[-1] + 1:
            raise SystemExit(f"{said[-1] + 1} articles were added, {kept} are there")
        if kept > (said[-1] + 2 if said else kept):
            raise SystemExit("more articles than were added")
        for n in said[-3:]:
            article = archive.get(f"k{n}")
            if f"নম্বর{n}" not in article.text or archive.check(article.headline).verdict != "printed":
                raise SystemExit(f"article k{n} is there but cannot be found")
    return kept


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--where", help="a PostgreSQL address instead of a file")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    chance = random.Random(args.seed)
    kept = 0
    with tempfile.TemporaryDirectory() as folder:
        where = args.where or str(Path(folder) / "killed.db")
        for _ in range(args.times):
            kept = once(where, chance)
    print(f"{args.times} kills: {kept} articles added, none lost, none twice, the index whole")
    return 0


if __name__ == "__main__":
    sys.exit(main())
