"""Known names that a text spells otherwise: together or apart, with dots, with other vowels (বি.এন.পি)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.stems import classes, cuts
from shutro.bangla.words import letters
from shutro.meaning.names.canonical.base import Base, bases
from shutro.meaning.names.canonical.slips import distance
from shutro.meaning.names.known.gazetteer import Gazetteer, Spelling, known_as
from shutro.meaning.names.known.parts import is_part
from shutro.meaning.names.tagging.mentions import Mention, Sentence
from shutro.meaning.names.tagging.tokens import Token

_SHORTEST = 7  # signs: shorter words sound like others
_APART = 2


def respelt(row: Sentence, known: Gazetteer) -> Sentence:
    """The sentence with the bodies and places it spells as no list does."""
    tokens = row.tokens
    new = [
        Mention(first, last, spelling.kind, "known:sound")
        for first, last, spelling in _otherwise(tokens, known)
    ]
    if not new:
        return row
    kept_ = [piece for m in row.mentions for piece in _beside(m, new)]
    found = [m for m in new if not any(k.first < m.last and m.first < k.last for k in kept_)]
    return row.having((*kept_, *found))


def _otherwise(row: Sequence[Token], known: Gazetteer) -> list[tuple[int, int, Spelling]]:
    """The extents of such names, and what they stand for."""
    out = []
    after = 0
    for at in [i - 1 for i, token in enumerate(row) if token.key == "." and i]:
        if at < after or (last := _dotted(row, at)) == at:
            continue
        after = last
        key = "".join(t.key for t in row[at:last:2])
        found = known_as(key, known)
        if found and found.kind == "ORG":
            out.append((at, last, found))
    for i in [i for i, token in enumerate(row) if _may_sound(token.key)]:
        if sounding := _sounding(row[i].key, known):
            out.append((i, i + 1, sounding))
    return out


def _sounding(key: str, known: Gazetteer) -> Spelling | None:
    """What a word that may sound like a known name does sound like, if it is none as it stands."""
    forms = (key, *cuts(key, "name"))
    if any(map(known.find, forms)):
        return None
    return next((found for form in forms if (found := _alike(form, known))), None)


def _alike(key: str, known: Gazetteer) -> Spelling | None:
    """The known name that sounds like a search key, if the two differ in a sign or two and in spaces."""
    found = known.sounding(key)
    if found is None or key[0] != found[0][0]:
        return None
    near = distance(key.replace(" ", ""), found[0].replace(" ", "")) <= _APART
    return found[1] if near else None


def _dotted(row: Sequence[Token], at: int) -> int:
    """Where letters end that begin at a token and are parted by dots; `at` where there are none."""
    last = at
    while last + 1 < len(row) and row[last].key in letters() and row[last + 1].key == ".":
        if row[last + 1].start != row[last].end:
            break
        last += 2
    on = at < last < len(row) and row[last].start == row[last - 1].end and row[last].key[0].isalpha()
    last += 1 if on else -1
    return last if last - at >= 3 else at


@kept(WORDS)
def _may_sound(key: str) -> bool:
    """Whether a word could be a name in another spelling: long, and in no dictionary, inflected or bare."""
    if len(key) < _SHORTEST or not key[0].isalpha() or classes(key) or is_part(key):
        return False
    return not any(map(classes, cuts(key, "name")))


def _beside(m: Mention, new: Sequence[Mention]) -> list[Mention]:
    """What is left of a mention that one of the new ones is, or begins: দক্ষিণআফ্রিকার জ্যাক ক্যালিস."""
    over = next((n for n in new if n.first < m.last and m.first < n.last), None)
    if over is None or m.is_known:
        return [m]
    if over.first <= m.first and m.last <= over.last:
        return []
    owned = m.kind == "PER" and over.first == m.first
    return [replace(m, first=over.last)] if owned else [m]


def sounds_like(printed: str, kind: str, known: Gazetteer) -> tuple[Base, Spelling] | None:
    """The body or place that a printed name is in another spelling (আওয়ামি লীগ, ছাত্র লীগ), and its base."""
    forms = [(base, found) for base in bases(printed) if (found := _alike(base.key.replace(".", " "), known))]
    return forms[-1] if forms and forms[-1][1].kind == kind else None
