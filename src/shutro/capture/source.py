"""Where captures come from: files, folders, packed files, page archives, feeds, standard input, the web."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from shutro.bangla.text import LIMIT
from shutro.capture.addresses import is_web
from shutro.capture.feeds import feed_pages, is_feed
from shutro.capture.jsonl import is_jsonl, jsonl_pages
from shutro.capture.packed import Bomb, is_packed, unpack
from shutro.capture.peek import peek
from shutro.capture.warc import is_warc, warc_pages
from shutro.errors import CaptureError, EmptyCapture, MissingCapture, UndecodableCapture
from shutro.model import Capture

if TYPE_CHECKING:
    from shutro.capture.web import Batch, Policy


def captures(*sources: str | Path, policy: Policy | None = None) -> Iterator[Capture | CaptureError]:
    """Every page of the sources, in order; for what could not be had, the error that says why.

    A source is a file, a folder (read recursively, in order of its paths; hidden files are left out, and
    so are the pictures and frames that a browser saves beside a page), `-` for standard input, or an
    http(s) address of one page, fetched by `policy`. What a file is shows in its
    first bytes: a page (HTML or a text dump), a WARC archive, a feed with whole articles, JSON lines with
    a page each, or any of them packed with gzip or zstandard.
    """
    batch: Batch | None = None
    for source in sources:
        if str(source) == "-":
            yield from _stream(cast(BinaryIO, sys.stdin.buffer), "-")
            continue
        if is_web(source):
            if batch is None:
                from shutro.capture.web import Batch

                batch = Batch(policy)
            yield batch.page(str(source))
            continue
        path = Path(source)
        if path.is_dir():
            for inner in _inside(path):
                if isinstance(inner, OSError):
                    yield MissingCapture(inner.strerror or "cannot be opened", source=str(inner.filename))
                else:
                    yield from _file(inner)
        elif path.exists():
            yield from _file(path)
        else:
            yield MissingCapture("no such file or folder", source=str(source))


def _inside(folder: Path) -> list[Path | OSError]:
    """The files of a folder, without hidden ones and those in `NAME_files` beside a page `NAME.html`; for a
    folder in it that cannot be looked into, the error."""
    closed: list[OSError] = []
    found: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        inside = Path(place)
        pages = [Path(name).stem for name in names if name.endswith((".html", ".htm"))]
        belonging = {f"{stem}_files" for stem in pages}
        folders[:] = [name for name in folders if not name.startswith(".") and name not in belonging]
        found += [inside / name for name in names if not name.startswith(".")]
    return [*closed, *sorted(path for path in found if path.is_file())]


def _file(path: Path) -> Iterator[Capture | CaptureError]:
    name = str(path)
    try:
        with path.open("rb") as stream:
            yield from _stream(stream, name)
    except OSError as error:
        yield MissingCapture(error.strerror or "cannot be opened", source=name)


def _stream(stream: BinaryIO, source: str) -> Iterator[Capture | CaptureError]:
    """The pages in one stream of bytes, by what its head shows it to be."""
    opened = peek(stream)
    head = opened.head
    try:
        if is_warc(head):
            yield from warc_pages(opened, source)
            return
        if is_packed(head):
            opened = peek(unpack(opened, head))
            head = opened.head
            if is_warc(head):
                yield from warc_pages(opened, source)
                return
        if is_jsonl(head, source):
            yield from jsonl_pages(opened, source)
            return
        content = opened.read(LIMIT + 1)
    except Bomb as error:
        yield UndecodableCapture(str(error), source=source)
        return
    if not content:
        yield EmptyCapture("no bytes", source=source)
    elif len(content) > LIMIT:
        yield UndecodableCapture(f"larger than {LIMIT // 2**20} MB", source=source)
    elif is_feed(content[:2048]):
        yield from feed_pages(content, source)
    else:
        yield Capture.of(content, source=source)
