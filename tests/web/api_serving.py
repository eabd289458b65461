"""An archive of the examples, served on a real socket by the application itself."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import uvicorn

from shutro.archive.store import open_archive
from shutro.capture.source import captures
from shutro.errors import NotBangla
from shutro.model import Capture
from shutro.reading.article import read_capture
from shutro.span import Span
from shutro.views.web.app import make_app
from shutro.views.web.serving.state import Settings

EXAMPLES = Path(__file__).parents[2] / "examples"
TOKEN = "a token of the tests"
OUTLET = "নদীকূল"
PLACE = "কাজলধারা"
QUICK = {"rate": 1e6, "burst": 10**6}


def stock(where: Path) -> str:
    """Fill an archive with the examples, a note and a failed page; the id of its largest story."""
    with open_archive(where) as archive:
        for capture in captures(str(EXAMPLES)):
            archive.add(read_capture(capture), capture)
        archive.grow()
        bad = Capture.of(b"no news", source="/srv/secret/page.html", url="https://paper.example/1")
        archive.quarantine(bad, NotBangla("hardly a Bangla letter in it", source="/srv/secret/page.html"))
        story = archive.stories(1)[0].id
        report = archive.reports(story)[0].id
        archive.add_note("story", story, "আরও খোঁজ নিতে হবে")
        archive.add_note("article", report, "=ফোন", Span(0, 5))
        return story


@contextmanager
def serving(settings: Settings) -> Iterator[str]:
    """The application on a free port of this machine; its address."""
    # Named as TCP, or asyncio leaves Nagle's algorithm on and every answer waits 40 ms for its second half.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(make_app(settings), log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(20)
        listener.close()


@contextmanager
def client(settings: Settings) -> Iterator[httpx.Client]:
    """A client of the served application."""
    with serving(settings) as address, httpx.Client(base_url=address, timeout=30) as one:
        yield one
