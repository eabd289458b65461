"""A web server on this machine that answers as each test tells it, and remembers what it was asked."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Act = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """`pages` maps a path to what is done there; `asked` holds path and headers of every request."""

    def __init__(self) -> None:
        self.pages: dict[str, Act] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.ended = threading.Event()
        self.address = ""

    def at(self, path: str, act: Act) -> str:
        """Put something at a path; its whole address."""
        self.pages[path] = act
        return self.address + path

    def paths(self) -> list[str]:
        """The paths asked for, in order, those of robots.txt left out."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


def says(content: bytes = b"", status: int = 200, kind: str = "text/html", **headers: str) -> Act:
    """An answer; underscores in the names of headers stand for hyphens."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(content)

    return act


def leads(goal: str, status: int = 302) -> Act:
    """A redirect."""
    return says(status=status, Location=goal)


@contextmanager
def serving(tls: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> Iterator[Server]:
    """A server on a free port, by TLS where a context is given."""
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append((self.path, dict(self.headers)))
            missing = says(status=404)
            try:
                server.pages.get(self.path, missing)(self)
            except OSError:  # the client has had enough
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            pass  # a client that turns away is what some tests are about

    with Quiet(("127.0.0.1", 0), Handler) as http:
        if tls:
            http.socket = tls.wrap_socket(http.socket, server_side=True, do_handshake_on_connect=False)
        server.address = f"{'https' if tls else 'http'}://{host}:{http.server_address[1]}"
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.ended.set()
            http.shutdown()
            thread.join()
