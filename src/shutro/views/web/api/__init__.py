"""The API, under `/api`: the archive as JSON, described at `/api/openapi.json`."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute

from shutro.views.web.api import about, articles, captures, exports, names, notes, search, stories
from shutro.views.web.api.problems import problem

router = APIRouter()
_ROOMS = (about, stories, names, articles, search, notes, captures, exports)
for _room in _ROOMS:
    router.include_router(_room.router)


async def _nothing(request: Request) -> Response:
    """No such address, or none that is asked so."""
    allowed: set[str] = set()
    for room in _ROOMS:
        for route in room.router.routes:
            if isinstance(route, APIRoute) and route.matches(request.scope)[0].value:
                allowed |= route.methods or set()
    if allowed:
        ways = ", ".join(sorted(allowed))
        return problem(405, f"This address takes {ways}.", headers={"allow": ways})
    return problem(404, "There is nothing at this address.")


router.add_api_route(
    "/api/{rest:path}",
    _nothing,
    methods=["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"],
    include_in_schema=False,
)
