"""What the web reader's pages cost: processor time and bytes of every view, over one archive.

    python -m bench.reader ARCHIVE [--rounds 40] [--large 10] [VIEW …]

The application answers in this process, without a network; a time is the whole process's, all threads
counted. Ids are drawn from the archive, other ones in each round, so that no page is read twice but the
front page and the lists; of stories the largest are drawn, `--large` of them, whose timelines are made
before. `first` is the first reading, when nothing was worked out before. `bench.running` makes an archive
of 100,000 articles to measure with. With names of views only these are asked for.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import random
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import quote, unquote

from fastapi import FastAPI

import shutro
from shutro.archive.nouns.cards import StoryCard, StoryOrder
from shutro.archive.store import Archive
from shutro.views.lines import key
from shutro.views.web.app import make_app
from shutro.views.web.serving.links import Links
from shutro.views.web.serving.state import Settings

LIMIT = 50.0
ORDERS: tuple[StoryOrder, ...] = ("importance", "newest", "oldest")
_GO = Links()
Draw = Callable[[], str]


def draws(archive: Archive, rng: random.Random, large: Sequence[StoryCard]) -> dict[str, Draw]:
    """For every view something that makes an address of it."""
    reports = archive.latest(2000)
    people = [card.canonical for card in archive.entities("PER", limit=300)]
    places = [card.canonical for card in archive.entities("LOC", limit=100)]
    outlets = [card.name for card in archive.outlets()]
    threads = [card.id for card in archive.threads(100)]
    lines = {card.id: [key(e.evidence[0]) for e in archive.timeline(card.id)] for card in large}
    marks = {card.id: _before(card) for card in large}

    def words() -> str:
        return " ".join(rng.choice(reports).headline.split()[:3])

    def sentence() -> str:
        return rng.choice(archive.get(rng.choice(reports).id).body)[:200]

    def story(part: str = "", **asked: object) -> str:
        return _GO.story(rng.choice(large).id, part, **asked)

    def line() -> str:
        id = rng.choice(large).id
        return _GO.story(id, f"line/{rng.choice(lines[id])}")

    def grown() -> str:
        card = rng.choice(large)
        return _GO.story(card.id, since=marks[card.id])

    def api(path: str, **asked: object) -> str:
        return Links("/api")(path, **asked)

    found: dict[str, Draw] = {
        "front": lambda: "/",
        "front since": lambda: _GO("/", since="2025-01-01T00:00:00Z"),
        "stories": lambda: _GO("/stories", page=rng.randint(1, 5)),
        "stories of an outlet": lambda: _GO("/stories", outlet=rng.choice(outlets), page=rng.randint(1, 5)),
        "stories of somebody": lambda: _GO("/stories", entity=rng.choice(people)),
        "stories of days": lambda: _GO("/stories", since="2025-02-01", until="2025-03-01", order="newest"),
        "latest": lambda: _GO("/latest", page=rng.randint(1, 50)),
        "latest of an outlet": lambda: _GO("/latest", outlet=rng.choice(outlets), page=rng.randint(1, 20)),
        "names": lambda: _GO("/names", page=rng.randint(1, 20)),
        "names that begin": lambda: _GO("/names", prefix=rng.choice(people)[:2]),
        "person": lambda: _GO.name(rng.choice(people)),
        "place": lambda: _GO.name(rng.choice(places)),
        "outlets": lambda: "/outlets",
        "outlet": lambda: _GO.outlet(rng.choice(outlets)),
        "article": lambda: _GO.article(rng.choice(reports).id),
        "changes": lambda: _GO.changes(rng.choice(reports).id),
        "search": lambda: _GO("/search", q=words()),
        "search, said": lambda: _GO("/search", **{"in": "statements", "who": rng.choice(people)}),
        "search, said about": lambda: _GO(
            "/search", **{"in": "statements", "who": rng.choice(people), "about": words()}
        ),
        "search, stories": lambda: _GO("/search", **{"in": "stories", "q": words()}),
        "check": lambda: _GO("/check", text=sentence()),
        "threads": lambda: "/threads",
        "quarantine": lambda: "/quarantine",
        "notes": lambda: "/notes",
        "feed": lambda: "/feeds/latest.atom",
        "feed of a name": lambda: f"/feeds/name/{quote(rng.choice(people))}.atom",
        "api articles": lambda: api("/articles", offset=rng.randint(0, 5000)),
        "api stories": lambda: api("/stories", offset=rng.randint(0, 5000)),
        "api entities": lambda: api("/entities", kind="PER", offset=rng.randint(0, 5000)),
        "api search": lambda: api("/search/articles", q=words()),
        "api said-by": lambda: api(f"/entities/{quote(rng.choice(people))}/said-by"),
        "api findings": lambda: api(f"/articles/{quote(rng.choice(reports).id)}/findings"),
        "api days": lambda: api("/days", since="2025-01-01", until="2025-12-31"),
    }
    if large:
        found["story"] = story
        for part in ("numbers", "said", "actors", "reports"):
            found[f"story {part}"] = lambda part=part: story(part)  # type: ignore[misc]
        found |= {
            "story in ten": lambda: story(lines=10),
            "story of an outlet": lambda: story(outlet=rng.choice(outlets)),
            "story since": grown,
            "line": line,
            "feed of a story": lambda: f"/feeds/story/{rng.choice(large).id}.atom",
            "api timeline": lambda: api(f"/stories/{rng.choice(large).id}/timeline"),
            "export csv": lambda: api("/exports/csv", id=rng.choice(large).id),
        }
    if threads:
        found["thread"] = lambda: _GO.thread(rng.choice(threads))
    return found


def _before(card: StoryCard) -> str:
    """The moment a second before a story last grew."""
    return (card.grown - timedelta(seconds=1)).isoformat()


@dataclass(slots=True)
class Answer:
    """An answer as it would be sent: `first` is the moment of its first byte, `last` that of its end, both
    of the processor's clock, in seconds."""

    status: int = 0
    size: int = 0
    first: float = 0.0
    last: float = 0.0


