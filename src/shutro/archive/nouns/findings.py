"""What was found in an article, as the archive keeps it, and the version of the rules that found it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields
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


def rules() -> str:
    """The version of the rules that read and understand; what older rules found is known to be old."""
    return version_of(*_ROOMS)


def grouping_rules() -> str:
    """The version of the rules that make stories, threads and timelines of what was read."""
    return version_of(*_ROOMS, "stories")


@cache
def version_of(*rooms: str) -> str:
    """A hash of all code and data of rooms, twelve hex digits; it changes exactly when one of them does."""
    found = hashlib.sha256()
    for room in rooms:
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
    return packed(Kept(findings.names, findings.statements, findings.events))


def packed(kept: Kept) -> bytes:
    """Findings as compressed JSON, their texts left out; the same findings always give the same bytes."""
    row = {
        "names": [_row(name) for name in kept.names],
        "statements": [_row(statement) for statement in kept.statements],
        "events": [_row(event) for event in kept.events],
    }
    plain = json.dumps(row, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return zstandard.ZstdCompressor(level=6).compress(plain.encode("utf-8", "surrogatepass"))


def unpacked(data: bytes, text: str) -> Kept:
    """What `packed` gave, in an article of that text. Raises ArchiveCorrupt for any other bytes."""
    try:
        row = json.loads(zstandard.ZstdDecompressor().decompress(data).decode("utf-8", "surrogatepass"))
        return Kept(
            tuple(Name(**_values(one, text)) for one in row["names"]),
            tuple(Statement(**_values(one, text)) for one in row["statements"]),
            tuple(Event(**_values(one, text)) for one in row["events"]),
        )
    except (zstandard.ZstdError, ValueError, KeyError, TypeError) as error:
        raise ArchiveCorrupt(f"an article's findings cannot be read: {error}") from error


def _row(noun: Name | Statement | Event) -> dict[str, Any]:
    """A noun's fields; defaults are left out, spans are pairs."""
    row: dict[str, Any] = {}
    for field in fields(noun):
        value = getattr(noun, field.name)
        if isinstance(value, Span):
            row[field.name] = (value.start, value.end)
        elif field.name == "text":
            continue  # it stands in the article, from `start` to `end`
        elif value != field.default or field.name in _SPANS:
            row[field.name] = value
    return row


def _values(row: dict[str, Any], text: str) -> dict[str, Any]:
    row["text"] = text[row["start"] : row["end"]]
    for name in row.keys() & _SPANS:
        row[name] = Span(*row[name]) if row[name] is not None else None
    for name in row.keys() & _TUPLES:
        row[name] = tuple(row[name])
    return row
