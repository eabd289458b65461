"""What Prometheus may ask of a watcher, on this machine alone."""

from __future__ import annotations

from datetime import datetime
from threading import Thread
from wsgiref.simple_server import WSGIServer

from prometheus_client import CollectorRegistry, Counter, Gauge, start_http_server

from shutro.archive.store import Archive
from shutro.errors import ShutroError
from shutro.watch.told import Told

_EVERY = 15.0  # seconds between two readings of the sources' state
_HOME = "127.0.0.1"


class Metrics:
    """Counts what a watcher tells, and answers at `http://127.0.0.1:PORT/metrics`."""

    def __init__(self, port: int) -> None:
        self._registry = CollectorRegistry()
        self._read: datetime | None = None
        outlet = ("outlet",)
        each = ("outlet", "kind", "source")
        self._pages = self._counter("pages", "Pages asked for, by what became of them", ("outcome", *outlet))
        self._looks = self._counter("looks", "Looks at sources, by what became of them", ("outcome", *outlet))
        self._placed = self._counter("placed", "Articles understood and put into stories", ())
        self._up = self._gauge("source_up", "1 where the source answered well the last time", each)
        self._answered = self._gauge("source_answered_seconds", "When a source last answered well", each)
        self._waiting = self._gauge("pages_waiting", "Pages that are listed and not fetched yet", outlet)
        self._resting = self._gauge("hosts_held", "Hosts that are left alone for now", ("state",))
        try:
            self._server: WSGIServer
            self._thread: Thread
            self._server, self._thread = start_http_server(port, addr=_HOME, registry=self._registry)
        except OSError as error:
            raise ShutroError(f"{_HOME} port {port}: {error.strerror}") from error

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_port)

    def told(self, one: Told, archive: Archive) -> None:
        """Count one thing that happened, and now and then read how the sources stand."""
        if self._read is None or (one.at - self._read).total_seconds() > _EVERY:
            self._read = one.at
            self._state(archive)
        if one.kind == "grown":
            self._placed.inc(one.new)
        elif one.of == "page":
            self._pages.labels(one.kind, one.outlet).inc()
        elif one.of == "source":
            self._looks.labels(one.kind, one.outlet).inc()

    def _state(self, archive: Archive) -> None:
        waiting: dict[str, int] = {}
        for gauge in (self._up, self._answered, self._waiting, self._resting):
            gauge.clear()
        for source in archive.sources():
            labels = (source.outlet, source.kind, source.address)
            if source.followed:
                self._up.labels(*labels).set(source.state == "well")
                if source.answered:
                    self._answered.labels(*labels).set(source.answered.timestamp())
            waiting[source.outlet] = waiting.get(source.outlet, 0) + source.waiting
        for outlet, count in waiting.items():
            self._waiting.labels(outlet).set(count)
        states = [host.state for host in archive.hosts()]
        for state in ("failing", "resting"):
            self._resting.labels(state).set(states.count(state))

    def close(self) -> None:
        """Answer no more."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _counter(self, name: str, what: str, labels: tuple[str, ...]) -> Counter:
        return Counter(f"shutro_watch_{name}", what, labels, registry=self._registry)

    def _gauge(self, name: str, what: str, labels: tuple[str, ...]) -> Gauge:
        return Gauge(f"shutro_watch_{name}", what, labels, registry=self._registry)
