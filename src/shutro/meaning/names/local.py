"""Stations, courts, waters and villages of no list, told by the nouns beside them and what they end in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from shutro.bangla.kept import kept
from shutro.bangla.keys import folded
from shutro.bangla.stems import classes, count, cuts, stem
from shutro.meaning.names.beside import forms_of, heads, is_bare, is_foreign, is_noun
from shutro.meaning.names.canonical import is_part
from shutro.meaning.names.features import Token
from shutro.meaning.names.gazetteer import Gazetteer, nicknames
from shutro.meaning.names.repairs import apart
from shutro.meaning.names.sightings import Mention, Sentence, is_common, is_mark, word_list
from shutro.meaning.names.sites import (
    FLOWING,
    HEADS,
    Nouns,
    flows,
    is_crossing,
    is_hall,
    is_spot,
    is_station,
    is_street,
    is_water,
    nouns_of,
)
from shutro.meaning.names.titled import is_title

_COMMON, _RARE = 60, 10  # times that a word stands in the counted news, at most, to be a station's name
_FEW = 3  # times that an unknown word stands there, at most, to be a place that lies in another
_THERE = tuple(folded(ending) for ending in ("ে", "তে", "য়"))
_OF = (folded("র"), folded("ের"))
_MANY = tuple(folded(ending) for ending in ("রা", "গুলো", "দিন"))


def local(number: int, row: Sentence, known: Gazetteer) -> Sentence:
    """The sentence with its stations and villages."""
    found = [piece for m in row.mentions for piece in _of_place(row.tokens, m)]
    found = [_extended(row.tokens, _shored(row.tokens, _village(row.tokens, m))) for m in found]
    nouns = {i: lists for i, token in enumerate(row.tokens) if (lists := nouns_of(token.key))}
    found += _between(number, row.tokens, nouns, found)
    found += _rivers(number, row.tokens, nouns, found)
    taken = {i for m in found for i in range(m.first, m.last)}
    for i, token in enumerate(row.tokens):
        if i in taken or not _may_be(token.key):
            continue
        if party := _member(number, row.tokens, i, known):
            found.append(party)
        elif is_station(token.key):
            first = _station_from(row.tokens, i, taken)
            if first is not None:
                found.append(Mention(number, first, i + 1, "ORG", "station"))
                taken |= set(range(first, i + 1))
        elif is_water(token.key) and i and i - 1 not in taken and _is_named(row.tokens[i - 1]):
            found.append(Mention(number, i - 1, i + 1, "LOC", "water"))
        elif is_spot(token.key) and i and i - 1 not in taken and _is_unheard(row.tokens[i - 1]):
            found.append(Mention(number, i - 1, i + 1, "LOC", "spot"))
        elif _seats_council(row.tokens, i):
            found.append(Mention(number, i, i + 1, "LOC", "council"))
        elif (
            _is_settled(token.key) or _lies_in(row.tokens, i, found) or _holds(row.tokens, i, found)
        ) and not _of_person(row.tokens, i, found):
            found.append(Mention(number, i, i + 1, "LOC", "village"))
    return Sentence(row.tokens, tuple(apart(found)))


@kept(50_000)
def _may_be(key: str) -> bool:
    """Whether a word could be, or end, one of these names: most need no closer look."""
    if key in word_list("words") or not HEADS.isdisjoint(nouns_of(key)):
        return True
    if classes(key):
        return False
    if len(key) > 2 and key[0].isalpha() and stem(key) == key:
        return True
    return (key.endswith((*_THERE, *_OF)) and len(key) >= 5 and count(key) <= _FEW) or _is_settled(key)


def _extended(row: Sequence[Token], m: Mention) -> Mention:
    """A name with the nouns that make a station, a court, a river, a unit or a hall of it."""
    if m.kind == "PER" and m.last < len(row) and is_bare(row[m.last - 1]) and is_hall(row[m.last].key):
        return _called_after(row, m)
    if m.kind == "ORG" and m.first and (row[m.first - 1].key,) in heads("honour"):
        ends = any(row[m.last - 1].key.startswith(words[-1]) for words in heads("institution"))
        return replace(m, first=m.first - 1) if ends else m
    if m.kind not in {"LOC", "ORG"} or m.last >= len(row) or not is_bare(row[m.last - 1]):
        return m
    if m.kind == "LOC" and (last := _seated(row, m.last)):
        return replace(m, last=last, kind="ORG", rule="seated")
    at = m.last
    while at < len(row) and (row[at].key,) in heads("station_kind"):
        at += 1
    station = at < len(row) and is_station(row[at].key)
    if station and (m.kind == "LOC" or (row[m.last - 1].key,) in heads("station_kind")):
        return replace(m, last=at + 1, kind="ORG", rule="station")
    if m.kind == "LOC" and is_noun(row[m.last].key, "court"):
        return replace(m, last=m.last + 1, kind="ORG", rule="court")
    if m.kind == "ORG" and not m.rule.startswith("known") and is_noun(row[m.last].key, "unit"):
        return replace(m, last=m.last + 1)
    if m.kind == "LOC":
        key = row[m.last].key
        own = row[m.last - 1].key
        if is_water(key) or is_street(key) or (is_spot(key) and (is_part(own) or not own.endswith(_OF))):
            return replace(m, last=m.last + 1)
        if m.last + 1 < len(row) and is_crossing(row[m.last + 1].key) and _is_inner(row[m.last]):
            return replace(m, last=m.last + 2)
    return m


def _of_place(row: Sequence[Token], m: Mention) -> list[Mention]:
    """A person without the place that stands behind the name: রহিম সর্দার মাদারীপুর জেলার is two."""
    if m.kind != "PER" or m.rule.startswith("known") or m.last - m.first < 3 or m.last >= len(row):
        return [m]
    last = row[m.last - 1]
    noun = row[m.last].key
    placed = is_noun(noun, "place_noun") and noun.endswith((*_OF, *_THERE)) and is_bare(last)
    placed = placed and not is_part(last.key) and last.key not in nicknames()
    if not placed or not is_part(row[m.last - 2].key):
        return [m]
    return [replace(m, last=m.last - 1), replace(m, first=m.last - 1, kind="LOC", rule="village")]


_FARTHEST = 5


def _seated(row: Sequence[Token], at: int) -> int:
    """Where the name of the body ends that sits in the place before a token; 0 where there is none."""
    for last in range(at + 1, min(at + _FARTHEST, len(row)) + 1):
        tail = row[at:last]
        if any(words[-n:] in heads("seated") for words in forms_of(tail) for n in range(1, len(words) + 1)):
            return last + (last < len(row) and is_noun(row[last].key, "seated_on"))
        if is_mark(row[last - 1]) or not _may_join(row[last - 1]):
            return 0
    return 0


def _may_join(token: Token) -> bool:
    """Whether a word could stand inside the name of a body that sits in a place: no verb, no particle."""
    kinds = set(classes(token.key))
    inside = is_bare(token) and not kinds & set("vpc") and (not kinds or kinds & set("na"))
    return (inside and not is_part(token.key)) or (token.key,) in heads("and")


def _between(number: int, row: Sequence[Token], nouns: Nouns, found: Sequence[Mention]) -> list[Mention]:
    """Villages and quarters of two words, one of them in no dictionary, before the noun: গোয়াইল বাড়ি এলাকায়."""
    at = [i for i, lists in nouns.items() if "quarter" in lists and i > 2]
    taken = {i for m in found for i in range(m.first, m.last)} if at else set()
    out = []
    for i in at:
        if taken & {i - 1, i - 2}:
            continue
        two = (row[i - 2], row[i - 1])
        opened = is_mark(row[i - 3]) or row[i - 3].key.endswith((*_OF, *_THERE))
        unheard = any(map(_is_unheard, two)) and all(_is_unheard(t) or _is_inner(t) for t in two)
        if opened and (unheard or ((two[1].key,) in heads("part_of_village") and _may_own(two[0]))):
            out.append(Mention(number, i - 2, i, "LOC", "village"))
    return out


def _may_own(token: Token) -> bool:
    """Whether a village's part could be called after a word: গাজীর পাড়া, মাঝি পাড়া."""
    own = [token.key, *cuts(token.key, "name")]
    return any(is_part(form) or (form,) in heads("settlement") for form in own) or _is_unheard(token)


