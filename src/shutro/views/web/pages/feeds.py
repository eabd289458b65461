"""Feeds to follow: the latest reports, and those of a story, a thread, a name, an outlet, a search.

`/feeds/….rss`, `.atom` and `.json` hold the same. With `since`, a feed tells only what the archive was
given at that moment or later, whenever it was printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from shutro.archive.nouns.cards import ArticleCard
from shutro.archive.store import Archive
from shutro.model import Article, Entry
from shutro.stories.moments import BANGLADESH, when
from shutro.views.exports.plain import uri, urn
from shutro.views.web.layout.feed import MEDIA_TYPES, Feed, Item, Kind, written
from shutro.views.web.serving.asked import Moment, instant
from shutro.views.web.serving.links import Links, site_of
from shutro.views.web.serving.preparing import timeline_of
from shutro.views.web.serving.shown import face
from shutro.views.web.serving.state import Held
from shutro.views.web.serving.tags import tagged

router = APIRouter(prefix="/feeds", include_in_schema=False)

_ITEMS = 30
_LINES = 3
"""Lines of a story's timeline that a report's summary quotes."""
_GO = Links()

Asked = Annotated[str, Query(min_length=1, max_length=300)]


@dataclass(frozen=True, slots=True)
class Followed:
    """What a feed follows: its lasting id, its title, its page here, and the mark where that is not the
    archive's."""

    id: str
    title: str
    address: str
    mark: str | None = None


@router.get("/latest.{kind}")
def latest(request: Request, archive: Held, kind: Kind, since: Moment = None) -> Response:
    """The newest reports of the archive."""
    say = face(request).say
    followed = Followed("urn:shutro:latest", f"{say('brand')} · {say('nav_latest')}", "/latest")
    articles = _read(archive, archive.arrived(since) if since else archive.latest(limit=_ITEMS))
    return _answer(request, archive, kind, followed, articles)


@router.get("/story/{id}.{kind}")
def story(request: Request, archive: Held, kind: Kind, id: str, since: Moment = None) -> Response:
    """The reports of a story, each with the lines of the timeline it tells once that is prepared."""
    card = archive.story_card(id)
    cards = archive.arrived(since, story=id) if since else archive.reports(id, 10_000)
    entries = timeline_of(request, archive, card) or ()
    followed = Followed(urn("story", card.id), card.title, _GO.story(card.id), _after(card.grown))
    return _answer(request, archive, kind, followed, _newest(archive, cards), entries)


@router.get("/thread/{id}.{kind}")
def thread(request: Request, archive: Held, kind: Kind, id: str, since: Moment = None) -> Response:
    """The reports of all stories of a thread."""
    view = archive.thread(id)
    cards: list[ArticleCard] = []
    for one in view.stories:
        if since is None or one.grown >= since:
            cards += archive.arrived(since, story=one.id) if since else archive.reports(one.id, 10_000)
    mark = _after(max(one.grown for one in view.stories))
    followed = Followed(urn("thread", view.card.id), view.card.title, _GO.thread(view.card.id), mark)
    return _answer(request, archive, kind, followed, _newest(archive, cards))


@router.get("/name/{name:path}.{kind}")
def name(request: Request, archive: Held, kind: Kind, name: str, since: Moment = None) -> Response:
    """The reports that name a person, a body or a place."""
    who = archive.entity(name).name
    articles = _read(archive, archive.arrived(since, name=who) if since else archive.articles_of(who, _ITEMS))
    return _answer(request, archive, kind, Followed(urn("name", who), who, _GO.name(who)), articles)


@router.get("/outlet/{name:path}.{kind}")
def outlet(request: Request, archive: Held, kind: Kind, name: str, since: Moment = None) -> Response:
    """The newest reports of an outlet."""
    paper = archive.outlet(name).name
    cards = archive.arrived(since, outlet=paper) if since else archive.latest(_ITEMS, outlet=paper)
    followed = Followed(urn("outlet", paper), paper, _GO.outlet(paper))
    return _answer(request, archive, kind, followed, _read(archive, cards))


@router.get("/search.{kind}")
def search(request: Request, archive: Held, kind: Kind, q: Asked, since: Moment = None) -> Response:
    """The best answers to a query, the newest of them first."""
    hits = archive.search(q, _ITEMS, arrived=since)
    articles = _by_time(hit.article for hit in hits)
    return _answer(request, archive, kind, Followed(urn("search", q), q, _GO("/search", q=q)), articles)


def _answer(
    request: Request,
    archive: Archive,
    kind: Kind,
    followed: Followed,
    articles: Sequence[Article],
    entries: Sequence[Entry] = (),
) -> Response:
    """The feed of these articles; `entries` are the lines that their summaries quote."""
    base, mark = site_of(request), followed.mark
    if mark is None and (last := archive.mark()) is not None:
        mark = last.isoformat()
    here = f"{base}{request.url.path}" + (f"?{request.url.query}" if request.url.query else "")
    items = tuple(_item(article, base, archive, entries) for article in articles)
    feed = Feed(followed.id, followed.title, base + followed.address, uri(here) or here, items, mark)
    return tagged(request, Response(written(feed, kind), media_type=MEDIA_TYPES[kind]))


def _item(article: Article, base: str, archive: Archive, entries: Sequence[Entry]) -> Item:
    told = [entry for entry in entries if any(e.article == article.id for e in entry.evidence)]
    told.sort(key=lambda entry: -entry.importance)
    lines = [entry.text for entry in told[:_LINES]]
    published = _published(article)
    by = (article.outlet,) if article.outlet else article.authors
    return Item(
        id=urn("article", article.id),
        title=article.headline,
        link=base + _GO.article(article.id),
        seen=published or _seen(article, archive),
        original=uri(article.url),
        published=published,
        summary="\n".join(lines) or article.standfirst or (article.body[0] if article.body else ""),
        authors=by,
        tags=tuple(dict.fromkeys(tag for tag in (article.section, *article.tags) if tag)),
    )


def _published(article: Article) -> datetime | None:
    """When it was printed, on the clock of its page; noon where only the day is known."""
    if article.published is None or (moment := when(article)) is None:
        return None
    return moment.astimezone(BANGLADESH)


def _seen(article: Article, archive: Archive) -> datetime:
    """When the state that is shown was captured."""
    return instant(archive.revisions(article.id)[-1].seen)


def _newest(archive: Archive, cards: Iterable[ArticleCard]) -> list[Article]:
    """The articles of the newest cards."""
    every = sorted(cards, key=lambda card: (card.day.toordinal() if card.day else 0, card.id), reverse=True)
    return _by_time(archive.get(card.id) for card in every[:_ITEMS])


def _read(archive: Archive, cards: Iterable[ArticleCard]) -> list[Article]:
    return [archive.get(card.id) for card in cards]


def _by_time(articles: Iterable[Article]) -> list[Article]:
    def late(article: Article) -> tuple[float, str]:
        moment = when(article)
        return (moment.timestamp() if moment else 0.0, article.id)

    return sorted(articles, key=late, reverse=True)


def _after(grown: datetime) -> str:
    """The first moment after a story last grew."""
    return (grown + timedelta(microseconds=1)).isoformat()
