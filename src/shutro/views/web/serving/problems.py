"""What goes wrong, as RFC 9457 problem documents."""

from __future__ import annotations

from http import HTTPStatus

from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

MEDIA_TYPE = "application/problem+json"


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
