"""Short names and full names: from a list, from what articles explain, and by how they are formed.

দুর্নীতি দমন কমিশন is দুদক (the first syllables), লিবারেল ডেমোক্রেটিক পার্টি is এলডিপি (the first letters by
their Latin names).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import cache

import regex

from shutro.archive.words.datafiles import load
from shutro.archive.words.endings import stems
from shutro.archive.words.terms import is_number, plain, terms
from shutro.archive.words.wordlists import letter_forms, letter_names
from shutro.meaning.names.known.gazetteer import gazetteer

_SIGNS = regex.compile(r"(\p{L})((?:্\p{L})*\p{M}*)")
_EXPLAINED = regex.compile(r"\(\s*([\p{Bengali}\u200c\u200d]{2,24})\s*\)")
_NASALS = "\u0981\u0982\u0983"
_PARTED = regex.compile(r"[।,;:!?()]")
_BEFORE = 120  # characters before a bracket in which the full name may stand
_FEWEST, _LONGEST = 2, 7  # letters or words of a short name
_MOST = 64  # spellings of one short name
_Called = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]


@cache
def _latin_initials() -> dict[str, str]:
    data = load("sounds")
    return dict(data["initials"])


@cache
def _groups() -> dict[str, list[_Called]]:
    """Every known name by its first word, with what else it is called, in plain spelling.

    From the archive's own list and from the names known beforehand. A person's name of one word is
    left out: it is many people's.
    """
    data = load("names")
    groups: list[list[str]] = list(data["groups"])
    for known in gazetteer().entries:
        spellings = [one for one in known.spellings if known.kind != "PER" or len(one.split()) > 1]
        groups.append([*spellings, known.latin] if known.latin else spellings)
    found: dict[str, list[_Called]] = {}
    for group in groups:
        names = dict.fromkeys(tuple(plain(term.form) for term in terms(name)) for name in group)
        for name in names if len(names) > 1 else ():
            found.setdefault(name[0], []).append((name, tuple(other for other in names if other != name)))
    return found


@cache
def _heads() -> frozenset[str]:
    data = load("names")
    return frozenset(plain(terms(word)[0].form) for word in data["heads"])


def listed(words: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where the list's names stand in `words` (every word as its possible plain spellings), and what else
    they are called: (first, last, other name)."""
    for at, spellings in enumerate(words):
        for spelling in spellings:
            for name, others in _groups().get(spelling, []):
                end = at + len(name)
                if end <= len(words) and all(n in w for n, w in zip(name, words[at:end], strict=True)):
                    for other in others:
                        yield at, end - 1, other


def formed(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The short names of a body whose name has three words or more: initials, first syllables, and
    initials with the last word kept (এবি পার্টি)."""
    if len(words) < 3 or words[-1] not in _heads() or any(is_number(word) for word in words):
        return []
    short = [(name,) for name in (*_initials(words), *_syllables(words))]
    return short + [(name, words[-1]) for name in _initials(words[:-1])]


def _initials(words: Sequence[str]) -> list[str]:
    latin = [_latin_initials().get(word[0], "") for word in words]
    if not all(latin):
        return []
    every = itertools.islice(itertools.product(*latin), _MOST)
    spelt = (itertools.product(*(letter_names(letter) for letter in letters)) for letters in every)
    return list(dict.fromkeys(plain("".join(names)) for group in spelt for names in group))[:_MOST]


def _syllables(words: Sequence[str]) -> list[str]:
    """First letters with and without their vowel signs: বাফুফে, দুদক."""
    pieces = []
    for word in words:
        match = _SIGNS.match(word)
        if not match:
            return []
        pieces.append(tuple(dict.fromkeys((match[0].rstrip(_NASALS), match[1]))))
    return [plain("".join(parts)) for parts in itertools.islice(itertools.product(*pieces), _MOST)]


def explained(text: str) -> list[tuple[str, str]]:
    """The short names that `text` explains, as (short, full) in plain spelling: `জাতীয় রাজস্ব বোর্ড (এনবিআর)`.

    The full name is as many words before the bracket as the short one has letters.
    """
    found = []
    for match in _EXPLAINED.finditer(text):
        short = plain(terms(match[1])[0].form) if terms(match[1]) else ""
        width = _letters_in(short)
        if not _FEWEST <= width <= _LONGEST:
            continue
        full = terms(text, max(0, match.start() - _BEFORE), match.start())[-width:]
        if len(full) == width and not _PARTED.search(text, full[0].start, match.start()):
            words = [plain(term.form) for term in full]
            words[-1] = stems(words[-1])[-1]
            found.append((short, " ".join(words)))
    return found


@cache
def _letter_names() -> tuple[str, ...]:
    """The names of the Latin letters, in plain spelling, the longest first."""
    return tuple(sorted({plain(name) for name in letter_forms()}, key=lambda name: (-len(name), name)))


def _letters_in(short: str) -> int:
    """How many Latin letter names `short` is made of; 0 when it is not made of them."""
    at = count = 0
    while at < len(short):
        name = next((n for n in _letter_names() if short.startswith(n, at)), None)
        if name is None:
            return 0
        at += len(name)
        count += 1
    return count
