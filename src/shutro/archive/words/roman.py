"""Bangla words and Latin spellings of them brought to one sound, so that either finds the other.

Nobody romanises Bangla by one rule: the same word is hotta, hottya and hatya. Both sides are therefore
read into phones; `skeleton` keeps the consonants, by which likely pairs are looked up, and `likeness`
weighs the vowels between them.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import regex

from shutro.archive.words.datafiles import load
from shutro.bangla.kept import WORDS, kept

_HASANTA = "্"
_SILENT_B = regex.compile("(?<![রমবল])্ব")
_NOT_CONSONANT = regex.compile(r"[aeiouOy]+")
_LONGER = 3  # how many times as long as in the other script a name may be
_DOUBLED = regex.compile(r"([a-z])\1+")


@dataclass(frozen=True, slots=True)
class _Sounds:
    """`data/sounds.toml`."""

    respelt_bangla: tuple[tuple[str, str], ...]
    respelt_latin: tuple[tuple[regex.Pattern[str], str], ...]
    also_latin: tuple[tuple[regex.Pattern[str], str], ...]
    latin: tuple[tuple[str, str], ...]
    consonants: dict[str, str]
    vowels: dict[str, str]
    near: dict[frozenset[str], float]
    skipped: dict[str, float]


def _load() -> _Sounds:
    data = load("sounds")
    return _Sounds(
        tuple((cluster, simple) for cluster, simple in data["respelt_bangla"]),
        tuple((regex.compile(pattern), instead) for pattern, instead in data["respelt_latin"]),
        tuple((regex.compile(pattern), instead) for pattern, instead in data["also_latin"]),
        tuple((spelling, phones) for spelling, phones in data["latin"]),
        {letter: phone for phone, letters in data["consonants"].items() for letter in letters},
        {letter: phone for phone, letters in data["vowels"].items() for letter in letters},
        {frozenset(pair): cost for pair, cost in data["near"].items()},
        data["skipped"],
    )


_SOUNDS = _load()


@kept(WORDS)
def phones_of_bangla(form: str) -> str:
    """The phones of a Bangla key: consonants folded, vowels, `O` for a vowel that is not written."""
    for cluster, simple in _SOUNDS.respelt_bangla:
        form = form.replace(cluster, simple)
    form = _SILENT_B.sub("", form)
    out: list[str] = []
    for at, char in enumerate(form):
        after = form[at + 1 : at + 2]
        if char == "য" and at and form[at - 1] == _HASANTA:
            # After a reph it is a জ (মর্যাদা); at the start of a word র্য is no reph (র‍্যাব).
            out.append("j" if at > 2 and form[at - 2] == "র" else "y")
        elif char in _SOUNDS.consonants:
            out.append(_SOUNDS.consonants[char])
            if (
                char != "ং"
                and after not in _SOUNDS.vowels
                and after not in (_HASANTA, "\u09df", "ৎ")
                and after
            ):
                out.append("O")
        elif char == "\u09df":
            out.append("y")
        elif char in _SOUNDS.vowels:
            out.append(_SOUNDS.vowels[char])
    if form[-1:] in _SOUNDS.consonants and form[-1:] not in "ংৎ":
        out.append("O")
    return _DOUBLED.sub(r"\1", "".join(out))


@kept(WORDS)
def phones_of_latin(word: str) -> tuple[str, ...]:
    """The phones a Latin spelling may stand for, the likelier first; `c` is ক to some and চ to others."""
    word = word.casefold()
    readings = [word]
    for pattern, instead in _SOUNDS.respelt_latin:
        readings[0] = pattern.sub(instead, readings[0])
    readings += [word] * ("c" in word)
    readings += [pattern.sub(instead, readings[0]) for pattern, instead in _SOUNDS.also_latin]
    return tuple(dict.fromkeys(map(_phones, readings)))


def _phones(word: str) -> str:
    out: list[str] = []
    at = 0
    while at < len(word):
        for spelling, phones in _SOUNDS.latin:
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
            change = 0.0 if one == other else _SOUNDS.near.get(frozenset((one, other)), 1.2)
            row.append(min(before[at - 1] + change, before[at] + skip, row[-1] + skips[at - 1]))
        before = row
    return max(0.0, 1.0 - before[-1] / max(2.0, len(skeleton(bangla)) + 1.0))


def across(one: str, other: str) -> float:
    """How well a name in Latin letters and one in Bangla agree by sound, 0..1; 0 of two in one script."""
    if one.isascii() == other.isascii() or not one or not other:
        return 0.0
    latin, bangla = (one, other) if one.isascii() else (other, one)
    if max(len(one), len(other)) > _LONGER * min(len(one), len(other)):
        return 0.0
    return max(likeness(phones, phones_of_bangla(bangla)) for phones in phones_of_latin(latin))


def _skips(phones: str) -> list[float]:
    """What leaving out each phone costs; the second of two like consonants little."""
    costs: list[float] = []
    last = ""
    for phone in phones:
        glide = phone == "i" and costs and phones[len(costs) - 1] in "eo"
        costs.append(0.3 if phone == last or glide else _SOUNDS.skipped.get(phone, 1.5))
        last = phone if phone not in _SOUNDS.skipped else last if phone == "O" else ""
    return costs
