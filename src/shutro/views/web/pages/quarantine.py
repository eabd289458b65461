"""The captures that no article could be read from, each with the reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from shutro.archive.nouns.results import Quarantined
from shutro.views.web.pages.outlet import site
from shutro.views.web.serving.asked import Number, Page, Phrase, instant
from shutro.views.web.serving.shown import face, show
from shutro.views.web.serving.state import Held

router = APIRouter(include_in_schema=False)

_PAGE = 50


@dataclass(frozen=True, slots=True)
class Failed:
    """One capture that waits; `name` is the file's own name, never its path on this machine."""

    name: str
    url: str | None
    kind: str
    reason: str
    since: datetime
    size: int


@router.get("/quarantine", response_class=HTMLResponse)
def quarantine(
    request: Request, archive: Held, kind: Phrase = None, outlet: Phrase = None, page: Number = 1
) -> HTMLResponse:
    """What waits for a better reader, the newest first; of one kind, or of an outlet's site."""
    waiting = archive.quarantined()
    if outlet:
        sites = {site(archive.get(card.id).url) for card in archive.latest(20, outlet=outlet)} - {""}
        waiting = [one for one in waiting if site(one.url) in sites]
    kinds = Counter(one.kind for one in waiting)
    chosen = [one for one in reversed(waiting) if kind in (None, one.kind)]
    start = (page - 1) * _PAGE
    return show(
        request,
        "quarantine.html",
        items=[failed(one) for one in chosen[start : start + _PAGE]],
        kinds=kinds.most_common(),
        chosen=kind,
        page=Page(request, page, len(chosen) > start + _PAGE, face(request).go("/quarantine")),
    )


def failed(one: Quarantined) -> Failed:
    """What may be shown of a failure: no path of this machine stands in it."""
    name = PurePath(one.source).name or one.source
    reason = one.reason.removeprefix(f"{one.source}: ").replace(one.source, name)
    return Failed(name, one.url, one.kind, reason, instant(one.since), one.size)
