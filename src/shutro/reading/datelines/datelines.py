"""Date lines: what a page prints of its own dates, in every order that sites print them.

A line is cut at its labels (`প্রকাশ :`, `সর্বশেষ আপডেট:`); each part gives a stamp. Without a label,
what stands beside the date tells its role: a weekday with a Bengali date is the page's own today, a bare
date the day of publication, a date in running words an event's.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from fractions import Fraction
from functools import cache

import regex

from shutro.bangla.calendars.bengali import (
    CALENDARS,
    REFORM,
    BengaliDate,
    Calendar,
    calendars_matching,
    to_bengali,
    to_gregorian,
)
from shutro.bangla.grammar.grammar import Piece
from shutro.bangla.numbers.numerals import to_latin_digits
from shutro.bangla.times import daymath, times
from shutro.bangla.times.expressions import grammar as time_grammar
from shutro.errors import CalendarError
from shutro.model import Role, Stamp
from shutro.reading.datelines.parts import Part, cut, line_words, role_of, zone_of
from shutro.span import Span

DHAKA = timezone(timedelta(hours=6))
KOLKATA = timezone(timedelta(hours=5, minutes=30))

_SECONDS = {"S": 1, "MIN": 60, "H": 3600}
_DAYS = {"D": Fraction(1), "W": Fraction(7), "M": Fraction(61, 2), "Y": Fraction(1461, 4)}
_MOST = 400  # no date line is longer (in code points)
_PROSE = 8  # so many other words make a line running text
_FIGURE = regex.compile(r"[\u09e6-\u09ef0-9]")
_ISO = regex.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?(?:\.\d+Z)?"
)


def may_be_dateline(text: str) -> bool:
    """Whether it is worth asking: a short text with a figure or a relative time in it."""
    if len(text) > _MOST:
        return False
    return _FIGURE.search(text) is not None or any(hint in text for hint in line_words("hints"))


def dateline(text: str, captured: datetime | None = None, *, zone: tzinfo | None = None) -> list[Stamp]:
    """The stamps of a printed date line, in the order printed; empty when `text` is no date line.

    Relative ones (`৩ ঘণ্টা আগে`) and days without a year count from `captured`, and are left out without
    it. `zone` is the outlet's, for clock times whose line states none; without it such a time is naive.
    A line of a Bengali date alone gives a stamp for every calendar that could be meant, the likeliest
    first and each `inferred`, where the calendars differ.
    """
    if not may_be_dateline(text):
        return []
    if standard := list(_iso_stamps(text, zone)):
        return standard
    parts = cut(text)
    labelled = any(part.role and part.dated for part in parts)
    if not labelled and sum(part.others for part in parts) > _PROSE:
        return []
    stamps = [stamp for part in parts if part.dated for stamp in _stamps(text, part, captured, zone)]
    return stamps or _events(text, captured, zone)


def _iso_stamps(text: str, zone: tzinfo | None) -> Iterator[Stamp]:
    """The moments printed in ISO 8601, each with the role that the words before it give."""
    start = 0
    for match in _ISO.finditer(text):
        offset = (match[3] or "").replace("Z", "+00:00")
        try:
            value = datetime.fromisoformat(f"{match[1]}T{match[2]}{offset}")
        except ValueError:
            continue
        if value.tzinfo is None and zone:
            value = value.replace(tzinfo=zone)
        labels = [part.role for part in cut(text[start : match.start()]) if part.role]
        start = match.end()
        role: Role = labels[-1] if labels else "published"
        yield Stamp(value, match.group(), role, "date line: ISO 8601", Span(*match.span()))


# -- a part's stamps -------------------------------------------------------------------------------


def _stamps(text: str, part: Part, captured: datetime | None, zone: tzinfo | None) -> Iterator[Stamp]:
    role = part.role or role_of(text, part)
    zone = zone_of(part, zone)
    how = f"date line: {part.label}" if part.role else "date line: no label"
    counted = part.found.get("RELDAY") if not {"GDATE", "BDATE"} & part.found.keys() else None
    span = Span(min(counted.start, part.start) if counted else part.start, part.end)
    if "AGO" in part.found and "GDATE" not in part.found:
        value = _ago(part.found["AGO"], captured)
        if value is not None:
            note = None if isinstance(value, datetime) else _coarse(part.found["AGO"])
            how += ", counted from the capture"
            yield Stamp(value, span.of(text), role, how, span, inferred=note is not None, note=note)
        return
    for day, calendar, note, inferred in _days(part, zone, captured):
        value, remark = _with_clock(day, part.found.get("CLOCK"), zone)
        notes = "; ".join(filter(None, (note, remark))) or None
        yield Stamp(value, span.of(text), role, how, span, calendar, inferred, notes)


def _ago(piece: Piece, captured: datetime | None) -> datetime | date | None:
    """The moment so long before the capture: to the minute from hours, to the day from days and longer."""
    if captured is None:
        return None
    count, unit = Fraction(piece.slots["count"]), str(piece.slots["unit"])
    try:
        if unit in _SECONDS:
            seconds = float(count * _SECONDS[unit]) + 60 * float(Fraction(piece.slots.get("minutes", 0)))
            return captured - timedelta(seconds=seconds)
        return (captured - timedelta(days=float(count * _DAYS[unit]))).date()
    except (KeyError, OverflowError):
        return None


def _coarse(piece: Piece) -> str | None:
    """What to say of a day counted back in months or years."""
    return "the day is not told" if piece.slots["unit"] in ("M", "Y") else None


def _days(
    part: Part, zone: tzinfo | None, captured: datetime | None
) -> Iterator[tuple[date, str | None, str | None, bool]]:
    """The days the part can mean, each with its Bengali calendar, a note, and whether it is inferred."""
    gregorian = _gregorian(part.found["GDATE"], captured) if "GDATE" in part.found else None
    if "RELDAY" in part.found and not {"GDATE", "BDATE"} & part.found.keys() and captured:
        gregorian = captured.date() + timedelta(days=int(Fraction(part.found["RELDAY"].slots["relday"])))
    weekday = (
        part.found["weekday"].slots.get("weekday", part.found["weekday"].value)
        if "weekday" in part.found
        else None
    )
    bengali = part.found.get("BDATE")
    if gregorian:
        note = None
        if weekday is not None and gregorian.weekday() != weekday:
            note = "the weekday printed is another"
        if bengali is None:
            yield gregorian, None, note, False
            return
        printed = _bengali(bengali, gregorian)
        fitting = calendars_matching(printed, gregorian)
        if not fitting:
            said = (
                f"the Bengali date printed, {printed.day} {printed.month_name} {printed.year}, is another day"
            )
            note = "; ".join(filter(None, (note, said)))
        yield gregorian, fitting[0] if fitting else None, note, False
    elif bengali is not None and "GDATE" not in part.found:
        yield from _bengali_alone(bengali, weekday if isinstance(weekday, int) else None, zone, captured)


def _gregorian(piece: Piece, captured: datetime | None) -> date | None:
    """The printed day; one without a year is the last such before the capture."""
    slots = piece.slots
    if "near" in slots:
        if captured is None:
            return None
        latest = captured.date() + timedelta(days=1)
        years = (captured.year + 1, captured.year, captured.year - 1)
        days = (
            daymath.a_date(year, int(Fraction(slots["month"])), int(Fraction(slots["day"]))) for year in years
        )
        return next((day for day in days if day and day <= latest), None)
    if "date" in slots:
        try:
            return date.fromisoformat(str(slots["date"]))
        except ValueError:
            return None
    year = int(Fraction(slots["year"])) if "year" in slots else 2000 + int(Fraction(slots["short_year"]))
    month = slots.get("month", slots.get("month_number", 0))
    return daymath.a_date(year, int(Fraction(month)), int(Fraction(slots["day"])))


def _bengali(piece: Piece, gregorian: date) -> BengaliDate:
    slots = piece.slots
    year = int(Fraction(slots["byear"])) if "byear" in slots else to_bengali(gregorian, "bd-2019").year
    return BengaliDate(year, int(Fraction(slots["bmonth"])), int(Fraction(slots["bday"])))


def _bengali_alone(
    piece: Piece, weekday: int | None, zone: tzinfo | None, captured: datetime | None
) -> Iterator[tuple[date, str | None, str | None, bool]]:
    """The day of a Bengali date that no Gregorian one stands beside, in each calendar that may be meant."""
    if "byear" not in piece.slots and captured is None:
        return
    printed = _bengali(piece, captured.date() if captured else date(2000, 1, 1))
    found: dict[date, Calendar] = {}
    order = ("wb", "bd-2019", "bd-1987") if zone == KOLKATA else CALENDARS
    if zone != KOLKATA and printed.year + 593 < REFORM.year:
        order = ("bd-1987", "bd-2019", "wb")
    for calendar in order:
        try:
            found.setdefault(to_gregorian(printed, calendar), calendar)
        except CalendarError:
            continue
    if weekday is not None and any(day.weekday() == weekday for day in found):
        found = {day: calendar for day, calendar in found.items() if day.weekday() == weekday}
    note = "the calendar is not told" if len(found) > 1 else None
    for day, calendar in found.items():
        yield day, calendar, note, len(found) > 1


def _with_clock(day: date, piece: Piece | None, zone: tzinfo | None) -> tuple[datetime | date, str | None]:
    """The day with its clock time; a date alone where the clock does not tell morning from evening."""
    if piece is None:
        return day, None
    slots = piece.slots
    part = str(slots.get("meridiem") or slots.get("part") or "") or None
    second, padded = 0, True
    if "hhmm" in slots:
        printed = slots["hhmm"]
        if isinstance(printed, str):
            hour, minute, *seconds = map(int, printed.split(":"))
            second, padded = (seconds[0] if seconds else 0), printed.index(":") == 2
            value: Fraction | int = hour
        elif isinstance(printed, int):
            value, minute = printed // 100, printed % 100
        else:
            value, minute = int(printed), round((printed - int(printed)) * 100)
    else:
        value, minute = Fraction(slots["hour"]), int(Fraction(slots.get("minute", 0)))
    if part is None and not padded:
        return day, "the clock does not tell morning from evening"
    hour, minute = daymath.clock(value, minute, part)
    if part == "NI" and hour == 24:
        hour = 0
    if hour > 23 or minute > 59 or second > 59:
        return day, "no clock has the time printed"
    return datetime.combine(day, time(hour, minute, second), zone), None


# -- a date in running words -------------------------------------------------------------------------


def _events(text: str, captured: datetime | None, zone: tzinfo | None) -> list[Stamp]:
    """The days that the time grammar finds, as an event's."""
    stamps = []
    for found in times(text, at=captured.date() if captured else None):
        if found.type not in ("DATE", "TIME") or found.rule in _clock_rules():
            continue
        value = _timex_value(found.value, zone)
        if value is not None:
            stamps.append(Stamp(value, found.text, "event", f"time expression: {found.rule}", found.span))
    return stamps


@cache
def _clock_rules() -> frozenset[str]:
    """The rules whose expressions name no day of their own."""
    return frozenset(rule.name for rule in time_grammar().rules if rule.makes == "T")


_TIMEX = regex.compile(r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})|T[A-Z]{2})?")


def _timex_value(value: str, zone: tzinfo | None) -> datetime | date | None:
    match = _TIMEX.fullmatch(to_latin_digits(value))
    if match is None:
        return None
    day = date.fromisoformat(match[1])
    if match[2] is None:
        return day
    hour, minute = int(match[2]), int(match[3])
    if hour > 24 or minute > 59:
        return day
    midnight = datetime.combine(day, time(), zone)
    return midnight + timedelta(hours=hour, minutes=minute)
