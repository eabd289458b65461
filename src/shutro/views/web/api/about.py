"""`/api`: what is served; its days; its quarantine."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from shutro.archive.nouns.findings import rules
from shutro.archive.nouns.results import Quarantined
from shutro.version import VERSION
from shutro.views.web.api.paging import Day, Limit, Listed, Offset, Text, paged, part
from shutro.views.web.api.routes import Route, described
from shutro.views.web.api.shapes.about import About
from shutro.views.web.api.shapes.cards import DayCount, Waiting
from shutro.views.web.serving.state import Held, settings_of

router = APIRouter(prefix="/api", route_class=Route)


@router.get("", tags=["about"], responses=described())
def about(request: Request, archive: Held) -> About:
    """The versions that answer, and how much the archive holds."""
    coverage = archive.coverage()
    settings = settings_of(request)
    return About(
        shutro=VERSION,
        rules=rules(),
        archive=archive.state(),
        articles=coverage.articles,
        stories=archive.count_stories(),
        first=coverage.first,
        last=coverage.last,
        writable=settings.token is not None and not settings.read_only,
    )


@router.get("/days", tags=["about"], responses=described(422))
def days(
    archive: Held, since: Day | None = None, until: Day | None = None, outlet: Text | None = None
) -> list[DayCount]:
    """How many reports stand under each day that has one; all days of the archive unless some are named."""
    coverage = archive.coverage(outlet)
    first, last = since or coverage.first, until or coverage.last
    if first is None or last is None:
        return []
    return [DayCount(day=day, reports=reports) for day, reports in archive.days(first, last, outlet)]


@router.get("/quarantine", tags=["about"], responses=described(422))
def quarantine(
    request: Request, response: Response, archive: Held, limit: Limit = 50, offset: Offset = 0
) -> Listed[Waiting]:
    """The captures that no article could be read from, oldest first."""
    found = [_waiting(item) for item in part(archive.quarantined(), limit, offset)]
    return paged(request, response, found, limit, offset)


def _waiting(item: Quarantined) -> Waiting:
    """A failure without the file it came from, which is a place on the server."""
    reason = item.reason.removeprefix(f"{item.source}: ")
    return Waiting(id=item.id, url=item.url, kind=item.kind, reason=reason, since=item.since, size=item.size)
