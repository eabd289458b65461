"""Search: articles, statements and stories."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from shutro.archive.nouns.cards import ArticleCard, StoryCard
from shutro.archive.nouns.results import Hit, Said
from shutro.archive.store import Archive
from shutro.errors import NotInArchive
from shutro.span import Span
from shutro.views.web.layout.differing import Part
from shutro.views.web.layout.quoted import Quoted, card_of, quoted
from shutro.views.web.serving.asked import Day, Number, Page, Phrase
from shutro.views.web.serving.shown import face, show
from shutro.views.web.serving.state import Held

router = APIRouter(include_in_schema=False)

_PAGE = 20
_DEEPEST = 10  # pages of an answer; nobody reads on, and each costs as much as all before it
Kind = Literal["articles", "statements", "stories"]


@dataclass(frozen=True, slots=True)
class Found:
    """One article found: its card, headline and snippet with the matches as differing parts."""

    card: ArticleCard
    headline: tuple[Part, ...]
    snippet: tuple[Part, ...]
    span: Span
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as it was asked; `who` and `about` are asked of statements."""

    q: str
    who: str
    about: str
    person: str | None
    place: str | None
    source: str | None
    outlet: str | None
    since: Day
    until: Day

    @property
    def anything(self) -> bool:
        """Whether there is something to look for."""
        return bool(self.q.strip() or self.source or self.who or self.about)


@router.get("/search", response_class=HTMLResponse)
def search(
    request: Request,
    archive: Held,
    q: Phrase = None,
    kind: Annotated[Kind, Query(alias="in")] = "articles",
    who: Phrase = None,
    about: Phrase = None,
    outlet: Phrase = None,
    person: Phrase = None,
    place: Phrase = None,
    source: Phrase = None,
    since: Day = None,
    until: Day = None,
    page: Annotated[Number, Query(le=_DEEPEST)] = 1,
) -> HTMLResponse:
    """What the archive has for a query."""
    if kind == "statements":
        who, about = _question(archive, q, who or source, about)
        q = None
    asked = Asked(q or "", who or "", about or "", person, place, source, outlet, since, until)
    start = (page - 1) * _PAGE
    hits: list[Found] = []
    statements: list[Quoted] = []
    stories: list[StoryCard] = []
    if asked.anything:
        if kind == "articles":
            hits = [found(hit) for hit in _articles(archive, asked, start + _PAGE + 1)[start:]]
        elif kind == "statements":
            said = _said(archive, asked, start + _PAGE + 1)
            statements = [quoted(item) for item in said[start:]]
        else:
            stories = archive.search_stories(asked.q, start + _PAGE + 1)[start:]
    got = len(hits) + len(statements) + len(stories)
    return show(
        request,
        "search.html",
        q=asked.q,
        kind=kind,
        who=asked.who,
        about=asked.about,
        outlet=outlet,
        person=person or "",
        place=place or "",
        source=source or "",
        since=since,
        until=until,
        asked=asked.anything,
        found=min(got, _PAGE) + start if got else 0,
        hits=hits[:_PAGE],
        statements=statements[:_PAGE],
        stories=stories[:_PAGE],
        outlets=[one.name for one in archive.outlets()],
        page=Page(request, page, got > _PAGE and page < _DEEPEST, face(request).go("/search")),
    )


def _articles(archive: Archive, asked: Asked, limit: int) -> list[Hit]:
    """The articles that answer; none where the archive knows nobody of a name that is asked for."""
    try:
        return archive.search(
            asked.q or asked.source or "", limit, outlet=asked.outlet, since=asked.since, until=asked.until,
            person=asked.person, place=asked.place, source=asked.source,
        )  # fmt: skip
    except NotInArchive:
        return []


def _question(
    archive: Archive, q: str | None, who: str | None, about: str | None
) -> tuple[str | None, str | None]:
    """Who speaks about what; a question typed in one line is parted, and shown so in the fields.

    Where those it names have said nothing of the matter, it asks for anybody's words about all of it; where
    nobody has, for the words of whom all of it may name.
    """
    if q and not who and not about:
        who, about = archive.asked(q)
        if who and about and not archive.statements(who, about, 1):
            who, about = None, q
        if about and not who and not archive.statements("", about, 1) and archive.statements(about, "", 1):
            who, about = about, None
    return who, about


def _said(archive: Archive, asked: Asked, limit: int) -> list[Said]:
    """Who said what: everything of a name alone, the newest first, else what answers best."""
    if not asked.about:
        with suppress(NotInArchive):
            return archive.said_by(asked.who, limit)
    return archive.statements(asked.who, asked.about, limit)


def found(hit: Hit) -> Found:
    """What a list shows of a hit."""
    headline = _parts(hit.article.headline, 0, hit.headline)
    snippet = hit.snippet
    return Found(
        card_of(hit.article), headline, _parts(snippet.text, snippet.span.start, snippet.matches),
        snippet.span, hit.why,
    )  # fmt: skip


def _parts(text: str, start: int, matches: Iterable[Span]) -> tuple[Part, ...]:
    """The text, which begins at `start`, in parts; the matches are those that differ."""
    parts, at = [], 0
    for span in sorted(matches):
        begin, end = max(at, span.start - start), span.end - start
        if begin > at:
            parts.append(Part(text[at:begin], False))
        if end > begin:
            parts.append(Part(text[begin:end], True))
            at = end
    parts.append(Part(text[at:], False))
    return tuple(part for part in parts if part.text)
