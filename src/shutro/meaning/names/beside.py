"""What stands beside a name: nouns that belong to it, words that carry an ending, words no dictionary has."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from shutro.bangla.kept import kept
from shutro.bangla.keys import folded
from shutro.bangla.stems import classes, cuts, stem
from shutro.meaning.names.features import Token
from shutro.meaning.names.gazetteer import Gazetteer, Spelling, data, flags, nicknames


@cache
def heads(*names: str) -> frozenset[tuple[str, ...]]:
    """The lists of `data/heads.toml` that are named, each noun as its words."""
    return frozenset(
        tuple((folded(noun) or noun).split(" ")) for name in names for noun in data("heads")[name]
    )


def forms_of(tail: Sequence[Token]) -> list[tuple[str, ...]]:
    """The words of a phrase, the last as printed and without each ending it may carry."""
    keys = tuple(token.key for token in tail)
    return [keys, *((*keys[:-1], cut) for cut in cuts(keys[-1], "name"))]


def is_noun(key: str, *names: str) -> bool:
    """Whether a word, with or without an ending, is a noun of the lists that are named."""
    return not _lone(*names).isdisjoint((key, *cuts(key, "name")))


@cache
def _lone(*names: str) -> frozenset[str]:
    """The nouns of lists that are one word."""
    return frozenset(words[0] for words in heads(*names) if len(words) == 1)


def is_bare(token: Token) -> bool:
    """Whether a word carries no case ending that could be seen; আক্তার is a part of names and has none."""
    return stem(token.key) == token.key or "n" in flags(token.key).split("+")[1]


def known_as(key: str, known: Gazetteer) -> Spelling | None:
    """What a search key stands for, as it is or without an ending."""
    return next((s for k in (key, *cuts(key, "name")) if (s := known.find(k))), None)


def is_foreign(token: Token) -> bool:
    """A word that the dictionary does not have, with no ending to be seen."""
    return _is_foreign(token.key)


@kept(50_000)
def _is_foreign(key: str) -> bool:
    if not key[0].isalpha() or key.isascii() or len(key) <= 2 or classes(key) or stem(key) != key:
        return False
    return not any(key.endswith(ending) for (ending,) in heads("derived"))


def is_name_part(token: Token) -> bool:
    """Whether a word is a part of persons' names and no common word beside."""
    return _is_name_part(token.key)


@kept(50_000)
def _is_name_part(key: str) -> bool:
    own = key if "n" in flags(key).split("+")[1] else stem(key)
    marks = flags(own).split("+")[1]
    if own in nicknames():
        return not classes(own)
    return "n" in marks and not set("tbv") & set(marks) and not set(classes(own)) & set("vcdp")
