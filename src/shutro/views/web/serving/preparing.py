"""Timelines of large stories, which take seconds to make: made beside the server while no reader waits.

One process of its own makes one after another and keeps them in the archive, where every request finds
them. A page that needs one which is not there says so and shows what is known already.
"""

from __future__ import annotations

import time
from collections.abc import Hashable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

from fastapi import Request

from shutro.archive.nouns.cards import Gain, StoryCard
from shutro.archive.store import Archive
from shutro.model import Entry
from shutro.views.web.serving.memory import Memory
from shutro.views.web.serving.state import opened
from shutro.views.web.serving.worker import Job, Worker

_WAITING = 32  # works asked for at most
_KEPT = 300.0  # seconds until a work is given up, or its result thrown away


@dataclass(frozen=True, slots=True)
class Asked:
    """A work that was asked for, and when."""

    at: float
    result: Future[Any]


class Preparing:
    """Works asked for once, done in a process of its own."""

    def __init__(self, where: str | Path, at_once: int) -> None:
        """A story of up to `at_once` reports is worked out while its reader waits."""
        self.at_once = at_once
        self._where = where
        self._worker = Worker()
        self._asked: dict[Hashable, Asked] = {}
        self._lock = Lock()

    def ask(self, job: Job, *args: Hashable) -> Future[Any] | None:
        """Have `job(where, *args)` done, if it is not being done; None where too much waits already."""
        with self._lock:
            key = (job.__name__, *args)
            now = time.monotonic()
            # What nobody fetched, and what a process took with it when it died.
            self._asked = {k: one for k, one in self._asked.items() if k == key or now - one.at < _KEPT}
            found = self._asked.get(key)
            if found is None or (now - found.at > _KEPT and not found.result.done()):
                if sum(not one.result.done() for one in self._asked.values()) >= _WAITING:
                    return None
                found = Asked(now, self._worker.do(job, self._where, *args))
                self._asked[key] = found
            return found.result

    def fetch(self, job: Job, *args: Hashable) -> Future[Any] | None:
        """What `ask` gave if it is done now, else None after having asked; what went wrong it raises."""
        done = self.ask(job, *args)
        if done is None or not done.done():
            return None
        with self._lock:
            self._asked.pop((job.__name__, *args), None)
        return done

    @property
    def idle(self) -> bool:
        """Whether nothing waits."""
        with self._lock:
            return all(one.result.done() for one in self._asked.values())

    def stop(self) -> None:
        """Stop in the middle of whatever is done; what was kept stays."""
        self._worker.stop()


def make_timeline(where: str | Path, story: str) -> list[Entry]:
    """A story's timeline, made and kept in the archive where that may be written."""
    with opened(where, patient=True) as archive:
        return archive.timeline(story)


def make_gain(where: str | Path, story: str, since: datetime) -> Gain:
    """What a story has gained since a moment."""
    with opened(where) as archive:
        return archive.gained(story, since)


def timeline_of(request: Request, archive: Archive, card: StoryCard) -> list[Entry] | None:
    """A story's timeline, kept at hand as long as the story does not grow; None while it is prepared."""
    memory: Memory = request.app.state.timelines
    preparing: Preparing = request.app.state.preparing
    known = (card.id, card.grown, card.articles)
    entries: list[Entry] | None = memory.held(known)
    if entries is not None:
        return entries
    if (entries := archive.kept_timeline(card.id)) is None:
        if card.articles <= preparing.at_once:
            entries = archive.timeline(card.id)
        elif (done := preparing.fetch(make_timeline, card.id)) is not None:
            entries = done.result()
    return None if entries is None else memory.get(known, lambda: entries)


def gain_of(request: Request, archive: Archive, card: StoryCard, since: datetime) -> Gain | None:
    """What a story has gained since a moment; None while that is worked out."""
    memory: Memory = request.app.state.memory
    preparing: Preparing = request.app.state.preparing
    known = ("gain", card.id, card.grown, card.articles, since)
    gain: Gain | None = memory.held(known)
    if gain is None and card.articles <= preparing.at_once:
        gain = archive.gained(card.id, since)
    elif gain is None and (done := preparing.fetch(make_gain, card.id, since)) is not None:
        gain = done.result()
    return None if gain is None else memory.get(known, lambda: gain)
