"""Full names, and the short ones that return to them."""

from __future__ import annotations

from collections.abc import Iterator

from shutro.bangla.kept import PAIRS, kept
from shutro.bangla.keys import sound_key
from shutro.meaning.names.canonical.base import Base
from shutro.model import NameKind


@kept(PAIRS)
def sounds(key: str) -> tuple[str, ...]:
    """The sound of each word of a search key."""
    return tuple(sound_key(word) for word in key.split(" "))


class Fulls:
    """Full names met so far, found again by any of their words."""

    def __init__(self) -> None:
        self._by_word: dict[tuple[str, str], list[tuple[Base, str]]] = {}

    def add(self, kind: str, base: Base, canonical: str) -> None:
        """Note a name of two words or more, and the canonical name it has; others are left out."""
        if len(base.words) < 2:
            return
        for sound in dict.fromkeys(sounds(base.key)):
            self._by_word.setdefault((kind, sound), []).append((base, canonical))

    def containing(self, kind: str, base: Base) -> Iterator[tuple[Base, str]]:
        """The full names of a kind that have the words of `base` and more, the last met first."""
        for full, canonical in reversed(self._by_word.get((kind, sounds(base.key)[0]), [])):
            if is_short_for(base, full):
                yield full, canonical


def is_short_for(short: Base, full: Base) -> bool:
    """Whether the words of `short` stand in `full` in their order, and `full` has more of them."""
    few, many = sounds(short.key), sounds(full.key)
    if len(few) >= len(many):
        return False
    return any(many[i : i + len(few)] == few for i in range(len(many) - len(few) + 1))


def entity_id(kind: NameKind, canonical: str) -> str:
    """The id of an entity by its kind and canonical name; spellings of one sound share it."""
    return f"{kind}:{sound_key(canonical)}"
