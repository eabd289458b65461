"""`/api/entities` and `/api/outlets`."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from shutro.model import NameKind
from shutro.views.web.api.paging import Limit, Listed, Offset, Text, paged, part
from shutro.views.web.api.routes import Route, described
from shutro.views.web.api.shapes.answers import StatementHit
from shutro.views.web.api.shapes.cards import Beside, Entity, Outlet, ReportCard
from shutro.views.web.serving.state import Held

router = APIRouter(prefix="/api", route_class=Route)


@router.get("/entities", tags=["names"], responses=described(422))
def entities(
    request: Request,
    response: Response,
    archive: Held,
    kind: NameKind | None = None,
    prefix: Text | None = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> Listed[Entity]:
    """Who and what the archive names, those named in most reports first."""
    found = archive.entities(kind, prefix or "", limit + 1, offset)
    return paged(request, response, [Entity.model_validate(one) for one in found], limit, offset)


@router.get("/entities/{name:path}/articles", tags=["names"], responses=described(404, 422))
def articles_of(
    request: Request, response: Response, archive: Held, name: str, limit: Limit = 20, offset: Offset = 0
) -> Listed[ReportCard]:
    """The reports that name somebody, newest first."""
    cards = [ReportCard.model_validate(card) for card in archive.articles_of(name, limit + 1, offset)]
    return paged(request, response, cards, limit, offset)


@router.get("/entities/{name:path}/said-by", tags=["names"], responses=described(404, 422))
def said_by(
    request: Request, response: Response, archive: Held, name: str, limit: Limit = 20, offset: Offset = 0
) -> Listed[StatementHit]:
    """What somebody said, newest first."""
    hits = [StatementHit.of(said) for said in archive.said_by(name, limit + 1, offset)]
    return paged(request, response, hits, limit, offset)


@router.get("/entities/{name:path}/said-of", tags=["names"], responses=described(404, 422))
def said_of(
    request: Request, response: Response, archive: Held, name: str, limit: Limit = 20, offset: Offset = 0
) -> Listed[StatementHit]:
    """What others said that names somebody, newest first."""
    hits = [StatementHit.of(said) for said in archive.said_of(name, limit + 1, offset)]
    return paged(request, response, hits, limit, offset)


@router.get("/entities/{name:path}/with", tags=["names"], responses=described(404, 422))
def with_whom(archive: Held, name: str, limit: Limit = 20) -> list[Beside]:
    """Who is named in the same reports, most often first."""
    found = archive.with_whom(name, limit)
    return [Beside(entity=Entity.model_validate(card), reports=reports) for card, reports in found]


@router.get("/entities/{name:path}", tags=["names"], responses=described(404, 422))
def entity(archive: Held, name: str) -> Entity:
    """The one that a name, in any spelling, inflection or in Latin letters, stands for."""
    return Entity.model_validate(archive.entity(name))


@router.get("/outlets", tags=["outlets"], responses=described(422))
def outlets(
    request: Request, response: Response, archive: Held, limit: Limit = 100, offset: Offset = 0
) -> Listed[Outlet]:
    """The outlets, the one with most reports first."""
    found = [Outlet.model_validate(card) for card in part(archive.outlets(), limit, offset)]
    return paged(request, response, found, limit, offset)


@router.get("/outlets/{name:path}", tags=["outlets"], responses=described(404, 422))
def outlet(archive: Held, name: str) -> Outlet:
    """One outlet."""
    return Outlet.model_validate(archive.outlet(name))
