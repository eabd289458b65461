"""What this reader is, and what the archive behind it holds."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse

from shutro.archive.nouns.findings import rules
from shutro.views.web.serving.shown import face, show
from shutro.views.web.serving.state import Held, Pool

router = APIRouter(include_in_schema=False)


@router.get("/about", response_class=HTMLResponse)
def about(request: Request, archive: Held) -> HTMLResponse:
    """How to read what is shown here."""
    words = face(request).say.tables["about"]
    return show(
        request,
        "about.html",
        paragraphs=[words[key] for key in sorted(words)],
        coverage=archive.coverage(),
        rules=rules(),
    )


@router.get("/health")
async def health(request: Request) -> JSONResponse:
    """That the server is there, and whether it has loaded what pages wait for; asks no archive."""
    pool: Pool = request.app.state.pool
    return JSONResponse({"ready": pool.filled}, headers={"cache-control": "no-store"})
