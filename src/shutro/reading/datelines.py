"""Date lines: what a page prints of its own dates, in every order that sites print them.

The words stand in data/datelines.toml, beside those of the time grammar. A line is cut at its labels
(`প্রকাশ :`, `সর্বশেষ আপডেট:`); each part gives a stamp. Without a label, what stands beside the date tells
its role: a weekday with a Bengali date is the page's own today, a bare date the day of publication, a
date in running words an event's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from fractions import Fraction
from functools import cache
from importlib.resources import files

import regex

from shutro.bangla import daymath
from shutro.bangla.calendar import (
    CALENDARS,
    REFORM,
    BengaliDate,
    Calendar,
    calendars_matching,
    to_bengali,
    to_gregorian,
)
from shutro.bangla.grammar import Grammar, Piece
from shutro.bangla.numbers import to_latin_digits
from shutro.bangla.times import grammar as time_grammar
from shutro.bangla.times import number_words, pieces, source, times
from shutro.errors import CalendarError
from shutro.model import Role, Stamp
from shutro.span import Span

DHAKA = timezone(timedelta(hours=6))
KOLKATA = timezone(timedelta(hours=5, minutes=30))

_MOST = 400  # no date line is longer (in code points)
_PROSE = 8  # so many other words make a line running text
_CANDIDATE = regex.compile(r"[০-৯0-9]|আগে|এইমাত্র")
_ISO = regex.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?(?:\.\d+Z)?"
)


@dataclass(slots=True)
class _Part:
    """What one label, or none, stands before."""

    role: Role | None = None
    label: str = ""
    found: dict[str, Piece] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    others: int = 0
    start: int = -1
    end: int = -1

    def take(self, kind: str, piece: Piece) -> None:
        self.found[kind] = piece
        self.order.append(kind)
        if kind not in ("place", "today", "byline", "zone") and self.start < 0:
            self.start = piece.start
        self.start = self.start if self.start >= 0 else -1
        if kind not in ("place", "byline"):
            self.end = piece.end

    @property
    def dated(self) -> bool:
        return bool({"GDATE", "BDATE", "AGO"} & self.found.keys())


@cache
def _grammar() -> Grammar:
    own = files("shutro.reading").joinpath("data/datelines.toml").read_text(encoding="utf-8")
    return Grammar(source(), own, more=number_words())


def may_be_dateline(text: str) -> bool:
    """Whether it is worth asking: a short text with a figure or a relative time in it."""
    return len(text) <= _MOST and _CANDIDATE.search(text) is not None


def dateline(text: str, captured: datetime | None = None, *, zone: tzinfo | None = None) -> list[Stamp]:
    """The stamps of a printed date line, in the order printed; empty when `text` is no date line.

    Relative ones (`৩ ঘণ্টা আগে`) and days without a year count from `captured`, and are left out without
    it. `zone` is the outlet's, for clock times whose line states none; without it such a time is naive.
    A line of a Bengali date alone gives a stamp for every calendar that could be meant, the likeliest
    first and each `inferred`, where the calendars differ.
    """
    if not may_be_dateline(text):
        return []
    if iso := _ISO.search(text):
        return [_iso_stamp(text, iso, zone)]
    grammar = _grammar()
    parts = _parts(text, grammar.reduce(pieces(text, grammar)), grammar)
    labelled = any(part.role and part.dated for part in parts)
    if not labelled and sum(part.others for part in parts) > _PROSE:
        return []
    stamps = [stamp for part in parts if part.dated for stamp in _stamps(text, part, captured, zone)]
    return stamps or _events(text, captured, zone)


def _iso_stamp(text: str, iso: regex.Match[str], zone: tzinfo | None) -> Stamp:
    offset = (iso[3] or "").replace("Z", "+00:00")
    value = datetime.fromisoformat(f"{iso[1]}T{iso[2]}{offset}")
    if value.tzinfo is None and zone:
        value = value.replace(tzinfo=zone)
    role: Role = (
        "updated" if regex.search(r"(?i)updat|modif|আপডেট|হালনাগাদ", text[: iso.start()]) else "published"
    )
    return Stamp(value, iso.group(), role, "date line: ISO 8601", Span(*iso.span()))


# -- cutting the line ------------------------------------------------------------------------------


def _parts(text: str, line: list[Piece], grammar: Grammar) -> list[_Part]:
    """The line cut where a label stands, and where a second date begins."""
    kinds = {
        grammar.symbol(name): name
        for name in (
            "LABEL",
            "GDATE",
            "BDATE",
            "HDATE",
            "CLOCK",
            "AGO",
            "ZONE",
            "weekday",
            "today",
            "place",
            "byline",
        )
    }
    words = grammar.symbols("word") | grammar.symbols("of")
    parts = [_Part()]
    for piece in line:
        kind = kinds.get(piece.symbol)
        part = parts[-1]
        if kind == "LABEL":
            if not part.found or part.dated or part.role:
                parts.append(part := _Part())
            part.role = str(piece.slots["role"])  # type: ignore[assignment]
            part.label = text[piece.start : piece.end].strip(" :ঃ-")
        elif kind is None:
            part.others += piece.symbol in words
        else:
            if kind in ("GDATE", "AGO") and kind in part.found:
                parts.append(part := _Part())
            part.take(kind, piece)
    _label_after(parts)
    return [part for part in parts if part.found or part.others or part.role]


def _label_after(parts: list[_Part]) -> None:
    """A label with nothing behind it belongs to the date before it."""
    if len(parts) > 1 and parts[-1].role and not parts[-1].dated and parts[-2].dated and not parts[-2].role:
        parts[-2].role, parts[-2].label = parts[-1].role, parts[-1].label
        parts.pop()


# -- a part's stamps -------------------------------------------------------------------------------


def _stamps(text: str, part: _Part, captured: datetime | None, zone: tzinfo | None) -> Iterator[Stamp]:
    role = part.role or _role(text, part)
    zone = _zone(part, zone)
    how = f"date line: {part.label}" if part.role else "date line: no label"
    span = Span(part.start, part.end)
    if "AGO" in part.found and "GDATE" not in part.found:
        value = _ago(part.found["AGO"], captured)
        if value is not None:
            yield Stamp(value, span.of(text), role, f"{how}, counted from the capture", span)
        return
    for day, calendar, note, inferred in _days(part, zone, captured):
        value, remark = _with_clock(day, part.found.get("CLOCK"), zone)
        notes = "; ".join(filter(None, (note, remark))) or None
        yield Stamp(value, span.of(text), role, how, span, calendar, inferred, notes)


def _ago(piece: Piece, captured: datetime | None) -> datetime | date | None:
    if captured is None:
        return None
    count, unit = piece.slots["count"], str(piece.slots["unit"])
    if isinstance(count, str):
        return None
    seconds = {"S": 1, "MIN": 60, "H": 3600}
    if unit in seconds:
        return captured - timedelta(seconds=float(count) * seconds[unit])
    if unit in ("D", "W"):
        return (captured - timedelta(days=float(count) * (7 if unit == "W" else 1))).date()
    return None


def _days(
    part: _Part, zone: tzinfo | None, captured: datetime | None
) -> Iterator[tuple[date, str | None, str | None, bool]]:
    """The days the part can mean, each with its Bengali calendar, a note, and whether it is inferred."""
    gregorian = _gregorian(part.found["GDATE"]) if "GDATE" in part.found else None
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


def _gregorian(piece: Piece) -> date | None:
    slots = piece.slots
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


def _zone(part: _Part, zone: tzinfo | None) -> tzinfo | None:
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


def _role(text: str, part: _Part) -> Role:
    """The role of a date without a label, by what stands beside it."""
    found = part.found
    spoken = any("spoken" in piece.slots and _has_ending(text, piece) for piece in found.values())
    if "today" in found:
        return "page" if _is_labelled_today(text, found["today"]) or "CLOCK" in found else "event"
    if "AGO" in found or ("CLOCK" in found and "bulletin" in found["CLOCK"].slots):
        return "published"
    if "BDATE" in found:
        return "page" if "GDATE" in found else "event"
    if spoken:
        return "event"
    if "GDATE" in found and "numeric" in found["GDATE"].slots and not part.others:
        return "published"
    if "weekday" in found:
        if "CLOCK" not in found or "place" in found:
            return "event" if part.others > 2 else "page"
        clock_first = part.order.index("CLOCK") < part.order.index("GDATE")
        return "page" if clock_first or "meridiem" in found["CLOCK"].slots else "published"
    if "byline" in found:
        return "published"
    if "place" in found:
        return "page" if "CLOCK" in found else "published"
    if part.others and not _is_place_line(text, part):
        return "event"
    return "published"


def _has_ending(text: str, piece: Piece) -> bool:
    """`২০২৪ সালের …`, `৫টা ৩০ মিনিটে`: words of a sentence; `৫টা ৩০ মিনিট` may stand in a date line."""
    return "year" in piece.slots or text[: piece.end].endswith(("ে", "য়", "য়", "র", "তে"))


def _is_labelled_today(text: str, piece: Piece) -> bool:
    """`আজঃ`, `আজ:` and a line cut by bars are a page's head, `আজ` before a date a sentence."""
    after = text[piece.end :].lstrip()
    return text[piece.end - 1] == "ঃ" or after.startswith((":", "|")) or "|" in text


def _is_place_line(text: str, part: _Part) -> bool:
    """`চট্টগ্রাম, ১২ এপ্রিল ২০২৪`: a name or two, a comma, and nothing after the date."""
    before, after = text[: part.start].strip(), text[part.end :].strip(" .:।")
    return part.others <= 2 and before.endswith(",") and not after


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
