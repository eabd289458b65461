"""Who may write: whoever has the token or, where there is none, whoever sits at this machine."""

from __future__ import annotations

import hmac
from ipaddress import ip_address
from urllib.parse import urlsplit

from fastapi import Request

from shutro.views.web.serving.state import settings_of


class Forbidden(Exception):
    """The request may not write; `reason` is the key of the words that say why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def may_write(request: Request, token: str | None = None) -> None:
    """Let the request pass, or raise Forbidden.

    `token` is what a form sent; an `Authorization: Bearer …` header counts as well. A page of another
    site must not write through the reader's browser: what a browser sends must come from our own pages.
    """
    settings = settings_of(request)
    if settings.read_only:
        raise Forbidden("read_only")
    if _foreign(request):
        raise Forbidden("foreign")
    if settings.token is None:
        if not (on_this_machine(request) and _named_locally(request)):
            raise Forbidden("elsewhere")
        return
    kind, _, sent = request.headers.get("authorization", "").partition(" ")
    given = sent.strip() if kind.lower() == "bearer" else token or ""
    if not hmac.compare_digest(given.encode("utf-8", "replace"), settings.token.encode()):
        raise Forbidden("token")


def offers_writing(request: Request) -> bool:
    """Whether a form for writing is worth showing."""
    settings = settings_of(request)
    if settings.read_only:
        return False
    return settings.token is not None or (on_this_machine(request) and _named_locally(request))


def on_this_machine(request: Request) -> bool:
    """Whether the client's address is a loopback address."""
    return request.client is not None and _loopback(request.client.host)


def _named_locally(request: Request) -> bool:
    """Whether the reader called us by a name of this machine, and no proxy passed it on."""
    host = request.url.hostname or ""
    return (host == "localhost" or _loopback(host)) and "x-forwarded-for" not in request.headers


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _foreign(request: Request) -> bool:
    """Whether a browser says that the request comes from another site's page."""
    site = request.headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return True
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host", "")
