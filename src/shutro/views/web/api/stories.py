"""`/api/stories` and `/api/threads`."""

from __future__ import annotations

from email.utils import format_datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from shutro.archive.nouns.cards import StoryOrder
from shutro.views.web.api.paging import Day, Limit, Listed, Moment, Offset, Text, paged, part
from shutro.views.web.api.routes import Refused, Route, described
from shutro.views.web.api.shapes.cards import ReportCard, StoryCard, Thread, ThreadCard
from shutro.views.web.api.shapes.timelines import Entry, Gain
from shutro.views.web.serving.preparing import gain_of, timeline_of
from shutro.views.web.serving.state import Held

router = APIRouter(prefix="/api", route_class=Route)


@router.get("/stories", tags=["stories"], responses=described(404, 422))
def stories(
    request: Request,
    response: Response,
    archive: Held,
    limit: Limit = 20,
    offset: Offset = 0,
    order: Annotated[StoryOrder, Query(description="By what they are ordered.")] = "importance",
    since: Day | None = None,
    until: Day | None = None,
    outlet: Text | None = None,
    entity: Text | None = None,
    thread: Text | None = None,
    grown_since: Moment | None = None,
) -> Listed[StoryCard]:
    """The stories: with a report in these days, told by an outlet, that name somebody, of a thread,
    that gained a report since a moment."""
    found = archive.stories(limit + 1, offset, order, since, until, outlet, entity, thread, grown_since)
    cards = [StoryCard.model_validate(card) for card in found]
    return paged(request, response, cards, limit, offset)


@router.get("/stories/{id}", tags=["stories"], responses=described(404, 422))
def story(response: Response, archive: Held, id: str) -> StoryCard:
    """One story. An id that was ever given leads to the story that its first report is in now."""
    card = archive.story_card(id)
    response.headers["last-modified"] = format_datetime(card.grown, usegmt=True)
    return StoryCard.model_validate(card)


@router.get("/stories/{id}/timeline", tags=["stories"], responses=described(404, 422))
def timeline(
    request: Request, response: Response, archive: Held, id: str, limit: Limit = 200, offset: Offset = 0
) -> Listed[Entry]:
    """The lines of a story's timeline, by the day they happened, the undated last. That of a large story
    is prepared when it is first asked for: until then the answer is 503."""
    made = timeline_of(request, archive, archive.story_card(id))
    if made is None:
        raise _preparing()
    entries = [Entry.of(entry) for entry in part(made, limit, offset)]
    return paged(request, response, entries, limit, offset)


@router.get("/stories/{id}/articles", tags=["stories"], responses=described(404, 422))
def reports(
    request: Request, response: Response, archive: Held, id: str, limit: Limit = 50, offset: Offset = 0
) -> Listed[ReportCard]:
    """The reports of a story, in order of their time."""
    cards = [ReportCard.model_validate(card) for card in archive.reports(id, limit + 1, offset)]
    return paged(request, response, cards, limit, offset)


@router.get("/stories/{id}/gained", tags=["stories"], responses=described(404, 422))
def gained(request: Request, archive: Held, id: str, since: Moment) -> Gain:
    """What a story has gained since a moment: the mark of a reader's last visit. Of a large story this is
    worked out when it is first asked: until then the answer is 503."""
    gain = gain_of(request, archive, archive.story_card(id), since)
    if gain is None:
        raise _preparing()
    return Gain(
        story=StoryCard.model_validate(gain.story),
        since=gain.since,
        articles=[ReportCard.model_validate(card) for card in gain.articles],
        entries=[Entry.of(entry) for entry in gain.entries],
        grown=[Entry.of(entry) for entry in gain.grown],
    )


def _preparing() -> Refused:
    return Refused(503, "This is being prepared.", headers={"retry-after": "10"})


@router.get("/threads", tags=["threads"], responses=described(422))
def threads(
    request: Request, response: Response, archive: Held, limit: Limit = 20, offset: Offset = 0
) -> Listed[ThreadCard]:
    """The threads, the one with the latest report first."""
    cards = [ThreadCard.model_validate(card) for card in archive.threads(limit + 1, offset)]
    return paged(request, response, cards, limit, offset)


@router.get("/threads/{id}", tags=["threads"], responses=described(404, 422))
def thread(archive: Held, id: str) -> Thread:
    """One thread, with its stories and why they belong together."""
    return Thread.model_validate(archive.thread(id))
