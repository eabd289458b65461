"""What fetchers know of hosts, shared between threads: the rules of each, and when its turn is.

A host is asked one thing at a time, however many threads fetch, and two pages of it are apart by its pace.
`www.`, mobile and AMP names are the same host here: they are usually the same machines.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from shutro.capture.robots import AGENT, Robots
from shutro.errors import CaptureError

KEPT = 24 * 3600.0  # seconds that rules are kept (RFC 9309, section 2.4)


class Patience(Exception):
    """The host's turn is more than the seconds away that anybody would wait; `seconds` is how far."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Hosts:
    """The hosts of one run. `clock` counts seconds, `sleep` waits that many.

    Rules that could not be had are asked for again after `retried` seconds.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        retried: float = 600.0,
    ) -> None:
        self.clock = clock
        self._retried = retried
        self._sleep = sleep
        self._lock = Lock()
        self._held: dict[str, Lock] = {}
        self._free: dict[str, float] = {}
        self._paces: dict[str, float] = {}
        self._rules: dict[str, tuple[Robots | CaptureError, float]] = {}
        self._learnt: dict[str, tuple[bytes, float]] = {}

    # turns

    def slow(self, host: str, seconds: float) -> None:
        """Keep at least so many seconds between two pages of a host."""
        self._paces[host] = seconds

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for so many seconds."""
        with self._lock:
            self._free[host] = max(self._free.get(host, 0.0), self.clock() + seconds)

    def free(self, host: str) -> float | None:
        """When, by the clock, a page of a host may be asked for; None where it never was asked."""
        return self._free.get(host)

    @contextmanager
    def turn(self, host: str, pace: float | None, patience: float) -> Iterator[None]:
        """Have a host to oneself for one request, waiting for its turn if `pace` is given.

        It is left alone for `pace` seconds then. Raises `Patience`.
        """
        with self._lock:
            held = self._held.setdefault(host, Lock())
        if not held.acquire(timeout=patience + 60):  # somebody else's request ends within its own limits
            raise Patience(patience)
        try:
            if pace is not None and (until := self._free.get(host)) is not None:
                if (wait := until - self.clock()) > patience:
                    raise Patience(wait)
                if wait > 0:
                    self._sleep(wait)
            try:
                yield
            finally:
                if pace is not None:
                    self.hold(host, max(pace, self._paces.get(host, 0.0)))
        finally:
            held.release()

    # rules

    def rules(self, place: str) -> Robots | CaptureError | None:
        """What the robots.txt at an address says, or why it cannot be had; None where it must be asked."""
        rules, until = self._rules.get(place, (None, 0.0))
        return rules if until > self.clock() else None

    def learn(self, place: str, rules: Robots | CaptureError) -> None:
        """Remember rules, or for a while why they cannot be had."""
        kept = isinstance(rules, Robots)
        until = self.clock() + (KEPT if kept else self._retried)
        with self._lock:
            self._rules[place] = rules, until
            if isinstance(rules, Robots):
                self._learnt[place] = rules.content, until

    def remember(self, place: str, content: bytes, until: float) -> None:
        """Take up rules that an earlier run learnt."""
        self._rules[place] = Robots.of(content, AGENT), until

    def learnt(self) -> list[tuple[str, bytes, float]]:
        """The rules learnt since this was last asked: address, robots.txt, and until when it is kept."""
        with self._lock:
            found, self._learnt = self._learnt, {}
        return [(place, content, until) for place, (content, until) in found.items()]
