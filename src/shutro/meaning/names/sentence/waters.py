"""Rivers by their name alone."""

from __future__ import annotations

from collections.abc import Sequence

from shutro.meaning.names.known.words import heads
from shutro.meaning.names.sentence.sites import FLOWING, Nouns, flows
from shutro.meaning.names.tagging.mentions import Mention, covered
from shutro.meaning.names.tagging.tokens import Token, is_mark


def rivers(row: Sequence[Token], nouns: Nouns, found: Sequence[Mention]) -> list[Mention]:
    """Rivers by name alone, where the sentence tells of water (তিস্তার পানি); people are called so, too."""
    at = [i for i, lists in nouns.items() if "river" in lists]
    if not at or all(FLOWING.isdisjoint(lists) for lists in nouns.values()):
        return []
    taken = covered(found)
    free = (i for i in at if i not in taken and (_is_inflected(row[i].key) or _stands_alone(row, i + 1)))
    return [Mention(i, i + 1, "LOC", "water") for i in free]


def _is_inflected(key: str) -> bool:
    return (key,) not in heads("river")


def _stands_alone(row: Sequence[Token], at: int) -> bool:
    """Whether nothing comes at a token that a bare name could make one with (কপোতাক্ষ মহাবিদ্যালয়)."""
    return at == len(row) or is_mark(row[at]) or (row[at].key,) in heads("and") or flows(row[at].key)
