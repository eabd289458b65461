"""Names the tagger missed, known by the words around them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.stems import classes, cuts, stem
from shutro.meaning.names.known.gazetteer import Gazetteer
from shutro.meaning.names.known.words import heads, word_list
from shutro.meaning.names.tagging.mentions import Mention, covered
from shutro.meaning.names.tagging.tokens import (
    Token,
    forms_of,
    is_bare,
    is_foreign,
    is_mark,
    is_name_part,
    name_until,
)


def placed(row: Sequence[Token], found: list[Mention]) -> list[Mention]:
    """A word no dictionary knows, right before the noun that says what place it is (গোজা শহর)."""
    taken = covered(found)
    out = []
    for i in range(1, len(row)):
        noun = place_noun(row[i].key)
        if noun is None or i in taken or i - 1 in taken or not is_foreign(row[i - 1]):
            continue
        first = i - 1
        while first and first - 1 not in taken and is_foreign(row[first - 1]) and i - first < 3:
            first -= 1
        out.append(Mention(first, i + (noun == "head"), "LOC", "place"))
    return out


@kept(WORDS)
def place_noun(key: str) -> Literal["head", "noun"] | None:
    """Whether a word is a noun that makes a place of the one before it, inside the name or outside."""
    forms = {(key,), *((cut,) for cut in cuts(key, "name"))}
    if forms & heads("place_head"):
        return "head"
    return "noun" if forms & heads("place_noun") else None


def official(row: Sequence[Token], found: list[Mention]) -> list[Mention]:
    """জাতীয় … কাউন্সিল: a body's full official name, from the word that opens it to its head noun."""
    out = []
    opening = heads("opening")
    starts = [i for i, token in enumerate(row) if (token.key,) in opening]
    taken = covered(m for m in found if m.kind in {"ORG", "PER", "EVENT"})
    for i in starts:
        if i in taken:
            continue
        for length in (3, 4, 5, 6):
            part = row[i : i + length]
            if len(part) < length or any(is_mark(t) for t in part) or any(not is_bare(t) for t in part[1:-1]):
                break
            if any(t.key in word_list("before") for t in part):
                break
            if any(words[-1:] in heads("closing") for words in forms_of(part[-1:])):
                out.append(Mention(i, i + length, "ORG", "official"))
    return out


def honoured(row: Sequence[Token], found: list[Mention]) -> list[Mention]:
    """মি. অধিকারী: the word after an abbreviated title is a name."""
    taken = covered(found)
    out = []
    abbreviated = word_list("abbreviated")
    for i in range(len(row) - 2):
        if (
            row[i].key in abbreviated
            and row[i + 1].key == "."
            and i + 2 not in taken
            and row[i + 2].key[0].isalpha()
            and row[i + 2].key not in word_list("before")
        ):
            out.append(Mention(i + 2, name_until(row, i + 3, taken), "PER", "title"))
    return out


def appointed(row: Sequence[Token], found: list[Mention]) -> list[Mention]:
    """ভারপ্রাপ্ত কর্মকর্তা (ওসি) শহিদুল্লাহ: the word that no dictionary has after an office in brackets."""
    taken = covered(found)
    out = []
    for i in range(3, len(row)):
        if row[i - 1].key != ")" or row[i - 3].key != "(" or row[i - 2].key not in word_list("before"):
            continue
        if i in taken or not row[i].key[0].isalpha() or row[i].key in word_list("before"):
            continue
        if is_name_part(row[i]) or not (classes(row[i].key) or classes(stem(row[i].key))):
            out.append(Mention(i, name_until(row, i + 1, taken), "PER", "title"))
    return out


def storms(row: Sequence[Token], found: list[Mention]) -> list[Mention]:
    """ঘূর্ণিঝড় ‘মন্থা’: the word in quotes, or that no dictionary has, after the noun for a storm."""
    out = []
    storm = heads("storm")
    for i in [at + 1 for at, token in enumerate(row[:-1]) if (token.key,) in storm]:
        quoted = row[i].key in _QUOTES and i + 2 < len(row) and row[i + 2].key in _QUOTES
        at = i + quoted
        if not is_mark(row[at]) and (quoted or not (classes(row[at].key) or classes(stem(row[at].key)))):
            out.append(Mention(at, at + 1, "EVENT", "storm"))
    return out


_QUOTES = frozenset("‘’“”'\"")


def bracketed(row: Sequence[Token], found: list[Mention]) -> list[Mention]:
    """The short form of a body's name that stands in brackets after it, however the tagger missed it."""
    out = []
    for mention in found:
        at = mention.last
        inside = row[at : at + 3]
        if mention.kind != "ORG" or len(inside) < 3 or inside[0].key != "(" or inside[2].key != ")":
            continue
        if not any(m.first <= at + 1 < m.last for m in found) and is_foreign(inside[1]):
            out.append(Mention(at + 1, at + 2, "ORG", "bracket"))
    return out


def seats(row: Sequence[Token], found: list[Mention], known: Gazetteer) -> list[Mention]:
    """ভোলা-১: a place of the list with a number on it, however common a word it is beside."""
    taken = covered(found)
    return [
        Mention(i, i + 1, "LOC", "seat")
        for i in range(len(row) - 2)
        if i not in taken
        and row[i + 1].key in {"-", "–"}
        and row[i + 2].key.isdigit()
        and (place := known.find(row[i].key)) is not None
        and place.kind == "LOC"
    ]
