"""Bangla words and Latin spellings of them brought to one sound, so that either finds the other.

Nobody romanises Bangla by one rule: the same word is hotta, hottya and hatya. Both sides are therefore
read into phones; `skeleton` keeps the consonants, by which likely pairs are looked up, and `likeness`
weighs the vowels between them.
"""

from __future__ import annotations

from functools import lru_cache

import regex

_HASANTA = "্"
_CONSONANTS = {
    **dict.fromkeys("কখ", "k"), **dict.fromkeys("গঘ", "g"), **dict.fromkeys("চছ", "c"), **dict.fromkeys("জঝয", "j"),
    **dict.fromkeys("টঠতথৎ", "t"), **dict.fromkeys("ডঢদধ", "d"), **dict.fromkeys("নণঞঙং", "n"), **dict.fromkeys("পফ", "p"),
    **dict.fromkeys("বভ", "b"), "ম": "m", **dict.fromkeys("র\u09dc\u09dd", "r"), "ল": "l", **dict.fromkeys("শষস", "s"), "হ": "h",
}  # fmt: skip
_VOWELS = {
    "া": "a", "আ": "a", "ি": "i", "ী": "i", "ই": "i", "ঈ": "i", "ু": "u", "ূ": "u", "উ": "u", "ঊ": "u", "ে": "e", "এ": "e",
    "ো": "o", "ও": "o", "অ": "o", "ৈ": "oi", "ঐ": "oi", "ৌ": "ou", "ঔ": "ou", "ৃ": "ri", "ঋ": "ri",
}  # fmt: skip
_SPECIAL = (
    ("ক্ষ", "খ"),
    ("জ্ঞ", "গ"),
    ("ঙ্গ", "ং"),
    ("হ্ম", "ম"),
    ("্ব", "\u09ac\u200c"),
    ("ওয়", "ও"),
    ("অ্যা", "এ"),
    ("এ্যা", "এ"),
)
_LATIN = (
    ("chh", "c"), ("kkh", "k"), ("ksh", "k"), ("kh", "k"), ("gh", "g"), ("ch", "c"), ("jh", "j"), ("th", "t"), ("dh", "d"),
    ("ph", "p"), ("bh", "b"), ("sh", "s"), ("rh", "r"), ("ng", "n"), ("ck", "k"),
    ("ee", "i"), ("oo", "u"), ("aa", "a"), ("ou", "ou"), ("ow", "ou"), ("au", "ou"), ("oi", "oi"), ("ai", "ai"), ("ey", "e"),
    ("k", "k"), ("q", "k"), ("x", "ks"), ("g", "g"), ("c", "c"), ("j", "j"), ("z", "j"), ("t", "t"), ("d", "d"), ("n", "n"),
    ("p", "p"), ("f", "p"), ("b", "b"), ("v", "b"), ("m", "m"), ("r", "r"), ("l", "l"), ("s", "s"), ("h", "h"), ("w", ""),
    ("y", "y"), ("a", "a"), ("e", "e"), ("i", "i"), ("o", "o"), ("u", "u"),
)  # fmt: skip
_SOFT_C = regex.compile(r"c(?=[eiy])")
_HARD_C = regex.compile(r"c(?!h)")
_NOT_CONSONANT = regex.compile(r"[aeiouOy]+")
_DOUBLED = regex.compile(r"([a-z])\1+")
_NEAR = {
    frozenset("Oo"): 0.0, frozenset("Oa"): 0.15, frozenset("Ou"): 0.5, frozenset("Oe"): 0.6, frozenset("ou"): 0.35, frozenset("ie"): 0.35,
    frozenset("ea"): 0.5, frozenset("oa"): 0.6, frozenset("iy"): 0.1, frozenset("ey"): 0.4,
}  # fmt: skip
_SKIPPED = {"O": 0.1, "y": 0.05, "i": 0.8, "u": 0.8, "e": 0.8, "a": 0.9, "o": 0.5}


@lru_cache(maxsize=100_000)
def phones_of_bangla(form: str) -> str:
    """The phones of a Bangla key: consonants folded, vowels, `O` for a vowel that is not written."""
    for cluster, simple in _SPECIAL:
        form = form.replace(cluster, simple)
    out: list[str] = []
    for at, char in enumerate(form):
        after = form[at + 1 : at + 2]
        if char == "য" and at and form[at - 1] == _HASANTA:
            out.append("y")
        elif char in _CONSONANTS and after != "\u200c":
            out.append(_CONSONANTS[char])
            if char != "ং" and after not in _VOWELS and after not in (_HASANTA, "\u09df", "ৎ") and after:
                out.append("O")
        elif char == "\u09df":
            out.append("y")
        elif char in _VOWELS:
            out.append(_VOWELS[char])
    return _DOUBLED.sub(r"\1", "".join(out))


@lru_cache(maxsize=10_000)
def phones_of_latin(word: str) -> str:
    """The phones of a Latin spelling, case folded; what is no Latin letter is left out."""
    word = _SOFT_C.sub("s", word.casefold()) if "ch" not in word else word
    out: list[str] = []
    at = 0
    while at < len(word):
        for spelling, phones in _LATIN:
            if word.startswith(spelling, at):
                out.append(phones)
                at += len(spelling)
                break
        else:
            at += 1
    return _DOUBLED.sub(r"\1", "".join(out))


def skeleton(phones: str) -> str:
    """The consonants of a string of phones, a doubled one once."""
    return _DOUBLED.sub(r"\1", _NOT_CONSONANT.sub("", phones))


def likeness(latin: str, bangla: str) -> float:
    """How well two strings of phones agree, 0..1; 1 is the same sound.

    A weighted edit distance by length: consonants must agree, an unwritten vowel may be anything.
    """
    before = [0.0]
    for char in bangla:
        before.append(before[-1] + _SKIPPED.get(char, 1.5))
    for one in latin:
        row = [before[0] + _SKIPPED.get(one, 1.5)]
        for at, other in enumerate(bangla, 1):
            change = 0.0 if one == other else _NEAR.get(frozenset((one, other)), 1.2)
            row.append(
                min(
                    before[at - 1] + change,
                    before[at] + _SKIPPED.get(one, 1.5),
                    row[-1] + _SKIPPED.get(other, 1.5),
                )
            )
        before = row
    return max(0.0, 1.0 - before[-1] / max(2.0, len(skeleton(bangla)) + 1.0))
