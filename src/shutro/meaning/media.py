"""News media, told from other bodies, and the platforms people speak on."""

from __future__ import annotations

from functools import cache

from shutro.bangla.verbs import fold
from shutro.meaning.agents import Party
from shutro.meaning.lexicon import load, strings


@cache
def _names() -> tuple[frozenset[str], tuple[str, ...]]:
    data = load("media")["media"]
    return frozenset(name.replace(" ", "") for name in strings(data["names"])), strings(data["ends"])


@cache
def platforms() -> dict[str, str]:
    """The platforms, by every spelling."""
    data = load("media")["platforms"]
    return {fold(alias): str(name) for name, aliases in data.items() for alias in [name, *aliases]}


def is_known_medium(canonical: str) -> bool:
    """Whether a canonical name is that of a medium known by name."""
    return fold(canonical).replace(" ", "") in _names()[0]


def is_medium(party: Party) -> bool:
    """Whether a party is a news medium, by its name or by what it is called."""
    if party.kind == "media":
        return True
    if not party.named or party.kind not in {"ORG", "MISC", "LOC"}:
        return False
    return is_known_medium(party.canonical) or fold(party.canonical).endswith(_names()[1])
