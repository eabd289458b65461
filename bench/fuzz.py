"""Throw damaged input at the reader for as long as wanted: pages, WARC, feeds, JSON lines, packed files.

    python -m bench.fuzz --minutes N [--seed N] [--pages DIR] [--keep DIR]

Starts from pages of our own making (`bench.layouts`), and those in `--pages`, damages them, and reads. Every
input must end in articles whose spans hold or in errors of our tree, within a bound of time. What does
not is written to `--keep` and named; then the exit code is 1.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import zstandard

import shutro
from bench.layouts import make
from shutro.model import Article
from shutro.reading.article import read_each
from shutro.reading.teasers import teasers

_BOUND = 5.0  # seconds of processor time for one input
_ADDRESSES = (None, "http://[::1", "https://www.jugantor.com/x", "::bad::", "https://a.example/2024/01/02/x")
_ODD = (
    b"<div>",
    b"</p>",
    b"<",
    b">",
    b"&",
    b"&#x110000;",
    b"<!--",
    b"-->",
    b"<script>",
    b"\x00",
    b"\xff\xfe",
    b"\xe0\xa6",
    b"\r\n\r\n",
    b'<script type="application/ld+json">{"@type":"NewsArticle","headline":3,"author":[{}]}</script>',
    b"<meta property='article:published_time' content='2024-13-45T99:00'>",
    b"<time datetime='0000-00-00'>",
    "২০২৪-০২-৩১ ২৫:৯৯".encode(),
    "প্রকাশ: ৩১ ফেব্রুয়ারি ২০২৪, ৯৯:৯৯ পিএম".encode(),
    "৯৯৯৯৯৯৯৯৯৯ বছর আগে".encode(),
    "আরও পড়ুন: ".encode() * 20,
)


def damage(page: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """A page cut, doubled, reversed, strewn with odd bytes and parts of others."""
    data = bytearray(page)
    for _ in range(chance.randint(1, 12)):
        at = chance.randint(0, len(data))
        end = min(len(data), at + chance.randint(1, 400))
        match chance.randint(0, 7):
            case 0:
                del data[at:end]
            case 1:
                data[at:at] = data[at:end] * chance.randint(1, 5)
            case 2:
                data[at:end] = chance.randbytes(chance.randint(0, 6))
            case 3:
                data[at:at] = chance.choice(_ODD)
            case 4:
                other = chance.choice(others)
                start = chance.randint(0, len(other))
                data[at:at] = other[start : start + chance.randint(1, 3000)]
            case 5 if chance.random() < 0.3:
                del data[at:]
            case 6:
                sign = chance.choice("।২\n<>").encode()
                data = data.replace(sign, chance.choice(("।\n", "?", "<br>", " ", "")).encode(), 20)
            case _:
                data[at:end] = data[at:end][::-1]
    return bytes(data)


def warc(pages: list[bytes]) -> bytes:
    records = []
    for page in pages:
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        records.append(
            b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\n"
            b"WARC-Date: 2024-01-02T03:04:05Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
            b"Content-Type: application/http; msgtype=response\r\n"
            b"Content-Length: " + str(len(answer)).encode() + b"\r\n\r\n" + answer + b"\r\n\r\n"
        )
    return b"".join(records)


def feed(pages: list[bytes]) -> bytes:
    items = "".join(
        f"<item><title>শিরোনাম</title><pubDate>Tue, 02 Jan 2024 03:04:05 +0600</pubDate><description>"
        f"<![CDATA[{page.decode('utf-8', 'replace')}]]></description></item>"
        for page in pages
    )
    return (
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>ক</title>{items}</channel></rss>".encode()
    )


def json_feed(pages: list[bytes]) -> bytes:
    items = [
        {"id": n, "title": "ক", "content_html": p.decode("utf-8", "replace")} for n, p in enumerate(pages)
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "ক", "items": items}).encode()


def jsonl(pages: list[bytes]) -> bytes:
    return b"".join(
        json.dumps({"url": "https://a.example/1", "html": page.decode("utf-8", "replace")}).encode() + b"\n"
        for page in pages
    )


HOLDERS: dict[str, Callable[[list[bytes]], bytes]] = {
    "warc": warc,
    "feed": feed,
    "json feed": json_feed,
    "jsonl": jsonl,
    "gz": lambda pages: gzip.compress(pages[0], 1),
    "zst": lambda pages: zstandard.compress(pages[0], 1),
    "warc.gz": lambda pages: gzip.compress(warc(pages), 1),
    "warc.zst": lambda pages: zstandard.compress(warc(pages), 1),
}


def hold(article: Article) -> None:
    """Raise AssertionError where a span does not show what it says."""
    assert article.paragraphs
    for span in article.paragraphs:
        assert span.of(article.text).strip()
    for stamp in (article.published, article.updated, article.page_date):
        assert stamp is None or stamp.span is None or stamp.span.of(article.text) == stamp.text
    for part in article.provenance:
        assert part.span is None or part.span.of(article.text)


def read_one(data: bytes, kind: str, chance: random.Random) -> None:
    """Read one input of a kind; what is not ours is raised."""
    if kind == "page":
        address = chance.choice(_ADDRESSES)
        teasers(data.decode("utf-8", "replace"), address)
        try:
            hold(shutro.read(data, url=address))
        except shutro.ShutroError:
            return
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"x.{kind.replace(' ', '.')}")
        path.write_bytes(data)
        for one in read_each(path):
            if one.article is not None:
                hold(one.article)


def main(arguments: list[str] | None = None) -> int:
    plain = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=plain)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=Path, action="append", default=[])
    parser.add_argument("--keep", type=Path)
    args = parser.parse_args(arguments)
    logging.disable(logging.CRITICAL)
    chance = random.Random(args.seed)
    sources = [sample.content.encode() for seed in range(3) for sample in make(seed)]
    sources += [p.read_bytes()[:120_000] for d in args.pages for p in sorted(d.rglob("*")) if p.is_file()]
    done: Counter[str] = Counter()
    bad = 0
    end = time.monotonic() + 60 * args.minutes
    while time.monotonic() < end:
        pages = [damage(chance.choice(sources), sources, chance) for _ in range(chance.choice((1, 1, 1, 3)))]
        kind = "page" if chance.random() < 0.7 else chance.choice(list(HOLDERS))
        data = pages[0] if kind == "page" else HOLDERS[kind](pages)
        if kind != "page" and chance.random() < 0.7:
            data = damage(data, sources, chance)
        done[kind] += 1
        began = time.process_time()
        try:
            read_one(data, kind, chance)
        except Exception:  # noqa: BLE001 — what is looked for is any exception that is not ours
            trouble = traceback.format_exc(limit=-4)
        else:
            took = time.process_time() - began
            trouble = f"{took:.1f} seconds" if took > _BOUND else ""
        if trouble:
            bad += 1
            print(f"fuzz: {kind}: {trouble}", file=sys.stderr)
            if args.keep:
                args.keep.mkdir(parents=True, exist_ok=True)
                (args.keep / f"{args.seed}-{bad}.{kind.replace(' ', '.')}").write_bytes(data)
    print(f"{args.minutes:g} minutes, {done.total()} inputs, {bad} bad: {dict(done)}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
