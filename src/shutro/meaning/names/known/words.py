"""The lists of words that stand in names and beside them, as search keys."""

from __future__ import annotations

from functools import cache

from shutro.bangla.keys import folded
from shutro.bangla.stems import cuts
from shutro.meaning.lexicon import load


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of `data/titles.toml` or `data/ambiguous.toml`, as search keys."""
    return frozenset(folded(word) for word in _lists()[name])


@cache
def _lists() -> dict[str, list[str]]:
    titles = load("titles")
    before = [*titles["before"], *load("callings")["words"]]
    return titles | load("ambiguous") | {"before": before}


@cache
def office_heads() -> frozenset[str]:
    """The nouns of `data/offices.toml`, as search keys."""
    return frozenset(folded(head) for head in load("offices")["heads"])


@cache
def heads(*names: str) -> frozenset[tuple[str, ...]]:
    """The lists of `data/heads.toml` that are named, each noun as its words."""
    return frozenset(
        tuple((folded(noun) or noun).split(" ")) for name in names for noun in load("heads")[name]
    )


def is_noun(key: str, *names: str) -> bool:
    """Whether a word, with or without an ending, is a noun of the lists that are named."""
    return not lone(*names).isdisjoint((key, *cuts(key, "name")))


@cache
def lone(*names: str) -> frozenset[str]:
    """The nouns of lists that are one word."""
    return frozenset(words[0] for words in heads(*names) if len(words) == 1)


@cache
def tails(*names: str) -> tuple[str, ...]:
    """The lists of `data/heads.toml` that are named, as what words may end in."""
    return tuple(sorted(word for (word,) in heads(*names)))