def _rivers(number: int, row: Sequence[Token], nouns: Nouns, found: Sequence[Mention]) -> list[Mention]:
    """Rivers by name alone, where the sentence tells of water (তিস্তার পানি); people are called so, too."""
    at = [i for i, lists in nouns.items() if "river" in lists]
    if not at or all(FLOWING.isdisjoint(lists) for lists in nouns.values()):
        return []
    taken = {i for m in found for i in range(m.first, m.last)}
    free = (i for i in at if i not in taken and (_is_inflected(row[i].key) or _stands_alone(row, i + 1)))
    return [Mention(number, i, i + 1, "LOC", "water") for i in free]


def _is_inflected(key: str) -> bool:
    return (key,) not in heads("river")


def _stands_alone(row: Sequence[Token], at: int) -> bool:
    """Whether nothing comes at a token that a bare name could make one with (কপোতাক্ষ মহাবিদ্যালয়)."""
    return at == len(row) or is_mark(row[at]) or (row[at].key,) in heads("and") or flows(row[at].key)


def _called_after(row: Sequence[Token], m: Mention) -> Mention:
    """A stadium or a hall with the person it is called after, and what he was (শহীদ, ফ্লাইট লেফটেন্যান্ট)."""
    first = m.first
    while first and not is_mark(row[first - 1]) and is_title(row[first - 1].key):
        first -= 1
    if first and (row[first - 1].key,) in heads("rank"):
        first -= 1
    return replace(m, first=first, last=m.last + 1, kind="LOC", rule="hall")


