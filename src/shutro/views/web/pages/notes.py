"""A reader's own notes: shown together, added, changed and dropped."""

from __future__ import annotations

from urllib.parse import parse_qs, quote

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from shutro.archive.nouns.cards import Target
from shutro.archive.store import Archive
from shutro.errors import ArchiveError, NotInArchive
from shutro.views.web.serving.asked import BadRequest, Number, Page, place
from shutro.views.web.serving.guard import may_write
from shutro.views.web.serving.shown import face, show
from shutro.views.web.serving.state import Held

router = APIRouter(include_in_schema=False)

_PAGE = 50
_LONGEST = 4000
_TARGETS: tuple[Target, ...] = ("article", "story", "thread")


@router.get("/notes", response_class=HTMLResponse)
def notes(request: Request, archive: Held, page: Number = 1) -> HTMLResponse:
    """Every note, the newest first."""
    every = list(archive.all_notes())[::-1]
    start = (page - 1) * _PAGE
    return show(
        request,
        "notes.html",
        notes=every[start : start + _PAGE],
        page=Page(request, page, len(every) > start + _PAGE, face(request).go("/notes")),
    )


@router.post("/notes/add")
async def add(request: Request, archive: Held) -> Response:
    """Keep a note and go back to where it was written."""
    form = await _form(request)
    may_write(request, form.get("token"))
    await run_in_threadpool(_add, archive, form)
    return _back(request, form)


@router.post("/notes/change")
async def change(request: Request, archive: Held) -> Response:
    """Put other words into a note."""
    form = await _form(request)
    may_write(request, form.get("token"))
    await run_in_threadpool(archive.change_note, form.get("id", ""), _words(form))
    return _back(request, form)


@router.post("/notes/drop")
async def drop(request: Request, archive: Held) -> Response:
    """Throw a note away."""
    form = await _form(request)
    may_write(request, form.get("token"))
    await run_in_threadpool(archive.drop_note, form.get("id", ""))
    return _back(request, form)


def _add(archive: Archive, form: dict[str, str]) -> None:
    target = form.get("target", "")
    text = _words(form)
    if target not in _TARGETS:
        raise BadRequest("bad_note")
    try:
        archive.add_note(target, form.get("of", ""), text, place(form.get("span"), "bad_note"))
    except NotInArchive:
        raise
    except ArchiveError:
        raise BadRequest("bad_note") from None


def _words(form: dict[str, str]) -> str:
    """The words of a note. Raises BadRequest where there are none, or too many."""
    text = form.get("text", "").replace("\r\n", "\n").strip()
    if not text or len(text) > _LONGEST:
        raise BadRequest("bad_note")
    return text


async def _form(request: Request) -> dict[str, str]:
    """The fields of a form as a browser without scripts sends it, each once."""
    try:
        fields = parse_qs((await request.body()).decode(), max_num_fields=20, keep_blank_values=True)
    except ValueError:
        raise BadRequest("bad_form") from None
    return {name: values[0] for name, values in fields.items()}


def _back(request: Request, form: dict[str, str]) -> Response:
    """To the page the form stood on, which is one of ours or the list of notes."""
    path = form.get("back", "")
    if not path.startswith("/") or path.startswith("//") or "\\" in path or any(c < " " for c in path):
        path = "/notes"
    return RedirectResponse(face(request).go(_quoted(path)) + "#notes", 303)


def _quoted(path: str) -> str:
    return quote(path, safe="/")
