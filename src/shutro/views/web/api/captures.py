"""`POST /api/captures`: a page into the archive, with a token."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.concurrency import run_in_threadpool

from shutro.archive.store import Archive
from shutro.errors import CaptureError, ReadingError
from shutro.model import Capture
from shutro.views.web.api.paging import Moment
from shutro.views.web.api.routes import Refused, Route, described
from shutro.views.web.api.shapes.articles import Brief, Taken
from shutro.views.web.api.tokens import with_token
from shutro.views.web.serving.state import Held

router = APIRouter(prefix="/api", route_class=Route)

_BODY = {
    "requestBody": {
        "required": True,
        "description": "The page's bytes as they came; their type says whether they are HTML or text.",
        "content": {
            kind: {"schema": {"type": "string", "format": "binary"}}
            for kind in ("text/html", "text/plain", "application/octet-stream")
        },
    }
}


@router.post(
    "/captures",
    tags=["captures"],
    responses=described(401, 403, 413, 422),
    dependencies=[Depends(with_token)],
    openapi_extra=_BODY,
)
async def add_capture(
    request: Request,
    archive: Held,
    url: Annotated[
        str | None, Query(max_length=2000, pattern="^https?://", description="Where it came from.")
    ] = None,
    captured: Moment | None = None,
) -> Taken:
    """Read a page and keep it. Again is harmless; a page that cannot be read waits in quarantine, and the
    problem says why."""
    content = await request.body()
    media_type = request.headers.get("content-type", "").partition(";")[0].strip() or None
    capture = Capture.of(content, source=url or "api", url=url, media_type=media_type, captured=captured)
    return await run_in_threadpool(_take, archive, capture)


def _take(archive: Archive, capture: Capture) -> Taken:
    from shutro.reading.article import read_capture

    try:
        article = read_capture(capture)
    except (CaptureError, ReadingError) as error:
        archive.quarantine(capture, error)
        raise Refused(422, f"{type(error).__name__}: {error.reason}", capture=capture.id) from None
    outcome = archive.add(article, capture)
    archive.grow()
    story = archive.story_of(article.id)
    return Taken(
        outcome=outcome, article=Brief.of(archive.get(article.id)), story=story.id if story else None
    )
