"""A date line cut at its labels, and the role that each part plays.

The words stand in data/datelines.toml, beside those of the time grammar.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import timedelta, timezone, tzinfo
from fractions import Fraction
from functools import cache
from importlib.resources import files

from shutro.bangla.grammar.grammar import Grammar, Piece
from shutro.bangla.times.expressions import source
from shutro.bangla.times.tokens import TOKENS, number_classes, pieces
from shutro.model import Role

# What stands beside a date and is no part of what it prints.
_KINDS = ("LABEL", "GDATE", "BDATE", "HDATE", "CLOCK", "AGO", "ZONE", "RELDAY", "weekday", "place", "byline")
_NUMBERS = ("d0", "d12", "d24", "d31", "d59", "d99", "n4", "num", "month_name")
_LABELS = ("published", "updated", "printed", "latest", "label_rest")  # of the words that labels are made of
_EDITIONS = ("printed", "edition")  # of the words that name an edition
_BESIDE = frozenset(("place", "byline", "RELDAY"))


@dataclass(slots=True)
class Part:
    """What one label, or none, stands before."""

    role: Role | None = None
    label: str = ""
    found: dict[str, Piece] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    others: int = 0  # words that are no part of a date line
    loose: int = 0  # numbers and months that no date took up
    start: int = -1
    end: int = -1

    def take(self, kind: str, piece: Piece) -> None:
        """Note what was found; the part runs from its first to its last word that belongs to a date."""
        self.found[kind] = piece
        self.order.append(kind)
        if kind not in _BESIDE and self.start < 0:
            self.start = piece.start
        if kind not in ("place", "byline"):
            self.end = piece.end

    @property
    def dated(self) -> bool:
        """Whether a day can be told from it."""
        if {"GDATE", "BDATE", "AGO"} & self.found.keys():
            return True
        return "RELDAY" in self.found and "CLOCK" in self.found and not self.others + self.loose


@cache
def _own() -> str:
    return files("shutro.reading").joinpath("data/datelines.toml").read_text(encoding="utf-8")


@cache
def _grammar() -> Grammar:
    return Grammar(source(), _own(), tokens=TOKENS, more=number_classes())


@cache
def line_words(name: str) -> tuple[str, ...]:
    """A list of the table `line`: its `hints` or its `endings`."""
    listed: list[str] = tomllib.loads(_own())["line"][name]
    return tuple(listed)


def label_words() -> frozenset[str]:
    """The words that labels of dates are made of: `প্রকাশ`, `সর্বশেষ`, `সময়`, …"""
    return _words_of(_LABELS)


def edition_words() -> frozenset[str]:
    """The words that editions are named with: `প্রিন্ট`, `সংস্করণ`, `ভার্সন`, …"""
    return _words_of(_EDITIONS)


def _words_of(names: tuple[str, ...]) -> frozenset[str]:
    words = tomllib.loads(_own())["words"]
    return frozenset(word for name in names for listed in words[name].values() for word in listed)


@cache
def _symbols() -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    """The symbols of what a date line is made of with their names, those of words, those of loose numbers."""
    symbol = _grammar().symbol
    return (
        {symbol(name): name for name in _KINDS},
        frozenset((symbol("word"), symbol("of"))),
        frozenset(map(symbol, _NUMBERS)),
    )


def cut(text: str) -> list[Part]:
    """The line cut where a label stands, and where a second date begins."""
    grammar = _grammar()
    kinds, words, numbers = _symbols()
    line = grammar.reduce(pieces(text, grammar))
    parts = [Part()]
    for piece in line:
        kind = kinds.get(piece.symbol)
        part = parts[-1]
        if kind == "LABEL":
            if not part.found or part.dated or part.role:
                parts.append(part := Part())
            part.role = str(piece.slots["role"])  # type: ignore[assignment]
            part.label = text[piece.start : piece.end].strip(" :ঃ-")
        elif kind is None:
            part.others += piece.symbol in words
            part.loose += piece.symbol in numbers
        else:
            if kind in ("GDATE", "AGO") and kind in part.found:
                parts.append(part := Part())
            part.take(kind, piece)
    _label_after(parts)
    return [part for part in parts if part.found or part.others or part.role]


def is_weekday(text: str) -> bool:
    """Whether a line is a weekday and nothing else: `শুক্রবার,`."""
    parts = cut(text)
    return len(parts) == 1 and parts[0].order == ["weekday"] and not parts[0].others


def _label_after(parts: list[Part]) -> None:
    """A label with nothing behind it belongs to the date before it; `প্রিন্ট` there is a button."""
    if len(parts) > 1 and parts[-1].role and not parts[-1].dated and parts[-2].dated and not parts[-2].role:
        last = parts.pop()
        if last.role != "printed":
            parts[-1].role, parts[-1].label = last.role, last.label


# -- what stands beside a date --------------------------------------------------------------------


def zone_of(part: Part, zone: tzinfo | None) -> tzinfo | None:
    """The zone that the line states, or the clock of the place it names, else the outlet's."""
    if "ZONE" in part.found:
        slots = part.found["ZONE"].slots
        minutes = int(Fraction(slots["zone"]))
        if "hours" in slots:
            hours, _, rest = str(slots["hours"]).partition(":")
            minutes += int(slots["sign"]) * (60 * int(hours) + int(rest or 0))
        return timezone(timedelta(minutes=minutes))
    if "place" in part.found:
        return timezone(timedelta(minutes=int(Fraction(part.found["place"].value))))
    return zone


