"""Names with the noun behind them that makes a station, a court, a river, a unit or a hall of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shutro.bangla.stems import classes
from shutro.meaning.names.known.endings import OF
from shutro.meaning.names.known.parts import is_part
from shutro.meaning.names.known.words import heads, is_noun
from shutro.meaning.names.sentence.sites import (
    is_crossing,
    is_hall,
    is_spot,
    is_station,
    is_street,
    is_water,
)
from shutro.meaning.names.sentence.titles import is_inner, is_title
from shutro.meaning.names.tagging.mentions import Mention
from shutro.meaning.names.tagging.tokens import Token, forms_of, is_bare, is_mark


def headed(row: Sequence[Token], m: Mention) -> Mention:
    """A name with the nouns that make a station, a court, a river, a unit or a hall of it."""
    if m.kind == "PER" and m.last < len(row) and is_bare(row[m.last - 1]) and is_hall(row[m.last].key):
        return _called_after(row, m)
    if m.kind == "LOC" and is_hall(row[m.last - 1].key) and is_part(row[m.first].key):
        return _honoured(row, m)
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
    if m.kind == "ORG" and not m.is_known and is_noun(row[m.last].key, "unit"):
        return replace(m, last=m.last + 1)
    if m.kind == "LOC":
        key = row[m.last].key
        own = row[m.last - 1].key
        if is_water(key) or is_street(key) or (is_spot(key) and (is_part(own) or not own.endswith(OF))):
            return replace(m, last=m.last + 1)
        if m.last + 1 < len(row) and is_crossing(row[m.last + 1].key) and is_inner(row[m.last]):
            return replace(m, last=m.last + 2)
    return m


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


def _called_after(row: Sequence[Token], m: Mention) -> Mention:
    """A stadium or a hall with the person it is called after, and what he was (শহীদ, ফ্লাইট লেফটেন্যান্ট)."""
    first = m.first
    while first and not is_mark(row[first - 1]) and _is_honour(row[first - 1].key):
        first -= 1
    if first and (row[first - 1].key,) in heads("rank"):
        first -= 1
    return replace(m, first=first, last=m.last + 1, kind="LOC", rule="hall")


def _honoured(row: Sequence[Token], m: Mention) -> Mention:
    """The same where only what honours him was left out: বীরশ্রেষ্ঠ শহীদ সিপাহী … স্টেডিয়াম."""
    first = m.first
    while first and _is_honour(row[first - 1].key):
        first -= 1
    while first < m.first and (row[first].key,) not in heads("honour"):
        first += 1
    return m if first == m.first else replace(m, first=first)


def _is_honour(key: str) -> bool:
    return is_title(key) or (key,) in heads("honour")


def shored(row: Sequence[Token], m: Mention) -> Mention:
    """A river without the bank that was taken with it (তিতাস নদীর তীর)."""
    if m.kind != "LOC" or m.is_known:
        return m
    inner = range(m.first + 1, m.last - 1)
    at = next((i for i in inner if is_water(row[i].key) and row[i].key.endswith(OF)), None)
    return m if at is None else replace(m, last=at + 1)
