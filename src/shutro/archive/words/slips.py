"""What a typist may have meant: the spellings one slip away from a word that nobody prints."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

_DOTS = {"\u09a1": "\u09dc", "\u09a2": "\u09dd", "\u09af": "\u09df"}
_HASANTA = "\u09cd"
_LETTERS = (
    *(chr(code) for code in range(0x0995, 0x09BA) if chr(code).isalpha()),
    *_DOTS.values(),
    *"\u0982\u0985\u0986\u0987\u0989\u098f\u0993",
    *"\u09be\u09bf\u09c1\u09c3\u09c7\u09c8\u09cb\u09cc\u09cd",
)
_SHORTEST = 5  # letters of a word that may have a slip
_MOST_DOTS = 4  # letters whose dots may be lost


def dotted(word: str) -> list[str]:
    """`word` with the dots below ড, ঢ and য that it may have lost, every way but as it is."""
    at = [n for n, char in enumerate(word) if char in _DOTS and word[n - 1 : n] != _HASANTA][:_MOST_DOTS]
    found = []
    for count in range(1, len(at) + 1):
        for chosen in itertools.combinations(at, count):
            found.append("".join(_DOTS[char] if n in chosen else char for n, char in enumerate(word)))
    return found


def slips(word: str) -> Iterator[str]:
    """The spellings with one letter more, fewer, changed or swapped, the first letter kept.

    None for a short word: there a letter is the difference between words.
    """
    if len(word) < _SHORTEST:
        return
    for n in range(1, len(word)):
        yield word[:n] + word[n + 1 :]
        if n + 1 < len(word):
            yield word[:n] + word[n + 1] + word[n] + word[n + 2 :]
        for letter in _LETTERS:
            yield word[:n] + letter + word[n + 1 :]
    for n in range(1, len(word) + 1):
        for letter in _LETTERS:
            yield word[:n] + letter + word[n:]
