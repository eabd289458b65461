"""Bytes to text: which encoding, and whether it is text at all."""

from __future__ import annotations

import codecs
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import regex

LIMIT = 32 * 1024 * 1024  # bytes; the largest real page seen is under 3 MB
_CHARSET = regex.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", regex.I)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROL = bytes([*range(9), *range(14, 32), 127])
_DAMAGED = 0.02  # share of undecodable characters above which bytes are no text
_BINARY = 0.01  # share of control characters above which text is binary


class NotText(ValueError):
    """The bytes are no text; the message says why."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding that gave it, and how many characters were lost to damage."""

    text: str
    encoding: str
    damaged: int = 0


def decode(content: bytes, declared: str | None = None) -> Decoded:
    """The text of `content`.

    A byte order mark decides, then what the bytes themselves are (UTF-8, UTF-16 without a mark),
    then the encoding `declared` by a header or in the page. Damaged UTF-8 is read with U+FFFD for
    every lost character. Raises `NotText` on binary data, with its kind where the first bytes tell it,
    and on more than `LIMIT` bytes.
    """
    if len(content) > LIMIT:
        raise NotText(f"larger than {LIMIT // 2**20} MB")
    if kind := next((kind for start, kind in _formats() if content.startswith(start)), None):
        raise NotText(kind)
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _checked(content.decode(encoding, "replace"), encoding)
    head = content[:4096]
    if (wide := _utf16(head)) is not None:
        return _checked(content.decode(wide, "replace"), wide)
    try:
        return _checked(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    name = declared or _declared(head)
    if name and name not in ("utf-8", "utf8"):
        try:
            return _checked(content.decode(name), name)
        except (LookupError, UnicodeDecodeError):
            pass
    return _checked(content.decode("utf-8", "replace"), "utf-8")


def _checked(text: str, encoding: str) -> Decoded:
    damaged = text.count("\ufffd")
    if damaged > 8 and damaged > _DAMAGED * len(text):
        raise NotText("the bytes are no text in any encoding known")
    sample = text[:32_768].encode("utf-8", "replace")
    if len(sample) - len(sample.translate(None, _CONTROL)) > max(4, _BINARY * len(sample)):
        raise NotText("binary data")
    return Decoded(text, encoding, damaged)


@cache
def _formats() -> tuple[tuple[bytes, str], ...]:
    """What files of other kinds begin with, and the kind."""
    source = files("shutro.bangla") / "data" / "formats.toml"
    kinds = tomllib.loads(source.read_text("utf-8"))["formats"]
    return tuple((bytes.fromhex(start), kind) for kind, starts in kinds.items() for start in starts)


def _utf16(head: bytes) -> str | None:
    """Whether the bytes are UTF-16 without a mark: every other byte is that of a Bangla or Latin block."""
    if len(head) < 16 or b"\x00" not in head:
        return None
    even = len(head) - len(head) % 2
    for at, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        high, low = head[at:even:2], head[1 - at : even : 2]
        blocks = sum(byte in (0x00, 0x09, 0x20) for byte in high)
        if blocks > 0.95 * len(high) and low.count(0) <= 0.02 * len(low):
            return name
    return None


def _declared(head: bytes) -> str | None:
    match = _CHARSET.search(head)
    return match.group(1).decode("ascii").lower() if match else None
