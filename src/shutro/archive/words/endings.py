"""Which forms may be one word with different endings: the inflection families of a search."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from shutro.archive.words.datafiles import load
from shutro.archive.words.roman import phones_of_bangla, skeleton
from shutro.archive.words.terms import plain
from shutro.bangla.kept import WORDS, kept
from shutro.bangla.keys import search_key
from shutro.bangla.stems import entry, lemma

_SHORTEST = 2  # letters of a stem
_SHORTEST_LATIN = 4  # and in Latin letters
_HASANTA = "\u09cd"
_VOWELS = frozenset("অআইঈউঊঋএঐওঔািীুূৃেৈোৌয়\u09df")


@dataclass(frozen=True, slots=True)
class _Endings:
    after_consonant: tuple[str, ...]
    after_vowel: tuple[str, ...]
    after_any: tuple[str, ...]
    latin: tuple[str, ...]
    whole: frozenset[str]


@cache
def _endings() -> _Endings:
    data = load("endings")
    latin = tuple(sorted(data.pop("latin"), key=len, reverse=True))
    lists = {name: tuple(plain(search_key(item).text) for item in items) for name, items in data.items()}
    return _Endings(
        lists["after_consonant"],
        lists["after_vowel"],
        lists["after_any"],
        latin,
        frozenset(word + end for word in lists["whole"] for end in ("", "ই", "ও")),
    )


def endings_after(stem: str) -> tuple[str, ...]:
    """The endings, in plain spelling, that may be written on to `stem`."""
    own = _endings().after_vowel if stem[-1:] in _VOWELS else _endings().after_consonant
    return (*own, *_endings().after_any)


@kept(WORDS)
def stems(form: str) -> tuple[str, ...]:
    """What `form`, in plain spelling, may be an ending of: itself first, then the longest stems first."""
    found = [form]
    if form in _endings().whole or form[:1].isascii():
        return tuple(found)
    for cut in range(len(form) - 1, _SHORTEST - 1, -1):
        stem, ending = form[:cut], form[cut:]
        if len(ending) <= 8 and stem[-1] != _HASANTA and ending in endings_after(stem):
            found.append(stem)
    return tuple(found)


def latin_stems(form: str) -> list[str]:
    """What a word typed in Latin letters may be an ending of (taskiner: taskin), the longest ending off
    first."""
    return [
        form[: -len(ending)]
        for ending in _endings().latin
        if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST_LATIN
    ]


@cache
def ending_sounds() -> tuple[str, ...]:
    """The consonant skeletons that an ending may add to a word's own."""
    own = _endings()
    every = (*own.after_consonant, *own.after_vowel, *own.after_any)
    return tuple(dict.fromkeys(("", *(skeleton(phones_of_bangla(ending)) for ending in every))))


@kept(WORDS)
def has_endings(form: str) -> bool:
    """Whether `form`, in plain spelling, may be a stem and an ending: not where the dictionary knows it
    as a form of some other word (আমরাও of আমি, করেও of করা)."""
    return not is_whole(form) and (entry(form) is None or plain(lemma(form)) in stems(form))


def is_whole(form: str) -> bool:
    """Whether the form never is a stem with an ending, though it looks like one."""
    return form in _endings().whole
