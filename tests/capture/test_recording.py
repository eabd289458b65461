"""What was fetched, written down as WARC and read back by our own reader."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shutro.capture.recording import Recorder
from shutro.capture.source import captures
from shutro.errors import CaptureError
from shutro.model import Capture

MIDNIGHT = datetime(2026, 3, 10, tzinfo=UTC)


def page(number: int, at: datetime = MIDNIGHT) -> Capture:
    content = f"<html><body>নদীর খবর {number}</body></html>".encode() * 40
    url = f"https://padma.example/{number}"
    return Capture.of(content, source=url, url=url, media_type="text/html; charset=utf-8", captured=at)


HEADERS = {"content-type": "text/html; charset=utf-8", "content-encoding": "gzip", "x-odd": "Ünï\u20ac"}


def test_every_page_comes_back_byte_for_byte(tmp_path: Path) -> None:
    pages = [page(n) for n in range(5)]
    with Recorder(tmp_path) as recorder:
        for one in pages:
            recorder.write(one, HEADERS)
    back = list(captures(tmp_path))
    assert [(c.content, c.url, c.captured, c.media_type) for c in back if isinstance(c, Capture)] == [
        (one.content, one.url, one.captured, one.media_type) for one in pages
    ]


def test_a_page_can_be_read_before_the_file_is_closed(tmp_path: Path) -> None:
    with Recorder(tmp_path) as recorder:
        file = recorder.write(page(1), HEADERS)
        assert [c.source for c in captures(file)] == [f"{file}#https://padma.example/1"]


def test_a_day_has_its_folder_and_a_full_file_is_followed_by_the_next(tmp_path: Path) -> None:
    with Recorder(tmp_path, size=600) as recorder:
        moments = [MIDNIGHT + timedelta(seconds=n) for n in range(-2, 5)]
        files = [recorder.write(page(n, at), HEADERS) for n, at in enumerate(moments)]
    assert [file.parent.name for file in files] == ["2026-03-09"] * 2 + ["2026-03-10"] * 5
    assert len(set(files)) > 3
    assert all(file.stat().st_size < 1500 for file in files)


def test_a_run_of_the_same_second_overwrites_nothing(tmp_path: Path) -> None:
    files = set()
    for number in range(3):
        with Recorder(tmp_path) as recorder:
            files.add(recorder.write(page(number), HEADERS))
    assert len(files) == 3
    assert len(list(captures(tmp_path))) == 3


def test_a_file_cut_off_in_the_middle_gives_the_pages_before(tmp_path: Path) -> None:
    with Recorder(tmp_path) as recorder:
        (file,) = {recorder.write(page(n), HEADERS) for n in range(3)}
    file.write_bytes(file.read_bytes()[:-60])
    found = list(captures(file))
    assert [c.url for c in found if isinstance(c, Capture)][:2] == [page(0).url, page(1).url]


def test_each_record_is_a_member_of_its_own(tmp_path: Path) -> None:
    with Recorder(tmp_path) as recorder:
        file = recorder.write(page(1), HEADERS)
    members = file.read_bytes().split(b"\x1f\x8b\x08")
    assert len(members) == 3  # nothing, what the file is, the page
    assert b"content-encoding" not in gzip.decompress(file.read_bytes()).lower()


def test_a_folder_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(CaptureError, match="cannot be written down"):
        Recorder(tmp_path / "taken").write(page(1), HEADERS)
