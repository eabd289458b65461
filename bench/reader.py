"""What the web reader's pages cost: processor time and bytes of every view, over one archive.

    python -m bench.reader ARCHIVE [--rounds 40]

The application answers in this process, without a network; a time is the whole process's, all threads
counted. Ids are drawn from the archive, other ones in each round, so that no page is read twice but the
front page and the lists. `first` is the worst of the first readings, when nothing was worked out before.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import time
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from fastapi import FastAPI

import shutro
from shutro.archive.store import Archive
from shutro.views.web.app import make_app
from shutro.views.web.links import Links
from shutro.views.web.state import Settings

LIMIT = 50.0
_GO = Links()
Draw = Callable[[], str]


def draws(archive: Archive, rng: random.Random) -> dict[str, Draw]:
    """For every view something that makes an address of it."""
    reports = archive.latest(2000)
    stories = archive.stories(limit=200)
    large = [card.id for card in stories if card.articles >= 100] or [card.id for card in stories]
    people = [card.canonical for card in archive.entities("PER", limit=300)]
    places = [card.canonical for card in archive.entities("LOC", limit=100)]
    outlets = [card.name for card in archive.outlets()]
    threads = [card.id for card in archive.threads(100)]

    def words() -> str:
        return " ".join(rng.choice(reports).headline.split()[:3])

    def sentence() -> str:
        return rng.choice(archive.get(rng.choice(reports).id).body)[:200]

    found: dict[str, Draw] = {
        "front": lambda: "/",
        "stories": lambda: _GO("/stories", page=rng.randint(1, 5)),
        "latest": lambda: _GO("/latest", page=rng.randint(1, 50)),
        "latest of an outlet": lambda: _GO("/latest", outlet=rng.choice(outlets), page=rng.randint(1, 20)),
        "names": lambda: _GO("/names", page=rng.randint(1, 20)),
        "person": lambda: _GO.name(rng.choice(people)),
        "place": lambda: _GO.name(rng.choice(places)),
        "outlets": lambda: "/outlets",
        "outlet": lambda: _GO.outlet(rng.choice(outlets)),
        "article": lambda: _GO.article(rng.choice(reports).id),
        "changes": lambda: _GO.changes(rng.choice(reports).id),
        "search": lambda: _GO("/search", q=words()),
        "search, said": lambda: _GO("/search", **{"in": "statements", "q": rng.choice(people)}),
        "search, stories": lambda: _GO("/search", **{"in": "stories", "q": words()}),
        "check": lambda: _GO("/check", text=sentence()),
        "threads": lambda: "/threads",
        "quarantine": lambda: "/quarantine",
        "notes": lambda: "/notes",
    }
    if large:
        parts = ("", "numbers", "said", "actors", "reports")
        for part in parts:
            found[f"story {part}".strip()] = lambda part=part: _GO.story(rng.choice(large), part)  # type: ignore[misc]
    if threads:
        found["thread"] = lambda: _GO.thread(rng.choice(threads))
    return found


async def answer(app: FastAPI, path: str) -> tuple[int, int]:
    """The status and the bytes of the answer, as they would be sent."""
    path, _, query = path.partition("?")
    status = size = 0
    scope = {
        "type": "http", "http_version": "1.1", "method": "GET", "scheme": "http", "path": unquote(path),
        "raw_path": path.encode(), "query_string": query.encode(), "root_path": "", "state": {},
        "headers": [(b"host", b"localhost")], "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
    }  # fmt: skip

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, object]) -> None:
        nonlocal status, size
        if message["type"] == "http.response.start":
            status = int(str(message["status"]))
        else:
            body = message.get("body", b"")
            size += len(body) if isinstance(body, bytes) else 0

    await app(scope, receive, send)  # type: ignore[arg-type]
    return status, size


async def measured(where: str, rounds: int) -> Iterator[tuple[str, list[float], int]]:
    """Every view with its times in milliseconds, in the order of asking, and its largest answer."""
    rng = random.Random(1)
    app = make_app(Settings(where, archives=1, rate=1e9, burst=10**9, counted=3600))
    rows = []
    with shutro.open(where) as archive:
        views = draws(archive, rng)
        async with app.router.lifespan_context(app):
            for name, draw in views.items():
                times, largest = [], 0
                for _ in range(rounds):
                    path = draw()
                    began = time.process_time()
                    status, size = await answer(app, path)
                    times.append(1000 * (time.process_time() - began))
                    if status not in (200, 307, 308):
                        raise SystemExit(f"{status} at {path}")
                    largest = max(largest, size)
                rows.append((name, times, largest))
    return iter(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("archive")
    parser.add_argument("--rounds", type=int, default=40)
    args = parser.parse_args()
    print(f"{'view':22}{'first ms':>10}{'p50':>8}{'p95':>8}{'bytes':>10}")
    slow = []
    for name, times, size in asyncio.run(measured(args.archive, args.rounds)):
        ordered = sorted(times)
        p50, p95 = ordered[len(ordered) // 2], ordered[int(0.95 * (len(ordered) - 1))]
        slow += [name] if p95 > LIMIT else []
        print(f"{name:22}{times[0]:10.1f}{p50:8.1f}{p95:8.1f}{size:10}")
    print(f"over {LIMIT:.0f} ms at p95: {', '.join(slow) or 'none'}")


if __name__ == "__main__":
    main()
