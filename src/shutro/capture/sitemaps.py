"""Sitemaps: what pages a site says it has, and when each was published or changed.

After sitemaps.org 0.9 and the news extension: a list of pages (`urlset`), an index of further sitemaps, or
plain text with an address a line; packed with gzip or not. A sitemap that breaks off gives what stands
before the break.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from xml.parsers import expat

import regex

from shutro.capture.listed import Listed, instant
from shutro.capture.packed import Bomb, is_packed, unpack
from shutro.capture.peek import peek
from shutro.errors import UndecodableCapture

LIMIT = 50 * 2**20  # bytes of one sitemap, by its protocol
MOST = 50_000  # entries of one sitemap, by its protocol
# An ampersand that should have been written `&amp;`; in a CDATA section it is itself.
_BARE = regex.compile(
    rb"<!\[CDATA\[.*?\]\]>(*SKIP)(*FAIL)|&(?!(?:[A-Za-z]{2,8}|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)", regex.S
)
_ADDRESS = regex.compile(r"https?://\S+")
_ENTRIES = ("url", "sitemap")


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The pages of a sitemap, or the sitemaps of an index. `broken` says what ended it early, if anything."""

    pages: tuple[Listed, ...] = ()
    sitemaps: tuple[Listed, ...] = ()
    broken: str | None = None


def sitemap(content: bytes, source: str = "<memory>") -> Sitemap:
    """Read a sitemap. Raises `UndecodableCapture` for what is none."""
    plain = _plain(content, source)
    head = plain[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head.startswith(b"<"):
        return _of_lines(plain, source)
    reading = _Reading()
    broken = reading.read(plain)
    if reading.root not in ("urlset", "sitemapindex"):
        raise UndecodableCapture("no sitemap", source=source)
    return Sitemap(tuple(reading.found["url"]), tuple(reading.found["sitemap"]), broken)


def _plain(content: bytes, source: str) -> bytes:
    if not is_packed(content[:8]):
        return content
    try:
        plain = peek(unpack(io.BytesIO(content), content[:8])).read(LIMIT + 1)
    except (Bomb, EOFError, OSError) as error:
        raise UndecodableCapture(f"cannot be unpacked: {error}", source=source) from None
    if len(plain) > LIMIT:
        raise UndecodableCapture(f"larger than {LIMIT // 2**20} MB", source=source)
    return plain


def _of_lines(content: bytes, source: str) -> Sitemap:
    lines = [line.strip() for line in content.decode("utf-8-sig", "replace").splitlines()]
    pages = [Listed(line) for line in lines if _ADDRESS.fullmatch(line)]
    if not pages or len(pages) < 0.8 * len([line for line in lines if line]):
        raise UndecodableCapture("no sitemap", source=source)
    return Sitemap(tuple(pages[:MOST]))


class _Enough(Exception):
    """What no sitemap may have, so that its reading ends there; the message says what."""


class _Reading:
    """One pass over a sitemap's XML; names are told without their prefix, whatever it is bound to."""

    def __init__(self) -> None:
        self.root: str | None = None
        self.found: dict[str, list[Listed]] = {name: [] for name in _ENTRIES}
        self._path: list[str] = []
        self._told: dict[str, str] = {}
        self._text: list[str] = []

    def read(self, content: bytes) -> str | None:
        """Read as far as it goes; what ended it early."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text.append
        parser.EntityDeclHandler = _no_entities
        try:
            parser.Parse(_BARE.sub(b"&amp;", content), True)
        except expat.ExpatError as error:
            return f"breaks off: {error}"
        except _Enough as error:
            return str(error)
        return None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if self.root is None:
            self.root = name
        self._path.append(name)
        self._text.clear()
        if len(self._path) == 2:
            self._told = {}

    def _end(self, name: str) -> None:
        name = self._path.pop()
        text = "".join(self._text).strip()
        self._text.clear()
        inside = self._path[-1] if self._path else ""
        if text and (inside in _ENTRIES or inside == "news"):
            self._told.setdefault(name, text)
        if len(self._path) == 1 and name in _ENTRIES and "loc" in self._told:
            if len(self.found[name]) == MOST:
                raise _Enough(f"more than {MOST} entries")
            self.found[name].append(Listed(self._told["loc"], self._told.get("title"), self._moment()))

    def _moment(self) -> datetime | None:
        for name in ("publication_date", "lastmod"):
            if (moment := instant(self._told.get(name, ""))) is not None:
                return moment
        return None


def _no_entities(*declared: object) -> None:
    raise _Enough("declares entities of its own, which no sitemap needs")
