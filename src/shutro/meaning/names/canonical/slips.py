"""Well-known names that are printed wrong."""

from __future__ import annotations

from shutro.bangla.keys import folded, sound_key
from shutro.meaning.names.canonical.base import Base
from shutro.meaning.names.known.gazetteer import Gazetteer, Spelling
from shutro.meaning.names.known.words import word_list
from shutro.model import NameKind


def distance(a: str, b: str) -> int:
    """The number of letters to add, drop or change to make `a` into `b`."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def slip_of(base: Base, kind: NameKind, known: Gazetteer) -> Spelling | None:
    """The well-known name that a printed one misspells: one sign off, or a wrong first name.

    উত্তর কোরিরা is উত্তর কোরিয়া; ভলোদিমির পুতিন is ভ্লাদিমির পুতিন, whose পুতিন is nobody else's.
    """
    words = base.words
    if len(words) != 2:
        return None
    alone = known.find(words[1]) if kind == "PER" and words[1] not in word_list("words") else None
    if alone and alone.known.kind == "PER":
        first = folded(alone.known.canonical).split(" ")[0]
        return alone if _nearly(words[0], first, 3) else None
    if kind != "LOC":
        return None
    near = [
        spelling for second, spelling in known.places_of_two.get(words[0], ()) if _nearly(words[1], second, 1)
    ]
    return near[0] if len({id(s.known) for s in near}) == 1 else None


def _nearly(word: str, right: str, far: int) -> bool:
    """Whether two words begin alike and lie at most `far` letters apart, neither the other's beginning."""
    a, b = sound_key(word), sound_key(right)
    return (
        a[:1] == b[:1]
        and not a.startswith(b)
        and not b.startswith(a)
        and min(len(a), len(b)) >= 4
        and distance(a, b) <= far
    )
