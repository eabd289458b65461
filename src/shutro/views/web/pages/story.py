"""A story: its timeline, a line of it, its numbers, who said what, its actors, its reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from shutro.archive.nouns.cards import Gain, StoryCard, ThreadCard
from shutro.archive.store import Archive
from shutro.errors import NotInArchive
from shutro.model import Agreement, Entry, Event, Evidence
from shutro.views.lines import key
from shutro.views.web.layout.actors import graph
from shutro.views.web.layout.board import TEN, Row, Wanted, board, holding, row
from shutro.views.web.layout.choices import choices
from shutro.views.web.layout.numbers import Series, series
from shutro.views.web.layout.said import speakers, table
from shutro.views.web.serving.asked import Moment, Number, Page, Phrase
from shutro.views.web.serving.memory import Memory
from shutro.views.web.serving.preparing import gain_of, timeline_of
from shutro.views.web.serving.shown import face, show
from shutro.views.web.serving.state import Held

router = APIRouter(include_in_schema=False)

_PAGE = 50
_FIRST = 10  # reports, and as many of the last, to read while a timeline is prepared
_RELATED = 6
_SPEAKERS = 40  # who may be people to choose by
_ASKED = 40  # reports of a large story that are asked for its actors


@router.get("/story/{id}", response_class=HTMLResponse)
def story(
    request: Request,
    archive: Held,
    id: str,
    outlet: Phrase = None,
    source: Phrase = None,
    person: Phrase = None,
    kind: Annotated[Agreement | str | None, Query(pattern="^(single|agree|update|conflict)?$")] = None,
    lines: Annotated[str, Query(pattern="^(10|all)?$")] = "",
    since: Moment = None,
) -> Response:
    """The timeline, each line opening the sentences it rests on."""
    told = _told(request, archive, id)
    if isinstance(told, Response):
        return told
    card, entries = told
    memory: Memory = request.app.state.memory
    wanted = Wanted(outlet, source, person, _kind(kind), TEN if lines == "10" else None)
    gain = gain_of(request, archive, card, since) if since else None
    made = board(entries, wanted)
    return show(
        request,
        "story.html",
        card=card,
        thread=thread_of(archive, card),
        related=_related(archive, card),
        board=made,
        wanted=wanted,
        choices=memory.get(
            ("choices", id, card.grown, len(entries)),
            lambda: choices(entries, _people(archive, id, entries)),
        ),
        printed=printed_on(archive, _shown(made.rows)),
        gain=gain,
        gaining=since is not None and gain is None,
        fresh=_fresh(gain),
        notes=archive.notes("story", id),
    )


@router.get("/story/{id}/line/{line}", response_class=HTMLResponse)
def one_line(request: Request, archive: Held, id: str, line: str) -> Response:
    """One line with every sentence it rests on; the address stays true while the sentence is there."""
    told = _told(request, archive, id, f"line/{line}")
    if isinstance(told, Response):
        return told
    card, entries = told
    found = holding(entries, line)
    if found is None:
        raise NotInArchive(f"no line {line} in story {id}")
    made = row(found)
    printed = printed_on(archive, _shown([made]))
    return show(request, "line.html", card=card, row=made, printed=printed)


@router.get("/story/{id}/numbers", response_class=HTMLResponse)
def numbers(request: Request, archive: Held, id: str) -> Response:
    """The counted things of a story over time."""
    told = _told(request, archive, id, "numbers")
    if isinstance(told, Response):
        return told
    card, entries = told
    memory: Memory = request.app.state.memory

    def made() -> list[Series]:
        cited = (each for entry in entries for one in entry.differences for each in one.evidence)
        return series(entries, printed_on(archive, cited))

    found = memory.get(("numbers", id, card.grown, card.articles), made)
    return show(request, "numbers.html", card=card, thread=thread_of(archive, card), series=found)


@router.get("/story/{id}/said", response_class=HTMLResponse)
def said(request: Request, archive: Held, id: str) -> Response:
    """Who said what: people against claims, and each person's statements."""
    told = _told(request, archive, id, "said")
    if isinstance(told, Response):
        return told
    card, entries = told
    people = speakers(entries)
    return show(
        request,
        "said.html",
        card=card,
        thread=thread_of(archive, card),
        speakers=people,
        table=table(entries),
        printed=printed_on(archive, (claim.evidence for one in people for claim in one.claims)),
    )


