"""Names of states: which are one, and whose government a capital stands for."""

from __future__ import annotations

from shutro.bangla.verbs import fold
from shutro.meaning.lexicon import load, mapping
from shutro.meaning.parties.party import Party

_CAPITALS = mapping(load("phrases")["capitals"])
_STATES = frozenset(_CAPITALS) | frozenset(fold(state) for state in _CAPITALS.values())
_COUNTRIES = _STATES | frozenset(fold(state) for state in load("countries"))


def is_state(canonical: str) -> bool:
    """Whether a name is that of a state or its capital."""
    return fold(canonical) in _STATES


def is_country(canonical: str) -> bool:
    """Whether a name is that of any country or capital, which may speak as its government."""
    return fold(canonical) in _COUNTRIES


def state_named(canonical: str) -> str:
    """The state that a name is of: a capital is its country's."""
    return _CAPITALS.get(fold(canonical), canonical)


def government(party: Party) -> str:
    """Who is meant by a name that speaks: a capital is its country's government."""
    return state_named(party.canonical) if party.kind == "LOC" else party.canonical
