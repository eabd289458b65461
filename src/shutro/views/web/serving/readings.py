"""Counting what is read, without knowing by whom: gathered in memory, written together now and then.

A reader never waits for a writer of the archive.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from contextlib import suppress
from threading import Lock

from fastapi.concurrency import run_in_threadpool

from shutro.archive.store import Archive
from shutro.errors import ArchiveError, NotInArchive
from shutro.views.web.serving.state import Settings, opened

_log = logging.getLogger(__name__)


class Readings:
    """How often each article was read since the last writing."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._waiting: Counter[str] = Counter()
        self._lock = Lock()
        self._archive: Archive | None = None

    def add(self, article: str) -> None:
        """One more reading."""
        with self._lock:
            self._waiting[article] += 1

    async def keep(self) -> None:
        """Write what waits every `settings.counted` seconds, until cancelled; then once more, and close."""
        try:
            while True:
                await asyncio.sleep(self._settings.counted)
                await run_in_threadpool(self.write)
        finally:
            self.write()
            self.close()

    def write(self) -> None:
        """Write what waits. An archive that cannot be written to loses the count, and says so in the log;
        one that may only be read has none. It stays open: opening one looks through all its pages.
        """
        with self._lock:
            waiting, self._waiting = self._waiting, Counter()
        if not waiting:
            return
        try:
            if self._archive is None:
                self._archive = opened(self._settings.where)
            if not self._archive.read_only:
                _count(self._archive, waiting)
        except ArchiveError as error:
            self.close()
            _log.warning("readings were not counted: %s", error)

    def close(self) -> None:
        """Close the archive; the next `write` opens it anew."""
        if self._archive is not None:
            self._archive.close()
            self._archive = None


def _count(archive: Archive, waiting: Counter[str]) -> None:
    with archive.writing():
        for article, times in waiting.items():
            # What left the archive since it was read is in no list to count for.
            with suppress(NotInArchive):
                for _ in range(times):
                    archive.count_read(article)
