"""The pages of one file of a crawl: WARC, JSON lines or Parquet, wherever it lies.

Of a WARC record that a glance shows to be in another language nothing is made but a line that says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, Final, cast

from datatrove.io import DataFolder
from pyarrow import ArrowInvalid, parquet

from shutro.capture.jsonl import jsonl_pages, page_of
from shutro.capture.packed import GZIP, Bomb, is_packed, unpack
from shutro.capture.peek import peek
from shutro.capture.warc import Answer, is_warc, warc_answers
from shutro.errors import CaptureError, NotBangla, UndecodableCapture
from shutro.model import Capture
from shutro.scale.glance import Why, foreign
from shutro.scale.rows import Dropped

_PARQUET: Final = b"PAR1"
_ROWS: Final = 64  # of a Parquet file that are held at once
_REASONS: Final[dict[Why, str]] = {
    "script": NotBangla.SCRIPT,
    "language": NotBangla.LANGUAGE,
}


def pages(where: DataFolder, name: str) -> Iterator[Capture | Dropped]:
    """Every page of a file that may be Bangla as a capture, every other with the reason."""
    with where.open(name, "rb") as stream:
        for page in _pages(cast(BinaryIO, stream), name):
            if isinstance(page, CaptureError):
                yield Dropped(page.source, type(page).__name__, page.reason)
            elif (why := foreign(page.content, page.media_type)) is not None:
                yield Dropped(page.source, "NotBangla", _REASONS[why])
            else:
                yield page.capture() if isinstance(page, Answer) else page


def _pages(stream: BinaryIO, name: str) -> Iterator[Answer | Capture | CaptureError]:
    head = stream.read(8)
    stream.seek(0)
    if head.startswith(_PARQUET):
        yield from _parquet_pages(stream, name)
        return
    if is_warc(head) or (head.startswith(GZIP) and ".warc" in name.lower()):
        yield from warc_answers(stream, name)  # unpacked by its own reader, record by record
        return
    try:
        opened = peek(unpack(stream, head)) if is_packed(head) else peek(stream)
        if is_warc(opened.head):
            yield from warc_answers(opened, name)
        else:
            yield from jsonl_pages(opened, name)
    except Bomb as error:
        yield UndecodableCapture(str(error), source=name)


def _parquet_pages(stream: BinaryIO, name: str) -> Iterator[Capture | CaptureError]:
    try:
        file: Any = parquet.ParquetFile(stream)
    except (ArrowInvalid, OSError) as error:
        yield UndecodableCapture(f"no Parquet file: {error}", source=name)
        return
    number = 0
    for batch in file.iter_batches(batch_size=_ROWS):
        for row in batch.to_pylist():
            number += 1
            yield page_of(row, f"{name}#{number}")
