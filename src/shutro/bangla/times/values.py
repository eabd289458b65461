"""What was read of a time becomes a TIMEX3 value, against the day of publication and the text before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

import regex

from shutro.bangla.grammar.grammar import Grammar, Piece
from shutro.bangla.grammar.lexicon import Value
from shutro.bangla.times import daymath
from shutro.bangla.times.context import Context, Resolved, Slots, whole
from shutro.bangla.times.days import day, names_a_day
from shutro.bangla.times.periods import period
from shutro.bangla.times.spans import ago, span
from shutro.bangla.times.timex import TimeExpression, TimexType

_REST = regex.compile(r"(?<=[\p{L}\p{M}])[\p{L}\p{M}\u200c\u200d]+")

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


def expressions(context: Context) -> Iterator[TimeExpression]:
    """The expressions of a text in order, each resolved with what those before it have named."""
    types = {context.grammar.symbol(name): kind for kind, names in _CLASSES.items() for name in names}
    stop = context.grammar.symbol("stop")
    for i, piece in enumerate(context.pieces):
        if piece.symbol == stop:
            context.end_sentence()
        kind = types.get(piece.symbol)
        if kind is not None and (read := _read(context, i, kind, piece)):
            yield _expression(context, i, kind, piece, read)
            context.move(read, names_a_day=kind in ("DATE", "TIME"))
            context.daily |= kind == "SET" or "through" in piece.slots


def _expression(context: Context, i: int, kind: TimexType, piece: Piece, read: Resolved) -> TimeExpression:
    # `প্রায় দুই বছর`, `সকাল ৬টার দিকে`
    rough = context.is_one_of(i - 1, "approx") or context.is_one_of(i + 1, "dik")
    mod = piece.slots.get("mod") or piece.slots.get("edge") or ("APPROX" if rough else None)
    end = _word_end(context, i)
    return TimeExpression(
        piece.start,
        end,
        context.text[piece.start : end],
        kind,
        read.value,
        piece.rule,
        read.anchor.isoformat() if read.anchor else None,
        str(mod) if mod else None,
        read.day.isoformat() if kind == "DURATION" and read.day else None,
        read.conflict,
    )


def _word_end(context: Context, i: int) -> int:
    """The end of the word that piece `i` ends in: no expression stops inside one (`এই বছরপূর্তিতে`)."""
    end = context.pieces[i].end
    rest = _REST.match(context.text, end)
    following = context.pieces[i + 1] if i + 1 < len(context.pieces) else None
    return rest.end() if rest and not (following and following.rule) else end


def _read(context: Context, i: int, kind: TimexType, piece: Piece) -> Resolved | None:
    slots = piece.slots
    if "vague" in slots:
        return Resolved(str(slots["vague"]))
    if kind == "DURATION":
        return span(context, slots)
    if kind == "SET":
        return Resolved(_set(context, i, slots))
    if kind == "TIME":
        return _time(context, i, slots)
    if "ago" in slots:
        return ago(context, slots)
    return day(context, i, slots) if names_a_day(slots) else period(context, i, slots)


def _set(context: Context, i: int, slots: Slots) -> str:
    if {"part", "hour", "hhmm"} & slots.keys():
        return _time_of_day(context, i, slots)[0]
    if "weekday" in slots:
        return f"XXXX-WXX-{whole(slots['weekday']) + 1}"
    if "day" in slots:
        month = f"{whole(slots['month']):02}" if "month" in slots else "XX"
        return f"XXXX-{month}-{whole(slots['day']):02}"
    return str(slots["set"]) if "set" in slots else daymath.period(1, str(slots["unit"]))


def _time(context: Context, i: int, slots: Slots) -> Resolved | None:
    """A time of day on its day: the one printed beside it, else the sentence's, else that of publication."""
    if "night_move" in slots:
        named = context.at + timedelta(days=whole(slots["night_move"])) if context.at else None
        base: Resolved | None = Resolved("", context.at, named)
    elif "event_day" in slots:
        base = Resolved("XXXX-XX-XX")  # ঈদের দিন সকালে: nothing tells the day
    elif names_a_day(slots):
        base = day(context, i, slots)
    elif "generic" in slots or (context.daily and not context.today) or context.tense(i) == "habit":
        base = Resolved("")
    else:
        base = Resolved("", context.today or context.at, context.today or context.at)
    if base is None:
        return None
    value, later = _time_of_day(context, i, slots)
    if base.day:
        prefix = (base.day + timedelta(days=later)).isoformat()
    else:
        prefix = base.value if "X" in base.value else ""
    return Resolved(prefix + value, base.anchor, base.day, conflict=base.conflict)


def _time_of_day(context: Context, i: int, slots: Slots) -> tuple[str, int]:
    """`T10:30` or `TMO` of piece `i`, and how many days after the named one it falls.

    A clock time without a part of day takes the one named before it in the sentence; without any, from
    one to six it is taken for the afternoon, when what is reported mostly happens.
    """
    part = str(slots.get("meridiem") or slots.get("part") or "") or context.by_the_sun(i)
    if "hhmm" in slots:
        hour, minute = _hours(slots["hhmm"])
    elif "hour" in slots:
        hour, minute = Fraction(slots["hour"]), whole(slots.get("minute", 0))
    else:
        context.part = part
        return f"T{part}", 0
    carried = part is None and "hour" in slots
    if carried:
        part = _carried(context, hour)
    h, m = daymath.clock(hour, minute, part)
    later = 0
    if carried and context.joined(i) and context.part == "NI" and h < (context.hour or 0) % 24:
        later = 1  # রাত ১০টা থেকে ২টা
    elif not carried:
        context.part, context.hour = part or context.part, h
    if "diba" in slots:
        h = 0 if h == 24 else h
        later = int(h < 12)
    return f"T{h:02}:{m:02}", later


def _carried(context: Context, hour: Fraction | int) -> str | None:
    """The part of day of a clock time that prints none: that named before it, as far as the hour allows."""
    if context.part == "MI" or (context.part == "MO" and (hour == 12 or hour < (context.hour or 0))):
        return "PM"  # সকাল ৯টা থেকে ৫টা
    return context.part or ("AF" if 1 <= hour < 7 else None)


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
    return list(expressions(Context(text, pieces, grammar, at)))
