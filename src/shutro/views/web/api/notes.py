"""`/api/notes`: a reader's own words, read by anyone, written with a token."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, Field

from shutro.archive.nouns.cards import Target
from shutro.errors import ArchiveError, NotInArchive
from shutro.span import Span
from shutro.views.web.api.paging import Limit, Listed, Offset, Text, paged, part
from shutro.views.web.api.routes import Refused, Route, described
from shutro.views.web.api.shapes.cards import Note
from shutro.views.web.api.tokens import with_token
from shutro.views.web.serving.state import Held

router = APIRouter(prefix="/api", route_class=Route)


class NewSpan(BaseModel):
    """A place in an article's `text`, of at least one code point."""

    start: int = Field(ge=0, le=2**31)
    end: int = Field(ge=1, le=2**31)


class NewNote(BaseModel):
    """A note to keep; `span` is for a note on one sentence of an article."""

    target: Target
    of: Annotated[str, Field(min_length=1, max_length=500)]
    text: Annotated[str, Field(min_length=1, max_length=20_000)]
    span: NewSpan | None = None


class OtherWords(BaseModel):
    """What a note is to say instead; what it stands on and when it was made stay."""

    text: Annotated[str, Field(min_length=1, max_length=20_000)]


@router.get("/notes", tags=["notes"], responses=described(404, 422))
def notes(
    request: Request,
    response: Response,
    archive: Held,
    target: Target | None = None,
    of: Text | None = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> Listed[Note]:
    """The notes, the earliest first: all, those on articles, stories or threads, or on one of them."""
    found = archive.notes(target, of) if target and of else archive.all_notes()
    wanted = (note for note in found if (target or note.target) == note.target and (of or note.of) == note.of)
    rows = [Note.model_validate(note) for note in part(wanted, limit, offset)]
    return paged(request, response, rows, limit, offset)


@router.post(
    "/notes",
    tags=["notes"],
    status_code=201,
    responses=described(400, 401, 403, 404, 413, 422),
    dependencies=[Depends(with_token)],
)
def add_note(archive: Held, note: NewNote) -> Note:
    """Keep a note."""
    span = Span(note.span.start, note.span.end) if note.span and note.span.start < note.span.end else None
    if note.span is not None and span is None:
        raise Refused(422, "a span ends after it starts")
    with _refusing():
        return Note.model_validate(archive.add_note(note.target, note.of, note.text, span))


@router.patch(
    "/notes/{id}",
    tags=["notes"],
    status_code=204,
    responses=described(400, 401, 403, 404, 413, 422),
    dependencies=[Depends(with_token)],
)
def change_note(archive: Held, id: str, note: OtherWords) -> None:
    """Put other words into a note."""
    with _refusing():
        archive.change_note(id, note.text)


@router.delete(
    "/notes/{id}",
    tags=["notes"],
    status_code=204,
    responses=described(401, 403, 404, 422),
    dependencies=[Depends(with_token)],
)
def drop_note(archive: Held, id: str) -> None:
    """Throw a note away."""
    archive.drop_note(id)


@contextmanager
def _refusing() -> Iterator[None]:
    """Have what the archive does not take for a note answered with 422."""
    try:
        yield
    except NotInArchive:
        raise
    except ArchiveError as error:
        raise Refused(422, str(error)) from None
