"""The routes of the API: each answers errors itself as problem documents, and a GET whose answer the client
has already with 304.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from http import HTTPStatus
from typing import Any

from fastapi import HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response, StreamingResponse
from fastapi.routing import APIRoute

from shutro.errors import ArchiveError, CaptureError, ExportError, NotInArchive, ReadingError, ShutroError
from shutro.views.web.serving.guard import Forbidden
from shutro.views.web.serving.limits import TooLarge
from shutro.views.web.serving.problems import MEDIA_TYPE, Problem, Wrong, problem
from shutro.views.web.serving.state import Busy
from shutro.views.web.serving.tags import tagged

_log = logging.getLogger(__name__)
# What Starlette raises is no FastAPI exception but the class above it.
_HTTP: type[HTTPException] = HTTPException.__mro__[1]


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


class Route(APIRoute):
    """A route of the API."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The route's own handler, with its errors answered and its answers named by a hash."""
        handle = super().get_route_handler()

        async def handled(request: Request) -> Response:
            try:
                response = await handle(request)
            except tuple(_ANSWERS) as error:
                answer = next(_ANSWERS[kind] for kind in type(error).__mro__ if kind in _ANSWERS)
                return answer(error)
            streamed = isinstance(response, StreamingResponse)
            if request.method != "GET" or response.status_code != 200 or streamed:
                return response
            return tagged(request, response)

        return handled


def _invalid(error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    wrong = []
    for one in error.errors():
        place, *names = (str(part) for part in one["loc"])
        wrong.append(
            Wrong(place=place, name=".".join(names), reason=str(one["msg"]).removeprefix("Value error, "))
        )
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