def role_of(text: str, part: Part) -> Role:
    """The role of a date without a label, by what stands beside it."""
    found = part.found
    spoken = any("spoken" in piece.slots and _has_ending(text, piece) for piece in found.values())
    if "RELDAY" in found and not {"GDATE", "BDATE"} & found.keys():
        return "published"
    if "RELDAY" in found:
        if {"GDATE", "BDATE"} <= found.keys():
            return "page"
        return "page" if _is_labelled_today(text, found["RELDAY"]) or "CLOCK" in found else "event"
    if "AGO" in found or ("CLOCK" in found and "bulletin" in found["CLOCK"].slots):
        return "published"
    if "BDATE" in found:
        return "page" if "GDATE" in found else "event"
    if spoken:
        return "event"
    if "GDATE" in found and {"numeric", "near"} & found["GDATE"].slots.keys() and not part.others:
        return "published"
    if "byline" in found:
        return "published"
    if "weekday" in found:
        if "CLOCK" not in found or "place" in found:
            return "event" if part.others > 2 else "page"
        clock_first = part.order.index("CLOCK") < part.order.index("GDATE")
        if "|" in text[found["GDATE"].end : found["CLOCK"].start]:
            return "published"
        return "page" if clock_first or "meridiem" in found["CLOCK"].slots else "published"
    if "place" in found:
        return "page" if "CLOCK" in found else "published"
    if part.others and not _is_place_line(text, part) and not _is_behind_a_bar(text, part):
        return "event"
    return "published"


def _has_ending(text: str, piece: Piece) -> bool:
    """`২০২৪ সালের …`, `৫টা ৩০ মিনিটে`: words of a sentence; `৫টা ৩০ মিনিট` may stand in a date line."""
    return "year" in piece.slots or text[: piece.end].endswith(line_words("endings"))


def _is_labelled_today(text: str, piece: Piece) -> bool:
    """`আজঃ`, `আজ:` and a line cut by bars are a page's head, `আজ` before a date a sentence."""
    after = text[piece.end :].lstrip()
    return text[piece.end - 1] == "ঃ" or after.startswith((":", "|")) or "|" in text


def _is_place_line(text: str, part: Part) -> bool:
    """`চট্টগ্রাম, ১২ এপ্রিল ২০২৪`: a name or two, a comma, and nothing after the date."""
    before, after = text[: part.start].strip(), text[part.end :].strip(" .:।")
    return part.others <= 2 and before.endswith(",") and not after


def _is_behind_a_bar(text: str, part: Part) -> bool:
    """`NAME | ১২ এপ্রিল ২০২৪`: a field of its own."""
    return part.others <= 4 and text[: part.start].rstrip().endswith("|")
