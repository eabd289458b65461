"""The data files of this room, read once: sets and tables of folded words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from shutro.bangla.verbs import fold

Table = dict[str, Any]


@cache
def load(name: str) -> Table:
    """A TOML file of `meaning/data` as it stands."""
    return tomllib.loads(files("shutro.meaning").joinpath(f"data/{name}.toml").read_text("utf-8"))


def folded(words: Iterable[str]) -> frozenset[str]:
    """The lookup keys of words."""
    return frozenset(fold(word) for word in words)


def strings(value: object) -> tuple[str, ...]:
    """A list of strings from a data file, folded."""
    if not isinstance(value, list):
        raise TypeError(f"a list was expected, not {value!r}")
    return tuple(fold(str(item)) for item in value)


def mapping(value: object) -> dict[str, str]:
    """A table of strings from a data file, keys folded."""
    if not isinstance(value, dict):
        raise TypeError(f"a table was expected, not {value!r}")
    return {fold(str(key)): str(item) for key, item in value.items()}


def pair(text: str) -> tuple[str, str]:
    """The lookup keys of two words: `হাত + মেলানো`."""
    left, _, right = text.partition("+")
    return fold(left.strip()), fold(right.strip())


@cache
def closed(group: str) -> frozenset[str]:
    """A closed class of `data/grammar.toml`, folded."""
    return folded(load("grammar")[group]["words"])


@cache
def endings(group: str) -> tuple[str, ...]:
    """The same in its own order: for endings, the longer before the shorter."""
    return strings(load("grammar")[group]["words"])
