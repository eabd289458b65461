"""Bangla names in Latin letters, for readers who have no other spelling of them.

A transliteration is derived, not known: Hossain and Hosen are both হোসেন. Where a spelling is
known it goes before this one.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from shutro.bangla.keys import folded

_HASANTA = "\u09cd"


@dataclass(frozen=True, slots=True)
class _Letters:
    consonants: dict[str, str]
    vowels: dict[str, str]
    signs: dict[str, str]
    clusters: dict[str, str]


@cache
def _letters() -> _Letters:
    text = resources.files("shutro.bangla").joinpath("data/latin.toml").read_text("utf-8")
    data = {
        group: {_composed(bangla): latin for bangla, latin in pairs.items()}
        for group, pairs in tomllib.loads(text).items()
    }
    return _Letters(data["consonants"], data["vowels"], data["signs"] | data["others"], data["clusters"])


def _composed(text: str) -> str:
    for base, whole in (("\u09a1", "\u09dc"), ("\u09a2", "\u09dd"), ("\u09af", "\u09df")):
        text = text.replace(base + "\u09bc", whole)
    return text


def romanised(name: str) -> str:
    """`name` in Latin letters, each word with a capital: জোবেদা খাতুন → Jobeda Khatun."""
    return " ".join(_word(word).capitalize() for word in folded(name).split(" ") if word)


def _word(word: str) -> str:
    letters = _letters()
    out: list[str] = []
    at = 0
    while at < len(word):
        for length in (5, 4, 3, 2):
            latin = letters.clusters.get(word[at : at + length])
            if latin is not None and len(word[at : at + length]) == length:
                out.append(latin)
                at += length
                break
        else:
            out.append(_letter(word, at, letters))
            at += 1
    return "".join(out)


def _letter(word: str, at: int, letters: _Letters) -> str:
    """One letter, with the inherent vowel where it is spoken."""
    char = word[at]
    if char in letters.vowels:
        return letters.vowels[char]
    if char in letters.signs:
        return letters.signs[char]
    if char not in letters.consonants:
        return char if char.isalnum() and char.isascii() else ""
    return letters.consonants[char] + ("o" if _spoken(word, at, letters) else "")


def _spoken(word: str, at: int, letters: _Letters) -> bool:
    """Whether a consonant without a sign keeps its vowel.

    It does in a first syllable and after a conjunct (চন্দ্র, খন্দকার); in the middle not before a
    syllable with a vowel of its own (রহমান is Rohman, নগর is Nogor), and at the end not at all.
    """
    after = word[at + 1 : at + 2]
    if after and after not in letters.consonants:
        return False
    if word[at - 1 : at] == _HASANTA:
        return True
    if not after:
        return False
    return at == 0 or word[at + 2 : at + 3] in {"", *letters.consonants}
