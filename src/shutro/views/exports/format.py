"""What each export says of itself, and the tables that some of them hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

TableName = Literal[
    "stories", "articles", "names", "statements", "events", "lines", "evidence", "differences", "links",
    "notes", "mentions",
]  # fmt: skip
#: The tables of rows; `mentions` is one of GDELT's alone.
ROWS: tuple[TableName, ...] = tuple(name for name in get_args(TableName) if name != "mentions")


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the end of its files' names, its media type, the tables to choose from (the first is
    the one written unless another is named; none where there is one shape only).

    `textless` is false where it is the text itself that is shown.
    """

    suffix: str
    media_type: str
    about: str
    tables: tuple[TableName, ...] = ()
    textless: bool = True
