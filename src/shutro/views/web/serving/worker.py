"""One process beside the server that does one work after another.

It shares a pipe with the server and no lock: whatever instant it is killed at, as by a signal to all
processes of a service, the server goes on and can be stopped.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from concurrent.futures import Future
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any

Job = Callable[..., Any]
_Task = tuple[Future[Any], Job, tuple[Any, ...]]
_SPAWN = get_context("spawn")
_WORKS = 2_000


class Worker:
    """Does works in the order they are given; its process is started with the first.

    After so many `works` a new process takes over, for one that understands texts for days keeps more of
    their words than the next text needs.
    """

    def __init__(self, works: int = _WORKS) -> None:
        self._works = works
        self._done = 0
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._lock = Lock()
        self._stopped = False
        self._thread: Thread | None = None
        self._process: tuple[Any, Connection] | None = None

    def do(self, job: Job, *args: Any) -> Future[Any]:
        """Have `job(*args)` done; its future is never done where the process dies of it or is stopped."""
        done: Future[Any] = Future()
        self._tasks.put((done, job, args))
        if self._thread is None:
            self._thread = Thread(target=self._hand_on, name="worker", daemon=True)
            self._thread.start()
        return done

    def stop(self) -> None:
        """Stop in the middle of whatever is done."""
        with self._lock:
            self._stopped = True
            if self._process is not None:
                self._process[0].kill()
        self._tasks.put(None)
        if self._thread is not None:
            self._thread.join()

    def _hand_on(self) -> None:
        """Give the process one work after another, and a new process the next where it died."""
        while (task := self._tasks.get()) is not None and (pipe := self._running()) is not None:
            done, job, args = task
            try:
                pipe.send((job, args))
                value, error = pipe.recv()
            except (EOFError, OSError):
                self._end()
            else:
                done.set_result(value) if error is None else done.set_exception(error)
                self._done += 1
                if self._done % self._works == 0:
                    self._end()
        self._end()

    def _running(self) -> Connection | None:
        """The way to the process, started if it isn't there; None once all is stopped."""
        with self._lock:
            if self._stopped:
                return None
            if self._process is None:
                ours, theirs = _SPAWN.Pipe()
                process = _SPAWN.Process(target=_work, args=(theirs,), daemon=True)
                process.start()
                theirs.close()
                self._process = process, ours
            return self._process[1]

    def _end(self) -> None:
        with self._lock:
            if self._process is not None:
                process, pipe = self._process
                pipe.close()
                process.kill()
                process.join()
                self._process = None


def _work(pipe: Connection) -> None:
    """What the process does until the server's end of the pipe is closed.

    It gives way to the server, and Ctrl-C is the server's to answer.
    """
    os.nice(10)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            job, args = pipe.recv()
        except EOFError:
            return
        answer: tuple[Any, Exception | None]
        try:
            answer = job(*args), None
        except Exception as error:  # noqa: BLE001 - raised in the server, by whoever asked for the work
            answer = None, error
        pipe.send(answer)
