"""The one-file page of chosen stories, as `shutro story --html` writes it."""

from __future__ import annotations

from collections.abc import Iterator

from shutro.errors import ExportError
from shutro.views.exhibit import Exhibit, exhibit
from shutro.views.exports.format import Format
from shutro.views.exports.load import Load
from shutro.views.exports.plain import xml_only
from shutro.views.labels import labels
from shutro.views.page import Remark, to_page

FORMAT = Format(".html", "text/html; charset=utf-8", "one page to keep, send, print", textless=False)

_MOST = 50
"""Stories that one page can hold and still be opened."""


def write(load: Load, table: str | None = None) -> Iterator[bytes]:
    """The page. Raises ExportError for more stories than a page can hold."""
    exhibits: list[Exhibit] = []
    notes: list[list[Remark]] = []
    for told in load.told():
        if len(exhibits) == _MOST:
            raise ExportError(f"one page holds {_MOST} stories; choose some, or export Markdown")
        exhibits.append(exhibit(told.entries, told.articles, title=told.title))
        notes.append([Remark(noted.note.text, noted.text) for noted in told.notes])
    made = load.colophon
    archive = f", archive {made.archive}" if made.archive else ""
    version = f"{made.shutro} (rules {made.rules}{archive})"
    yield xml_only(to_page(exhibits, labels(load.language), version, notes)).encode()
