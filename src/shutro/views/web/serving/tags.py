"""Answers that need not be sent again: each has an ETag, and who has it already is told so (RFC 9110, 13)."""

from __future__ import annotations

import hashlib

from fastapi import Request
from fastapi.responses import Response


def tagged(request: Request, response: Response) -> Response:
    """The answer under a hash of its bytes; 304 with its headers where the client has that one."""
    # Weak: the same answer may leave compressed or not.
    tag = f'W/"{hashlib.sha256(bytes(response.body)).hexdigest()[:20]}"'
    response.headers.setdefault("etag", tag)
    response.headers.setdefault("cache-control", "no-cache")
    opaque = response.headers["etag"].removeprefix("W/")
    asked = request.headers.get("if-none-match", "")
    if asked.strip() != "*" and opaque not in [one.strip().removeprefix("W/") for one in asked.split(",")]:
        return response
    kept = {
        name: value
        for name, value in response.headers.items()
        if name in ("etag", "cache-control", "last-modified", "link", "vary")
    }
    return Response(status_code=304, headers=kept)
