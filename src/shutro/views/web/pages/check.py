"""Was this printed? A photocard's text against the archive, with what was changed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BeforeValidator

from shutro.views.web.layout.differing import Part, aside
from shutro.views.web.layout.quoted import card_of
from shutro.views.web.serving.asked import Day, Phrase
from shutro.views.web.serving.shown import show
from shutro.views.web.serving.state import Held

router = APIRouter(include_in_schema=False)

Card = Annotated[str, BeforeValidator(lambda value: value.strip()), Query(max_length=4000)]


@router.get("/check", response_class=HTMLResponse)
def check(
    request: Request, archive: Held, text: Card = "", outlet: Phrase = None, day: Day = None
) -> HTMLResponse:
    """The verdict on a card: printed, printed elsewhere, altered, or not found."""
    verdict = archive.check(text, outlet=outlet, day=day) if text else None
    card: tuple[Part, ...] = ()
    printed: tuple[Part, ...] = ()
    article = None
    if verdict and verdict.article and verdict.sentence:
        article = card_of(verdict.article)
        card, printed = aside(text, verdict.sentence.of(verdict.article.text))
    return show(
        request,
        "check.html",
        text=text,
        outlet=outlet,
        day=day,
        verdict=verdict,
        article=article,
        card=card,
        printed=printed,
        outlets=[one.name for one in archive.outlets()],
    )
