"""Watching over a real socket: what is asked when, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest
from tests.capture.webserver import Server, says, serving
from tests.watch.newsstand import START, Sudden, article, feed

from shutro.archive.store import Archive, open_archive
from shutro.capture.web import Policy
from shutro.watch.plan import Outlet, Plan
from shutro.watch.told import Told
from shutro.watch.watcher import Tuning, Watcher

HOUR, DAY = 3600.0, 86400.0
HERE = Tuning(Policy(allow_private=True, seconds=3, size=200_000), grow=False, random=Random(7))


@dataclass
class Stand:
    """One server, one archive, and a watcher that runs on a clock of its own."""

    server: Server
    where: str
    clock: Sudden = field(default_factory=Sudden)
    told: list[Told] = field(default_factory=list)

    def watch(self, plan: Plan, hours: float = 0.5, *, once: bool = False) -> Archive:
        """Watch for some hours; the archive as it is then, open for the test to look at."""
        with open_archive(self.where) as archive:
            watcher = Watcher(archive, plan, self.told.append, self.clock, HERE)
            watcher.run(once=once, until=None if once else self.clock.at + hours * HOUR)
        return open_archive(self.where)

    def kinds(self) -> list[str]:
        return [one.kind for one in self.told]


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[Stand]:
    with serving() as server:
        yield Stand(server, str(tmp_path / "news.db"))


def plan(server: Server, **more: object) -> Plan:
    return Plan((Outlet("Padma Barta", feeds=(server.address + "/feed",)),), **more)  # type: ignore[arg-type]


def publish(server: Server, *numbers: int) -> None:
    """Pages, and a feed of them."""
    for number in numbers:
        server.at(f"/news/{number}", says(article(number), kind="text/html; charset=utf-8"))
    urls = [(f"{server.address}/news/{number}", START) for number in numbers]
    server.at("/feed", says(feed(urls), kind="application/rss+xml"))


def test_what_a_feed_lists_is_fetched_once_and_kept(stand: Stand) -> None:
    publish(stand.server, 1, 2, 3)
    with stand.watch(plan(stand.server), once=True) as archive:
        assert len(archive) == 3
        assert [(c.state, c.listed, c.added, c.waiting) for c in archive.sources()] == [("well", 3, 3, 0)]
    assert sorted(stand.server.paths()) == ["/feed", "/news/1", "/news/2", "/news/3"]
    assert stand.kinds() == ["looked", "added", "added", "added"]
