"""What a reader may take away of what a page shows: every export there is, by what it is for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec

from shutro.views.exports.format import TableName
from shutro.views.exports.formats import FORMATS, FormatName

_TO_READ: tuple[FormatName, ...] = ("html", "markdown", "timelinejs")
_TABLED: tuple[FormatName, ...] = ("csv", "parquet")  # a file a table
_TABLES: tuple[TableName, ...] = (
    "lines", "evidence", "differences", "statements", "events", "names", "articles",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Taking:
    """One file to take away; of a format whose files hold one table, `table` is that."""

    format: FormatName
    table: TableName | None = None

    @property
    def worded(self) -> bool:
        """Whether it has words for people, in the reader's language."""
        return self.format in _TO_READ

    @property
    def marked(self) -> bool:
        """Whether a spreadsheet opens it, which may know UTF-8 only by its mark."""
        return FORMATS[self.format].suffix in (".csv", ".tsv")


@cache
def takings() -> Sequence[tuple[str, tuple[Taking, ...]]]:
    """The files, each group under the key of the words for what it is for; Parquet only where it can be
    written.
    """
    rest = tuple(name for name in FORMATS if name not in (*_TO_READ, *_TABLED))
    groups = [("take_to_read", tuple(map(Taking, _TO_READ)))]
    groups += [
        (f"take_{name}", tuple(Taking(name, table) for table in _TABLES))
        for name in _TABLED
        if name != "parquet" or find_spec("pyarrow")
    ]
    return (*groups, ("take_programs", tuple(map(Taking, rest))))
