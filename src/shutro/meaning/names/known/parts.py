"""The words that names are built of, and the flags by which the tagger knows a word."""

from __future__ import annotations

from functools import cache

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.keys import folded
from shutro.meaning.lexicon import load
from shutro.meaning.names.known.gazetteer import gazetteer


@cache
def _parts() -> dict[str, str]:
    """The words names are built of (`data/parts.toml`) and the titles beside them, with their flags."""
    parts = load("parts")
    titles = load("titles")
    lists = (
        ("n", parts["person"].split()),
        ("b", parts["body"].split()),
        ("v", parts["place"].split()),
        ("t", titles["before"]),
    )
    out: dict[str, str] = {}
    for flag, words in lists:
        for word in {folded(word) for word in words}:
            out[word] = out.get(word, "") + flag
    return out


@cache
def nicknames() -> frozenset[str]:
    """Common words that end a full name as a nickname (`data/parts.toml`), as search keys."""
    return frozenset(folded(word) for word in load("parts")["nick"].split())


@kept(WORDS)
def flags(word: str) -> str:
    """The flags of the built-in gazetteer, which the weights were trained with.

    Beside the names themselves: `n` a part of persons' names, `b` and `v` what the names of bodies
    and places end in, `t` a title.
    """
    return gazetteer().flags(word) + "+" + _parts().get(word, "")


def is_part(word: str) -> bool:
    """Whether the search key `word` is a part of persons' names as it stands."""
    return "n" in flags(word).split("+")[1]
