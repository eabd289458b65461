"""What was read of a time becomes a TIMEX3 value, against the day of publication and the text before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal

from shutro.bangla import daymath
from shutro.bangla.days import PARTS, day
from shutro.bangla.grammar import Grammar, Piece
from shutro.bangla.lexicon import Value
from shutro.bangla.periods import Slots, ago, period, span
from shutro.bangla.story import Read, Story, whole
from shutro.span import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]

# What the classes that the grammar makes are, in TIMEX3.
_CLASSES: dict[TimexType, tuple[str, ...]] = {
    "TIME": ("T", "TIME"),
    "DURATION": ("DURATION", "SHORT"),
    "SET": ("SET",),
    "DATE": (
        *("DATE", "REL", "ANA", "WD", "DD", "DAYS", "MONTH", "WEEK", "YEAR", "YEARREL", "YEARANA"),
        *("FISCAL", "YEARPART", "EDGE", "DECADE"),
    ),
}


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as printed: `text` at `start:end` (code points), its TIMEX3 `type` and `value`.

    What is not known of the value is X (`XXXX-XX-XX`). `rule` names the grammar's line. `anchor` is the
    ISO day that the value was counted from, None for one that needs no day or lacks it. `mod` is a TIMEX3
    modifier (APPROX, MORE_THAN, LESS_THAN, START, MID, END). `to` is the day that a span leads to, where
    the text says from which day it runs (`এর দুই দিন পর`). `conflict` says what else was printed, where a
    weekday, a date and আজ or গতকাল beside each other disagree.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    rule: str
    anchor: str | None = None
    mod: str | None = None
    to: str | None = None
    conflict: str | None = None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def expressions(story: Story) -> Iterator[TimeExpression]:
    """The expressions of a text in order, each resolved with what those before it have named."""
    types = {story.grammar.symbol(name): kind for kind, names in _CLASSES.items() for name in names}
    stop = story.grammar.symbol("stop")
    for i, piece in enumerate(story.pieces):
        if piece.symbol == stop:
            story.end_sentence()
        kind = types.get(piece.symbol)
        if kind is not None and (read := _read(story, i, kind, piece)):
            yield _expression(story, i, kind, piece, read)
            story.move(read, names_a_day=kind in ("DATE", "TIME"))
            story.daily |= kind == "SET" or "through" in piece.slots


def _expression(story: Story, i: int, kind: TimexType, piece: Piece, read: Read) -> TimeExpression:
    # `প্রায় দুই বছর`, `সকাল ৬টার দিকে`
    rough = story.is_one_of(i - 1, "approx") or story.is_one_of(i + 1, "dik")
    mod = piece.slots.get("mod") or piece.slots.get("edge") or ("APPROX" if rough else None)
    return TimeExpression(
        piece.start,
        piece.end,
        story.printed(i),
        kind,
        read.value,
        piece.rule,
        read.anchor.isoformat() if read.anchor else None,
        str(mod) if mod else None,
        read.day.isoformat() if kind == "DURATION" and read.day else None,
        read.conflict,
    )


def _read(story: Story, i: int, kind: TimexType, piece: Piece) -> Read | None:
    slots = piece.slots
    if "vague" in slots:
        return Read(str(slots["vague"]))
    if kind == "DURATION":
        return span(story, slots)
    if kind == "SET":
        return Read(_set(story, slots))
    if kind == "TIME":
        return _time(story, i, slots)
    if "ago" in slots:
        return ago(story, slots)
    return day(story, i, slots) if PARTS & slots.keys() else period(story, i, slots)


def _set(story: Story, slots: Slots) -> str:
    if {"part", "hour", "hhmm"} & slots.keys():
        return _time_of_day(story, slots)[0]
    if "weekday" in slots:
        return f"XXXX-WXX-{whole(slots['weekday']) + 1}"
    if "day" in slots:
        month = f"{whole(slots['month']):02}" if "month" in slots else "XX"
        return f"XXXX-{month}-{whole(slots['day']):02}"
    return str(slots["set"]) if "set" in slots else daymath.period(1, str(slots["unit"]))


def _time(story: Story, i: int, slots: Slots) -> Read | None:
    """A time of day on its day: the one printed beside it, else the sentence's, else that of publication."""
    if "night_move" in slots:
        named = story.at + timedelta(days=whole(slots["night_move"])) if story.at else None
        base: Read | None = Read("", story.at, named)
    elif PARTS & slots.keys():
        base = day(story, i, slots)
    elif "generic" in slots or (story.daily and not story.today) or story.tense(i) == "habit":
        base = Read("")
    else:
        base = Read("", story.today or story.at, story.today or story.at)
    if base is None:
        return None
    value, later = _time_of_day(story, slots)
    if base.day:
        prefix = (base.day + timedelta(days=later)).isoformat()
    else:
        prefix = base.value if "X" in base.value else ""
    return Read(prefix + value, base.anchor, base.day, conflict=base.conflict)


def _time_of_day(story: Story, slots: Slots) -> tuple[str, int]:
    """`T10:30` or `TMO`, and how many days after the named one it falls.

    A clock time without a part of day takes the one named before it in the sentence; without any, from
    one to six it is taken for the afternoon, when what is reported mostly happens.
    """
    part = str(slots.get("meridiem") or slots.get("part") or "") or None
    if "hhmm" in slots:
        hour, minute = _hours(slots["hhmm"])
    elif "hour" in slots:
        hour, minute = Fraction(slots["hour"]), whole(slots.get("minute", 0))
    else:
        story.part = part
        return f"T{part}", 0
    if part:
        story.part = part
    elif "hour" in slots and story.part:
        part = story.part
    elif "hour" in slots and 1 <= hour < 7:
        part = "AF"
    h, m = daymath.clock(hour, minute, part)
    if "diba" not in slots:
        return f"T{h:02}:{m:02}", 0
    h = 0 if h == 24 else h
    return f"T{h:02}:{m:02}", 1 if h < 12 else 0


def _hours(value: Value) -> tuple[Fraction | int, int]:
    """Hour and minute of `10:30`, 10.30 or 1630."""
    if isinstance(value, str):
        first, second = value.split(":")[:2]
        return int(first), int(second)
    if isinstance(value, int):
        return value // 100, value % 100
    return int(value), round((value - int(value)) * 100)


def resolve(text: str, pieces: list[Piece], grammar: Grammar, at: date | None) -> list[TimeExpression]:
    """The time expressions of a text that was read into `pieces`."""
    return list(expressions(Story(text, pieces, grammar, at)))
