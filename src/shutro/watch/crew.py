"""The threads that fetch.

Fetching is synchronous and waits for the network nearly all of its time, so a few threads do, and nothing
else need be asynchronous. They touch no archive: the one thread that owns it takes their results.
"""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")


class Crew(Generic[Job, Result]):
    """Threads that do jobs, which must not raise; they end with the process, in mid-request too."""

    def __init__(self, size: int, work: Callable[[Job], Result]) -> None:
        self._work = work
        self._size = size
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._results: SimpleQueue[Result] = SimpleQueue()
        self.busy = 0
        for _ in range(size):
            Thread(target=self._run, daemon=True).start()

    @property
    def idle(self) -> int:
        """How many more jobs would be begun at once."""
        return self._size - self.busy

    def give(self, job: Job) -> None:
        """Have a job done."""
        self.busy += 1
        self._jobs.put(job)

    def take(self, seconds: float) -> Result | None:
        """The result of a job that is done, waited for so long; None where none is."""
        try:
            result = self._results.get(timeout=seconds)
        except Empty:
            return None
        self.busy -= 1
        return result

    def dismiss(self) -> None:
        """No more jobs come."""
        for _ in range(self._size):
            self._jobs.put(None)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            self._results.put(self._work(job))
