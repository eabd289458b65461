"""Bangla, or another language in its script: Assamese, Bishnupriya or Meitei."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final
from unicodedata import normalize

import regex

from shutro.bangla.keys import composed

_TELLING: Final = 600  # letters from which on a text must hold words of Bangla
_A_WORD_IN: Final = 900  # letters, of which menus and lists may be most; an article has one in 60
_FOREIGN: Final = 0.004  # share of letters that Bangla lacks, above which a text is in another language
_BLOCK: Final = regex.compile(r"[\u0980-\u09ff]")
_FIRST_BYTES: Final = (b"\xe0\xa6", b"\xe0\xa7")


@dataclass(frozen=True, slots=True)
class _Signs:
    foreign: tuple[bytes, ...]
    words: regex.Pattern[bytes]


def has_bangla(text: str) -> bool:
    """Whether a character of the Bengali block (U+0980..U+09FF) stands in the text."""
    return _BLOCK.search(text) is not None


def spellings(word: str) -> frozenset[str]:
    """The word with ড়, ঢ় and য় as one character each and as two: Unicode has both, and papers print both."""
    parted = normalize("NFC", word)
    return frozenset((parted, composed(parted)))


def letters(text: bytes) -> int:
    """The letters of the Bengali block (U+0980..U+09FF) in UTF-8."""
    return sum(text.count(first) for first in _FIRST_BYTES)


def is_other_language(text: bytes, letters: int) -> bool:
    """Whether a text in UTF-8 with so many letters of the Bangla script is surely not Bangla.

    It holds letters that Bangla lacks, or, being long, none of the commonest words of Bangla.
    """
    signs = _signs()
    if sum(text.count(letter) for letter in signs.foreign) > _FOREIGN * letters:
        return True
    if letters < _TELLING:
        return False
    wanted = letters // _A_WORD_IN + 1
    return all(number < wanted for number, _ in enumerate(signs.words.finditer(text), 1))


@cache
def _signs() -> _Signs:
    data = tomllib.loads(files("shutro.bangla").joinpath("data/script.toml").read_text(encoding="utf-8"))
    spelt = {form for word in data["words"] for form in spellings(word)}
    words = b"|".join(regex.escape(form).encode() for form in sorted(spelt))
    around = rb"[\s>.,;:!?()'\"-]|\xe0\xa5\xa4|\xe2\x80[\x98\x99\x9c\x9d]"
    return _Signs(
        tuple(letter.encode() for letter in data["foreign"]),
        regex.compile(rb"(?:%b)(?:%b)(?=%b|<)" % (around, words, around)),
    )
