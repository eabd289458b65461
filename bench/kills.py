"""Kills a process at random instants while it adds and grows stories, and looks each time at what is left.

    python -m bench.kills [--times 200] [--where postgresql://…]

Every article that a killed process had said to be added must be there, whole, findable, once; every story
must be whole: each placed article in one story that is there, each story's card counting its articles, no
story empty. At the end the stories that the kills left are grown on and compared with those of an archive
that took the same articles undisturbed, card by card. Without `--where` a fresh SQLite file is used. Ends
with 1 at the first loss, and where there are too few stories for the comparison to tell anything.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from shutro.archive.store import Archive, open_archive
from shutro.model import Article, Capture

WORKER = """
import sys
from bench.kills import report
from shutro.archive.store import open_archive

with open_archive(sys.argv[1]) as archive:
    n = len(archive)
    archive.grow()
    while True:
        archive.add(*report(n))
        print(n, flush=True)
        if n % 4 == 3:
            archive.grow()
        n += 1
"""
_HERE = Path(__file__).resolve().parents[1]
_AT_ONCE, _REPORTS = 3, 4  # events that are told of in turn, and how often each is
_FEWEST = 10  # stories from which on comparing them tells something
# Days between the beginnings of events, far back: what is printed after today counts from when it was added,
# which no two archives have in common.
_FIRST, _APART = date(2010, 1, 1), 3
_AGAIN = 20  # events from which on one is of the people and words of another, months before, and so a thread
_LETTERS = "কখগঘচজটডতদনপবমরলশসহ"
_SIGNS = ("া", "ি", "ু", "ে", "ো")
_OWN, _LINES = 30, 8  # words that only one event has, and lines of a report


def report(number: int) -> tuple[Article, Capture]:
    """One report and its page. Every event has a place, people and words of its own for months."""
    turn, place = divmod(number, _AT_ONCE)
    event, turn = turn // _REPORTS * _AT_ONCE + place, turn % _REPORTS
    own = random.Random(event % _AGAIN)
    where, who, *words = ("".join(_syllable(own) for _ in range(3)) for _ in range(_OWN + 2))
    where, who = where + "পুর", who + "উদ্দিন"
    heard = random.Random(f"{event} {turn}")
    lines = [f"{where} থেকে নম্বর{number} পাতা।"]
    for _ in range(_LINES + turn):
        one, two, three, four = heard.sample(words, 4)
        lines.append(f"{where} এলাকায় {one} {two} নিয়ে {who} {three} ও {four} দেখেছেন।")
    headline = f"{where} এলাকায় {words[0]} {words[1]} নিয়ে {who}, খবর {number}"
    day = _FIRST + timedelta(days=_APART * event + turn)
    body = " ".join(lines)
    article = Article.from_text(id=f"k{number}", headline=headline, body=body, published=day)
    return article, Capture.of(body.encode(), source=f"page {number}")


def _syllable(chance: random.Random) -> str:
    return chance.choice(_LETTERS) + chance.choice(_SIGNS)


def once(where: str, chance: random.Random) -> int:
    """Start, kill, look; the number of articles that are there."""
    command = [sys.executable, "-c", WORKER, where]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=_HERE) as worker:
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


def undisturbed(where: str) -> tuple[int, int]:
    """How many stories and threads there are, which must be those of an archive that was left in peace."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_archive(where) as killed,
        open_archive(Path(folder) / "quiet.db") as quiet,
    ):
        quiet.add_all(killed.articles())
        both = (killed, quiet)
        for archive in both:
            archive.grow()
        if len({frozenset(together(archive)) for archive in both}) > 1:
            raise SystemExit("the stories are not those of an archive that was left in peace")
        for archive in both:
            archive.regrow()
            archive.grow()
            whole(archive)
        if kept(killed) != kept(quiet):
            raise SystemExit("rebuilt, the stories are not those of an archive that was left in peace")
        return quiet.count_stories(), len(quiet.threads(10**6))


def together(archive: Archive) -> list[tuple[str, ...]]:
    """Which articles stand together."""
    return [tuple(report.id for report in archive.reports(card.id)) for card in archive.stories(10**6)]


def kept(archive: Archive) -> tuple[object, ...]:
    """All that is kept of stories and threads but when they grew."""
    stories = {}
    for card in archive.stories(10**6):
        reasons = [archive.why(report.id) for report in archive.reports(card.id)]
        stories[card.id] = (replace(card, grown=datetime.min), reasons)
    return stories, [archive.thread(card.id).ties for card in archive.threads(10**6)]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--where", help="a PostgreSQL address instead of a file")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    chance = random.Random(args.seed)
    added = 0
    with tempfile.TemporaryDirectory() as folder:
        where = args.where or str(Path(folder) / "killed.db")
        for _ in range(args.times):
            added = once(where, chance)
        stories, threads = undisturbed(where)
    print(f"{args.times} kills: {added} articles added, none lost, none twice, index and stories whole")
    print(f"{stories} stories, {threads} threads, those of an archive that was left in peace")
    if stories < _FEWEST or not threads:
        print(f"too few stories or threads to tell; kill more often than {args.times} times", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
