"""The front page, and the lists of stories and of reports behind it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from shutro.archive.nouns.cards import StoryOrder
from shutro.archive.store import Archive
from shutro.errors import NotInArchive
from shutro.model import Entry
from shutro.views.lines import numbered
from shutro.views.web.layout.board import Row, row
from shutro.views.web.layout.charts import Bars, bars
from shutro.views.web.serving.asked import Day, Moment, Number, Page, Phrase
from shutro.views.web.serving.preparing import timeline_of
from shutro.views.web.serving.shown import face, show
from shutro.views.web.serving.state import Held

router = APIRouter(include_in_schema=False)

_STORIES = 13
_LATEST = 10
_FEW = 7  # stories; where there are fewer, the first has room for more lines
_NEWEST, _NEWEST_OF_FEW = 3, 8
_DISPUTED = 3
_DAYS = 90
_FEWEST = 21  # days, and reports, that a chart tells something with
_READ = 30
_SECTIONS = 24
_PAGE = 30


@dataclass(frozen=True, slots=True)
class Lead:
    """What the front page says of its first story: how its accounts agree, how many lines of each kind;
    its newest lines by day, the newest first; the lines whose accounts differ most gravely.
    """

    standing: Counter[str]
    newest: list[tuple[str | None, list[Row]]]
    disputed: list[Row]


@router.get("/", response_class=HTMLResponse)
def front(request: Request, archive: Held, since: Moment = None) -> HTMLResponse:
    """The running stories by importance, what is new since a moment, the latest and the most read."""
    stories = archive.stories(limit=_STORIES)
    timeline = (timeline_of(request, archive, stories[0]) or []) if stories else []
    newest = _NEWEST if len(stories) >= _FEW else _NEWEST_OF_FEW
    chart, first, last = coverage(archive)
    today = face(request).today
    return show(
        request,
        "front.html",
        stories=stories,
        lead=leading(timeline, newest),
        story_count=archive.count_stories(),
        article_count=len(archive),
        since=since,
        mark=since.isoformat() if since else None,
        now=datetime.now(UTC).isoformat(timespec="seconds"),
        grown=archive.stories(limit=_STORIES, grown_since=since) if since else [],
        chart=chart,
        first=first,
        last=last,
        latest=archive.latest(limit=_LATEST),
        most_read=archive.most_read(limit=5, since=today - timedelta(days=_READ)),
        sections=archive.sections()[:_SECTIONS],
    )


def coverage(archive: Archive, outlet: str | None = None) -> tuple[Bars | None, date, date]:
    """The reports of the last days as bars, of all days where those are few; none where no day is known."""
    held = archive.coverage(outlet)
    last = held.last
    if last is None:
        return None, date.min, date.min
    begun = min(held.first or last, last - timedelta(days=_FEWEST - 1))
    first = max(begun, last - timedelta(days=_DAYS - 1))
    counted = archive.days(first, last, outlet)
    if begun < first and sum(number for _, number in counted) < _FEWEST:
        first, counted = begun, archive.days(begun, last, outlet)
    return bars(counted, first, last), first, last


def leading(timeline: list[Entry], newest: int) -> Lead:
    """What the front page says of a story, with so many of its newest lines."""
    lines = numbered(timeline)
    past = [line for line in lines if line.entry.date and line.entry.dated != "planned"][-newest:][::-1]
    if not past:  # of a story without a day, what matters most
        past = sorted(lines, key=lambda line: -line.entry.importance)[:newest]
    days = groupby(past, key=lambda line: line.entry.date)
    differing = [line for line in lines if line.entry.agreement == "conflict" and line not in past]
    differing.sort(key=lambda line: -line.entry.importance)
    return Lead(
        Counter(entry.agreement for entry in timeline),
        [(day, [row(line, 0) for line in of]) for day, of in days],
        [row(line, 1) for line in differing[:_DISPUTED]],
    )


@router.get("/stories", response_class=HTMLResponse)
def stories(
    request: Request,
    archive: Held,
    order: StoryOrder = "importance",
    outlet: Phrase = None,
    entity: Phrase = None,
    since: Day = None,
    until: Day = None,
    page: Number = 1,
) -> HTMLResponse:
    """Every story, by importance or by time, of an outlet, about somebody, of some days.

    404 where the archive names nobody so, with the form as it was filled in.
    """
    try:
        found = archive.stories(
            limit=_PAGE + 1, offset=(page - 1) * _PAGE, order=order,
            since=since, until=until, outlet=outlet, entity=entity,
        )  # fmt: skip
        count, named = archive.count_stories(since=since, until=until, outlet=outlet, entity=entity), True
    except NotInArchive:
        found, count, named = [], 0, False
    return show(
        request,
        "stories.html",
        200 if named else 404,
        named=named,
        stories=found[:_PAGE],
        count=count,
        order=order,
        outlet=outlet,
        entity=entity,
        since=since,
        until=until,
        outlets=[one.name for one in archive.outlets()],
        page=Page(request, page, len(found) > _PAGE, face(request).go("/stories")),
    )


@router.get("/latest", response_class=HTMLResponse)
def latest(
    request: Request,
    archive: Held,
    outlet: Phrase = None,
    section: Phrase = None,
    tag: Phrase = None,
    page: Number = 1,
) -> HTMLResponse:
    """The newest reports, of an outlet, a section or under a tag."""
    say = face(request).say
    found = archive.latest(_PAGE + 1, (page - 1) * _PAGE, outlet=outlet, section=section, tag=tag)
    narrowed = [value for value in (outlet, section, tag) if value]
    return show(
        request,
        "latest.html",
        heading=say("latest_of", what=" · ".join(narrowed)) if narrowed else say("latest"),
        cards=found[:_PAGE],
        outlet=outlet,
        section=section,
        tag=tag,
        outlets=[one.name for one in archive.outlets()],
        sections=archive.sections()[:200],
        page=Page(request, page, len(found) > _PAGE, face(request).go("/latest")),
    )
