"""The language of a page is part of its address: `/story/…` in Bangla, `/en/story/…` in English."""

from __future__ import annotations

from fastapi import Request

from shutro.views.labels import Language
from shutro.views.web.serving.asgi import App, Receive, Scope, Send

_PREFIX = "/en"
_ONE_FOR_ALL = ("/api/", "/static/", "/feed")


class ByAddress:
    """Takes the language off the path and leaves it in the request's state."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, the path without its language."""
        if scope["type"] == "http":
            path = scope["path"]
            inner = path[len(_PREFIX) :] if path == _PREFIX or path.startswith(_PREFIX + "/") else None
            if inner is not None and not inner.startswith(_ONE_FOR_ALL):
                scope = {**scope, "path": inner or "/", "state": {**scope.get("state", {}), "language": "en"}}
        await self._app(scope, receive, send)


def language_of(request: Request) -> Language:
    """The language that the request's address asks for."""
    return "en" if getattr(request.state, "language", "bn") == "en" else "bn"


def prefix_of(language: Language) -> str:
    """What stands before every address in that language."""
    return _PREFIX if language == "en" else ""
