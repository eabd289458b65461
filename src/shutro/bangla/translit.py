"""Bangla names in Latin letters, for readers who have no other spelling of them.

A transliteration is derived, not known: Hossain and Hosen are both হোসেন. Where a spelling is
known it goes before this one.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from shutro.bangla.keys import composed, folded

_HASANTA = "\u09cd"


@dataclass(frozen=True, slots=True)
class _Letters:
    inherent: str
    consonants: dict[str, str]
    vowels: dict[str, str]
    signs: dict[str, str]
    clusters: dict[str, str]
    suffixes: dict[str, str]
    known: dict[str, str]


@cache
def _letters() -> _Letters:
    text = resources.files("shutro.bangla").joinpath("data/latin.toml").read_text("utf-8")
    data = tomllib.loads(text)
    tables = {
        group: {composed(bangla): latin for bangla, latin in pairs.items()}
        for group, pairs in data.items()
        if group not in {"inherent", "known"}
    }
    return _Letters(
        data["inherent"],
        tables["consonants"],
        tables["vowels"],
        tables["signs"] | tables["others"],
        tables["clusters"],
        dict(sorted(tables["suffixes"].items(), key=lambda pair: -len(pair[0]))),
        {folded(bangla): latin for latin, forms in data["known"].items() for bangla in forms.split()},
    )


def romanised(name: str) -> str:
    """`name` in Latin letters, each word with a capital: জোবেদা খাতুন → Jobeda Khatun.

    Parts of persons' names are written as they are best known (রহমান is Rahman); all else by its letters.
    """
    return " ".join(_word(word).capitalize() for word in folded(name).split(" ") if word)


def _word(word: str) -> str:
    letters = _letters()
    if latin := letters.known.get(word):
        return latin
    for suffix, latin in letters.suffixes.items():
        if word.endswith(suffix) and len(word) - len(suffix) >= 2 and word[-len(suffix) - 1] != _HASANTA:
            return _word(word[: -len(suffix)]).lower() + latin
    out: list[str] = []
    at = 0
    while at < len(word):
        length = next(
            (n for n in _CLUSTERS if word[at : at + n] in letters.clusters and at + n <= len(word)), 0
        )
        if length:
            out.append(letters.clusters[word[at : at + length]])
            at += length
            if word[at - 1] in letters.consonants and _spoken(word, at - 1, letters):
                out.append(letters.inherent)
        else:
            out.append(_letter(word, at, letters))
            at += 1
    return "".join(out)


_CLUSTERS = (6, 5, 4, 3, 2)


def _letter(word: str, at: int, letters: _Letters) -> str:
    """One letter, with the inherent vowel where it is spoken."""
    char = word[at]
    if char in letters.vowels:
        return letters.vowels[char]
    if char in letters.signs:
        return letters.signs[char]
    if char == "\u09af" and word[at - 1 : at] == _HASANTA:
        return "y" + (letters.inherent if _spoken(word, at, letters) else "")
    if char == "\u0981":  # চাঁদ is Chand, গাঁও Gaon
        return "n" if word[at + 1 : at + 2] in letters.consonants else ""
    if char not in letters.consonants:
        return char if char.isalnum() and char.isascii() else ""
    return letters.consonants[char] + (letters.inherent if _spoken(word, at, letters) else "")


def _spoken(word: str, at: int, letters: _Letters) -> bool:
    """Whether the consonant or cluster that ends at `at`, without a sign, keeps its vowel.

    It does in a first syllable and after a conjunct (চন্দ্র, খন্দকার); in the middle not before a
    syllable with a vowel of its own (সালমান is Salman, কমল is Kamal), and at the end not at all.
    """
    after = word[at + 1 : at + 2]
    if after and after in _FINAL:
        return True
    if after and after not in letters.consonants:
        return False
    if _HASANTA in word[max(0, at - 1) : at]:
        return bool(after) or word[at] not in _CLOSED
    if not after:
        return False
    return at == 0 or word[at + 2 : at + 3] in {"", _HASANTA, *letters.consonants}


_FINAL = frozenset("ংঃ")  # close a syllable whose vowel is spoken
_CLOSED = frozenset("কগজটড")  # end a word after another consonant with no vowel (পার্ক, গঞ্জ; not বসন্ত)
