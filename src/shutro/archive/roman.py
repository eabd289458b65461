"""Bangla words and Latin spellings of them brought to one sound, so that either finds the other.

Nobody romanises Bangla by one rule: the same word is hotta, hottya and hatya. Both sides are therefore
read into phones; `skeleton` keeps the consonants, by which likely pairs are looked up, and `likeness`
weighs the vowels between them.
"""

from __future__ import annotations

import itertools
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
    ("ঙ্ঘ", "ং"),
    ("ংগ", "ং"),
    ("ংঘ", "ং"),
    ("হ্ম", "ম"),
    ("ওয়", "ও"),
    ("অ্যা", "এ"),
    ("এ্যা", "এ"),
)
_LATIN = (
    ("chh", "c"), ("ngh", "n"), ("ngg", "n"), ("kkh", "k"), ("ksh", "k"), ("kh", "k"), ("gh", "g"), ("ch", "c"), ("jh", "j"), ("th", "t"), ("dh", "d"),
    ("ph", "p"), ("bh", "b"), ("sh", "s"), ("ng", "n"), ("ck", "k"),
    ("ee", "i"), ("oo", "u"), ("aa", "a"), ("ou", "ou"), ("ow", "ou"), ("au", "ou"), ("oi", "oi"), ("ai", "ai"), ("ey", "e"),
    ("k", "k"), ("q", "k"), ("x", "ks"), ("g", "g"), ("c", "c"), ("j", "j"), ("z", "j"), ("t", "t"), ("d", "d"), ("n", "n"),
    ("p", "p"), ("f", "p"), ("b", "b"), ("v", "b"), ("m", "m"), ("r", "r"), ("l", "l"), ("s", "s"), ("h", "h"), ("w", "o"),
    ("y", "y"), ("a", "a"), ("e", "e"), ("i", "i"), ("o", "o"), ("u", "u"),
)  # fmt: skip
_SILENT_B = regex.compile("(?<![রমবল])্ব")
_RESPELT = (
    (regex.compile("c(?=[eiy])"), "s"),
    (regex.compile("c(?!h)|(?<=^s)ch(?=[aeiou])"), "k"),
    (regex.compile("que?"), "k"),
    (regex.compile("sw(?=[aeiou])"), "s"),
)
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
    form = _SILENT_B.sub("", form)
    out: list[str] = []
    for at, char in enumerate(form):
        after = form[at + 1 : at + 2]
        if char == "য" and at and form[at - 1] == _HASANTA:
            out.append("y")
        elif char in _CONSONANTS:
            out.append(_CONSONANTS[char])
            if char != "ং" and after not in _VOWELS and after not in (_HASANTA, "\u09df", "ৎ") and after:
                out.append("O")
        elif char == "\u09df":
            out.append("y")
        elif char in _VOWELS:
            out.append(_VOWELS[char])
    if form[-2:-1] == _HASANTA and out:
        out.append("O")
    return _DOUBLED.sub(r"\1", "".join(out))


@lru_cache(maxsize=10_000)
def phones_of_latin(word: str) -> tuple[str, ...]:
    """The phones a Latin spelling may stand for, the likelier first; `c` is ক to some and চ to others."""
    word = word.casefold()
    readings = [word]
    for pattern, instead in _RESPELT:
        readings[0] = pattern.sub(instead, readings[0])
    return tuple(dict.fromkeys(_phones(reading) for reading in readings + [word] * ("c" in word)))


def _phones(word: str) -> str:
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
    skips = _skips(bangla)
    before = [0.0, *itertools.accumulate(skips)]
    for one, skip in zip(latin, _skips(latin), strict=True):
        row = [before[0] + skip]
        for at, other in enumerate(bangla, 1):
            change = 0.0 if one == other else _NEAR.get(frozenset((one, other)), 1.2)
            row.append(min(before[at - 1] + change, before[at] + skip, row[-1] + skips[at - 1]))
        before = row
    return max(0.0, 1.0 - before[-1] / max(2.0, len(skeleton(bangla)) + 1.0))


def _skips(phones: str) -> list[float]:
    """What leaving out each phone costs; the second of two like consonants little."""
    costs = []
    last = ""
    for phone in phones:
        glide = phone == "i" and costs and phones[len(costs) - 1] in "eoa"
        costs.append(0.3 if phone == last or glide else _SKIPPED.get(phone, 1.5))
        last = phone if phone not in _SKIPPED else last if phone == "O" else ""
    return costs
