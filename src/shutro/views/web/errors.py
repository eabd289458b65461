"""What goes wrong, shown: a designed page, or a problem document under `/api`; never a path of ours."""

from __future__ import annotations

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response

from shutro.errors import ArchiveError, NotInArchive
from shutro.views.web.serving.asgi import Receive, Scope, Send
from shutro.views.web.serving.asked import BadRequest
from shutro.views.web.serving.guard import Forbidden
from shutro.views.web.serving.limits import HEADERS, TooLarge
from shutro.views.web.serving.problems import problem
from shutro.views.web.serving.shown import face, show
from shutro.views.web.serving.state import Busy
from shutro.views.web.serving.words import words

_log = logging.getLogger(__name__)
_STATUSES = (400, 401, 403, 404, 405, 413)


def answer_errors(app: FastAPI) -> None:
    """Have every error of the application answered here."""
    for status in _STATUSES:
        app.add_exception_handler(status, _by_http)
    for kind, handler in (
        (RequestValidationError, _bad_request),
        (BadRequest, _bad_request),
        (NotInArchive, _not_found),
        (ArchiveError, _broken_archive),
        (Forbidden, _forbidden),
        (TooLarge, _too_large),
        (Busy, _busy),
        (Exception, _broken),
    ):
        app.add_exception_handler(kind, handler)


def error(request: Request, status: int, reason: str = "") -> Response:
    """The answer with that status; `reason` is the key of the words that say why, else the status says it."""
    key = reason or str(status)
    headers = {"retry-after": "5"} if status in (429, 503) else {}
    response: Response
    if request.scope["path"].startswith("/api"):
        response = problem(status, words("en").tables["because"].get(key, ""))
    else:
        detail = face(request).say.tables["because"].get(key, "")
        response = show(request, "error.html", status, code=str(status), reason=detail)
    response.headers.update(headers)
    return response


async def refuse(scope: Scope, receive: Receive, send: Send, status: int) -> None:
    """The answer to a request that no route may see."""
    await error(Request(scope), status)(scope, receive, send)


async def _by_http(request: Request, problem: Exception) -> Response:
    status = getattr(problem, "status_code", 400)
    return error(request, status if status in _STATUSES else 400)


async def _bad_request(request: Request, problem: Exception) -> Response:
    return error(request, 400, problem.reason if isinstance(problem, BadRequest) else "")


async def _not_found(request: Request, problem: Exception) -> Response:
    return error(request, 404)


async def _forbidden(request: Request, problem: Exception) -> Response:
    return error(request, 403, problem.reason if isinstance(problem, Forbidden) else "")


async def _too_large(request: Request, problem: Exception) -> Response:
    return error(request, 413)


async def _busy(request: Request, problem: Exception) -> Response:
    return error(request, 503)


async def _broken_archive(request: Request, problem: Exception) -> Response:
    _log.error("the archive failed: %s", problem)
    return error(request, 500)


async def _broken(request: Request, problem: Exception) -> Response:
    # This answer is made outside everything else, so it brings the headers itself. The server logs why.
    response = error(request, 500)
    response.headers.update({name.decode(): value.decode() for name, value in HEADERS})
    return response
