"""The watcher: asks what is due, one thing at a time of each host, and takes what comes into the archive."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from random import Random
from threading import Event

from shutro.archive.nouns.sources import HostState
from shutro.archive.store import Archive
from shutro.archive.tables.frontier import Host
from shutro.capture.addresses import host_of
from shutro.capture.hosts import Hosts, Patience
from shutro.capture.recording import Recorder
from shutro.capture.web import Fetcher, Policy
from shutro.errors import (
    AddressRefused,
    ArchiveError,
    CaptureError,
    EmptyCapture,
    MissingCapture,
    NotFetched,
    TryLater,
)
from shutro.version import VERSION
from shutro.watch import pauses
from shutro.watch.crew import Crew
from shutro.watch.fetching import Job, Outcome, ask
from shutro.watch.plan import Plan
from shutro.watch.settling import Settling
from shutro.watch.told import Tell, Told

_GROWN = 300.0  # seconds between two growths while there is always something to fetch
_IDLE = 3.0  # seconds without a request to make, in which there is time to grow
_LOST = 3  # failures in a row after which a single run goes without a host
_GRACE = 5.0  # seconds that requests under way are waited for at a stop


class Clock:
    """The time of day, in seconds since 1970, and waiting for it."""

    def __init__(self) -> None:
        self.stopped = Event()

    def now(self) -> float:
        """The present moment."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Wait, but no longer than until `stopped` is set."""
        self.stopped.wait(seconds)


@dataclass(frozen=True, slots=True)
class Tuning:
    """What differs between a user's run and a test's. `policy` bounds a fetch; without `grow` nothing is
    understood or put into stories."""

    policy: Policy | None = None
    grow: bool = True
    random: Random | None = None


class _Stopped(Exception):
    """A stop in the middle of growing."""


