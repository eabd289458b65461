"""What a photocard says, and what only stands on it: the outlet's mark, a day, a credit, a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

import regex

from shutro.archive.words.datafiles import load
from shutro.archive.words.roman import likeness, phones_of_bangla, phones_of_latin
from shutro.archive.words.terms import forms, is_number
from shutro.archive.words.turning import turning
from shutro.bangla.keys import folded

_PARTED = regex.compile(r"\s*(?:\n+|[|•●■▪·])\s*")
_ADDRESS = regex.compile(r"(?:https?://)?(?:www\.)?[a-z0-9-]+(?:\.[a-z]{2,})+(?:/\S*)?", regex.IGNORECASE)
_DASHED = regex.compile(r"(?:^|\s|(?<=[’”'\"।]))(?:[—–―]|--?)\s*(?P<who>[^—–―।?!:]{3,70})$")
_LED = regex.compile(r"^(?P<who>[^:।?!‘“\n]{3,50}):\s*(?=\S)")
_MARKS = " \t:;,।-–—|"
_ALIKE = 0.8
_LONGER = 3  # how many times as long as in the other script a name may be
_LONGEST_NAME = 8
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Card:
    """A card read: the news on it, and the day it claims, None where it names none."""

    text: str
    day: date | None = None


@cache
def _lists() -> tuple[tuple[str, ...], frozenset[str], tuple[str, ...]]:
    data = load("card")
    labels = sorted((folded(label) for label in data["labels"]), key=len, reverse=True)
    return tuple(labels), frozenset(map(folded, data["asides"])), tuple(map(folded, data["credits"]))


def read_card(text: str, outlets: Iterable[str] = ()) -> Card:
    """Take off what is no news: labels, calls to read on, credits, addresses, `outlets` and a day alone.

    A card of nothing else is kept as it is.
    """
    names = list(outlets)
    day: date | None = None
    kept = []
    for piece in _PARTED.split(text):
        said = _unlabelled(piece)
        if not forms(said) or _is_aside(said) or _is_outlet(said, names):
            continue
        if (found := _day_alone(said)) is not None:
            day = day or found
            continue
        kept.append(said)
    return Card("\n".join(kept), day) if kept else Card(text)


def _unlabelled(piece: str) -> str:
    """A piece without the label before its mark: `ব্রেকিং: …`."""
    head, mark, rest = piece.partition(":")
    if mark and forms(rest) and folded(head) in _lists()[0]:
        return rest.strip()
    return piece.strip()


def _is_aside(piece: str) -> bool:
    labels, asides, credits = _lists()
    key = folded(piece)
    if key in asides or key in labels or _ADDRESS.fullmatch(piece.strip(_MARKS)):
        return True
    head, mark, _ = piece.partition(":")
    return bool(mark) and folded(head) in credits


def _is_outlet(piece: str, outlets: Iterable[str]) -> bool:
    """Whether a piece is only an outlet's name, in Bangla or Latin letters."""
    key = folded(piece).replace(" ", "")
    return any(_same_name(key, folded(outlet).replace(" ", "")) for outlet in outlets)


def _same_name(one: str, other: str) -> bool:
    if one == other:
        return True
    if one.isascii() == other.isascii() or not one or not other:
        return False
    if max(len(one), len(other)) > _LONGER * min(len(one), len(other)):
        return False
    latin, bangla = (one, other) if one.isascii() else (other, one)
    return max(likeness(phones, phones_of_bangla(bangla)) for phones in phones_of_latin(latin)) >= _ALIKE


def _day_alone(piece: str) -> date | None:
    """The day that a piece names, when it says nothing else."""
    from shutro.bangla.times import times

    found = times(piece)
    if not found or len(forms(piece)) > _LONGEST_NAME:
        return None
    left = piece
    for expression in reversed(found):
        left = left[: expression.start] + " " + left[expression.end :]
    if any(not is_number(form) for form in forms(left)):
        return None
    for expression in found:
        if regex.fullmatch(r"\d{4}-\d\d-\d\d", expression.value[:10]):
            return date.fromisoformat(expression.value[:10])
    return None


def partings(text: str) -> Iterator[tuple[str, str]]:
    """The ways a card may be words and the one who said them: a name after a dash, on one line or two of its
    own at the end, before or after a colon. The words are more than the name, unless it is a person's and
    they are nobody's; and who denies is no name."""
    said = turning().negations | turning().withdrawals
    for words, who in _partings(text.rstrip(_MARKS + "\n")):
        long, short = len(forms(words)), len(forms(who))
        if (
            said.isdisjoint(forms(who))
            and long >= _FEWEST
            and 0 < short <= _LONGEST_NAME
            and (short < long or (_names_someone(who) and not _names_someone(words)))
        ):
            yield words, who


def _names_someone(text: str) -> bool:
    from shutro.meaning.names.names import names

    return any(name.kind == "PER" for name in names(text))


def _partings(text: str) -> Iterator[tuple[str, str]]:
    if found := _DASHED.search(text):
        yield text[: found.start()].strip(), found["who"].strip()
    lines = text.split("\n")
    if len(lines) > 1 and lines[-1].strip()[-1:] not in "।?!":
        name, office = lines[-2].strip(_MARKS), lines[-1].strip(_MARKS)
        if len(lines) > 2 and _names_someone(name) and not _names_someone(office):
            yield "\n".join(lines[:-2]), f"{name}, {office}"
        else:
            yield "\n".join(lines[:-1]), office
    if found := _LED.search(text):
        yield text[found.end() :].strip(), found["who"].strip()
    words, colon, who = text.rpartition(":")
    if colon:
        yield words.strip(), who.strip()
