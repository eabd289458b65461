"""What two texts share: the letters of a headline printed twice, the beginnings of words about one matter."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

import regex

_STEM = regex.compile(r"[\p{L}\p{M}\u200c\u200d]{3,}")
_LETTERS = regex.compile(r"[^\p{L}\p{M}\p{N}]+")


@lru_cache(maxsize=64)
def squash(text: str) -> str:
    """Letters, marks and numbers only: what two printings of a headline share."""
    return _LETTERS.sub(" ", text).strip()


def stems(text: str, letters: int = 5) -> set[str]:
    """The first `letters` of its longer words: enough to see that two texts share their matter."""
    return {word[:letters] for word in _STEM.findall(text) if len(word) >= letters - 1}


def telling(text: str) -> set[str]:
    """The first six letters of its longer words, but for the commonest, which any two texts share."""
    return stems(text, 6) - _common()


@cache
def _common() -> frozenset[str]:
    text = files("shutro.reading").joinpath("data/common.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
