"""An article as bytes, and back: the form it is stored in."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any, TypedDict

import zstandard

from shutro.errors import ArchiveCorrupt
from shutro.model import Article, Provenance, Stamp
from shutro.span import Span


class _Stamp(TypedDict):
    value: str
    text: str
    role: str
    how: str
    span: tuple[int, int] | None
    calendar: str | None
    inferred: bool
    note: str | None


def packed(article: Article) -> bytes:
    """The article as compressed JSON; the same article always gives the same bytes."""
    row: dict[str, Any] = {field.name: getattr(article, field.name) for field in fields(article)}
    row["paragraphs"] = [(span.start, span.end) for span in article.paragraphs]
    row["provenance"] = [
        (p.field, p.how, (p.span.start, p.span.end) if p.span is not None else None)
        for p in article.provenance
    ]
    for name in ("published", "updated", "page_date"):
        stamp: Stamp | None = getattr(article, name)
        row[name] = _stamp_row(stamp) if stamp else None
    row["captured"] = article.captured.isoformat() if article.captured else None
    plain = json.dumps(row, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return zstandard.ZstdCompressor(level=6).compress(plain.encode("utf-8", "surrogatepass"))


def unpacked(record: bytes) -> Article:
    """The article of a record. Raises ArchiveCorrupt when the bytes are no record."""
    try:
        row = json.loads(zstandard.ZstdDecompressor().decompress(record).decode("utf-8", "surrogatepass"))
        row["paragraphs"] = tuple(Span(*span) for span in row["paragraphs"])
        row["provenance"] = tuple(
            Provenance(f, how, Span(*s) if s else None) for f, how, s in row["provenance"]
        )
        for name in ("published", "updated", "page_date"):
            row[name] = _stamp(row[name]) if row[name] else None
        row["captured"] = datetime.fromisoformat(row["captured"]) if row["captured"] else None
        row["authors"], row["tags"] = tuple(row["authors"]), tuple(row["tags"])
        return Article(**row)
    except (zstandard.ZstdError, ValueError, KeyError, TypeError) as error:
        raise ArchiveCorrupt(f"an article's record cannot be read: {error}") from error


def digest(article: Article) -> str:
    """What the article says, as a hash: the same for two captures of a page that did not change.

    The page around the article (the day it printed as today, its furniture) does not count.
    """
    parts = (
        article.headline,
        article.standfirst or "",
        *article.authors,
        article.published.isoformat() if article.published else "",
        article.updated.isoformat() if article.updated else "",
        article.caption or "",
        *article.body,
    )
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def storable(text: str) -> str:
    """`text` as any store takes it: file names and addresses may hold what no UTF-8 can (lone surrogates,
    NUL), which is written out with backslashes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8").replace("\x00", "\\x00")


def storable_or_none(text: str | None) -> str | None:
    """`text` as any store takes it; None of what is unknown or empty."""
    return storable(text) if text else None


def seen(captured: datetime | None) -> str:
    """When a page was captured, now where that is not told, as text that sorts: in UTC, or as it stands
    where the zone is unknown."""
    moment = captured or datetime.now(UTC)
    return (moment.astimezone(UTC) if moment.tzinfo else moment).isoformat()


def filed_day(article: Article) -> date | None:
    """The day an article is filed under: published, else updated, else captured."""
    stamp = article.published or article.updated
    if stamp:
        return stamp.day
    return article.captured.date() if article.captured else None


def _stamp_row(stamp: Stamp) -> _Stamp:
    return {
        "value": stamp.value.isoformat(),
        "text": stamp.text,
        "role": stamp.role,
        "how": stamp.how,
        "span": (stamp.span.start, stamp.span.end) if stamp.span is not None else None,
        "calendar": stamp.calendar,
        "inferred": stamp.inferred,
        "note": stamp.note,
    }


def _stamp(row: dict[str, object]) -> Stamp:
    value = str(row["value"])
    span = row["span"]
    moment: datetime | date = date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
    rest = {key: row[key] for key in ("text", "role", "how", "calendar", "inferred", "note")}
    return Stamp(value=moment, span=Span(*span) if isinstance(span, list) else None, **rest)  # type: ignore[arg-type]