@router.get("/story/{id}/actors", response_class=HTMLResponse)
def actors(request: Request, archive: Held, id: str) -> Response:
    """Who does what to whom, over the reports of the story."""
    card = archive.story_card(id)
    if card.id != id:
        return _moved(request, card, "actors")
    memory: Memory = request.app.state.memory
    made = memory.get(("actors", id, card.grown, card.articles), lambda: graph(_events(archive, card)))
    return show(request, "actors.html", card=card, thread=thread_of(archive, card), graph=made)


@router.get("/story/{id}/reports", response_class=HTMLResponse)
def reports(request: Request, archive: Held, id: str, page: Number = 1) -> Response:
    """Every report of the story in order of printing."""
    card = archive.story_card(id)
    if card.id != id:
        return _moved(request, card, "reports")
    start = (page - 1) * _PAGE
    cards = archive.reports(id, _PAGE + 1, start)
    return show(
        request,
        "reports.html",
        card=card,
        thread=thread_of(archive, card),
        reports=cards[:_PAGE],
        page=Page(request, page, len(cards) > _PAGE, face(request).go.story(id, "reports")),
    )


def _told(
    request: Request, archive: Archive, id: str, part: str = ""
) -> tuple[StoryCard, list[Entry]] | Response:
    """A story with its timeline; else the way to the story it became a part of, or the page that says the
    timeline is being prepared. `part` is what of the story is asked for."""
    card = archive.story_card(id)
    if card.id != id:
        return _moved(request, card, part)
    entries = timeline_of(request, archive, card)
    return (card, entries) if entries is not None else _prepared(request, archive, card, part)


def thread_of(archive: Archive, card: StoryCard) -> ThreadCard | None:
    """The thread that a story belongs to."""
    return archive.thread(card.thread).card if card.thread else None


def _prepared(request: Request, archive: Archive, card: StoryCard, tab: str = "") -> Response:
    """The page of a story whose timeline is being prepared: what is known of it already.

    The page's own script, asking again, gets nothing until there is a timeline.
    """
    if "hx-request" in request.headers:
        return Response(status_code=204)
    return show(
        request,
        "preparing.html",
        card=card,
        tab=tab,
        thread=thread_of(archive, card),
        reports=archive.reports(card.id, _FIRST),
        latest=archive.reports(card.id, _FIRST, max(_FIRST, card.articles - _FIRST)),
    )


def printed_on(archive: Archive, evidence: Iterable[Evidence]) -> dict[str, date | None]:
    """The day of every report that is cited."""
    ids = dict.fromkeys(one.article for one in evidence)
    return {card.id: card.day for card in archive.cards(list(ids))}


def _shown(rows: Iterable[Row]) -> list[Evidence]:
    return [sentence for row in rows for told in row.told for sentence in told.sentences]


def _people(archive: Archive, id: str, entries: Iterable[Entry]) -> list[str]:
    """The people whom the story keeps naming, and those who speak most in it."""
    kept = {name: kind == "PER" for name, kind in archive.story_actors(id)}
    spoken = Counter(said.source for entry in entries for said in entry.statements if said.source)
    for speaker, _ in spoken.most_common(_SPEAKERS):
        if speaker in kept:
            continue
        with suppress(NotInArchive):  # a source may be `পুলিশ`, or one that the archive knows no name of
            kept[speaker] = archive.entity(speaker).kind == "PER"
    return [name for name, person in kept.items() if person]


def _moved(request: Request, card: StoryCard, part: str = "") -> Response:
    """To the story that this one became a part of."""
    go = face(request).go
    return RedirectResponse(go.story(card.id, part, **dict(request.query_params)), 308)


def _related(archive: Archive, card: StoryCard) -> list[StoryCard]:
    """The other stories of its thread, the nearest in time first."""
    if card.thread is None:
        return []
    others = [other for other in archive.thread(card.thread).stories if other.id != card.id]
    at = card.last or date.max
    return sorted(others, key=lambda other: abs(((other.last or date.max) - at).days))[:_RELATED]


def _fresh(gain: Gain | None) -> dict[str, str]:
    """The lines that are new or say more, by their keys, with the key of the words for it."""
    if gain is None:
        return {}
    grown = {key(entry.evidence[0]): "line_grown" for entry in gain.grown}
    return grown | {key(entry.evidence[0]): "line_new" for entry in gain.entries}


def _events(archive: Archive, card: StoryCard) -> list[Event]:
    reports = archive.reports(card.id, card.articles)
    step = max(1, len(reports) // _ASKED)
    return [event for one in reports[::step][:_ASKED] for event in archive.findings(one.id).events]


def _kind(kind: str | None) -> Agreement | None:
    return next((one for one in ("single", "agree", "update", "conflict") if one == kind), None)
