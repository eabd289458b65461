"""Every format that Shutro exports, by name; each is a file beside this one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Literal, cast, get_args

from shutro.errors import ExportError

if TYPE_CHECKING:
    from shutro.views.exports.load import Load

FormatName = Literal[
    "jsonl", "csv", "parquet", "jsonld", "ninjs", "gdelt", "plover", "timelinejs", "annotations",
    "markdown", "html",
]  # fmt: skip
TableName = Literal[
    "stories", "articles", "names", "statements", "events", "lines", "evidence", "differences", "links",
    "notes", "mentions",
]  # fmt: skip
_ROWS: tuple[TableName, ...] = tuple(name for name in get_args(TableName) if name != "mentions")


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the end of its files' names, its media type, the tables to choose from (the first is
    the one written unless another is named; none where there is one shape only).

    `textless` is false where it is the text itself that is shown.
    """

    name: FormatName
    suffix: str
    media_type: str
    about: str
    tables: tuple[TableName, ...] = ()
    textless: bool = True


FORMATS: dict[FormatName, Format] = {
    each.name: each
    for each in (
        Format("jsonl", ".jsonl", "application/x-ndjson", "every table as JSON Lines", _ROWS),
        Format("csv", ".csv", "text/csv; charset=utf-8", "one table as CSV", ("articles", *_ROWS)),
        Format("parquet", ".parquet", "application/vnd.apache.parquet", "one table as Parquet",
               ("articles", *_ROWS)),
        Format("jsonld", ".jsonld", "application/ld+json", "schema.org NewsArticle and Claim"),
        Format("ninjs", ".ninjs.jsonl", "application/x-ndjson", "IPTC ninjs 3.1, an article a line"),
        Format("gdelt", ".tsv", "text/tab-separated-values; charset=utf-8",
               "events or mentions as GDELT has them", ("events", "mentions")),
        Format("plover", ".plover.jsonl", "application/x-ndjson", "PLOVER events with who says so"),
        Format("timelinejs", ".timeline.json", "application/json", "a timeline for TimelineJS"),
        Format("annotations", ".annotations.jsonld", "application/ld+json", "W3C Web Annotations"),
        Format("markdown", ".md", "text/markdown; charset=utf-8", "the timeline with footnotes"),
        Format("html", ".html", "text/html; charset=utf-8", "one page to keep, send, print", textless=False),
    )
}  # fmt: skip


def export(name: str, load: Load, table: str | None = None) -> Iterator[bytes]:
    """`load` in the format of that name, in pieces as they are made; the same load, the same bytes.

    Raises ExportError for a format or table that there is not, and for one that cannot do without text.
    """
    found = next((each for each in FORMATS.values() if each.name == name), None)
    if found is None:
        raise ExportError(f"no format {name!r}; there are {', '.join(FORMATS)}")
    if table is not None and table not in found.tables:
        tables = f"; {name} has {', '.join(dict.fromkeys(found.tables))}" if found.tables else ""
        raise ExportError(f"no table {table!r} in {name}{tables}")
    if not load.text and not found.textless:
        raise ExportError(f"{name} shows the text itself and cannot leave without it")
    written = import_module(f"shutro.views.exports.{name}").write(load, table)
    return cast("Iterator[bytes]", written)
