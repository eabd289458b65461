"""Where captures come from: files, folders, packed files, page archives, feeds, standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from shutro.bangla.text import LIMIT
from shutro.errors import CaptureError, EmptyCapture, MissingCapture, UndecodableCapture
from shutro.model import Capture


def captures(*sources: str | Path) -> Iterator[Capture | CaptureError]:
    """Every page of the sources, in order; for what could not be had, the error that says why.

    A source is a file, a folder (read recursively, in order of its paths), or `-` for standard input.
    """
    for source in sources:
        if str(source) == "-":
            yield from _stream()
            continue
        path = Path(source)
        if path.is_dir():
            for inner in sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith(".")):
                yield from _file(inner)
        elif path.exists():
            yield from _file(path)
        else:
            yield MissingCapture("no such file or folder", source=str(source))


def _stream() -> Iterator[Capture | CaptureError]:
    content = sys.stdin.buffer.read(LIMIT + 1)
    yield from _whole(content, "-")


def _file(path: Path) -> Iterator[Capture | CaptureError]:
    name = str(path)
    try:
        with path.open("rb") as stream:
            content = stream.read(LIMIT + 1)
    except OSError as error:
        yield MissingCapture(error.strerror or "cannot be opened", source=name)
        return
    yield from _whole(content, name)


def _whole(content: bytes, source: str) -> Iterator[Capture | CaptureError]:
    if not content:
        yield EmptyCapture("no bytes", source=source)
    elif len(content) > LIMIT:
        yield UndecodableCapture(f"larger than {LIMIT // 2**20} MB", source=source)
    else:
        yield Capture.of(content, source=source)
