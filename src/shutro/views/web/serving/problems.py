"""What goes wrong, as RFC 9457 problem documents; and answers that need not be sent again.

Every route of the API is a `Route`: it answers errors itself, and a GET whose answer the client has
already (`If-None-Match`) with 304.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Coroutine
from http import HTTPStatus
from typing import Any

from fastapi import HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response, StreamingResponse
from fastapi.routing import APIRoute
from pydantic import BaseModel

from shutro.errors import ArchiveError, CaptureError, ExportError, NotInArchive, ReadingError, ShutroError
from shutro.views.web.serving.guard import Forbidden
from shutro.views.web.serving.limits import TooLarge
from shutro.views.web.serving.state import Busy

_log = logging.getLogger(__name__)
MEDIA_TYPE = "application/problem+json"
# What Starlette raises is no FastAPI exception but the class above it.
_HTTP: type[HTTPException] = HTTPException.__mro__[1]


class Wrong(BaseModel):
    """One value of a request that cannot be: where it stands (`query`, `path`, `body`), its name, and why."""

    place: str
    name: str
    reason: str


class Problem(BaseModel):
    """A problem document (RFC 9457). `capture` is the id of a page that waits in quarantine."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[Wrong] = []
    capture: str | None = None


class Refused(Exception):
    """A request that is answered with a problem."""

    def __init__(
        self, status: int, detail: str, *, capture: str | None = None, headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.capture = capture
        self.headers = headers or {}


def described(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problems that a route may answer with, for its description; every one may also be too hasty."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    every = sorted({*statuses, 429, 503})
    return {
        status: {"description": HTTPStatus(status).phrase, "model": Problem, "content": content}
        for status in every
    }


def problem(
    status: int,
    detail: str,
    *,
    errors: list[Wrong] | None = None,
    capture: str | None = None,
    headers: dict[str, str] | None = None,
) -> Response:
    """The answer that tells a problem."""
    body = Problem(
        title=HTTPStatus(status).phrase, status=status, detail=detail, errors=errors or [], capture=capture
    )
    content = body.model_dump(exclude_none=True)
    return JSONResponse(content, status, media_type=MEDIA_TYPE, headers=headers)


class Route(APIRoute):
    """A route of the API."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The route's own handler, with its errors answered and its answers named by a hash."""
        handle = super().get_route_handler()

        async def handled(request: Request) -> Response:
            try:
                return _known(request, await handle(request))
            except tuple(_ANSWERS) as error:
                answer = next(_ANSWERS[kind] for kind in type(error).__mro__ if kind in _ANSWERS)
                return answer(error)

        return handled


def _known(request: Request, response: Response) -> Response:
    """The answer, or 304 where the client has it."""
    if request.method != "GET" or response.status_code != 200 or isinstance(response, StreamingResponse):
        return response
    # Weak: the same answer may leave compressed or not.
    tag = f'W/"{hashlib.sha256(bytes(response.body)).hexdigest()[:20]}"'
    response.headers.setdefault("etag", tag)
    response.headers.setdefault("cache-control", "no-cache")
    return fresh(request, response)


def fresh(request: Request, response: Response) -> Response:
    """304 with the headers of `response` where its ETag is one the client has, else `response`."""
    tag = response.headers["etag"].removeprefix("W/")
    asked = request.headers.get("if-none-match", "")
    if asked.strip() != "*" and tag not in [one.strip().removeprefix("W/") for one in asked.split(",")]:
        return response
    kept = {
        name: value
        for name, value in response.headers.items()
        if name in ("etag", "cache-control", "last-modified", "link", "vary")
    }
    return Response(status_code=304, headers=kept)


def _invalid(error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    wrong = []
    for one in error.errors():
        place, *names = (str(part) for part in one["loc"])
        wrong.append(Wrong(place=place, name=".".join(names), reason=str(one["msg"])))
    return problem(422, "The request has values that cannot be.", errors=wrong)


def _refused(error: Exception) -> Response:
    assert isinstance(error, Refused)
    return problem(error.status, error.detail, capture=error.capture, headers=error.headers)


def _forbidden(error: Exception) -> Response:
    assert isinstance(error, Forbidden)
    if error.reason == "token":
        return problem(401, "The token is not the right one.", headers={"www-authenticate": "Bearer"})
    return problem(403, "This archive takes nothing from here.")


def _http(error: Exception) -> Response:
    assert isinstance(error, _HTTP)
    return problem(error.status_code, str(error.detail), headers=dict(error.headers or {}))


def _broken(error: Exception) -> Response:
    # The reason may name a place on this machine: it is for the log, not for the client.
    _log.error("the archive failed: %s", error)
    return problem(500, "The archive cannot be read.")


_ANSWERS: dict[type[Exception], Callable[[Exception], Response]] = {
    RequestValidationError: _invalid,
    Refused: _refused,
    NotInArchive: lambda error: problem(404, str(error)),
    ExportError: lambda error: problem(422, str(error)),
    CaptureError: lambda error: problem(422, getattr(error, "reason", "unreadable")),
    ReadingError: lambda error: problem(422, getattr(error, "reason", "unreadable")),
    Forbidden: _forbidden,
    TooLarge: lambda error: problem(413, "The body is larger than this archive takes."),
    Busy: lambda error: problem(503, "The archive is busy.", headers={"retry-after": "5"}),
    _HTTP: _http,
    ArchiveError: _broken,
    ShutroError: _broken,
}
