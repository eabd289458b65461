"""Stopped at any time, a watcher loses nothing and asks for nothing twice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import httpx
import pytest
from tests.capture.webserver import says
from tests.watch.conftest import Stand
from tests.watch.newsstand import article, headline

from shutro.archive.store import open_archive

PAGES = 40


def sources(stand: Stand, folder: Path, more: str = "") -> Path:
    """A sources.toml for the server, in a hurry."""
    path = folder / "sources.toml"
    feeds = f'feeds = ["{stand.server.address}/feed"]'
    lines = ("pace = 0.01", 'back = "9999d"', more, "[[outlet]]", 'name = "Padma Barta"', feeds)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def started(stand: Stand, plan: Path, *options: str) -> subprocess.Popen[str]:
    command = [
        sys.executable, "-c", "from shutro.cli.main import main; main()", "watch", str(plan),
        "--archive", stand.where, "--allow-private", "--later", *options,
    ]  # fmt: skip
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip


def until(what: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_killed_and_started_again_and_again_every_page_is_there_once(stand: Stand, tmp_path: Path) -> None:
    stand.publish(*range(PAGES))
    plan = sources(stand, tmp_path)
    kills = 0
    for enough in (3, 9, 17, 26):
        process = started(stand, plan)
        until(lambda enough=enough: sum("/news/" in path for path in stand.server.paths()) >= enough)
        process.kill()
        process.communicate()
        kills += 1
    done = started(stand, plan, "--once")
    _, err = done.communicate(timeout=60)
    assert done.returncode == 0, err
    with open_archive(stand.where) as archive:
        archive.verify()
        assert Counter(one.headline for one in archive.articles()) == Counter(
            headline(n) for n in range(PAGES)
        )
        (card,) = archive.sources()
        assert (card.listed, card.waiting, card.failed) == (PAGES, 0, 0)
    asked = Counter(path for path in stand.server.paths() if "/news/" in path)
    assert len(asked) == PAGES
    # What a killed process was being sent, it never had: one page of a host at a time.
    assert sum(asked.values()) <= PAGES + kills
    rules = sum(path == "/robots.txt" for path, _ in stand.server.asked)
    assert rules <= 1 + kills


@pytest.mark.parametrize("which", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_stop_it_takes_what_is_under_way_and_ends_well(
    stall: Stand, tmp_path: Path, which: signal.Signals
) -> None:
    stall.publish(*range(PAGES))

    def slowly(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.2)
        says(article(5))(handler)

    stall.put("/news/5", slowly)
    process = started(stall, sources(stall, tmp_path))
    until(lambda: "/news/5" in stall.server.paths())
    process.send_signal(which)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 0, err
    assert "Traceback" not in err
    assert "stopped: " in err
    with open_archive(stall.where) as archive:
        held = {one.headline for one in archive.articles()}
    assert headline(5) in held
    assert len(held) == sum("/news/" in path for path in stall.server.paths())
    assert f"added     Padma Barta  {stall.server.address}/news/5  {headline(5)}" in out


def test_every_line_of_json_tells_one_thing(stall: Stand, tmp_path: Path) -> None:
    stall.publish(1)
    process = started(stall, sources(stall, tmp_path), "--once", "--json")
    out, err = process.communicate(timeout=30)
    assert process.returncode == 0, err
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(row["kind"], row["of"], row["outlet"]) for row in rows] == [
        ("looked", "source", "Padma Barta"), ("added", "page", "Padma Barta"),
    ]  # fmt: skip
    assert rows[0]["listed"] == rows[0]["new"] == 1
    assert rows[1]["text"] == headline(1)


def test_it_ends_after_the_time_it_was_given(stall: Stand, tmp_path: Path) -> None:
    stall.publish(1)
    process = started(stall, sources(stall, tmp_path), "--for", "1s")
    _, err = process.communicate(timeout=30)
    assert process.returncode == 0, err
    with open_archive(stall.where) as archive:  # as much as the machine had time for
        told = f"{len(archive)} added" if len(archive) else "nothing new"
    assert f"done: {told}" in err


def test_sources_that_give_nothing_are_counted_at_the_end(stall: Stand, tmp_path: Path) -> None:
    plan = sources(stall, tmp_path)
    plan.write_text(plan.read_text("utf-8").replace("/feed", "/no-feed"), "utf-8")
    _, err = started(stall, plan, "--once").communicate(timeout=60)
    assert "done: nothing new; 1 of 1 sources gave nothing" in err


def test_what_is_written_wrong_is_told_in_one_line(stall: Stand, tmp_path: Path) -> None:
    process = started(stall, sources(stall, tmp_path, 'paze = "2s"'))
    _, err = process.communicate(timeout=30)
    assert process.returncode == 2
    assert "paze: no such key" in " ".join(err.split())
    assert "Traceback" not in err


def test_prometheus_is_answered_while_it_watches(stall: Stand, tmp_path: Path) -> None:
    stall.publish(1, 2)
    process = started(stall, sources(stall, tmp_path), "--metrics", "0")
    try:
        assert process.stderr is not None
        where = process.stderr.readline().split()[-1]
        assert where.startswith("http://127.0.0.1:")
        until(
            lambda: (
                'shutro_watch_pages_total{outcome="added",outlet="Padma Barta"} 2.0' in httpx.get(where).text
            )
        )
        text = httpx.get(where).text
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
    assert 'shutro_watch_looks_total{outcome="looked",outlet="Padma Barta"} 1.0' in text
    assert (
        f'shutro_watch_source_up{{kind="feed",outlet="Padma Barta",source="{stall.server.address}/feed"}}'
        in text
    )
    assert "shutro_watch_pages_waiting" in text
