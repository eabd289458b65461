"""The words that names are built of, and the flags by which the tagger knows a word."""

from __future__ import annotations

from functools import cache

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.keys import folded
from shutro.bangla.stems import cuts
from shutro.meaning.lexicon import load
from shutro.meaning.names.known.gazetteer import gazetteer
from shutro.meaning.names.known.words import word_list


@cache
def _parts() -> dict[str, str]:
    """The words names are built of (`data/parts.toml`) and the titles beside them, with their flags."""
    parts = load("parts")
    lists = (
        ("n", parts["person"].split()),
        ("b", parts["body"].split()),
        ("v", parts["place"].split()),
        ("t", word_list("before")),
    )
    out: dict[str, str] = {}
    for flag, words in lists:
        for word in {folded(word) for word in words}:
            out[word] = out.get(word, "") + flag
    return out


@cache
def taught_nicknames() -> frozenset[str]:
    """Common words that end a full name as a nickname, as search keys: those that repairs know of."""
    return _words("nick")


@cache
def nicknames() -> frozenset[str]:
    """All of these."""
    return taught_nicknames() | _words("called")


@cache
def _families() -> frozenset[str]:
    """Families' names beside those that the tagger was taught."""
    return _words("family")


def _words(name: str) -> frozenset[str]:
    return frozenset(folded(word) for word in load("parts")[name].split())


@kept(WORDS)
def flags(word: str) -> str:
    """The flags of the built-in gazetteer, which the weights were trained with.

    Beside the names themselves: `n` a part of persons' names, `b` and `v` what the names of bodies
    and places end in, `t` a title.
    """
    return gazetteer().flags(word) + "+" + _parts().get(word, "")


def is_taught(word: str) -> bool:
    """Whether the search key `word` is a part of persons' names that the tagger was taught."""
    return "n" in flags(word).split("+")[1]


@kept(WORDS)
def is_part(word: str) -> bool:
    """Whether the search key `word` is a part of persons' names as it stands."""
    return is_taught(word) or word in _families()


@kept(WORDS)
def is_surname(word: str) -> bool:
    """Whether a word, with or without an ending, is a family's name that is nobody's first name."""
    return not _families().isdisjoint((word, *cuts(word, "name")))
