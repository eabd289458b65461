"""What the words of a sentence could set off: most sentences have nothing that a repair looks for."""

from __future__ import annotations

from collections.abc import Iterable

from shutro.bangla.kept import WORDS, kept
from shutro.meaning.names.known.words import heads, word_list
from shutro.meaning.names.repairs.missing import place_noun
from shutro.meaning.names.tagging.tokens import Token

PLACE, OPENING, ABBREVIATED, STORM, BRACKET, DASH = 1, 2, 4, 8, 16, 32


def traits(row: Iterable[Token]) -> int:
    """All that the words of a sentence have, as bits."""
    found = 0
    for token in row:
        found |= _traits(token.key)
    return found


@kept(WORDS)
def _traits(key: str) -> int:
    """The noun of a place, an opening of official names, an abbreviated title, a storm, a bracket, a dash."""
    told = (
        (PLACE, place_noun(key) is not None),
        (OPENING, (key,) in heads("opening")),
        (ABBREVIATED, key in word_list("abbreviated")),
        (STORM, (key,) in heads("storm")),
        (BRACKET, key in "()"),
        (DASH, key in "-–"),
    )
    return sum(bit for bit, has in told if has)
