"""What was found in an article, as the archive keeps it, and the version of the rules that found it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, fields
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import zstandard

from shutro.errors import ArchiveCorrupt
from shutro.model import Article, Event, Name, Statement
from shutro.span import Span

_ROOMS = ("bangla", "reading", "meaning")
_SPANS = frozenset({"source_span", "cue", "content"})
_TUPLES = frozenset({"to", "via", "actors", "recipients"})


@dataclass(frozen=True, slots=True)
class Kept:
    """The names, statements and events of one article; offsets are those of its text."""

    names: tuple[Name, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]


@cache
def rules() -> str:
    """The version of the rules, twelve hex digits: a hash of all code and data that read and understand.

    It changes exactly when a rule, a list or a weight does, so what older rules found is known to be old.
    """
    found = hashlib.sha256()
    for room in _ROOMS:
        for name, content in sorted(_files(resources.files(f"shutro.{room}"), room)):
            found.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return found.hexdigest()[:12]


def _files(folder: Traversable, name: str) -> list[tuple[str, bytes]]:
    files = []
    for entry in folder.iterdir():
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            files += _files(entry, path) if entry.name != "__pycache__" else []
        else:
            files.append((path, entry.read_bytes()))
    return files


def found_in(article: Article) -> bytes:
    """Everything found in an article, as compressed JSON; the same rules always give the same bytes."""
    from shutro.meaning.findings import understand

    findings = understand(article)
    row = {
        "names": [_row(name) for name in findings.names],
        "statements": [_row(statement) for statement in findings.statements],
        "events": [_row(event) for event in findings.events],
    }
    plain = json.dumps(row, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return zstandard.ZstdCompressor(level=6).compress(plain.encode("utf-8", "surrogatepass"))


def unpacked(data: bytes) -> Kept:
    """What `found_in` packed. Raises ArchiveCorrupt when the bytes are something else."""
    try:
        row = json.loads(zstandard.ZstdDecompressor().decompress(data).decode("utf-8", "surrogatepass"))
        return Kept(
            tuple(Name(**_values(one)) for one in row["names"]),
            tuple(Statement(**_values(one)) for one in row["statements"]),
            tuple(Event(**_values(one)) for one in row["events"]),
        )
    except (zstandard.ZstdError, ValueError, KeyError, TypeError) as error:
        raise ArchiveCorrupt(f"an article's findings cannot be read: {error}") from error


def _row(noun: Name | Statement | Event) -> dict[str, Any]:
    """A noun's fields; defaults are left out, spans are pairs."""
    row = asdict(noun)
    for field in fields(noun):
        if field.name in _SPANS and row[field.name] is not None:
            row[field.name] = (row[field.name]["start"], row[field.name]["end"])
        elif row[field.name] == field.default:
            del row[field.name]
    return row


def _values(row: dict[str, Any]) -> dict[str, Any]:
    for name in row.keys() & _SPANS:
        row[name] = Span(*row[name]) if row[name] is not None else None
    for name in row.keys() & _TUPLES:
        row[name] = tuple(row[name])
    return row
