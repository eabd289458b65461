"""An article as it was printed, with what was found in it, and what changed from capture to capture."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from shutro.archive.nouns.results import Revision
from shutro.archive.store import Archive
from shutro.bangla.times import times
from shutro.errors import NotInArchive
from shutro.model import Article
from shutro.span import Span
from shutro.stories.grouping.clusters import Decision
from shutro.views.html import safe_link
from shutro.views.web.layout.differing import Turned, turned
from shutro.views.web.layout.marks import marks, printed, speaking
from shutro.views.web.serving.asked import Phrase, instant, place
from shutro.views.web.serving.readings import Readings
from shutro.views.web.serving.shown import face, show
from shutro.views.web.serving.state import Held

router = APIRouter(include_in_schema=False)

_FRAGMENT = 6  # words of a sentence that a text fragment begins with


@dataclass(frozen=True, slots=True)
class Step:
    """From one revision to the next: the number of the later one, when it was seen, and what changed."""

    number: int
    seen: datetime
    turned: tuple[Turned, ...]


@router.get("/article/{id:path}", response_class=HTMLResponse)
def article(request: Request, archive: Held, id: str, s: Phrase = None) -> Response:
    """An article; `s` are the code points of the sentence that the reader came to see."""
    focus = place(s)
    one = archive.get(id)
    if one.id != id:
        return RedirectResponse(face(request).go.article(one.id, focus), 308)
    if focus is not None and focus.end > len(one.text):
        raise NotInArchive(f"no characters {s} in {id}")
    kept = archive.findings(id)
    day = one.published.day if one.published else None
    found = marks(kept, times(one.prose, at=day), focus)
    readings: Readings = request.app.state.readings
    if request.method == "GET":
        readings.add(id)
    return show(
        request,
        "article.html",
        article=one,
        printed=printed(one, found),
        revisions=len(archive.revisions(id)),
        sources=speaking(kept),
        copies=archive.copies_of(id),
        story=archive.story_of(id),
        why=_why(archive, id),
        focus=focus,
        fragment=_fragment(one, focus),
        notes=archive.notes("article", id),
    )


@router.get("/changes/{id:path}", response_class=HTMLResponse)
def changes(request: Request, archive: Held, id: str) -> HTMLResponse:
    """What changed in an article from revision to revision, the latest change first."""
    one = archive.get(id)
    steps = [_step(old, new) for old, new in pairwise(archive.revisions(id))]
    return show(request, "changes.html", article=one, steps=steps[::-1])


def _step(old: Revision, new: Revision) -> Step:
    lines = turned([old.article.headline, *old.article.body], [new.article.headline, *new.article.body])
    return Step(new.number, instant(new.seen), tuple(lines))


def _fragment(one: Article, s: Span | None) -> str | None:
    """The outlet's own page, opened at the sentence by a browser that knows text fragments."""
    url = safe_link(one.url)
    if url is None or s is None or "#" in url:
        return None
    words = s.of(one.text).split()
    begin = quote(" ".join(words[:_FRAGMENT]), safe="").replace("-", "%2D")
    return f"{url}#:~:text={begin}"


def _why(archive: Archive, id: str) -> Decision | None:
    """Why the article was put into its story; None where it has not been put anywhere yet."""
    try:
        return archive.why(id)
    except NotInArchive:
        return None
