"""What is worked out before anybody asks, or beside the server while a reader waits."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from dataclasses import replace
from html import escape
from pathlib import Path
from threading import Event

import pytest
from tests.rights import without_rights
from tests.web.api_serving import QUICK, client

import shutro
from shutro.errors import NotInArchive
from shutro.views.web.serving.preparing import Preparing, make_timeline
from shutro.views.web.serving.state import Settings
from shutro.views.web.serving.warming import Warming
from shutro.views.web.serving.worker import Job, Worker


def test_timelines_of_running_stories_are_made_once_until_they_grow(
    newsroom: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    preparing = Preparing(without_timelines(newsroom, tmp_path), at_once=0)
    fetch = preparing.fetch

    def fetched(job: Job, story: str) -> object:
        asked.append(story)
        return fetch(job, story)

    monkeypatch.setattr(preparing, "fetch", fetched)
    warming = Warming(Settings(newsroom), preparing)
    with shutro.open(tmp_path / "copy.db") as archive:
        running = [card.id for card in archive.stories()]
        warming.look(archive)
        assert set(asked) == set(running)
        assert all(archive.kept_timeline(id) is not None for id in running)
        asked.clear()
        warming.look(archive)
        assert asked == []
    preparing.stop()


def test_a_story_that_is_gone_when_its_turn_comes_does_not_end_the_warming(
    newsroom: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preparing = Preparing(without_timelines(newsroom, tmp_path), at_once=0)
    warming = Warming(Settings(newsroom), preparing)
    with shutro.open(tmp_path / "copy.db") as archive:
        card = archive.stories(limit=1)[0]
        listed = [replace(card, id="s000000000000"), card]
        monkeypatch.setattr(archive, "stories", lambda limit: listed)
        warming.look(archive)
        assert archive.kept_timeline(card.id) is not None
    preparing.stop()


def test_pages_wait_until_what_they_need_is_loaded_and_health_is_told_at_once(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()
    monkeypatch.setattr(Warming, "load", lambda _: go_on.wait(60))
    with client(Settings(newsroom, warm=True, **QUICK)) as web, ThreadPoolExecutor() as readers:
        assert web.get("/health").json() == {"ready": False}
        page = readers.submit(web.get, "/")
        assert not wait([page], 0.2).done
        go_on.set()
        assert page.result(60).status_code == 200
        assert web.get("/health").json() == {"ready": True}


def test_pages_are_answered_though_loading_failed_and_what_failed_is_logged_at_once(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def load(_: Warming) -> None:
        raise KeyError("a word list is missing")

    monkeypatch.setattr(Warming, "load", load)
    with client(Settings(newsroom, warm=True, **QUICK)) as web:
        assert web.get("/").status_code == 200
        assert "a word list is missing" in caplog.text


def test_loading_loads_what_a_first_page_would_wait_for(newsroom: Path) -> None:
    code = (
        "import sys; from shutro.views.web.serving.preparing import Preparing;"
        "from shutro.views.web.serving.state import Settings;"
        "from shutro.views.web.serving.warming import Warming;"
        f"Warming(Settings({str(newsroom)!r}), Preparing({str(newsroom)!r}, 0)).load();"
        "assert 'shutro.meaning.names.tagging.tagger' in sys.modules;"
        "assert 'shutro.stories.timeline' not in sys.modules"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def without_timelines(newsroom: Path, folder: Path) -> Path:
    """A copy of the newsroom's archive in which no timeline was made yet."""
    path = folder / "copy.db"
    with closing(sqlite3.connect(newsroom)) as one, closing(sqlite3.connect(path)) as other:
        one.backup(other)
        other.execute("DELETE FROM timeline")
        other.commit()
    return path


