"""Where captures come from: each kind of source gives its pages, and an error for what is none."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import zstandard

from shutro.capture.source import captures
from shutro.errors import CaptureError, EmptyCapture, MissingCapture, UndecodableCapture
from shutro.model import Capture

PAGE = "<html><body><h1>শিরোনাম</h1><p>নদীর খবর।</p></body></html>"


def answer(url: str, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200) -> bytes:
    http = (
        f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    )
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: "
        "<urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"WARC-Date: 2024-02-03T04:05:06Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


WARC = (
    answer("https://a.example/1", PAGE.encode())
    + answer("https://a.example/pic", b"x", "image/png")
    + answer("https://a.example/gone", b"x", status=404)
    + answer("https://a.example/2", PAGE.encode())
)
RSS = (
    "<?xml version='1.0'?><rss version='2.0'"
    " xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
    "<title>নদীবার্তা</title><item><title>শিরোনাম &amp; কথা</title><link>https://a.example/r</link>"
    "<pubDate>Sun, 13 Oct 2024 08:10:00 +0600</pubDate><content:encoded><![CDATA[<p>নদীর খবর।</p>]]>"
    "</content:encoded>"
    "</item><item><title>খালি</title></item></channel></rss>"
)
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "নদীবার্তা",
    "items": [{"url": "https://a.example/j", "title": "ক", "content_text": "এক\nদুই"}, 3],
}


def pages(found):
    return [c for c in found if isinstance(c, Capture)]


def errors(found):
    return [c for c in found if isinstance(c, CaptureError)]


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("a.html", bytes),
        ("a.html.gz", gzip.compress),
        ("a.zst", zstandard.compress),
        ("oddly.named", gzip.compress),
    ],
)
def test_a_file_packed_or_not(tmp_path, name, pack):
    (tmp_path / name).write_bytes(pack(PAGE.encode()))
    (capture,) = captures(tmp_path / name)
    assert (capture.content, capture.source) == (PAGE.encode(), str(tmp_path / name))
    assert capture.id == Capture.of(PAGE.encode()).id


def test_a_folder_in_order_of_its_paths_without_hidden_files(tmp_path):
    for name in ("b/2.html", "a/1.html", "c.html", ".git/x.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE + name)
    assert [c.source.removeprefix(f"{tmp_path}/") for c in captures(tmp_path)] == [
        "a/1.html",
        "b/2.html",
        "c.html",
    ]


def test_what_a_browser_saves_beside_a_page_is_no_page(tmp_path):
    for name in ("ferry.html", "ferry_files/frame.html", "ferry_files/in/ad.css", "my_files/1.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text(PAGE + name)
    assert [c.source.removeprefix(f"{tmp_path}/") for c in captures(tmp_path)] == [
        "ferry.html",
        "my_files/1.html",
    ]
    (alone,) = captures(tmp_path / "ferry_files" / "frame.html")
    assert alone.content.endswith(b"frame.html")


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path, monkeypatch):
    (tmp_path / "open").mkdir()
    (tmp_path / "open" / "1.html").write_text(PAGE)
    (tmp_path / "shut").mkdir()
    listed = os.scandir

    def scandir(place):
        if Path(place).name == "shut":
            raise PermissionError(13, "Permission denied", str(place))
        return listed(place)

    monkeypatch.setattr(os, "scandir", scandir)
    told, page = captures(tmp_path)
    assert str(told) == f"{tmp_path}/shut: Permission denied"
    assert page.source == f"{tmp_path}/open/1.html"


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstandard.compress])
def test_a_web_archive_gives_its_pages_with_address_and_time(tmp_path, pack):
    (tmp_path / "a.warc").write_bytes(pack(WARC))
    found = list(captures(tmp_path))
    assert [c.url for c in pages(found)] == ["https://a.example/1", "https://a.example/2"]
    assert found[0].captured == datetime(2024, 2, 3, 4, 5, 6, tzinfo=UTC)
    assert found[0].media_type == "text/html; charset=utf-8"
    assert found[0].content == PAGE.encode()


def test_a_web_archive_cut_off_keeps_what_came_before(tmp_path):
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(WARC)[:-40])
    assert pages(captures(tmp_path))[0].url == "https://a.example/1"


def test_json_lines(tmp_path):
    rows = [
        json.dumps({"url": "https://a.example/1", "html": PAGE, "captured": "2024-01-02T03:04:05"}),
        "not json",
        "",
        json.dumps({"nothing": 1}),
        json.dumps({"text": " "}),
        json.dumps({"text": "নদীর খবর।"}, ensure_ascii=False),
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    found = list(captures(tmp_path / "a.jsonl"))
    first, last = pages(found)
    assert (first.url, first.captured) == (
        "https://a.example/1",
        datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC),
    )
    assert last.content.decode() == "নদীর খবর।"
    assert [type(e) for e in errors(found)] == [UndecodableCapture, UndecodableCapture, EmptyCapture]
    assert errors(found)[0].source.endswith("a.jsonl#2")


def test_feeds_with_content(tmp_path):
    (tmp_path / "a.xml").write_text(RSS)
    (tmp_path / "b.json").write_text(json.dumps(JSON_FEED))
    found = list(captures(tmp_path))
    rss, feed = pages(found)
    assert rss.url == "https://a.example/r"
    assert "<p>নদীর খবর।</p>" in rss.content.decode()
    assert "<h1>শিরোনাম &amp; কথা</h1>" in rss.content.decode()
    assert "<p>এক</p><p>দুই</p>" in feed.content.decode()
    assert [e.reason for e in errors(found)] == ["an entry without text", "an item that is no object"]


@pytest.mark.parametrize(
    ("told", "author"),
    [
        ({"authors": [{"name": "ক খান"}, {"url": "https://a.example/g"}, {"name": "গ সেন"}]}, "ক খান, গ সেন"),
        ({"author": {"name": "ক খান"}}, "ক খান"),
        ({"authors": "ক খান"}, None),
    ],
)
def test_a_json_feed_says_who_wrote_an_item(tmp_path, told, author):
    item = JSON_FEED["items"][0] | told
    (tmp_path / "a.json").write_text(json.dumps(JSON_FEED | {"items": [item]}))
    (page,) = pages(captures(tmp_path))
    meta = f'<meta property="author" content="{author}">'
    assert (meta in page.content.decode()) == (author is not None)


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    (capture,) = captures("-")
    assert (capture.source, capture.content) == ("-", PAGE.encode())


@pytest.mark.parametrize(
    ("content", "kind", "reason"),
    [
        (b"", EmptyCapture, "no bytes"),
        (gzip.compress(bytes(200 * 2**20)), UndecodableCapture, "a compression bomb"),
        (zstandard.compress(bytes(200 * 2**20)), UndecodableCapture, "larger than 32 MB"),
        (b"\x1f\x8bnot gzip at all", UndecodableCapture, "damaged packed data"),
        (b"<rss></rss>", UndecodableCapture, "a feed without entries"),
    ],
)
def test_what_is_no_page_is_an_error_and_the_next_goes_on(tmp_path, content, kind, reason):
    (tmp_path / "1").write_bytes(content)
    (tmp_path / "2").write_text(PAGE)
    bad, good = captures(tmp_path)
    assert (type(bad), bad.reason) == (kind, reason)
    assert isinstance(good, Capture)


def test_a_source_that_is_not_there():
    (error,) = captures("no/such/file")
    assert isinstance(error, MissingCapture)
    assert str(error) == "no/such/file: no such file or folder"
