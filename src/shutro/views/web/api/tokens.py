"""Writing over the API needs the token that the server was started with; without one nobody may."""

from __future__ import annotations

from typing import Annotated

from fastapi import Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from shutro.views.web.api.routes import Refused
from shutro.views.web.serving.guard import may_write
from shutro.views.web.serving.state import settings_of

_bearer = HTTPBearer(auto_error=False, description="The token that `shutro serve` was started with.")


def with_token(
    request: Request, given: Annotated[HTTPAuthorizationCredentials | None, Security(_bearer)] = None
) -> None:
    """Let the request pass if it brings the token. Raises Refused, or Forbidden for a wrong one."""
    if settings_of(request).token is None:
        raise Refused(403, "This server was started without a token: its API only reads.")
    if given is None:
        raise Refused(401, "This needs the token.", headers={"www-authenticate": "Bearer"})
    may_write(request)
