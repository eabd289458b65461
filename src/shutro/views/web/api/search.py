"""`/api/search` and `/api/check`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from shutro.views.web.api.paging import Day, Text
from shutro.views.web.api.routes import Route, described
from shutro.views.web.api.shapes.answers import ArticleHit, Changed, Coverage, StatementHit, Verdict
from shutro.views.web.api.shapes.base import Place
from shutro.views.web.api.shapes.cards import StoryCard, ThreadCard
from shutro.views.web.serving.state import Held

router = APIRouter(prefix="/api", route_class=Route)

Hits = Annotated[int, Query(ge=1, le=100, description="At most so many, the best.")]


@router.get("/search/articles", tags=["search"], responses=described(404, 422))
def search_articles(
    archive: Held,
    q: Text,
    limit: Hits = 20,
    outlet: Text | None = None,
    since: Day | None = None,
    until: Day | None = None,
    person: Text | None = None,
    place: Text | None = None,
    source: Text | None = None,
    story: Text | None = None,
) -> list[ArticleHit]:
    """The articles that answer a query best, in Bangla or in Latin letters: `"…"` is a phrase as it
    stands, `-word` must be absent, `word*` is a beginning. A person, place or source that the archive
    names nowhere is 404."""
    hits = archive.search(
        q, limit, outlet, since, until, person=person, place=place, story=story, source=source
    )
    return [ArticleHit.of(hit) for hit in hits]


@router.get("/search/statements", tags=["search"], responses=described(422))
def search_statements(
    archive: Held,
    q: Annotated[str, Query(max_length=1000, description="A question in one line.")] = "",
    who: Annotated[str, Query(max_length=1000, description="The source, in any spelling.")] = "",
    about: Annotated[str, Query(max_length=1000, description="Words of what is said.")] = "",
    limit: Hits = 20,
) -> list[StatementHit]:
    """Who said what about …, best first: by `who` and `about`, either of which may be left out, or by a
    question in one line, `q`, of which whoever it names that is quoted is taken for the speaker."""
    if q and not who and not about:
        return [StatementHit.of(said) for said in archive.search_statements(q, limit)]
    return [StatementHit.of(said) for said in archive.statements(who, f"{about} {q}".strip(), limit)]


@router.get("/search/stories", tags=["search"], responses=described(422))
def search_stories(archive: Held, q: Text, limit: Hits = 20) -> list[StoryCard]:
    """The stories whose reports answer a query best."""
    return [StoryCard.model_validate(card) for card in archive.search_stories(q, limit)]


@router.get("/search/threads", tags=["search"], responses=described(422))
def search_threads(archive: Held, q: Text, limit: Hits = 20) -> list[ThreadCard]:
    """The threads whose stories answer a query best."""
    return [ThreadCard.model_validate(card) for card in archive.search_threads(q, limit)]


@router.get("/check", tags=["search"], responses=described(422))
def check(
    archive: Held,
    text: Annotated[str, Query(min_length=1, max_length=5000, description="As on a photocard.")],
    outlet: Text | None = None,
    day: Day | None = None,
) -> Verdict:
    """Whether an outlet printed a text, and what was printed instead."""
    verdict = archive.check(text, outlet, day)
    article, sentence = verdict.article, verdict.sentence
    return Verdict(
        verdict=verdict.verdict,
        reason=verdict.reason,
        article=article.id if article else None,
        headline=article.headline if article else None,
        outlet=article.outlet if article else None,
        sentence=Place.model_validate(sentence) if sentence else None,
        text=sentence.of(article.text) if article and sentence else None,
        difference=[Changed.model_validate(one) for one in verdict.difference],
        coverage=Coverage.model_validate(verdict.coverage),
        likeness=verdict.likeness,
    )
