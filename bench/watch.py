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
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random

from bench.invented import Newsroom, bangla
from shutro.archive.store import Archive, open_archive
from shutro.capture.web import Policy
from shutro.watch.plan import Outlet, Plan
from shutro.watch.told import Told
from shutro.watch.watcher import Clock, Tuning, Watcher

START = datetime(2026, 3, 10, tzinfo=UTC).timestamp()
HOUR = 3600.0
LISTED = 40  # pages on a list
PACE, SLOW = 2.0, 20.0
SLACK = 3 * HOUR  # time in which the last pages are found


class Jumping(Clock):
    """A clock on which waiting takes no time."""

    def __init__(self) -> None:
        super().__init__()
        self.at = START

    def now(self) -> float:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.at += seconds


@dataclass(frozen=True, slots=True)
class Item:
    """One page of a paper: when it appears, and what it does then."""

    number: int
    at: float

    @property
    def is_article(self) -> bool:
        return self.number % 40 != 7

    @property
    def changes(self) -> float | None:
        """When it says more, if ever: before its first revisit."""
        return self.at + 0.4 * HOUR if self.is_article and self.number % 20 == 5 else None

    @property
    def path(self) -> str:
        return f"/news/{self.number}"

    @property
    def listed(self) -> tuple[str, ...]:
        """The addresses that lists name it by."""
        if self.number % 60 == 13:
            return (f"/go/{self.number}",)
        return (
            (self.path, self.path + "/amp", self.path + "?utm_source=list")
            if self.number % 8 == 3
            else (self.path,)
        )

    def page(self, now: float, outlet: str) -> bytes:
        """The page as it is by then."""
        report = Newsroom(self.number).report(4)
        title = f"{report.headline} ({bangla(self.number)})"
        first, *rest = report.paragraphs
        if self.changes and now >= self.changes:
            first += " ঘটনা তদন্তে পাঁচ সদস্যের একটি কমিটি করা হয়েছে।"
        if not self.is_article:
            teasers = "".join(
                f'<li><a href="/news/{n}">{h}</a></li>' for n, h in enumerate(Newsroom(3).headlines(12))
            )
            return f"<!doctype html><html><body><ul>{teasers}</ul></body></html>".encode()
        moment = datetime.fromtimestamp(self.at, UTC).isoformat()
        metas = {"og:type": "article", "og:site_name": outlet, "article:published_time": moment}
        head = "".join(f'<meta property="{name}" content="{value}">' for name, value in metas.items())
        body = "".join(f"<p>{one}</p>" for one in (first, *rest))
        return (
            f'<!doctype html><html lang="bn"><head><title>{title}</title>{head}</head>'
            f"<body><h1>{title}</h1>{body}</body></html>"
        ).encode()


