"""People, organisations and places: what they said, what was said of them, with whom they are named."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from shutro.model import NameKind
from shutro.views.web.layout.quoted import quoted
from shutro.views.web.serving.asked import Number, Page, Phrase
from shutro.views.web.serving.shown import face, show
from shutro.views.web.serving.state import Held

router = APIRouter(include_in_schema=False)

_PAGE = 60
_SAID = 10
_ARTICLES = 12
_OTHERS = 18
_STORIES = 5


@router.get("/names", response_class=HTMLResponse)
def names(
    request: Request,
    archive: Held,
    kind: Annotated[str, Query(pattern="^(PER|ORG|LOC|EVENT|MISC)?$")] = "",
    prefix: Phrase = None,
    page: Number = 1,
) -> HTMLResponse:
    """Who and what the archive names, those of most reports first."""
    asked: NameKind | None = next((k for k in _KINDS if k == kind), None)
    found = archive.entities(asked, prefix or "", _PAGE + 1, (page - 1) * _PAGE)
    return show(
        request,
        "names.html",
        entities=found[:_PAGE],
        kind=kind,
        prefix=prefix or "",
        page=Page(request, page, len(found) > _PAGE, face(request).go("/names")),
    )


_KINDS: tuple[NameKind, ...] = ("PER", "ORG", "LOC", "EVENT", "MISC")


@router.get("/name/{canonical:path}", response_class=HTMLResponse)
def name(
    request: Request,
    archive: Held,
    canonical: str,
    said: Annotated[int, Query(ge=1, le=1000)] = 1,
    of: Annotated[int, Query(ge=1, le=1000)] = 1,
    page: Number = 1,
) -> Response:
    """One of them, by any spelling; the address is that of the canonical name, and of several people of one
    name also what the one is called."""
    one = archive.entity(canonical)
    ui = face(request)
    if one.name != canonical:
        return RedirectResponse(ui.go.name(one.name), 307)
    own = archive.said_by(one.name, _SAID + 1, (said - 1) * _SAID)
    others = archive.said_of(one.name, _SAID + 1, (of - 1) * _SAID)
    articles = archive.articles_of(one.name, _ARTICLES + 1, (page - 1) * _ARTICLES)
    return show(
        request,
        "name.html",
        one=one,
        said=[quoted(item) for item in own[:_SAID]],
        said_after=ui.go.name(canonical, said=said + 1, of=of, page=page) if len(own) > _SAID else None,
        said_of=[quoted(item) for item in others[:_SAID]],
        of_after=ui.go.name(canonical, said=said, of=of + 1, page=page) if len(others) > _SAID else None,
        others=archive.with_whom(one.name, _OTHERS),
        stories=archive.stories(limit=_STORIES, entity=one.name),
        articles=articles[:_ARTICLES],
        page=Page(request, page, len(articles) > _ARTICLES, ui.go.name(canonical)),
    )
