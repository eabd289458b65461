"""Pages as JSON lines: one object a page, as crawlers keep them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import BinaryIO

from shutro.bangla.text import LIMIT
from shutro.errors import CaptureError, EmptyCapture, UndecodableCapture
from shutro.model import Capture

_CONTENT = ("html", "content", "raw_html", "page", "text", "body")
_URL = ("url", "link", "source_url", "uri")
_WHEN = ("captured", "fetched", "crawled", "scraped_at", "date_download", "timestamp")
_SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".ndjson.zst")


def is_jsonl(head: bytes, source: str) -> bool:
    """Whether a source is JSON lines: by its name, or by a first line that is a JSON object."""
    if source.lower().endswith(_SUFFIXES):
        return True
    line = head.split(b"\n", 1)[0].strip()
    if not line.startswith(b"{") or b"jsonfeed" in head:
        return False
    if b"\n" in head:
        try:
            return isinstance(json.loads(line), dict)
        except ValueError:
            return False
    return any(b'"%s"' % key.encode() in line for key in _CONTENT)


def jsonl_pages(stream: BinaryIO | io.RawIOBase, source: str) -> Iterator[Capture | CaptureError]:
    """A page for each line; a line that is none gives an error, and the next is read."""
    for number, line in enumerate(_lines(stream), 1):
        where = f"{source}#{number}"
        if line is None:
            yield UndecodableCapture(f"a line longer than {LIMIT // 2**20} MB", source=where)
        elif line.strip():
            yield _page(line, where)


def _lines(stream: BinaryIO | io.RawIOBase) -> Iterator[bytes | None]:
    """The lines of a stream; None for one too long to be a page."""
    left = b""
    skipping = False
    while piece := stream.read(1 << 20):
        *whole, left = (left + piece).split(b"\n")
        for line in whole:
            yield None if skipping else line
            skipping = False
        if len(left) > LIMIT:
            left, skipping = b"", True
    if left or skipping:
        yield None if skipping else left


def _page(line: bytes, where: str) -> Capture | CaptureError:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return UndecodableCapture("not a JSON object", source=where)
    if not isinstance(row, dict):
        return UndecodableCapture("not a JSON object", source=where)
    return page_of(row, where)


def page_of(row: Mapping[str, object], where: str) -> Capture | CaptureError:
    """The page that a row of a crawl holds, as JSON lines and Parquet files keep them."""
    content = next((row[k] for k in _CONTENT if isinstance(row.get(k), (str, bytes))), None)
    if not isinstance(content, (str, bytes)):
        return UndecodableCapture(f"no page in it (looked for {', '.join(_CONTENT)})", source=where)
    if not content.strip():
        return EmptyCapture("the page is empty", source=where)
    url = next((row[k] for k in _URL if isinstance(row.get(k), str)), None)
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
    return Capture.of(raw, source=where, url=str(url) if url else None, captured=_moment(row))


def _moment(row: Mapping[str, object]) -> datetime | None:
    """When the page was fetched; a time without a zone is UTC, as crawlers mean it."""
    for key in _WHEN:
        value = row.get(key)
        if isinstance(value, datetime):
            return value if value.tzinfo else value.replace(tzinfo=UTC)
        if isinstance(value, str):
            try:
                found = datetime.fromisoformat(value.strip())
            except ValueError:
                continue
            return found if found.tzinfo else found.replace(tzinfo=UTC)
    return None
