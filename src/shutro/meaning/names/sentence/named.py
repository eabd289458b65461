"""Names told by নামে, নামের and নামক behind them, and by what it is that is called so.

In হাতেম শেখ নামে এক কৃষক somebody is, in সুদঝা নামের একটি শহর a place, in উদীয়ন নামের একটি সংগঠন a body.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.stems import classes, count, cuts
from shutro.meaning.names.known.endings import CASED
from shutro.meaning.names.known.parts import is_part, nicknames
from shutro.meaning.names.known.words import heads, lone
from shutro.meaning.names.sentence.titles import SELDOM, is_hardly_common, is_title, may_be_called
from shutro.meaning.names.tagging.mentions import Mention, Sentence, covered
from shutro.meaning.names.tagging.tokens import Token, is_mark
from shutro.model import NameKind

_LONGEST = 4
_FAR = 3  # words from there to what is called so


def named(row: Sentence) -> Sentence:
    """The sentence with the names that it says to be names."""
    marks = lone("named")
    at = [i for i, token in enumerate(row.tokens) if token.key in marks and i]
    if not at:
        return row
    found = list(row.mentions)
    taken = covered(found)
    for i in at:
        kind = _called(row.tokens, i + 1)
        if kind and (taken_for := next((m for m in found if m.last == i and m.rule == "tagger"), None)):
            found[found.index(taken_for)] = replace(taken_for, kind=kind)
        first = _begins(row.tokens, i, taken)
        if kind and first < i and i - 1 not in taken:
            found.append(Mention(first, i, kind, "named"))
    return row.having(found)


def _called(row: Sequence[Token], at: int) -> NameKind | None:
    """What it is that is called by a name: the noun behind এক, একটি or ওই, with one word between at most."""
    if at >= len(row) or (row[at].key,) not in heads("this_one"):
        return None
    return next((kind for token in row[at + 1 : at + _FAR] if (kind := _kind(token.key))), None)


@kept(WORDS)
def _kind(key: str) -> NameKind | None:
    """What a common noun calls a name of."""
    forms = {(key,), *((cut,) for cut in cuts(key, "name"))}
    if any(is_title(form) or (form,) in heads("somebody") for (form,) in forms):
        return "PER"
    if forms & heads("place_noun", "called_place"):
        return "LOC"
    return "ORG" if forms & heads("called_body") else None


def _begins(row: Sequence[Token], end: int, taken: set[int]) -> int:
    """Where the name begins that ends before a token; the token itself where none does."""
    first = end
    while first and end - first < _LONGEST and first - 1 not in taken and _may_be(row[first - 1].key):
        first -= 1
    opened = not first or is_mark(row[first - 1]) or row[first - 1].key.endswith(CASED)
    words = [token.key for token in row[first:end]]
    if not opened or not any(map(is_hardly_common, words)) or (len(words) == 1 and _is_common(words[0])):
        return end
    return first


def _is_common(key: str) -> bool:
    return bool(classes(key)) and count(key) > SELDOM and not is_part(key)


@kept(WORDS)
def _may_be(key: str) -> bool:
    """Whether a word could be a part of such a name: nothing with an ending of a case either."""
    cased = key.endswith(CASED) and not is_part(key) and key not in nicknames()
    return len(key) > 1 and not cased and may_be_called(key)
