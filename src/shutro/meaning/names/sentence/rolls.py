"""Persons of a list, told by the others in it: কফিল, আওলাদ ও দেলোয়ার হোসেন; চয়ন মালী (৪০), মতি মালী (৩৮)."""

from __future__ import annotations

from collections.abc import Sequence

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.stems import classes, count, stem
from shutro.bangla.verbs import fold, readings
from shutro.meaning.names.known.endings import CASED
from shutro.meaning.names.known.parts import is_part, nicknames
from shutro.meaning.names.known.words import heads, tails
from shutro.meaning.names.sentence.titles import is_title
from shutro.meaning.names.tagging.mentions import Mention, Sentence, covered
from shutro.meaning.names.tagging.sightings import is_common
from shutro.meaning.names.tagging.tokens import Token, is_age, is_mark

_LONGEST = 3
_SELDOM, _NOUN = 3, 50  # times that a word stands in the counted news, at most, to be a name; before an age
_TOO_OFTEN = 1_000


def enrolled(row: Sentence) -> Sentence:
    """The sentence with the persons of its lists that only the others tell."""
    persons = [m for m in row.mentions if m.kind == "PER"]
    killing = [i for i, token in enumerate(row.tokens) if token.key in tails("killing")]
    if not persons and not killing:
        return row
    taken = covered(row.mentions)
    spans = _killed(row.tokens, killing, taken)
    if persons:
        spans += [*_aged(row.tokens, persons, taken), *_joined(row.tokens, persons, taken)]
    if not spans:
        return row
    found = [Mention(first, last, "PER", "roll") for first, last in dict.fromkeys(spans)]
    return row.having((*row.mentions, *found))


def _aged(row: Sequence[Token], persons: Sequence[Mention], taken: set[int]) -> list[tuple[int, int]]:
    """Words between two marks before an age in brackets, where another person has an age."""
    ages = [i for i in range(1, len(row) - 2) if is_age(row, i)]
    if len(ages) < 2 or not any(m.last in ages for m in persons):
        return []
    out = []
    for at in ages:
        first = at
        while first and first - 1 not in taken and at - first < _LONGEST and _may_be(row[first - 1], _NOUN):
            first -= 1
        if first < at and first and first - 1 not in taken and _parts(row[first - 1]):
            out.append((first, at))
    return out


def _joined(row: Sequence[Token], persons: Sequence[Mention], taken: set[int]) -> list[tuple[int, int]]:
    """Lone unlisted words before a person, joined to him by ও or by commas that lead to one."""
    out = []
    for person in persons:
        end = person.first - 1
        if end < 1 or (row[end].key,) not in heads("and") or is_mark(row[end]):
            continue
        while end >= 1 and (row[end].key,) in heads("and") and end - 1 not in taken:
            lone = row[end - 1]
            parted = end >= 2 and _parts(row[end - 2])
            named = _may_be(lone) if parted else not classes(lone.key) and _may_be(lone)
            opened = end < 2 or parted or row[end - 2].key.endswith(CASED)
            if not named or not opened or end - 2 in taken:
                break
            out.append((end - 1, end))
            end -= 2
    return out


def _killed(row: Sequence[Token], at: Sequence[int], taken: set[int]) -> list[tuple[int, int]]:
    """A part of persons' names, or a nickname, before one of the words `at`: বিথী হত্যা মামলা."""
    return [
        (i - 1, i)
        for i in at
        if 0 < i < len(row) - 1
        and i - 1 not in taken
        and row[i + 1].key.startswith(tails("lawsuit"))
        and (is_part(row[i - 1].key) or row[i - 1].key in nicknames())
        and _stands(row[i - 1].key) == 0
    ]


def _parts(token: Token) -> bool:
    """Whether a token parts the items of a list, or says what those are who follow."""
    return (token.key,) in heads("and") or token.key in {")", ":", "-"} or is_title(token.key)


def _may_be(token: Token, most: int = _SELDOM) -> bool:
    return _stands(token.key) <= most and not is_common([token])


@kept(WORDS)
def _stands(key: str) -> int:
    """How often a word stands in the counted news that could be a person in a list; too often for others.

    A part of persons' names counts as none; a word with an ending could be no one.
    """
    if len(key) < 3 or not key[0].isalpha() or key.isascii() or is_title(key):
        return _TOO_OFTEN
    if is_part(key) or key in nicknames():
        return 0
    kinds = set(classes(key))
    if stem(key) != key or key.endswith(CASED) or kinds & set("vcdp") or readings(fold(key)):
        return _TOO_OFTEN
    return 0 if not kinds else count(key) if "n" in kinds else _TOO_OFTEN
