"""Every format that Shutro exports, by name; each is a file beside this one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Literal, cast, get_args

from shutro.errors import ExportError
from shutro.views.exports.format import Format

if TYPE_CHECKING:
    from shutro.views.exports.load import Load

#: The formats in the order in which they are offered: `NAME.py` has a `FORMAT` and a `write`.
FormatName = Literal[
    "jsonl", "csv", "parquet", "jsonld", "ninjs", "gdelt", "plover", "timelinejs", "annotations",
    "markdown", "html",
]  # fmt: skip


class _Formats(Mapping[FormatName, Format]):
    """Each format's own account of itself; its module is loaded when it is asked for."""

    def __getitem__(self, name: FormatName) -> Format:
        if name not in get_args(FormatName):
            raise KeyError(name)
        return cast("Format", import_module(f"{__name__}.{name}").FORMAT)

    def __iter__(self) -> Iterator[FormatName]:
        return iter(get_args(FormatName))

    def __len__(self) -> int:
        return len(get_args(FormatName))


FORMATS: Mapping[FormatName, Format] = _Formats()


def export(name: str, load: Load, table: str | None = None) -> Iterator[bytes]:
    """`load` in the format of that name, in pieces as they are made; the same load, the same bytes.

    Raises ExportError for a format or table that there is not, and for one that cannot do without text.
    """
    if name not in FORMATS:
        raise ExportError(f"no format {name!r}; there are {', '.join(FORMATS)}")
    found = FORMATS[cast("FormatName", name)]
    if table is not None and table not in found.tables:
        tables = f"; {name} has {', '.join(dict.fromkeys(found.tables))}" if found.tables else ""
        raise ExportError(f"no table {table!r} in {name}{tables}")
    if not load.text and not found.textless:
        raise ExportError(f"{name} shows the text itself and cannot leave without it")
    written = import_module(f"{__name__}.{name}").write(load, table)
    return cast("Iterator[bytes]", written)
