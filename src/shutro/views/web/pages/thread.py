"""Threads: stories of the same actors and matter over months and years."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from shutro.archive.nouns.cards import StoryCard, ThreadView
from shutro.stories.grouping.threads import Tie
from shutro.views.web.serving.asked import Number, Page
from shutro.views.web.serving.shown import face, show
from shutro.views.web.serving.state import Held

router = APIRouter(include_in_schema=False)

_PAGE = 30


@router.get("/threads", response_class=HTMLResponse)
def threads(request: Request, archive: Held, page: Number = 1) -> HTMLResponse:
    """Every thread."""
    found = archive.threads(_PAGE + 1, (page - 1) * _PAGE)
    return show(
        request,
        "threads.html",
        threads=found[:_PAGE],
        page=Page(request, page, len(found) > _PAGE, face(request).go("/threads")),
    )


@router.get("/thread/{id}", response_class=HTMLResponse)
def thread(request: Request, archive: Held, id: str) -> HTMLResponse:
    """One thread: its stories in order of time, and why they belong together."""
    view = archive.thread(id)
    return show(
        request,
        "thread.html",
        thread=view,
        ties=_back(view),
        notes=archive.notes("thread", view.card.id),
    )


def _back(view: ThreadView) -> dict[str, list[tuple[Tie, StoryCard]]]:
    """For each story its ties to earlier ones, the closest first."""
    at = {card.id: number for number, card in enumerate(view.stories)}
    found: dict[str, list[tuple[Tie, StoryCard]]] = {}
    for tie in sorted(view.ties, key=lambda tie: -tie.likeness):
        if tie.one in at and tie.other in at:
            early, late = sorted((tie.one, tie.other), key=at.__getitem__)
            found.setdefault(late, []).append((tie, view.stories[at[early]]))
    return found
