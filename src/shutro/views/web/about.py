"""What this reader is, and what the archive behind it holds."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from shutro.archive.findings import rules
from shutro.views.web.shown import face, show
from shutro.views.web.state import Held

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