async def answer(app: FastAPI, path: str) -> Answer:
    """What the application answers to a path with its query."""
    path, _, query = path.partition("?")
    got = Answer()
    scope = {
        "type": "http", "http_version": "1.1", "method": "GET", "scheme": "http", "path": unquote(path),
        "raw_path": path.encode(), "query_string": query.encode(), "root_path": "", "state": {},
        "headers": [(b"host", b"localhost")], "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
    }  # fmt: skip

    asked = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> dict[str, object]:
        for message in asked:
            return message
        await asyncio.Event().wait()  # whoever streams waits for a client that goes away; ours does not
        raise AssertionError

    async def send(message: dict[str, object]) -> None:
        if message["type"] == "http.response.start":
            got.status = int(str(message["status"]))
        elif isinstance(body := message.get("body", b""), bytes) and body:
            got.size += len(body)
            got.first = got.first or time.process_time()

    await app(scope, receive, send)  # type: ignore[arg-type]
    got.last = time.process_time()
    return got


@dataclass(frozen=True, slots=True)
class Line:
    """What a view costs: its times in milliseconds in the order of asking, and its largest answer."""

    name: str
    times: list[float]
    size: int

    def part(self, share: float) -> float:
        """The time that this share of the readings stays within."""
        return sorted(self.times)[int(share * (len(self.times) - 1))]


async def measured(where: str, rounds: int, count: int, wanted: Sequence[str]) -> AsyncIterator[Line]:
    """Every view that is wanted, or all; of an export the time to its first byte."""
    rng = random.Random(1)
    app = make_app(Settings(where, archives=1, rate=1e9, burst=10**9, counted=3600))
    with shutro.open(where) as archive:
        views = draws(archive, rng, _largest(archive, count))
        gc.collect()
        gc.freeze()
        async with app.router.lifespan_context(app):
            for name, draw in views.items():
                times, largest = [], 0
                for _ in range(rounds if not wanted or name in wanted else 0):
                    path = draw()
                    began = time.process_time()
                    got = await answer(app, path)
                    times.append(1000 * ((got.first if name.startswith("export") else got.last) - began))
                    if got.status not in (200, 307, 308):
                        raise SystemExit(f"{got.status} at {path}")
                    largest = max(largest, got.size)
                if times:
                    yield Line(name, times, largest)


def _largest(archive: Archive, count: int) -> list[StoryCard]:
    """The largest of the stories that matter most and of those told longest ago, their timelines made."""
    cards = {card.id: card for order in ORDERS for card in archive.stories(3000, order=order)}
    return sorted(cards.values(), key=lambda card: -card.articles)[:count]


async def tell(lines: AsyncIterator[Line]) -> None:
    """Print every line as it is measured, and at the end what was slow."""
    print(f"{'view':22}{'first ms':>10}{'p50':>8}{'p95':>8}{'bytes':>10}")
    slow = []
    async for line in lines:
        figures = f"{line.times[0]:10.1f}{line.part(0.5):8.1f}{line.part(0.95):8.1f}{line.size:10}"
        print(f"{line.name:22}{figures}", flush=True)
        slow += [line.name] if line.part(0.95) > LIMIT else []
    print(f"over {LIMIT:.0f} ms at p95: {', '.join(slow) or 'none'}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("archive")
    parser.add_argument("views", nargs="*", metavar="VIEW")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--large", type=int, default=10, help="how many of the largest stories are read")
    args = parser.parse_intermixed_args()
    asyncio.run(tell(measured(args.archive, args.rounds, args.large, args.views)))


if __name__ == "__main__":
    main()
