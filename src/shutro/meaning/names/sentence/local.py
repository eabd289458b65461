"""Stations, courts, waters and villages of no list, told by the nouns beside them and what they end in."""

from __future__ import annotations

from collections.abc import Sequence

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.stems import classes, count, stem
from shutro.meaning.names.known.endings import MANY, OF, WHERE
from shutro.meaning.names.known.gazetteer import Gazetteer
from shutro.meaning.names.known.words import heads, word_list
from shutro.meaning.names.sentence.headed import headed, shored
from shutro.meaning.names.sentence.sites import HEADS, is_spot, is_station, is_water, nouns_of
from shutro.meaning.names.sentence.stations import COMMON, RARE, station_from
from shutro.meaning.names.sentence.titles import is_title
from shutro.meaning.names.sentence.villages import (
    FEW,
    as_village,
    holds,
    is_settled,
    is_unheard,
    lies_in,
    of_place,
    of_two,
    of_two_words,
)
from shutro.meaning.names.sentence.waters import rivers
from shutro.meaning.names.tagging.mentions import Mention, Sentence, apart, covered
from shutro.meaning.names.tagging.tokens import Token, is_bare


def local(row: Sentence, known: Gazetteer) -> Sentence:
    """The sentence with its stations, courts, waters, landings and villages, and bodies called by a place."""
    found = [piece for m in row.mentions for piece in of_place(row.tokens, m)]
    found = [headed(row.tokens, shored(row.tokens, as_village(row.tokens, m))) for m in found]
    nouns = {i: lists for i, token in enumerate(row.tokens) if (lists := nouns_of(token.key))}
    found += of_two_words(row.tokens, nouns, found)
    found = of_two(row.tokens, nouns, found)
    found += rivers(row.tokens, nouns, found)
    taken = covered(found)
    for i, token in enumerate(row.tokens):
        if i in taken or not _may_be(token.key):
            continue
        if party := _member(row.tokens, i, known):
            found.append(party)
        elif is_station(token.key):
            first = station_from(row.tokens, i, taken)
            if first is not None:
                found.append(Mention(first, i + 1, "ORG", "station"))
                taken |= set(range(first, i + 1))
        elif is_water(token.key) and i and i - 1 not in taken and _is_named(row.tokens[i - 1]):
            found.append(Mention(i - 1, i + 1, "LOC", "water"))
        elif is_spot(token.key) and i and i - 1 not in taken and is_unheard(row.tokens[i - 1]):
            found.append(Mention(i - 1, i + 1, "LOC", "spot"))
        elif _seats_council(row.tokens, i):
            found.append(Mention(i, i + 1, "LOC", "council"))
        elif (
            is_settled(token.key) or lies_in(row.tokens, i, found) or holds(row.tokens, i, found)
        ) and not _of_person(row.tokens, i, found):
            found.append(Mention(i, i + 1, "LOC", "village"))
    return row.having(apart(found))


@kept(WORDS)
def _may_be(key: str) -> bool:
    """Whether a word could be, or end, one of these names: most need no closer look."""
    if key in word_list("words") or not HEADS.isdisjoint(nouns_of(key)):
        return True
    if classes(key):
        return False
    if len(key) > 2 and key[0].isalpha() and stem(key) == key:
        return True
    return (key.endswith((*WHERE, *OF)) and len(key) >= 5 and count(key) <= FEW) or is_settled(key)


def _member(row: Sequence[Token], at: int, known: Gazetteer) -> Mention | None:
    """A party that is called by a common word, right before what somebody is in it (তৃণমূল বিধায়ক)."""
    key = row[at].key
    if key not in word_list("words") or count(key) > COMMON or at + 1 >= len(row):
        return None
    found = known.find(key) if is_title(row[at + 1].key) else None
    return Mention(at, at + 1, "ORG", "known:name") if found and found.kind == "ORG" else None


def _is_named(token: Token) -> bool:
    """Whether a word right before such a noun is its name."""
    key = token.key
    if len(key) < 3 or not key[0].isalpha() or not is_bare(token) or (key,) in heads("which"):
        return False
    kinds = set(classes(key))
    said = kinds & set("vcdp") or kinds == {"a"} or ("a" in kinds and count(key) > RARE)
    return not said and count(key) <= COMMON and not is_title(key) and not key.endswith(MANY)


def _seats_council(row: Sequence[Token], at: int) -> bool:
    """Whether an unknown word is the place whose council is told of next (সোলাদানা ইউপি চেয়ারম্যান)."""
    council = at + 1 < len(row) and (row[at + 1].key,) in heads("council")
    return council and is_unheard(row[at])


def _of_person(row: Sequence[Token], at: int, found: Sequence[Mention]) -> bool:
    """Whether a word stands right behind a person's bare name, which it may belong to."""
    return any(m.kind == "PER" and m.last == at and is_bare(row[at - 1]) for m in found)
