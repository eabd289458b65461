"""Outlets: what each had first, what it reprints, and how well its pages can be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from shutro.archive.nouns.cards import ArticleCard, StoryCard
from shutro.archive.store import Archive
from shutro.model import Article
from shutro.views.web.pages.front import coverage
from shutro.views.web.serving.memory import Memory
from shutro.views.web.serving.shown import show
from shutro.views.web.serving.state import Held

router = APIRouter(include_in_schema=False)

_LATEST = 10
_FIRSTS = 12
_ASKED = 60  # stories that are asked whether the outlet had them first
_READ = 20  # newest reports whose fields and copies are looked at
_SHARED = 8


@dataclass(frozen=True, slots=True)
class Health:
    """How the newest pages of an outlet were read: per field the percentage that have it; failed captures."""

    read: int
    fields: tuple[tuple[str, int], ...]
    failed: int


@router.get("/outlets", response_class=HTMLResponse)
def outlets(request: Request, archive: Held) -> HTMLResponse:
    """Every outlet."""
    return show(request, "outlets.html", outlets=archive.outlets())


@router.get("/outlet/{name:path}", response_class=HTMLResponse)
def outlet(request: Request, archive: Held, name: str) -> HTMLResponse:
    """One outlet."""
    one = archive.outlet(name)
    latest = archive.latest(_READ, outlet=name)
    memory: Memory = request.app.state.memory
    asked = [card.id for card in latest]
    chart, first, last = coverage(archive, name)
    return show(
        request,
        "outlet.html",
        one=one,
        latest=latest[:_LATEST],
        firsts=had_first(archive, name)[:_FIRSTS],
        shared=memory.get(
            ("shared", name, tuple(asked), one.originals, one.reprints), lambda: shared(archive, latest)
        ),
        health=memory.get(("health", name, tuple(asked)), lambda: health(archive, asked)),
        chart=chart,
        first=first,
        last=last,
    )


def had_first(archive: Archive, name: str) -> list[StoryCard]:
    """The foremost stories that the outlet had before others that have them too."""
    stories = archive.stories(limit=_ASKED, outlet=name)
    return [card for card in stories if card.outlets[0] == name and len(card.outlets) > 1]


def shared(archive: Archive, cards: list[ArticleCard]) -> list[tuple[ArticleCard, list[ArticleCard]]]:
    """Those of the reports whose text other outlets printed too, each with theirs, the earliest first."""
    found = []
    for card in cards:
        others = [other for other, _ in archive.copies_of(card.id) if other.outlet not in (None, card.outlet)]
        if others:
            found.append((card, sorted(others, key=lambda other: (other.day or date.max, other.id))))
    return found[:_SHARED]


def health(archive: Archive, ids: list[str]) -> Health:
    """What could be read from these reports, and how many captures of their sites could not be read."""
    articles = [archive.get(id) for id in ids]
    fields = [
        ("headline", _share(articles, lambda a: bool(a.headline))),
        ("published", _share(articles, lambda a: a.published is not None and not a.published.inferred)),
        ("authors", _share(articles, lambda a: bool(a.authors))),
        ("body", _share(articles, lambda a: len(a.paragraphs) > 1)),
        ("url", _share(articles, lambda a: a.url is not None)),
    ]
    sites = {site(article.url) for article in articles} - {""}
    failed = sum(site(one.url) in sites for one in archive.quarantined())
    return Health(len(articles), tuple(fields), failed)


def site(url: str | None) -> str:
    """The host of an address without `www.`; empty where there is none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _share(articles: list[Article], has: Callable[[Article], bool]) -> int:
    return round(100 * sum(map(has, articles)) / len(articles)) if articles else 0
