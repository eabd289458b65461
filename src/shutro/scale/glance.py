"""A glance at a page's bytes: may it be Bangla? Asked of every record of a crawl, so it must cost nothing.

Nothing is parsed and, in UTF-8, nothing decoded: letters are counted where they stand as bytes. The answer
may be yes for a page that the reader then turns down; it must not be no for a Bangla article.
"""

from __future__ import annotations

from collections.abc import Collection
from html import unescape
from typing import Final, Literal

import numpy as np
import regex
from numpy.typing import NDArray

from shutro.bangla.bijoy import is_bijoy
from shutro.bangla.script import is_other_language

ENOUGH: Final = 40
"""Bangla letters that a page must hold, as many as the reader asks for."""

_DAGGERS: Final = 12  # signs of e in a page typed in Bijoy: in every third word
_WIDE: Final = frozenset((0x00, 0x09))  # high bytes of Latin and Bangla in UTF-16
_ENTITY: Final = regex.compile(rb"&#(?:(24[3-9]\d|25[0-5]\d)|[xX]0?(9[89a-fA-F][0-9a-fA-F]));?")
_JSON: Final = regex.compile(rb"\\u(09[89a-fA-F][0-9a-fA-F])")
_TAG: Final = regex.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>", regex.S | regex.I)

Why = Literal["script", "language"]
Bytes = NDArray[np.uint8]


def foreign(content: bytes, media_type: str | None = None) -> Why | None:
    """Why a page is surely not Bangla: its `script`, or its `language`; None where it may be Bangla.

    `media_type` is that of the answer, with its charset if it names one.
    """
    if _is_wide(content, media_type):
        content = max(content, _narrowed(content), key=_letters)
    letters = _letters(content)
    if letters < ENOUGH and (plain := _unescaped(content)) is not None:
        content, letters = plain, _letters(plain)
    if letters >= ENOUGH:
        return "language" if is_other_language(content, letters) else None
    return None if _may_be_bijoy(content) else "script"


def _letters(content: bytes) -> int:
    """The letters of the Bengali block in UTF-8: E0 A6 80 to E0 A7 BF."""
    return 0 if content.isascii() else _count(content, 0xE0, (0xA6, 0xA7))


def _count(content: bytes, first: int, second: Collection[int]) -> int:
    """How often byte `first` stands before one of `second`."""
    signs: Bytes = np.frombuffer(content, np.uint8)
    places = np.flatnonzero(signs[:-1] == first)
    if places.size < _DAGGERS:
        return int(sum(content[place + 1] in second for place in places))
    return int(np.isin(signs[places + 1], list(second)).sum())


def _unescaped(content: bytes) -> bytes | None:
    """The page with its escaped Bangla letters in UTF-8; None where it has not enough escapes."""
    entities = _count(content, ord("&"), b"#") >= ENOUGH
    escapes = _count(content, ord("\\"), b"u") >= ENOUGH
    if entities:
        content = _ENTITY.sub(_entity, content)
    if escapes:
        content = _JSON.sub(_escaped, content)
    return content if entities or escapes else None


def _entity(match: regex.Match[bytes]) -> bytes:
    return chr(int(match[1]) if match[1] else int(match[2], 16)).encode()


def _escaped(match: regex.Match[bytes]) -> bytes:
    return chr(int(match[1], 16)).encode()


def _is_wide(content: bytes, media_type: str | None) -> bool:
    """Whether the bytes may be UTF-16: by their mark, their charset, or every other byte."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if media_type is not None and "utf-16" in media_type.lower():
        return True
    head = content[:64]
    return any(
        len(high) > 8 and sum(byte in _WIDE for byte in high) > 0.8 * len(high)
        for high in (head[::2], head[1::2])
    )


def _narrowed(content: bytes) -> bytes:
    """UTF-16 as UTF-8; where no mark tells, in the byte order that gives more letters."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "ignore").encode("utf-8", "ignore")
    tries = (
        content.decode(order, "ignore").encode("utf-8", "ignore") for order in ("utf-16-le", "utf-16-be")
    )
    return max(tries, key=_letters)


def _may_be_bijoy(content: bytes) -> bool:
    """Whether the bytes may be Bangla typed for a font of its own, with a dagger for the sign of e."""
    if content.isascii():
        daggers = content.count(b"&dagger;") + content.count(b"&Dagger;") + content.count(b"&#822")
    else:
        daggers = _count(content, 0x80, (0xA0, 0xA1))
    if daggers >= _DAGGERS:
        return is_bijoy(_TAG.sub(" ", unescape(content.decode("utf-8", "replace"))))
    if content.isascii() or content.count(b"\x86") + content.count(b"\x87") < _DAGGERS:
        return False
    try:
        content.decode()
    except UnicodeDecodeError:
        return is_bijoy(_TAG.sub(" ", content.decode("cp1252", "replace")))
    return False  # parts of other letters: of every fourth one in Arabic