def test_a_large_story_shows_its_reports_until_its_timeline_is_prepared(
    newsroom: Path, tmp_path: Path
) -> None:
    where = without_timelines(newsroom, tmp_path)
    with shutro.open(where) as archive:
        card = max(archive.stories(), key=lambda card: card.articles)
        reports = archive.reports(card.id)
    with client(Settings(where, at_once=0, **QUICK)) as web:
        for part in ("", "/numbers", "/said"):
            page = web.get(f"/story/{card.id}{part}").text
            assert "ঘটনাপঞ্জি তৈরি হচ্ছে" in page
            assert all(escape(report.headline, quote=False) in page for report in reports)
            again = web.get(f"/story/{card.id}{part}", headers={"hx-request": "true"})
            assert (again.status_code, again.content) == (204, b"")
        assert web.get("/").status_code == 200
        assert web.get(f"/feeds/story/{card.id}.atom").status_code == 200
        until = time.monotonic() + 60
        while "তৈরি হচ্ছে" in (page := web.get(f"/story/{card.id}").text):
            assert time.monotonic() < until
            time.sleep(0.2)
        assert 'class="line ' in page
        since = {"since": "2020-01-01T00:00:00Z"}
        while "মিলিয়ে দেখা হচ্ছে" in (page := web.get(f"/story/{card.id}", params=since).text):
            assert time.monotonic() < until
            time.sleep(0.2)
        assert "badge fresh" in page


def test_an_archive_that_may_only_be_read_is_shown_whole_and_left_alone(newsroom: Path) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        where = without_timelines(newsroom, folder)
        with shutro.open(where) as archive:
            story = archive.stories()[0].id
            report = archive.latest(limit=1)[0].id
        settings = Settings(where, at_once=1000, counted=0.05, **QUICK)
        paths = ("/", f"/story/{story}", f"/article/{report}", "/search?q=লঞ্চ", "/check?text=লঞ্চ ডুবেছে")
        with client(settings) as web:
            shown = [web.get(path).text for path in paths]
        where = without_timelines(newsroom, folder)
        before = where.read_bytes()
        folder.chmod(0o555)
        try:
            with without_rights(), client(replace(settings, read_only=True)) as web:
                pages = [web.get(path) for path in paths]
        finally:
            folder.chmod(0o755)
        assert [page.status_code for page in pages] == [200] * len(paths)
        assert 'class="line ' in shown[1]
        assert 'class="line ' in pages[1].text
        assert where.read_bytes() == before


def test_what_cannot_be_prepared_is_told_and_too_much_is_not_begun(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutro.views.web.serving.preparing._WAITING", 1)
    preparing = Preparing(newsroom, at_once=0)
    first = preparing.ask(make_timeline, "s000000000000")
    assert first is not None
    assert preparing.ask(make_timeline, "s000000000001") is None
    with pytest.raises(NotInArchive):
        first.result(60)
    assert preparing.idle
    preparing.stop()


def test_warming_stops_when_told_and_leaves_a_broken_archive_alone(
    newsroom: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for where, said in ((newsroom, []), (tmp_path, ["nothing was prepared"])):
        caplog.clear()
        warming = Warming(Settings(where), Preparing(where, at_once=0))
        warming.stop()
        warming.run()
        assert [record.message.partition(":")[0] for record in caplog.records] == said


def test_a_worker_killed_in_the_middle_is_replaced_and_can_be_stopped() -> None:
    worker = Worker()
    assert worker.do(pow, 2, 5).result(60) == 32
    with pytest.raises(ZeroDivisionError):
        worker.do(divmod, 1, 0).result(60)
    killed = worker.do(os._exit, 1)
    assert worker.do(pow, 3, 2).result(60) == 9
    assert not killed.done()
    never = worker.do(time.sleep, 600)
    worker.stop()
    assert not never.done()


def test_a_worker_hands_on_to_a_new_process_after_so_many_works() -> None:
    worker = Worker(works=2)
    first, same, other = (worker.do(os.getpid).result(60) for _ in range(3))
    worker.stop()
    assert first == same != other


def test_a_server_whose_processes_all_get_the_signal_to_end_ends(newsroom: Path, tmp_path: Path) -> None:
    where = without_timelines(newsroom, tmp_path)
    command = [Path(sys.executable).with_name("shutro"), "serve", "--archive", where, "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as server:
        try:
            assert server.stderr is not None
            assert any("http://" in line for line in server.stderr)
            with shutro.open(where) as archive:
                story = archive.stories(limit=1)[0].id
                until = time.monotonic() + 60
                # Made before anybody asks, by the process that the signal reaches as well.
                while archive.kept_timeline(story) is None:
                    assert time.monotonic() < until
                    time.sleep(0.1)
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(30)
        except BaseException:  # a server that does not end would be waited for without end
            os.killpg(server.pid, signal.SIGKILL)
            raise