class Watcher:
    """Watches the sources of a plan for one archive.

    The thread that runs it owns the archive; a few others fetch. Raises ArchiveError where another process
    watches the same archive.
    """

    def __init__(
        self,
        archive: Archive,
        plan: Plan,
        tell: Tell,
        clock: Clock | None = None,
        tuning: Tuning | None = None,
    ) -> None:
        tuning = tuning or Tuning()
        if not archive.frontier.alone():
            raise ArchiveError("another process watches this archive")
        self._archive = archive
        self._plan = plan
        self._tell = tell
        self._clock = clock or Clock()
        self._random = tuning.random or Random()
        self._grows = tuning.grow
        self._settling = Settling(archive, plan, self._random, tell)
        self._recorder = Recorder(plan.warc, plan.warc_size) if plan.warc else None
        self._hosts = Hosts(self._clock.now, self._bide, retried=0.0)  # `_judge` says when
        policy = replace(tuning.policy or Policy(), pace=plan.pace, user_agent=_agent(plan.contact))
        fetcher = Fetcher(policy, hosts=self._hosts, now=self._today)
        self._crew: Crew[Job, Outcome] = Crew(plan.hosts, lambda job: ask(job, fetcher))
        self._failing: dict[str, Host] = {}
        self._due: dict[str, float] = {}
        self._asked: set[str] = set()
        self._grown = self._clock.now()

    def stop(self) -> None:
        """End the run soon; may be called from any thread or a signal handler."""
        self._clock.stopped.set()

    def run(self, *, once: bool = False, until: float | None = None) -> None:
        """Watch until stopped, or until a moment; with `once`, ask each source now and end when all is done.

        What is under way at the end is waited for a little, what was had is kept.
        """
        self._begin(once=once)
        try:
            while not self._clock.stopped.is_set() and (until is None or self._clock.now() < until):
                ready = self._dispatch()
                if self._crew.busy:
                    # With no thread free, nothing but a result makes a difference.
                    self._take(min(max(ready - self._clock.now(), 0.01), 1.0) if self._crew.idle else 1.0)
                elif once and not self._is_due():
                    break
                elif (wait := ready - self._clock.now()) > _IDLE and self._settling.new and self._grows:
                    self._grow()
                elif wait > 0:
                    left = wait if until is None else min(wait, until - self._clock.now())
                    self._clock.sleep(min(max(left, 0.01), 60.0))
                if self._clock.now() - self._grown > _GROWN:
                    self._grow()
            if not self._clock.stopped.is_set():
                self._grow()
        finally:
            self._end()

    # beginning and ending

    def _begin(self, *, once: bool) -> None:
        now = self._clock.now()
        frontier = self._archive.frontier
        with self._archive.writing():
            frontier.follow(self._plan.sources(now))
            for source in frontier.sources():
                if source.followed:
                    hurried = once and source.state in ("new", "well") and source.parent is None
                    self._settling.sources[source.address] = replace(source, due=now) if hurried else source
        for outlet in self._plan.outlet:
            for _, address in outlet.lists():
                if outlet.pace:
                    self._hosts.slow(host_of(address), outlet.pace)
        for place, content, until in frontier.rules(now):
            self._hosts.remember(place, content, until)
        for failing in frontier.hosts():
            self._failing[failing.host] = failing
            self._hosts.hold(failing.host, failing.until - now)
        hosts = {*frontier.page_hosts(), *(source.host for source in self._settling.sources.values())}
        for host in hosts:
            self._plan_host(host)

    def _end(self) -> None:
        """Take what comes within a few seconds; the rest is due still."""
        end = time.monotonic() + _GRACE
        with suppress(KeyboardInterrupt):  # a second Ctrl-C waits for nothing
            while self._crew.busy and time.monotonic() < end:
                self._take(0.1)
        self._crew.dismiss()
        if self._recorder is not None:
            self._recorder.close()

    # asking

    def _dispatch(self) -> float:
        """Give every host that may be asked its next job; when the next of the others may be."""
        now = self._clock.now()
        soonest = float("inf")
        for host in sorted(self._due, key=self._due.__getitem__):
            if host in self._asked:
                continue
            ready = self._ready(host)
            if ready > now or not self._crew.idle:
                soonest = min(soonest, ready)
            elif not self._give(host, now):
                self._plan_host(host)
                soonest = min(soonest, self._ready(host))
        return soonest

    def _ready(self, host: str) -> float:
        return max(self._due.get(host, float("inf")), self._hosts.free(host) or 0.0)

    def _give(self, host: str, now: float) -> bool:
        sources = [s for s in self._settling.sources.values() if s.host == host and s.due <= now]
        what = min(sources, key=lambda s: s.due, default=None) or self._archive.frontier.next_page(host, now)
        if what is None:
            return False
        self._asked.add(host)
        self._crew.give(Job(what, now - self._plan.back))
        return True

    def _plan_host(self, host: str) -> None:
        """Find out when something of a host is due next."""
        dues = [s.due for s in self._settling.sources.values() if s.host == host]
        page = self._archive.frontier.soonest(host)
        dues += [page] if page is not None else []
        self._due.pop(host, None)
        if dues:
            self._due[host] = min(dues)

    def _is_due(self) -> bool:
        """Whether anything is due that only waits for its host's turn, or failed once or twice."""
        now = self._clock.now()
        lost = {host for host, failing in self._failing.items() if failing.failures >= _LOST}
        return any(due <= now and host not in lost for host, due in self._due.items())

    # taking

    def _take(self, seconds: float) -> None:
        """Settle what has come, in a transaction each."""
        while (outcome := self._crew.take(seconds)) is not None:
            self._settle(outcome)
            seconds = 0.0

    def _settle(self, outcome: Outcome) -> None:
        now = self._clock.now()
        host = outcome.what.host
        if self._recorder is not None and outcome.capture is not None and outcome.look is None:
            self._recorder.write(outcome.capture, outcome.headers)
        with self._archive.writing():
            self._settling.settle(outcome, now)
            self._judge(host, outcome.error, now)
            for place, content, until in self._hosts.learnt():
                self._archive.frontier.put_rules(place, content, until)
        self._asked.discard(host)
        for touched in {*self._settling.touched, host}:
            self._plan_host(touched)
        self._settling.touched.clear()

    def _judge(self, host: str, error: CaptureError | None, now: float) -> None:
        """Leave a host alone for longer and longer while it fails."""
        if not _is_of_host(error):
            if self._failing.pop(host, None) is not None:
                self._archive.frontier.drop_host(host)
            return
        assert error is not None
        before = self._failing.get(host)
        failures = before.failures + 1 if before else 1
        wait = pauses.after(failures, pauses.HOST, self._random)
        if isinstance(error, TryLater) and error.again:
            wait = max(error.again.timestamp() - now, wait)
        state: HostState = "resting" if failures >= pauses.ENOUGH else "failing"
        self._failing[host] = Host(host, now + wait, failures, state, error.reason)
        self._archive.frontier.put_host(self._failing[host])
        self._hosts.hold(host, wait)
        if state == "resting":
            self._tell(Told("resting", "host", self._today(), address=host, text=error.reason))

    # growing

    def _grow(self) -> None:
        """Understand what is new and put it into stories."""
        self._grown = self._clock.now()
        if not self._settling.new or not self._grows:
            return
        new, self._settling.new = self._settling.new, 0
        with suppress(_Stopped):
            self._archive.understand(lambda done, total: self._go_on(), again=False)
            self._archive.grow(lambda done: self._go_on())
            self._tell(Told("grown", "archive", self._today(), new=new))

    def _go_on(self) -> None:
        if self._clock.stopped.is_set():
            raise _Stopped

    def _bide(self, seconds: float) -> None:
        """Wait for a host's turn; a stop ends the wait and gives the turn up."""
        self._clock.sleep(seconds)
        if self._clock.stopped.is_set():
            raise Patience(seconds)

    def _today(self) -> datetime:
        return datetime.fromtimestamp(self._clock.now(), UTC)


def _is_of_host(error: CaptureError | None) -> bool:
    """Whether an error tells against the whole host, and not against one page of it."""
    if error is None or isinstance(error, AddressRefused | MissingCapture | EmptyCapture):
        return False
    return isinstance(error, NotFetched) and not error.lasting


def _agent(contact: str) -> str:
    """The name that requests go by."""
    whom = f"+{contact}; " if contact else ""
    return f"Shutro/{VERSION} ({whom}reads Bangla news; keeps to robots.txt)"
