"""What stands before every route: whom we answer as, how often, how much, and what a browser may do with it.

Plain ASGI, so that a body is counted as it comes and never gathered first.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from shutro.views.web.serving.asgi import App, Message, Receive, Scope, Send
from shutro.views.web.serving.state import Settings

Refuse = Callable[[Scope, Receive, Send, int], Awaitable[None]]
"""Answers a request with an error page, or with a problem document under `/api`."""

_CLIENTS = 10_000
_CONNECT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'"
_REST = "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
HEADERS = (
    (b"content-security-policy", f"{_CONNECT}; {_REST}".encode()),
    (b"x-content-type-options", b"nosniff"),
    # Not `no-referrer`: a browser would then hide the origin of our own forms too.
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
)


class Limits:
    """Lets a request through when its host is ours, its client in no hurry, its body not too large."""

    def __init__(self, app: App, settings: Settings, refuse: Refuse) -> None:
        self._app = app
        self._refuse = refuse
        self._settings = settings
        self._hosts = {host.lower() for host in settings.hosts}
        self._buckets = Buckets(settings.rate, settings.burst)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headed = _with_headers(send)
        if (status := self._objection(scope)) is not None:
            await self._refuse(scope, receive, headed, status)
            return
        body = Body(receive, self._largest(scope))
        await self._app(scope, body, headed)

    def _objection(self, scope: Scope) -> int | None:
        """The status to refuse with, None where there is nothing against it."""
        if "*" not in self._hosts and _host(scope) not in self._hosts:
            return 421
        client = scope.get("client")
        if client and not scope["path"].startswith("/static/") and not self._buckets.take(client[0]):
            return 429
        length = _header(scope, b"content-length")
        if length and (not length.isdigit() or int(length) > self._largest(scope)):
            return 413
        return None

    def _largest(self, scope: Scope) -> int:
        posting = scope["path"].rstrip("/") == "/api/captures"
        return self._settings.page_body if posting else self._settings.body


class TooLarge(Exception):
    """A body without a length turned out larger than allowed."""


class Body:
    """A request's body that stops at `most` bytes."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self._left = most

    async def __call__(self) -> Message:
        """The next piece. Raises TooLarge."""
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise TooLarge
        return message


class Buckets:
    """A token bucket a client: `burst` requests at once, `rate` a second in the long run."""

    def __init__(self, rate: float, burst: int) -> None:
        self._rate = rate
        self._burst = burst
        self._clients: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, client: str, now: float | None = None) -> bool:
        """Whether the client has a request left; `now` are seconds on a steady clock."""
        now = time.monotonic() if now is None else now
        left, last = self._clients.pop(client, (float(self._burst), now))
        left = min(float(self._burst), left + (now - last) * self._rate)
        self._clients[client] = (left - 1 if left >= 1 else left, now)
        if len(self._clients) > _CLIENTS:
            self._clients.popitem(last=False)
        return left >= 1


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            present = {name for name, _ in message["headers"]}
            message["headers"] = [*message["headers"], *(h for h in HEADERS if h[0] not in present)]
        await send(message)

    return sending


def _header(scope: Scope, wanted: bytes) -> str:
    return next((value.decode("latin-1") for name, value in scope["headers"] if name == wanted), "")


def _host(scope: Scope) -> str:
    """The name the client called us by, without its port."""
    host = _header(scope, b"host").lower()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.rpartition(":")[0] if ":" in host else host
