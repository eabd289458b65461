"""Kills a process at random instants while it adds and grows stories, and looks each time at what is left.

    python -m bench.kills [--times 200] [--where postgresql://…]

Every article that a killed process had said to be added must be there, whole, findable, once; every story
must be whole: each placed article in one story that is there, each story's card counting its articles, no
story empty. At the end the stories that the kills left are grown on and compared with those of an archive
that took the same articles undisturbed. Without `--where` a fresh SQLite file is used. Ends with 1 at the
first loss.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from shutro.archive.store import Archive, open_archive

WORKER = """
import sys
from shutro.archive.store import open_archive
from shutro.model import Article, Capture

def called(number):
    "A name of its own for every event; digits would be no name."
    return "".join("কা খি গু চে জো টা ডি তু দে নো".split()[int(digit)] for digit in f"{number:03}")

with open_archive(sys.argv[1]) as archive:
    n = len(archive)
    archive.grow()
    while True:
        event = n // 3
        place, who = called(event) + "পুর", called(event * 7 % 1000) + "উদ্দিন"
        body = f"{place} নদীর ঘাটে নম্বর{n} নৌকা। {place} গ্রামের মেলা বসেছে, আয়োজক {who} সমিতি। "
        body *= 1 + n % 5
        page = Capture.of(body.encode(), source=f"page {n}")
        headline = f"{place} গ্রামে {who} সমিতির মেলা, খবর {n}"
        day = f"2025-{1 + n // 300 % 12:02}-{1 + n // 10 % 28:02}"
        archive.add(Article.from_text(id=f"k{n}", headline=headline, body=body, published=day), page)
        print(n, flush=True)
        if n % 4 == 3:
            archive.grow()
        n += 1
"""


def once(where: str, chance: random.Random) -> int:
    """Start, kill, look; the number of articles that are there."""
    command = [sys.executable, "-c", WORKER, where]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        first = worker.stdout.readline()
        time.sleep(chance.random() * 0.5)
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
        whole(archive)
    return kept


def whole(archive: Archive) -> None:
    """Look whether the stories are what their articles say."""
    ask = archive._shelf.ask
    held: defaultdict[int, set[int]] = defaultdict(set)
    for article, story in ask("SELECT article, story FROM placed WHERE story IS NOT NULL"):
        held[story].add(article)
    counted = {int(number): int(articles) for number, articles in ask("SELECT number, articles FROM story")}
    if counted != {story: len(articles) for story, articles in held.items()}:
        raise SystemExit("the stories do not count their articles")
    if any(story not in articles for story, articles in held.items()):
        raise SystemExit("a story has lost its founder")
    if {int(row[0]) for row in ask("SELECT story FROM story_mass")} != counted.keys():
        raise SystemExit("a story has lost its terms")
    loose = ask(
        "SELECT count(*) FROM tie WHERE one NOT IN (SELECT number FROM story)"
        " OR other NOT IN (SELECT number FROM story)"
    )
    if loose[0][0]:
        raise SystemExit("a tie leads nowhere")
    if len(archive) != archive.waiting() + sum(counted.values()):
        raise SystemExit("an article is neither in a story nor waiting for one")


def undisturbed(where: str) -> bool:
    """Whether the stories, grown to the end and settled by a rebuild, are those of a quiet archive."""
    found = []
    with (
        tempfile.TemporaryDirectory() as folder,
        open_archive(where) as killed,
        open_archive(Path(folder) / "quiet.db") as quiet,
    ):
        quiet.add_all(killed.articles())
        for archive in (killed, quiet):
            archive.regrow()
            archive.grow()
            whole(archive)
            cards = archive.stories(10**6)
            found.append({card.id: [c.id for c in archive.reports(card.id)] for card in cards})
    return found[0] == found[1]


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
        if not undisturbed(where):
            raise SystemExit("the stories are not those of an archive that was left in peace")
    print(f"{args.times} kills: {kept} articles added, none lost, none twice, index and stories whole")
    return 0


if __name__ == "__main__":
    sys.exit(main())
