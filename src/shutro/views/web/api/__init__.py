"""The API, under `/api`: the archive as JSON, described at `/api/openapi.json`."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.routing import APIRoute

from shutro.views.web.api import about, articles, captures, exports, names, notes, search, stories
from shutro.views.web.serving.asgi import Receive, Scope, Send
from shutro.views.web.serving.problems import problem

router = APIRouter()
_ROOMS = (about, stories, names, articles, search, notes, captures, exports)
for _room in _ROOMS:
    router.include_router(_room.router)


class _Nothing:
    """Answers what no route does: there is no such address, or none that is asked so."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The problem, with the ways there are (RFC 9110, 10.2.1)."""
        allowed: set[str] = set()
        for room in _ROOMS:
            for route in room.router.routes:
                if isinstance(route, APIRoute) and route.matches(scope)[0].value:
                    allowed |= route.methods or set()
        if "GET" in allowed:
            allowed.add("HEAD")  # answered as GET is, see `serving/heads.py`
        ways = ", ".join(sorted(allowed))
        answer = problem(404, "There is nothing at this address.")
        if ways:
            answer = problem(405, f"This address takes {ways}.", headers={"allow": ways})
        await answer(scope, receive, send)


# An application and not a function, so that a request of any method comes here.
for _path in ("/api", "/api/{rest:path}"):
    router.add_route(_path, _Nothing(), include_in_schema=False)  # type: ignore[arg-type]