def _is_inner(token: Token) -> bool:
    """Whether a word could stand between a place and the noun for a crossing (সোনারগাঁও জনপদ মোড়)."""
    kinds = set(classes(token.key))
    if is_title(token.key) or (token.key,) in heads("which") or is_common([token]):
        return False
    return is_bare(token) and token.key[0].isalpha() and "n" in kinds and not kinds & set("vcdp")


def _is_unheard(token: Token) -> bool:
    """Whether a word right before such a noun is a name that nobody has heard of."""
    return is_foreign(token) and count(token.key) <= _FEW and not is_part(token.key)


def _seats_council(row: Sequence[Token], at: int) -> bool:
    """Whether an unknown word is the place whose council is told of next (সোলাদানা ইউপি চেয়ারম্যান)."""
    council = at + 1 < len(row) and (row[at + 1].key,) in heads("council")
    return council and _is_unheard(row[at])


def _shored(row: Sequence[Token], m: Mention) -> Mention:
    """A river without the bank that was taken with it (তিতাস নদীর তীর)."""
    if m.kind != "LOC" or m.rule.startswith("known"):
        return m
    inner = range(m.first + 1, m.last - 1)
    at = next((i for i in inner if is_water(row[i].key) and row[i].key.endswith(_OF)), None)
    return m if at is None else replace(m, last=at + 1)


def _member(number: int, row: Sequence[Token], at: int, known: Gazetteer) -> Mention | None:
    """A party that is called by a common word, right before what somebody is in it (তৃণমূল বিধায়ক)."""
    key = row[at].key
    if key not in word_list("words") or count(key) > _COMMON or at + 1 >= len(row):
        return None
    found = known.find(key) if is_title(row[at + 1].key) else None
    return Mention(number, at, at + 1, "ORG", "known:name") if found and found.kind == "ORG" else None


def _is_named(token: Token) -> bool:
    """Whether a word right before such a noun is its name."""
    key = token.key
    if len(key) < 3 or not key[0].isalpha() or not is_bare(token) or (key,) in heads("which"):
        return False
    kinds = set(classes(key))
    said = kinds & set("vcdp") or kinds == {"a"} or ("a" in kinds and count(key) > _RARE)
    return not said and count(key) <= _COMMON and not is_title(key) and not key.endswith(_MANY)


def _lies_in(row: Sequence[Token], at: int, found: Sequence[Mention]) -> bool:
    """Whether an unknown word with the ending of where stands behind the place it lies in (রাঙামাটির লংগদুতে)."""
    key = row[at].key
    if not at or not key.endswith(_THERE) or len(key) < 5 or classes(key) or count(key) > _FEW:
        return False
    if key.endswith(tuple(ending for (ending,) in heads("manner"))):
        return False
    within = row[at - 1].key.endswith(_OF) and (
        any(m.kind == "LOC" and m.last == at for m in found)
        or any((form,) in heads("place_noun") for form in cuts(row[at - 1].key, "name"))
    )
    bare = [cut for cut in cuts(key, "name") if len(cut) > 2 and not cut.endswith(_MANY)]
    if not within or not bare or is_part(key) or not key[0].isalpha():
        return False
    return not any(classes(cut) or count(cut) > _FEW or is_part(cut) for cut in bare)


def _holds(row: Sequence[Token], at: int, found: Sequence[Mention]) -> bool:
    """Whether an unknown word in the genitive stands between two places (বাঁকুড়ার ইন্দাসের চাঁদগ্রামে)."""
    key = row[at].key
    if not key.endswith(_OF) or not at or not row[at - 1].key.endswith(_OF) or is_part(key):
        return False
    within = any(m.kind == "LOC" and m.last == at for m in found)
    around = any(m.kind == "LOC" and m.first == at + 1 for m in found)
    bare = [cut for cut in cuts(key, "name") if len(cut) > 2]
    return within and around and bool(bare) and not any(classes(cut) or is_part(cut) for cut in bare)


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
    """A lone word that was taken for a person, as a place: it ends as villages do, or a landing has it."""
    if mention.kind != "PER" or mention.rule.startswith("known") or mention.last - mention.first != 1:
        return mention
    key = row[mention.first].key
    behind = row[mention.last].key if mention.last < len(row) else ""
    if (behind,) in heads("council"):
        return replace(mention, kind="LOC", rule="council")
    if is_spot(behind) and is_bare(row[mention.first]) and not is_part(key):
        return replace(mention, kind="LOC", rule="spot")
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
