"""Police stations and villages that no list has, told by the nouns beside them and by what they end in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from shutro.bangla.kept import kept
from shutro.bangla.keys import folded
from shutro.bangla.stems import classes, count, cuts, stem
from shutro.meaning.beside import heads, is_bare, is_foreign
from shutro.meaning.canonical import is_part
from shutro.meaning.features import Token
from shutro.meaning.sightings import Mention, Sentence, is_mark, word_list
from shutro.meaning.titled import is_title

_COMMON, _RARE = 60, 10  # times that a word stands in the counted news, at most, to be a station's name
_MANY = tuple(folded(ending) for ending in ("রা", "গুলো", "দিন"))


def local(number: int, row: Sentence) -> Sentence:
    """The sentence with its stations and villages."""
    found = [_village(row.tokens, mention) for mention in row.mentions]
    taken = {i for m in found for i in range(m.first, m.last)}
    for i, token in enumerate(row.tokens):
        if i in taken:
            continue
        if is_station(token.key):
            first = _station_from(row.tokens, i, taken)
            if first is not None:
                found.append(Mention(number, first, i + 1, "ORG", "station"))
                taken |= set(range(first, i + 1))
        elif _is_settled(token.key) and not _of_person(row.tokens, i, found):
            found.append(Mention(number, i, i + 1, "LOC", "village"))
    return Sentence(row.tokens, tuple(sorted(found, key=lambda m: m.first)))


@kept(20_000)
def is_station(key: str) -> bool:
    """Whether a word is the noun for a police station, with or without an ending."""
    return any((form,) in heads("station") for form in (key, *cuts(key, "name")))


def _station_from(row: Sequence[Token], at: int, taken: set[int]) -> int | None:
    """Where the name of the station begins whose noun stands at `at`; None where it is no name."""
    first = at
    while first and first - 1 not in taken and (row[first - 1].key,) in heads("station_kind"):
        first -= 1
    place = first - 1
    if place < 0 or place in taken or is_mark(row[place]) or not is_bare(row[place]):
        return None
    key = row[place].key
    kinds = set(classes(key))
    if len(key) < 3 or key[0].isdigit() or is_title(key) or (key,) in heads("which"):
        return None
    if kinds & set("vcdp") or count(key) > _COMMON:
        return None
    if first < at or _has_officer(row, at + 1):
        return place
    return place if is_foreign(row[place]) and count(key) <= _RARE and not key.endswith(_MANY) else None


def _has_officer(row: Sequence[Token], at: int) -> bool:
    """Whether one of the two words from `at` on is an officer of the station just named."""
    keys = [token.key for token in row[at : at + 2]]
    return any((form,) in heads("officer") for key in keys for form in (key, stem(key)))


def _village(row: Sequence[Token], mention: Mention) -> Mention:
    """A lone word that the tagger took for a person and that ends as villages do, as a place."""
    if mention.kind != "PER" or mention.rule.startswith("known") or mention.last - mention.first != 1:
        return mention
    key = row[mention.first].key
    if is_part(key) or is_part(stem(key)) or not any(map(_settlement, (key, *cuts(key, "name")))):
        return mention
    return replace(mention, kind="LOC", rule="village")


@kept(50_000)
def _is_settled(key: str) -> bool:
    """Whether a word that no dictionary has is a village's name with the ending of where or whence."""
    if len(key) < 6 or classes(key) or is_part(key):
        return False
    return key.endswith(_WHERE) and any(_settlement(cut) for cut in cuts(key, "name"))


_WHERE = tuple(folded(ending) for ending in ("ে", "তে", "য়", "ের", "র"))


@kept(50_000)
def _settlement(form: str) -> bool:
    """Whether a bare word ends as villages and quarters do, and is no other word."""
    if classes(form) or is_part(form) or word_list("common") & {form}:
        return False
    return any(form.endswith(noun) and len(form) >= len(noun) + 3 for noun in _settlements())


@cache
def _settlements() -> tuple[str, ...]:
    return tuple(noun for (noun,) in heads("settlement"))


def _of_person(row: Sequence[Token], at: int, found: Sequence[Mention]) -> bool:
    """Whether a word stands right behind a person's bare name, which it may belong to."""
    return any(m.kind == "PER" and m.last == at and is_bare(row[at - 1]) for m in found)
