"""Papers of our own on loopback servers: what each prints through a day, how it lists it, how it fails."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random

from bench.invented import Newsroom, bangla
from shutro.watch.plan import Outlet
from shutro.watch.watcher import Clock

START = datetime(2026, 3, 10, tzinfo=UTC).timestamp()
HOUR = 3600.0
LISTED = 40  # pages on a list
PACE, SLOW = 2.0, 20.0


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
