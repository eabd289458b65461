"""The pages of one file of a crawl, whole or damaged, in every form that crawls come in."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pyarrow
import pytest
import zstandard
from bench.crawl import Record, packed
from pyarrow import parquet
from tests.scale.made import SECTION, crawl, plain, records

from shutro.model import Capture
from shutro.scale.files import folder
from shutro.scale.rows import Dropped
from shutro.scale.shards import pages


def outcome(where: Path, name: str) -> Counter[str]:
    return Counter(
        "capture" if isinstance(page, Capture) else page.kind for page in pages(folder(str(where)), name)
    )


@pytest.fixture
def warc(tmp_path: Path) -> Path:
    return crawl(tmp_path, files=1) / "crawl-0.warc.gz"


def test_pages_that_may_be_bangla_are_captures_and_the_rest_say_why_not(warc: Path) -> None:
    assert outcome(warc.parent, warc.name) == {"capture": 10, "NotBangla": 28}
    lost = [page for page in pages(folder(str(warc.parent)), warc.name) if isinstance(page, Dropped)]
    assert {page.reason for page in lost} == {
        "hardly a Bangla letter in it",
        "the script of Bangla, but another language",
    }
    assert lost[0].source == "crawl-0.warc.gz#https://world.example/0-0"


def test_a_capture_has_its_address_and_moment_and_its_very_bytes(warc: Path) -> None:
    first = next(page for page in pages(folder(str(warc.parent)), warc.name) if isinstance(page, Capture))
    assert (first.url, first.content) == (records()[0].url, records()[0].body)
    assert first.captured == records()[0].date


@pytest.mark.parametrize("suffix", ["warc", "warc.zst"])
def test_a_crawl_may_be_unpacked_or_packed_otherwise(warc: Path, suffix: str) -> None:
    content = plain(warc)
    other = warc.parent / f"other.{suffix}"
    other.write_bytes(zstandard.compress(content) if suffix.endswith("zst") else content)
    assert outcome(warc.parent, other.name) == outcome(warc.parent, warc.name)


def test_a_file_cut_off_gives_what_there_is_of_it(warc: Path) -> None:
    content = warc.read_bytes()
    warc.write_bytes(content[: len(content) // 2])
    found = outcome(warc.parent, warc.name)
    assert 3 <= found["capture"] < 10


@pytest.mark.parametrize("packed_too", [True, False])
def test_a_record_cut_off_takes_no_words_from_the_next_nor_the_next_itself(
    tmp_path: Path, packed_too: bool
) -> None:
    at = datetime(2025, 1, 9, tzinfo=UTC)
    cut = Record("https://news.example/cut", SECTION, at, cut=len(SECTION) // 2)
    listed = [records()[0], cut, records()[4], records()[8]]
    data = b"".join(packed(record, str(n)) for n, record in enumerate(listed))
    (tmp_path / "a.warc.gz").write_bytes(data if packed_too else gzip.decompress(data))
    found = {
        page.url: page for page in pages(folder(str(tmp_path)), "a.warc.gz") if isinstance(page, Capture)
    }
    assert list(found) == [record.url for record in listed]
    assert SECTION.startswith(found["https://news.example/cut"].content.rstrip())
    assert found[listed[2].url].content == listed[2].body


@pytest.mark.parametrize(
    "content", [b"", b"\x1f\x8b\x08garbage", b"WARC/1.0\r\nnothing", b"PAR1 and no more", b"\x00" * 90]
)
@pytest.mark.parametrize("name", ["a.warc.gz", "a.parquet", "a.jsonl"])
def test_a_broken_file_ends_no_run(tmp_path: Path, content: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert outcome(tmp_path, name)["capture"] == 0


def test_pages_may_be_json_lines(tmp_path: Path) -> None:
    rows = [{"url": r.url, "html": r.body.decode(), "captured": r.date.isoformat()} for r in records()]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress((lines + "no json\n").encode()))
    assert outcome(tmp_path, "a.jsonl.gz") == {"capture": 11, "NotBangla": 28, "UndecodableCapture": 1}


def test_pages_may_be_parquet_with_text_or_bytes(tmp_path: Path) -> None:
    for number, column in enumerate(("html", "content")):
        rows = [
            {"url": r.url, column: r.body if number else r.body.decode(), "captured": r.date}
            for r in records()
        ]
        parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "a.parquet")
        assert outcome(tmp_path, "a.parquet") == {"capture": 11, "NotBangla": 28}
        first = next(page for page in pages(folder(str(tmp_path)), "a.parquet") if isinstance(page, Capture))
        assert (first.url, first.captured, first.content) == (
            records()[0].url,
            records()[0].date,
            records()[0].body,
        )
