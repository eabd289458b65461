"""Was this printed? A photocard's text against the archive, with what was changed."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BeforeValidator

from shutro.archive.nouns.results import Changed
from shutro.archive.words.terms import terms
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
    changed: list[Changed] = []
    article = None
    if verdict and verdict.article and verdict.sentence:
        article = card_of(verdict.article)
        card, printed = aside(text, verdict.sentence.of(verdict.article.text))
        changed = [replace(one, card=as_typed(one.card, text)) for one in verdict.difference]
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
        changed=changed,
        outlets=[one.name for one in archive.outlets()],
    )


def as_typed(forms: str, text: str) -> str:
    """The words of the card behind their search keys; the keys where they are not found."""
    wanted = forms.split()
    found = terms(text)
    for at in range(len(found) - len(wanted) + 1 if wanted else 0):
        if [term.form for term in found[at : at + len(wanted)]] == wanted:
            return text[found[at].start : found[at + len(wanted) - 1].end]
    return forms