@dataclass
class Paper:
    """One outlet and its server."""

    number: int
    items: list[Item]
    clock: Jumping
    address: str = ""
    sent: Counter[str] = field(default_factory=Counter)  # whole answers, by path
    asked: int = 0
    inside: int = 0
    crowded: bool = False
    hurried: list[float] = field(default_factory=list)
    _last: float | None = None
    _failed: set[str] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def name(self) -> str:
        return f"পত্রিকা {bangla(self.number)}"

    @property
    def pace(self) -> float:
        return SLOW if self.number % 10 == 5 else PACE

    def outlet(self) -> Outlet:
        """Its source in the plan: half have feeds, the others a news sitemap or a section page."""
        where = self.address + "/list"
        kind = self.number % 4
        return Outlet(
            self.name,
            feeds=(where,) if kind < 2 else (),
            sitemaps=(where,) if kind == 2 else (),
            sections=(where,) if kind == 3 else (),
        )

    def answer(self, path: str, known: str | None) -> tuple[int, bytes, dict[str, str]]:
        """Status, content and headers, now."""
        now = self.clock.at - START
        if path == "/robots.txt":
            return 200, f"User-agent: *\nCrawl-delay: {self.pace:g}\n".encode(), {}
        if self.number % 10 == 3 and 5 * HOUR <= now < 5.2 * HOUR:
            return 429, b"", {"Retry-After": "720"}
        if self.number % 10 == 4 and 8 * HOUR <= now < 11 * HOUR:
            return 503, b"", {}
        content = self._content(path.partition("?")[0])
        if isinstance(content, str):
            return 302, b"", {"Location": content}
        if content is None:
            return 404, b"", {}
        if path.startswith("/news/") and int(path.split("/")[2]) % 50 == 11 and path not in self._failed:
            self._failed.add(path)
            return 500, b"", {}
        etag = f'"{sha256(content).hexdigest()[:16]}"'
        if known == etag:
            return 304, b"", {"ETag": etag}
        self.sent[path] += 1
        return 200, content, {"ETag": etag}

    def _content(self, path: str) -> bytes | str | None:
        now = self.clock.at
        out = [item for item in self.items if item.at <= now]
        if path == "/list":
            return self._list(out[-LISTED:])
        kind, _, number = path.strip("/").partition("/")
        item = next((one for one in out if str(one.number) == number.removesuffix("/amp")), None)
        if item is None or (item.number % 97 == 0 and now > item.at + 5 * HOUR):
            return None
        return item.path if kind == "go" else item.page(now, self.name)

    def _list(self, items: list[Item]) -> bytes:
        rows = [(self.address + path, item) for item in reversed(items) for path in item.listed]
        kind = self.number % 4
        if kind < 2:
            body = "".join(
                f"<item><link>{escape(url)}</link><pubDate>"
                f"{format_datetime(datetime.fromtimestamp(item.at, UTC))}</pubDate></item>"
                for url, item in rows
            )
            return f'<rss version="2.0"><channel><title>x</title>{body}</channel></rss>'.encode()
        if kind == 2:
            body = "".join(
                f"<url><loc>{escape(url)}</loc><lastmod>{datetime.fromtimestamp(item.at, UTC).isoformat()}"
                "</lastmod></url>"
                for url, item in rows
            )
            return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{body}</urlset>'.encode()
        body = "".join(
            f'<h2><a href="{escape(url)}">{Newsroom(item.number).report(2).headline}</a></h2>'
            for url, item in rows
        )
        return f"<!doctype html><html><body>{body}</body></html>".encode()

    def enter(self, path: str) -> None:
        """A request comes in."""
        with self._lock:
            self.asked += 1
            self.inside += 1
            self.crowded |= self.inside > 1
            redirected = path.startswith("/news/") and int(path.split("/")[2].partition("?")[0]) % 60 == 13
            if path != "/robots.txt" and not redirected:
                if self._last is not None and self.clock.at - self._last < self.pace - 0.01:
                    self.hurried.append(self.clock.at - self._last)
                self._last = self.clock.at

    def leave(self) -> None:
        """It is answered."""
        with self._lock:
            self.inside -= 1


@contextmanager
def serving(paper: Paper) -> Iterator[None]:
    """The paper's server, on a free port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paper.enter(self.path)
            try:
                status, content, headers = paper.answer(self.path, self.headers.get("If-None-Match"))
            finally:
                paper.leave()
            self.send_response(status)
            kind = "text/html; charset=utf-8" if b"<html" in content[:60] else "application/xml"
            for name, value in {"Content-Type": kind, "Content-Length": str(len(content)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        paper.address = f"http://127.0.0.1:{http.server_address[1]}"
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield
        finally:
            http.shutdown()
            thread.join()


def papers(outlets: int, items: int, hours: float, clock: Jumping) -> list[Paper]:
    """Papers whose pages appear evenly through the day, at moments drawn by chance."""
    random = Random(5)
    moments = sorted(random.uniform(0, hours * HOUR) for _ in range(items))
    made = [Paper(number, [], clock) for number in range(outlets)]
    for number, at in enumerate(moments):
        made[number % outlets].items.append(Item(number, START + at))
    return made


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
