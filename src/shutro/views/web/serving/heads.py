"""HEAD for every address that answers GET (RFC 9110, 9.3.2): the same headers, no body."""

from __future__ import annotations

from shutro.views.web.serving.asgi import App, Message, Receive, Scope, Send


class Heads:
    """Has `app` answer HEAD as it would GET, and keeps the body back."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; what is no HEAD as it is."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def bodiless(message: Message) -> None:
            kept = {**message, "body": b""} if message["type"] == "http.response.body" else message
            await send(kept)

        await self._app({**scope, "method": "GET"}, receive, bodiless)
