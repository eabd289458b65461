"""What every request of the web application shares: the settings, and an open archive to itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool

from shutro.archive.store import Archive, open_archive

_CACHE = 8


def opened(where: str | Path, patient: bool = False) -> Archive:
    """An archive as a server opens it, several at once and for long.

    Each keeps 8 MB of pages, so that a served archive may grow while its server does not.
    """
    return open_archive(where, _CACHE, patient)


@dataclass(frozen=True, slots=True)
class Settings:
    """How an archive is served.

    `hosts` are the names the application answers to, without ports. With a `token`, whoever has it may
    write; without one, only a browser or program on this machine may, and nobody when `read_only`.
    `rate` is the requests a second that one client may keep up, `burst` how many it may make at once.
    `archives` are open at most; readings are written every `counted` seconds.
    `warm` has what every page needs loaded first, and timelines of running stories made before somebody asks
    for them; one of a story of more than `at_once` reports is made beside the server while its page says so.
    `body` and `page_body` are the bytes of the largest request body, and of the largest posted page.
    """

    where: str | Path
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "::1")
    token: str | None = None
    read_only: bool = False
    rate: float = 25.0
    burst: int = 250
    body: int = 64 * 1024
    page_body: int = 8 * 2**20
    archives: int = 4
    counted: float = 3.0
    warm: bool = False
    at_once: int = 12


class Busy(Exception):
    """No archive came free in time."""


class Pool:
    """A few open archives, each in the hands of one request at a time.

    Opened when first wanted. A request waits for a free one without holding a thread, so requests can
    never wait for each other. Until `fill` there is none to have.
    """

    def __init__(self, where: str | Path, size: int) -> None:
        self._where = where
        self._size = size
        self._free: asyncio.LifoQueue[Archive | None] = asyncio.LifoQueue()
        self._open: list[Archive] = []
        self.filled = False

    def fill(self) -> None:
        """Begin to hand out archives."""
        for _ in range(self._size):
            self._free.put_nowait(None)
        self.filled = True

    async def take(self, patience: float = 20.0) -> Archive:
        """A free archive. Raises Busy when none comes free in `patience` seconds."""
        try:
            archive = await asyncio.wait_for(self._free.get(), patience)
        except TimeoutError:
            raise Busy from None
        if archive is not None:
            return archive
        try:
            archive = await run_in_threadpool(opened, self._where)
        except BaseException:  # the place in the queue must outlive a failed opening
            self._free.put_nowait(None)
            raise
        self._open.append(archive)
        return archive

    def give(self, archive: Archive) -> None:
        """Let the next request have it."""
        self._free.put_nowait(archive)

    def close(self) -> None:
        """Close what was opened."""
        for archive in self._open:
            archive.close()
        self._open.clear()


async def archive_of(request: Request) -> AsyncIterator[Archive]:
    """The archive of this request, for `Depends`: nobody else uses it until the answer is sent."""
    pool: Pool = request.app.state.pool
    archive = await pool.take()
    try:
        yield archive
    finally:
        pool.give(archive)


Held = Annotated[Archive, Depends(archive_of)]
"""The type of a route's archive: `def front(archive: Held)`."""


def settings_of(request: Request) -> Settings:
    """How this application is served."""
    found: Settings = request.app.state.settings
    return found
