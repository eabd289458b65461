"""Web archives: a page for each answer that a crawl recorded."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import BinaryIO, cast

import regex
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from shutro.bangla.text import LIMIT
from shutro.errors import CaptureError, UndecodableCapture
from shutro.model import Capture

_PIECE = 1 << 20
_LOOKED_AT = 512  # bytes of a packed record that show what it is
_BEGINNING = regex.compile(rb"(?<=\n)WARC/1\.[01]\r\n|\x1f\x8b\x08")
_NEXT = b"\r\nWARC/1."  # what begins the record after one that is shorter than it says
_TYPES = ("text/html", "application/xhtml", "text/plain")


def is_warc(head: bytes) -> bool:
    """Whether the bytes begin like a WARC file."""
    return head.startswith(b"WARC/")


@dataclass(frozen=True, slots=True)
class Answer:
    """A page as a crawl recorded it, not yet a capture: its hash, which costs, is not made before it is asked
    for."""

    source: str
    content: bytes = field(repr=False)
    url: str | None
    media_type: str | None
    captured: datetime | None

    def capture(self) -> Capture:
        """The answer as a capture, without what a record that is too short took from the next."""
        content, _, _ = self.content.partition(_NEXT)
        return Capture.of(
            content,
            source=self.source,
            url=self.url,
            media_type=self.media_type,
            captured=self.captured,
        )


def warc_pages(stream: BinaryIO | io.RawIOBase, source: str) -> Iterator[Capture | CaptureError]:
    """The pages of a WARC stream, as `warc_answers` gives them."""
    for answer in warc_answers(stream, source):
        yield answer.capture() if isinstance(answer, Answer) else answer


def warc_answers(stream: BinaryIO | io.RawIOBase, source: str) -> Iterator[Answer | CaptureError]:
    """The pages of a WARC stream, packed or not: answers with status 200 that are HTML or text.

    A record that was cut off gives what there is of it; behind one that is shorter than it says, a stream
    that can be sought in is read on from the next. Where it breaks for good, an error is the last item.
    """
    number = 0
    start: int | None = 0
    while start is not None:
        at = start
        try:
            if at:
                stream.seek(at)
            for record in ArchiveIterator(
                cast(BinaryIO, stream), record_types=WarcRecordType.response | WarcRecordType.resource
            ):
                at = record.stream_pos
                if (page := _answer(record, source)) is not None:
                    number += 1
                    yield page
            return
        except (OSError, ValueError, EOFError, RuntimeError) as error:
            start = _next_record(stream, at + 1)
            if start is None:
                yield UndecodableCapture(f"the archive breaks after {number} pages ({error})", source=source)


def _next_record(stream: BinaryIO | io.RawIOBase, start: int) -> int | None:
    """Where the first record from `start` on begins; None without one, or in a stream without a way back."""
    if not stream.seekable():
        return None
    stream.seek(start)
    held = b""
    while piece := stream.read(_PIECE):
        held += piece
        for found in _BEGINNING.finditer(held):
            plain = found.group().startswith(b"W")
            if plain or _unpacks_to_record(held[found.start() : found.start() + _LOOKED_AT]):
                return start + found.start()
        start += max(0, len(held) - _LOOKED_AT)
        held = held[-_LOOKED_AT:]
    return None


def _unpacks_to_record(data: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(data, 5) == b"WARC/"
    except zlib.error:
        return False


def _answer(record: WarcRecord, source: str) -> Answer | CaptureError | None:
    url = record.headers.get("WARC-Target-URI")
    http = record.http_headers
    kind = record.http_content_type if http is not None else record.headers.get("Content-Type")
    if http is not None and http.status_code not in (None, 200):
        return None
    if not (kind or "").lower().startswith(_TYPES):
        return None
    where = f"{source}#{url}" if url else source
    content = record.reader.read(LIMIT + 1)
    if len(content) > LIMIT:
        return UndecodableCapture(f"larger than {LIMIT // 2**20} MB", source=where)
    charset = record.http_charset if http is not None else None
    media = f"{kind.split(';')[0]}; charset={charset}" if kind and charset else kind
    return Answer(where, content, url, media, _moment(record))


def _moment(record: WarcRecord) -> datetime | None:
    """When the answer was recorded."""
    found: datetime | None = record.record_date
    if found is None:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
