"""What only the store in one file does."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from shutro.archive.store import open_archive
from shutro.archive.stores.sqlite import shelf


def test_a_writer_that_goes_on_and_on_lets_another_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "_HELD", 0.3)
    begun, over = threading.Event(), threading.Event()

    def goes_on() -> None:
        with open_archive(tmp_path / "a.db") as archive:
            until = time.monotonic() + 20
            while time.monotonic() < until and not over.is_set():
                with archive.writing():
                    begun.set()
                    time.sleep(0.4)

    writer = threading.Thread(target=goes_on)
    with open_archive(tmp_path / "a.db") as other:
        writer.start()
        begun.wait()
        asked = time.monotonic()
        with other.writing():
            waited = time.monotonic() - asked
        over.set()
        writer.join()
    assert waited < 8


def test_what_stays_in_memory_is_told_when_the_archive_is_opened(tmp_path: Path) -> None:
    held = [open_archive(tmp_path / "news.db", *cache) for cache in ((), (8,))]
    pages = [archive._shelf.ask("PRAGMA cache_size")[0][0] for archive in held]
    for archive in held:
        archive.close()
    assert pages == [-64 * 1024, -8 * 1024]
