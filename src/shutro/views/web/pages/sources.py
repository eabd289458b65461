"""The sources that the archive is fed from: how each does, what it brought, when it is asked next."""

from __future__ import annotations

from itertools import groupby

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from shutro.views.web.serving.shown import show
from shutro.views.web.serving.state import Held

router = APIRouter(include_in_schema=False)


@router.get("/sources", response_class=HTMLResponse)
def sources(request: Request, archive: Held) -> HTMLResponse:
    """Every source that is watched, by outlet; below them the hosts that are left alone for now."""
    followed = [one for one in archive.sources() if one.followed]
    outlets = [(name, list(group)) for name, group in groupby(followed, key=lambda one: one.outlet)]
    return show(request, "sources.html", outlets=outlets, hosts=archive.hosts())
