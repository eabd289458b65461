from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest
from tests.archive.conftest import STORES, place
from tests.capture.webserver import Act, Server, says, serving
from tests.watch.newsstand import HOUR, START, Sudden, article, feed

from shutro.archive.nouns.sources import PageState
from shutro.archive.store import Archive, open_archive
from shutro.capture.web import Policy
from shutro.watch.plan import Outlet, Plan
from shutro.watch.told import Told
from shutro.watch.watcher import Tuning, Watcher

HERE = Policy(allow_private=True, seconds=2, size=200_000)


@dataclass
class Stand:
    """One server, one archive, and a watcher that runs on a clock of its own."""

    server: Server
    where: str
    clock: Sudden = field(default_factory=Sudden)
    told: list[Told] = field(default_factory=list)
    times: list[tuple[str, float]] = field(default_factory=list)

    def plan(self, *feeds: str, **more: object) -> Plan:
        """A plan to watch some feeds of the server, `/feed` if none is named."""
        urls = tuple(self.server.address + path for path in feeds or ("/feed",))
        return Plan((Outlet("Padma Barta", feeds=urls),), **more)  # type: ignore[arg-type]

    def publish(self, *numbers: int, feed_at: str = "/feed", more: str = "", **headers: str) -> None:
        """Put pages on the server, and a feed of them."""
        for number in numbers:
            self.put(f"/news/{number}", says(article(number, more=more), kind="text/html", **headers))
        self.list(*(f"/news/{number}" for number in numbers), at=feed_at)

    def list(self, *paths: str, at: str = "/feed") -> None:
        """Put a feed on the server."""
        urls = [(path if "://" in path else self.server.address + path, START) for path in paths]
        self.put(at, says(feed(urls), kind="application/rss+xml"))

    def put(self, path: str, act: Act) -> str:
        """Put something on the server, and note on the watcher's clock when it is asked for."""

        def noted(handler: object) -> None:
            self.times.append((path, self.clock.at))
            act(handler)  # type: ignore[arg-type]

        return self.server.at(path, noted)

    def watch(
        self, plan: Plan, hours: float = 0.4, *, once: bool = False, policy: Policy = HERE, seed: int = 7
    ) -> Archive:
        """Watch for some hours; the archive as it is then."""
        with open_archive(self.where) as archive:
            tuning = Tuning(policy, grow=False, random=Random(seed))
            watcher = Watcher(archive, plan, self.told.append, self.clock, tuning)
            watcher.run(once=once, until=None if once else self.clock.at + hours * HOUR)
        return open_archive(self.where)

    def asked(self, path: str) -> list[float]:
        """When a path was asked for, in seconds from the start."""
        return [round(at - START, 3) for each, at in self.times if each == path]

    def kinds(self, of: str = "page") -> list[str]:
        """What was told of pages, or of sources or hosts, in order."""
        return [one.kind for one in self.told if one.of == of]

    def reasons(self, kind: str) -> list[str]:
        """What was told along with one kind of thing."""
        return [one.text for one in self.told if one.kind == kind]


def states(archive: Archive, state: PageState) -> list[tuple[str, str | None]]:
    """The paths of the pages in a state, with the reason."""
    found = archive.watched_pages(state)
    return sorted(("/" + page.address.split("/", 3)[3], page.reason) for page in found)


@pytest.fixture(params=STORES)
def stand(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stand]:
    """A newspaper and its reader, on each store."""
    with serving() as server:
        yield Stand(server, place(request.param, tmp_path))


@pytest.fixture
def stall(tmp_path: Path) -> Iterator[Stand]:
    """A newspaper and its reader, on one store, for what no store can change."""
    with serving() as server:
        yield Stand(server, str(tmp_path / "news.db"))
