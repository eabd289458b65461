"""`/api/exports`: what `shutro export` writes, streamed."""

from __future__ import annotations

import codecs
from collections.abc import AsyncGenerator, Iterator
from itertools import chain
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse

from shutro.archive.store import Archive
from shutro.views.exports.format import TableName
from shutro.views.exports.formats import FORMATS, FormatName, export
from shutro.views.exports.select import Choice, from_archive
from shutro.views.labels import Language
from shutro.views.web.api.paging import Day, Text
from shutro.views.web.api.routes import Route, described
from shutro.views.web.api.shapes.about import Format
from shutro.views.web.serving.state import Busy, opened, settings_of

router = APIRouter(prefix="/api", route_class=Route)

_AT_ONCE = 2
_BOM = codecs.BOM_UTF8
_CONTENT = {
    (kind := each.media_type.partition(";")[0]): {
        "schema": {"type": "object"} if kind.endswith("json") else {"type": "string", "format": "binary"}
    }
    for each in FORMATS.values()
}


async def own_archive(request: Request) -> AsyncGenerator[Archive, None]:
    """An archive for one export, which may take long to be fetched: readers do not wait for it.

    Raises Busy while as many exports as may be are under way.
    """
    state = request.app.state
    if getattr(state, "exporting", 0) >= _AT_ONCE:
        raise Busy
    state.exporting = getattr(state, "exporting", 0) + 1
    try:
        archive = await run_in_threadpool(opened, settings_of(request).where)
        try:
            yield archive
        finally:
            archive.close()
    finally:
        state.exporting -= 1


@router.get("/exports", tags=["exports"], responses=described())
def formats() -> list[Format]:
    """The formats there are."""
    return [
        Format(
            name=name,
            media_type=each.media_type,
            about=each.about,
            tables=list(dict.fromkeys(each.tables)),
            textless=each.textless,
        )
        for name, each in FORMATS.items()
    ]


@router.get(
    "/exports/{format}",
    tags=["exports"],
    response_class=StreamingResponse,
    responses={**described(404, 422), 200: {"description": "The export.", "content": _CONTENT}},
)
def exported(
    archive: Annotated[Archive, Depends(own_archive)],
    format: FormatName,
    id: Annotated[
        list[Annotated[str, Query(max_length=500)]] | None,
        Query(max_length=100, description="Stories, threads or articles; none is the whole archive."),
    ] = None,
    q: Text | None = None,
    table: TableName | None = None,
    text: Annotated[bool, Query(description="False leaves out what was printed.")] = True,
    outlet: Text | None = None,
    since: Day | None = None,
    until: Day | None = None,
    limit: Annotated[int, Query(ge=1, le=1000, description="At most so many hits of a search.")] = 100,
    language: Annotated[Language, Query(description="Of formats that people read.")] = "bn",
    bom: Annotated[bool, Query(description="Begin a table with the mark that tells Excel UTF-8.")] = False,
) -> StreamingResponse:
    """Stories, what a search finds, or both; the whole archive where neither is chosen."""
    choice = Choice(tuple(id or ()), q, outlet, since, until, limit)
    load = from_archive(archive, choice, text=text, language=language)
    found = FORMATS[format]
    name = f"shutro-{id[0] if id and len(id) == 1 and id[0].isalnum() and id[0].isascii() else 'export'}"
    return StreamingResponse(
        _begun(export(format, load, table), _BOM if bom and found.suffix in (".csv", ".tsv") else b""),
        media_type=found.media_type,
        headers={
            "content-disposition": f'attachment; filename="{name}{found.suffix}"',
            # The one-file page brings its own styles; nothing in it may run or load.
            "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
            "cache-control": "no-cache",
        },
    )


def _begun(pieces: Iterator[bytes], before: bytes) -> Iterator[bytes]:
    """`before`, then the pieces; the first is made at once, so that what cannot be exported is told as a
    problem."""
    first = next(pieces, b"")
    return chain((before, first), pieces)
