"""Files of a job, on any store that fsspec knows: whole or not there, the same rows as the same bytes."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator
from typing import Any, Final

import pyarrow
from datatrove.io import DataFolder, get_datafolder
from pyarrow import parquet

from shutro.errors import ScaleError
from shutro.scale.rows import UNKNOWN

_LONGEST: Final = 60  # code points of a name in a path: three bytes each stay under the 255 of most systems
_LEVEL: Final = 6
_DRAFT: Final = ".part"


def folder(place: str) -> DataFolder:
    """A folder at a path or an address. Raises ScaleError for a kind of store that is not known here."""
    try:
        return get_datafolder(place)
    except (ImportError, ValueError) as error:
        raise ScaleError(f"{place}: {error}") from None


def draft(name: str) -> str:
    """A name for a file that is being written: two that write the same, one given up for dead, keep apart."""
    return f"{name}.{secrets.token_hex(4)}{_DRAFT}"


def clear_drafts(where: DataFolder, inner: str) -> None:
    """Remove what a worker that died left half written."""
    for name in where.list_files(inner) if where.exists(inner) else ():
        if name.endswith(_DRAFT):
            where.rm(name)


class Whole:
    """A Parquet file that appears under its name when it is complete: a context manager."""

    def __init__(self, where: DataFolder, name: str, schema: Any) -> None:
        self._where, self._name = where, name
        self._draft = draft(name)
        self._stream = where.open(self._draft, "wb")
        # One level, no statistics of the machine: the same rows give the same bytes everywhere.
        self._writer = parquet.ParquetWriter(
            self._stream, schema, compression="zstd", compression_level=_LEVEL, store_schema=False
        )

    def write(self, table: Any) -> None:
        """A row group of all rows of the table."""
        self._writer.write_table(table.combine_chunks(), row_group_size=max(1, table.num_rows))

    def __enter__(self) -> Whole:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._writer.close()
        self._stream.close()
        if kind is None:
            self._where.mv(self._draft, self._name)
        else:
            self._where.rm(self._draft)


def write_table(where: DataFolder, name: str, table: Any) -> None:
    """A table as one file."""
    with Whole(where, name, table.schema) as file:
        file.write(table)


def read_groups(where: DataFolder, name: str, groups: Iterable[int]) -> list[Any]:
    """Row groups of a file as tables."""
    with where.open(name, "rb") as stream:
        file = parquet.ParquetFile(stream)
        return [file.read_row_group(group) for group in groups]


def read_table(where: DataFolder, name: str, columns: list[str] | None = None) -> Any:
    """A whole file as a table."""
    with where.open(name, "rb") as stream:
        return parquet.ParquetFile(stream).read(columns=columns)


def rows_of(table: Any) -> Iterator[dict[str, Any]]:
    """The rows of a table, a few at a time in memory."""
    for batch in table.to_batches(max_chunksize=200):
        yield from batch.to_pylist()


def write_json(where: DataFolder, name: str, value: object) -> None:
    """A JSON file, the same for the same value."""
    written = draft(name)
    with where.open(written, "wb") as stream:
        stream.write(json.dumps(value, ensure_ascii=False, sort_keys=True).encode())
    where.mv(written, name)


def read_json(where: DataFolder, name: str) -> Any:
    """What `write_json` wrote. Raises ScaleError where it is damaged."""
    with where.open(name, "rb") as stream:
        try:
            return json.loads(stream.read())
        except ValueError as error:
            raise ScaleError(f"{where.path}/{name}: damaged: {error}") from None


def mark_of(value: object) -> str:
    """A short hash of plain values, by which work that was done on the same is known again."""
    plain = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()[:12]


def made_of(where: DataFolder, name: str, mark: str) -> int | None:
    """How many rows or files a piece of work made, where it was done on what `mark` stands for; else None."""
    if not where.exists(f"{name}.json"):
        return None
    made = read_json(where, f"{name}.json")
    return int(made["made"]) if made["of"] == mark else None


def mark_made(where: DataFolder, name: str, mark: str, made: int) -> None:
    """Say, when it is done, what a piece of work was done on."""
    write_json(where, f"{name}.json", {"of": mark, "made": made})


def part(name: str | None) -> str:
    """A name as one part of a path: what no file system takes is left out, and told apart by a hash."""
    if not name:
        return UNKNOWN
    bare = "".join(sign if sign.isprintable() and sign not in '/\\:*?"<>|=%' else "_" for sign in name)[
        :_LONGEST
    ]
    if bare == name and bare.strip(". ") == bare:
        return bare
    return f"{bare.strip('. ')}-{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:8]}"


def concatenated(tables: list[Any], schema: Any) -> Any:
    """The tables one after the other."""
    return pyarrow.concat_tables(tables).combine_chunks() if tables else schema.empty_table()
