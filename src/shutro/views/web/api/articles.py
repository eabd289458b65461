"""`/api/articles`, what was found in them, and the captures they were read from."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from shutro.archive.nouns.findings import rules
from shutro.errors import NotInArchive
from shutro.views.web.api.paging import Limit, Listed, Offset, Text, paged
from shutro.views.web.api.routes import Route, described
from shutro.views.web.api.shapes.articles import Article, CaptureCard, State
from shutro.views.web.api.shapes.cards import ReportCard
from shutro.views.web.api.shapes.findings import Event, Findings, Name, Statement
from shutro.views.web.serving.state import Held

router = APIRouter(prefix="/api", route_class=Route)


@router.get("/articles", tags=["articles"], responses=described(422))
def articles(
    request: Request,
    response: Response,
    archive: Held,
    outlet: Text | None = None,
    section: Text | None = None,
    tag: Text | None = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> Listed[ReportCard]:
    """The reports, newest first, of an outlet, a section or under a tag."""
    cards = archive.latest(limit + 1, offset, outlet, section, tag)
    return paged(request, response, [ReportCard.model_validate(card) for card in cards], limit, offset)


@router.get("/articles/{id:path}/findings", tags=["articles"], responses=described(404, 422))
def found(archive: Held, id: str) -> Findings:
    """The names, statements and events of an article, at the offsets of its `text`."""
    kept = archive.findings(id)
    return Findings(
        article=archive.get(id).id,
        rules=rules(),
        names=[Name.model_validate(one) for one in kept.names],
        statements=[Statement.model_validate(one) for one in kept.statements],
        events=[Event.model_validate(one) for one in kept.events],
    )


@router.get("/articles/{id:path}/revisions", tags=["articles"], responses=described(404, 422))
def revisions(archive: Held, id: str) -> list[State]:
    """Every captured state of an article, the earliest first."""
    return [State.of(revision) for revision in archive.revisions(id)]


@router.get("/articles/{id:path}", tags=["articles"], responses=described(404, 422))
def article(
    archive: Held,
    id: str,
    revision: Annotated[int | None, Query(ge=1, description="An earlier state, by its number.")] = None,
) -> Article:
    """An article as it was last captured, or in an earlier state."""
    card = archive.story_of(id)
    story = card.id if card else None
    if revision is None:
        return Article.of(archive.get(id), story)
    states = archive.revisions(id)
    if revision > len(states):
        raise NotInArchive(f"article {id} has no revision {revision}")
    return Article.of(states[revision - 1].article, story)


@router.get("/captures/{id}", tags=["articles"], responses=described(404, 422))
def capture(archive: Held, id: str) -> CaptureCard:
    """What is known of a page as it was given to the archive."""
    kept = archive.capture(id)
    return CaptureCard(
        id=kept.id,
        url=kept.url,
        media_type=kept.media_type,
        captured=kept.captured,
        size=len(kept.content),
    )
