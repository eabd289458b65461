"""What a photocard says, and what only stands on it: the outlet's mark, a day, a credit, a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import regex

from shutro.archive.words.datafiles import load
from shutro.archive.words.roman import across
from shutro.archive.words.terms import forms, is_number
from shutro.archive.words.turning import turning
from shutro.archive.words.wordlists import letters, same_as
from shutro.bangla.keys import folded

_PARTED = regex.compile(r"\s*(?:\n+|[|•●■▪·])\s*")
_ADDRESS = regex.compile(r"(?:https?://)?(?:www\.)?[a-z0-9-]+(?:\.[a-z]{2,})+(?:/\S*)?", regex.IGNORECASE)
_TAGS = regex.compile(r"(?:[#@][\p{L}\p{M}\p{N}_.\u200c\u200d]+\s*)+")
_DASHED = regex.compile(r"(?:^|\s|(?<=[’”'\"।]))(?:[—–―]|--?)\s*(?P<who>[^—–―।?!:]{3,70})$")
_LED = regex.compile(r"^(?P<who>[^:।?!‘“\n]{3,50}):\s*(?=\S)")
_MARKS = " \t:;,।-–—|"
_EDGES = regex.compile(r"^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$")  # a sign, a picture, an at
_ALIKE = 0.8  # from which on a name in the other script is the same
_LONGEST_NAME = 8  # words of a speaker with office, or of a date
_FEWEST, _FEWEST_OF_A_PERSON = 4, 3  # words that may have a speaker beside them, a person


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
    """Take off what is no news: labels, calls to read on, credits, addresses, tags, `outlets`, days, clocks.

    A card of nothing else is kept as it is.
    """
    names = list(outlets)
    day: date | None = None
    kept = []
    for piece in _PARTED.split(text):
        said = _unlabelled(piece)
        bare = _EDGES.sub("", said)
        if not forms(bare) or _TAGS.fullmatch(said) or _is_aside(bare) or _is_outlet(bare, names):
            continue
        if (named := _time_alone(bare)) is not None:
            day = day or next(iter(named), None)
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
    words = folded(piece).split()
    return any(_same_name(words, folded(outlet).split()) for outlet in outlets)


def _same_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names are one, in either letters, read whole or word by word."""
    whole, its = "".join(one), "".join(other)
    if whole == its or across(whole, its) >= _ALIKE:
        return True
    return len(one) == len(other) and all(
        a == b or b in (*same_as(a), *letters(a)) or a in (*same_as(b), *letters(b)) or across(a, b) >= _ALIKE
        for a, b in zip(one, other, strict=True)
    )


def _time_alone(piece: str) -> list[date] | None:
    """The days that a piece names when it says nothing but a time, which may be of a clock; None where it
    says more, or none."""
    from shutro.bangla.times import times

    found = times(piece)
    if not found or len(forms(piece)) > _LONGEST_NAME:
        return None
    left = piece
    for expression in reversed(found):
        left = left[: expression.start] + " " + left[expression.end :]
    if any(not is_number(form) for form in forms(left)):
        return None
    days = (expression.value[:10] for expression in found)
    return [date.fromisoformat(day) for day in days if regex.fullmatch(r"\d{4}-\d\d-\d\d", day)]


def partings(text: str) -> Iterator[tuple[str, str]]:
    """The ways a card may be words and the one who said them: a name after a dash, on one line or two of its
    own at the end, before or after a colon. The words are more than the name, unless it is a person's and
    they are nobody's; and who denies is no name."""
    said = turning().negations | turning().withdrawals
    for words, who in _partings(text.rstrip(_MARKS + "\n")):
        long, short = len(forms(words)), len(forms(who))
        if (
            said.isdisjoint(forms(who))
            and (long >= _FEWEST or (long == _FEWEST_OF_A_PERSON and _names_someone(who)))
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
