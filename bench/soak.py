"""An hour of everything at once on one archive: adding, reading, rebuilding, and being killed.

    python -m bench.soak [--minutes 60] [--table docs/soak.tsv] [--plot docs/soak.svg] [--check]

`shutro serve` runs from beginning to end and is looked at every few seconds: its memory and its open files,
those of the processes it starts counted too. Beside it `shutro add` puts in new pages, twice at a time, and
`shutro rebuild` finds everything anew after each article was marked as found by older rules. Of the runs of
one `add` and of `rebuild` many are killed at a random moment, and done again. All the while pages, searches,
checks and the API are asked of the server, for what is there since long and what was added just now.

At the end every page that an `add` said to have taken must be in the archive, once, and the archive sound.
What counts as flat is told in `bench/looks.py`.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import regex

from bench.gold import ROOT
from bench.kills import report
from bench.looks import Look, glance, judged, plot, write_table
from shutro.archive.store import open_archive
from shutro.model import Capture

EVERY = 5.0  # seconds between two looks at the server
BATCH = 12  # pages an `add` is given
PAUSE = 12.0  # seconds between two `add`s of a writer
ASKED = 4.0  # requests a second
REBUILT = 300.0  # seconds between two rebuilds
KILLED = 0.4  # share of the runs that are killed, of the writer and the rebuilder that are


@dataclass(slots=True)
class Soak:
    """What goes on: where, until when, and what has come of it."""

    folder: Path
    until: float
    address: str = ""
    over: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)
    next: int = 0
    taken: set[int] = field(default_factory=set)
    done: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)

    @property
    def archive(self) -> str:
        return str(self.folder / "soak.db")

    def wait(self, seconds: float) -> bool:
        """Whether there is time left after a pause."""
        left = self.until - time.monotonic()
        return not self.over.wait(max(0.0, min(seconds, left))) and seconds < left

    def wrong(self, what: str) -> None:
        with self.lock:
            self.errors.append(what)
        print(f"soak: {what}", file=sys.stderr, flush=True)

    def run(self, *words: str, kill_after: float | None = None) -> bool:
        """A command on the archive; whether it came to its end."""
        command = [sys.executable, "-m", "shutro", *words, "--archive", self.archive]
        with subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as ran:
            try:
                said, _ = ran.communicate(timeout=kill_after)
            except subprocess.TimeoutExpired:
                ran.kill()
                ran.communicate()
                self.done[f"{words[0]} killed"] += 1
                return False
        self.done[words[0]] += 1
        if ran.returncode:
            self.wrong(f"{words[0]} ended with {ran.returncode}: {said[-500:]}")
        return ran.returncode == 0


def page(number: int) -> bytes:
    """A page that tells of one event in words of its own, and has somebody speak."""
    article, _ = report(number)
    lines = [*article.text.splitlines()[1:], f"থানার ওসি রফিকুল ইসলাম বলেন, ‘নম্বর{number} মামলার তদন্ত চলছে।’"]
    assert article.published is not None
    printed, paper = article.published.isoformat(), f"কাগজ {number % 7}"
    return (
        f'<!DOCTYPE html><html lang="bn"><head><title>{article.headline}</title>'
        f'<meta property="og:type" content="article"><meta property="og:site_name" content="{paper}">'
        f'<meta property="article:published_time" content="{printed}"></head><body><article>'
        f"<h1>{article.headline}</h1>{''.join(f'<p>{line}</p>' for line in lines)}</article></body></html>"
    ).encode()


def capture(number: int) -> Capture:
    return Capture.of(page(number), source="", url=f"https://kagoj{number % 7}.example/news/{number}")


def writing(soak: Soak, killed: bool, chance: random.Random) -> None:
    """Add batch after batch; one that was killed is given again."""
    file = soak.folder / f"{'killed' if killed else 'left'}.jsonl"
    while True:
        with soak.lock:
            numbers = range(soak.next, soak.next + BATCH)
            soak.next += BATCH
        rows = ({"url": capture(n).url, "html": page(n).decode()} for n in numbers)
        file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
        while True:
            after = chance.uniform(0.3, 12.0) if killed and chance.random() < KILLED else None
            if soak.run("add", str(file), kill_after=after):
                with soak.lock:
                    soak.taken.update(numbers)
                break
            if after is None:
                break  # it failed by itself, and was written down
        if not soak.wait(PAUSE):
            return


def rebuilding(soak: Soak, chance: random.Random) -> None:
    """Rebuild now and then, with a third of the articles found by rules of before; killed, again."""
    while soak.wait(REBUILT):
        with open_archive(soak.archive) as archive, archive.writing():
            archive._shelf.ask("UPDATE finding SET rules = 'before' WHERE article % 3 = 0")
            version, pending, _ = archive._shelf.ledger.state()
            archive._shelf.ledger.set_state(version, pending, "before")
        while True:
            after = chance.uniform(1.0, 30.0) if chance.random() < KILLED else None
            if soak.run("rebuild", kill_after=after) or after is None:
                break


def asking(soak: Soak, chance: random.Random) -> None:
    """Ask for pages, and for what is known to be there."""
    while soak.wait(chance.uniform(0, 2 / ASKED)):
        with soak.lock:
            known = sorted(soak.taken)
        if known:
            number = chance.choice([known[-1], chance.choice(known)])
            chance.choice(QUESTIONS)(soak, number, chance)


def fetched(soak: Soak, path: str, gone: bool = False) -> str:
    """The answer to a request; `gone`: it may be about a story that a rebuild has just taken apart."""
    began = time.monotonic()
    try:
        with urlopen(soak.address + path, timeout=120) as answer:
            text: str = answer.read().decode()
    except HTTPError as error:
        if gone and error.code == 404:
            soak.done["not there any more"] += 1
        else:
            soak.wrong(f"{error.code} for {path}")  # why stands in what the server said
        return ""
    except OSError as error:
        soak.wrong(f"{path}: {error}")
        return ""
    soak.spent.append(time.monotonic() - began)
    soak.done["asked"] += 1
    return text


def _search(soak: Soak, number: int, chance: random.Random) -> None:
    text = fetched(soak, f"/search?q={quote(f'নম্বর{number}')}").replace("<mark>", "")
    if text and not regex.search(rf"খবর {number}(?!\d)", text):
        soak.wrong(f"page {number} is not found")


def _check(soak: Soak, number: int, chance: random.Random) -> None:
    headline = report(number)[0].headline
    if (text := fetched(soak, f"/api/check?text={quote(headline)}")) and '"printed"' not in text:
        soak.wrong(f"the headline of page {number} is not printed: {text[:200]}")


def _views(soak: Soak, number: int, chance: random.Random) -> None:
    paths = (
        "/",
        "/stories",
        "/latest",
        "/names",
        "/outlets",
        "/en/sources",
        "/api/threads",
        "/feeds/latest.atom",
    )
    fetched(soak, chance.choice(paths))


def _story(soak: Soak, number: int, chance: random.Random) -> None:
    listed = fetched(soak, f"/api/stories?limit=50&order={chance.choice(('newest', 'importance', 'oldest'))}")
    ids = regex.findall(r'"id":"(s[0-9a-f]+)"', listed)
    if ids:
        fetched(
            soak, f"/{chance.choice(('story/', 'api/stories/', 'en/story/'))}{chance.choice(ids)}", gone=True
        )


def _article(soak: Soak, number: int, chance: random.Random) -> None:
    listed = fetched(soak, f"/api/search/articles?q={quote(f'নম্বর{number}')}&limit=5")
    ids = regex.findall(r'"id":"([^"]+)"', listed)
    if ids:
        fetched(soak, f"/{chance.choice(('article/', 'api/articles/'))}{quote(chance.choice(ids), safe='')}")


QUESTIONS: tuple[Callable[[Soak, int, random.Random], None], ...] = (
    _search,
    _check,
    _views,
    _story,
    _article,
)


def looking(soak: Soak, server: int) -> None:
    """Look at the server until all is over."""
    began = time.monotonic()
    while not soak.over.wait(EVERY):
        seen = glance(server, round(time.monotonic() - began), len(soak.taken))
        if seen is not None:
            soak.looks.append(seen)


def soaked(folder: Path, minutes: float, seed: int) -> Soak:
    """Let everything run for so long."""
    soak = Soak(folder, time.monotonic() + 60 * minutes)
    with open_archive(soak.archive):
        pass
    command = [sys.executable, "-m", "shutro", "serve", "--port", "0", "--archive", soak.archive]
    with (
        (folder / "serve.log").open("w+b") as log,
        subprocess.Popen(command, cwd=ROOT, stderr=log, stdout=log) as server,
    ):
        while (found := regex.search(rb"http://\S+", (folder / "serve.log").read_bytes())) is None:
            time.sleep(0.1)
        soak.address = found[0].decode()
        chances = (random.Random(seed + number) for number in range(9))
        threads = [
            *(
                threading.Thread(target=writing, args=(soak, killed, next(chances)))
                for killed in (False, True)
            ),
            threading.Thread(target=rebuilding, args=(soak, next(chances))),
            *(threading.Thread(target=asking, args=(soak, next(chances))) for _ in range(2)),
        ]
        watcher = threading.Thread(target=looking, args=(soak, server.pid))
        watcher.start()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        soak.over.set()
        watcher.join()
        server.send_signal(signal.SIGTERM)
        if server.wait(60) not in (0, -signal.SIGTERM):
            soak.wrong(f"the server ended with {server.returncode}")
        said = (folder / "serve.log").read_text(errors="replace").splitlines()[1:]
        if said:
            soak.wrong(f"the server said {said[-10:]}")
    return soak


def kept(soak: Soak) -> None:
    """Look whether all that was taken is there, once, and the archive sound."""
    with open_archive(soak.archive) as archive:
        archive.verify()
        archive.grow()
        archive.verify()
        lost = [number for number in sorted(soak.taken) if not archive.has_read(capture(number))]
        if lost:
            soak.wrong(f"{len(lost)} pages are lost: {lost[:5]}")
        if len(archive) > len(soak.taken) + 2 * BATCH:
            soak.wrong(f"{len(soak.taken)} pages were taken, {len(archive)} articles are there")
        if waiting := archive.quarantined():
            soak.wrong(f"{len(waiting)} pages could not be read: {waiting[0].reason}")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--table", type=Path, metavar="FILE", help="write what was looked at here")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw it here")
    parser.add_argument("--check", action="store_true", help="exit with 1 where it is not flat")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        soak = soaked(Path(folder), args.minutes, args.seed)
        kept(soak)
        size = Path(soak.archive).stat().st_size / 2**20
    figures, wrong = judged(soak.looks)
    print(f"{len(soak.taken)} pages taken, archive {size:.0f} MB")
    print(", ".join(f"{name} {times}" for name, times in sorted(soak.done.items())))
    spent = statistics.quantiles(soak.spent, n=100)
    print(
        f"answers: median {1000 * spent[49]:.0f} ms, 95 of 100 within {1000 * spent[94]:.0f} ms by the clock"
    )
    print(", ".join(f"{name} {value:.1f}" for name, value in figures.items()))
    for line in [*soak.errors, *wrong]:
        print(f"soak: {line}", file=sys.stderr)
    if args.table:
        write_table(soak.looks, args.table)
    if args.plot:
        plot(soak.looks, args.plot)
    return 1 if soak.errors or (wrong and args.check) else 0


if __name__ == "__main__":
    sys.exit(main())
