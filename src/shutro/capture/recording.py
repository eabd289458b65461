"""What was fetched, written down as WARC: the archive of record, a folder of files by day.

A record is a gzip member of its own, on disk before `write` returns; a file that a stop left is read as far
as it goes and never written on. `capture/warc.py` reads them back.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from shutro.errors import CaptureError
from shutro.model import Capture
from shutro.version import VERSION

SIZE = 2**30  # bytes after which a file is followed by the next: what the format's users advise
# Of the connection or of the packing, which the kept bytes have no more.
_DROPPED = frozenset({"connection", "content-encoding", "content-length", "keep-alive", "transfer-encoding"})


class Recorder:
    """Writes fetched pages to `DAY/shutro-MOMENT-NUMBER.warc.gz` under a folder, days in UTC."""

    def __init__(self, folder: Path, size: int = SIZE) -> None:
        self._folder = folder
        self._size = size
        self._day = ""
        self._number = 0
        self._file: BinaryIO | None = None

    def __enter__(self) -> Recorder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def write(self, capture: Capture, headers: Mapping[str, str]) -> Path:
        """Write a page down with the headers it came with; in which file.

        Raises `CaptureError` when that cannot be.
        """
        moment = capture.captured or datetime.now(UTC)
        try:
            return self._write(capture, headers, moment)
        except OSError as error:
            reason = f"cannot be written down: {error.strerror or error}"
            raise CaptureError(reason, source=str(self._folder)) from error

    def _write(self, capture: Capture, headers: Mapping[str, str], moment: datetime) -> Path:
        file = self._opened(moment)
        kept = [f"{name}: {value}" for name, value in headers.items() if name.lower() not in _DROPPED]
        lines = ["HTTP/1.1 200 OK", *kept, f"Content-Length: {len(capture.content)}", "", ""]
        record = WarcRecord()
        record.init_headers(record_type=WarcRecordType.response)
        record.headers["WARC-Target-URI"] = capture.url or capture.source
        record.headers["WARC-Date"] = _instant(moment)
        record.headers["Content-Type"] = "application/http; msgtype=response"
        record.set_bytes_content("\r\n".join(lines).encode("latin-1", "replace") + capture.content)
        file.write(_member(record))
        file.flush()
        return Path(file.name)

    def _opened(self, moment: datetime) -> BinaryIO:
        """The file to write to: another with each day, and when one is full."""
        day = moment.astimezone(UTC).strftime("%Y-%m-%d")
        if self._file is None or day != self._day or self._file.tell() >= self._size:
            self.close()
            folder = self._folder / day
            folder.mkdir(parents=True, exist_ok=True)
            self._day = day
            path = self._unused(folder, moment)
            self._file = path.open("xb")
            self._file.write(_member(_info(path.name, moment)))
        return self._file

    def _unused(self, folder: Path, moment: datetime) -> Path:
        """A name that no file has, a run of this second's included."""
        while True:
            self._number += 1
            name = f"shutro-{moment.astimezone(UTC):%Y%m%d%H%M%S}-{self._number:05}.warc.gz"
            if not (path := folder / name).exists():
                return path

    def close(self) -> None:
        """Close the file that is open."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _info(name: str, moment: datetime) -> WarcRecord:
    record = WarcRecord()
    record.init_headers(record_type=WarcRecordType.warcinfo)
    record.headers["WARC-Date"] = _instant(moment)
    record.headers["WARC-Filename"] = name
    record.headers["Content-Type"] = "application/warc-fields"
    record.set_bytes_content(f"software: Shutro/{VERSION}\r\nformat: WARC File Format 1.1\r\n".encode())
    return record


def _member(record: WarcRecord) -> bytes:
    packed = io.BytesIO()
    writer = GzipWriter(packed)
    record.write(writer, checksum_data=True)
    writer.close()
    return packed.getvalue()


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
