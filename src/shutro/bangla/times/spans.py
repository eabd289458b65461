"""Spans of time, and days counted by them: `তিন দিন`, `২-৩ মাস`, `পাঁচ বছর আগে`."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from shutro.bangla.times import daymath
from shutro.bangla.times.context import Context, Resolved, Slots, whole

_DAYS_OR_LONGER = ("D", "W", "M", "Y", "DE", "YUG", "CE")
_SMALLER = {"months": "M", "days": "D", "minutes": "M"}
_YEARS_LONG = {"Y": 1, "DE": 10, "YUG": 12, "CE": 100}


def span(context: Context, slots: Slots) -> Resolved | None:
    """How long: `P3D`, `P2M/P3M`, `PXY`; and the day it leads to, where it runs from a day named before."""
    unit = str(slots["unit"])
    if "few" in slots:
        return Resolved(f"{daymath.period(1, unit)}/{daymath.period(2, unit)}")
    if "low" in slots:
        low, high = slots["low"], slots["high"]
        if isinstance(low, str) or isinstance(high, str) or low == high:
            return None
        low, high = sorted((low, high))
        return Resolved(f"{daymath.period(low, unit)}/{daymath.period(high, unit)}")
    count = slots["count"]
    rest = [f"{whole(slots[name])}{letter}" for name, letter in _SMALLER.items() if name in slots]
    value = daymath.period(count, unit) + "".join(rest)
    if "from_focus" in slots and context.focus and not isinstance(count, str) and unit in ("D", "W"):
        return Resolved(value, context.focus, moved(context.focus, Fraction(count), unit).day)
    return Resolved(value)


def ago(context: Context, slots: Slots) -> Resolved:
    """A span counted back, or, from today, on: as fine as its unit."""
    count, unit, ahead = slots.get("count", "X"), str(slots["unit"]), whole(slots["ago"])
    if isinstance(count, str) or "low" in slots or "few" in slots or unit not in _DAYS_OR_LONGER:
        return Resolved("PAST_REF" if ahead < 0 else "FUTURE_REF")
    if context.at is None:
        return Resolved("XXXX-XX-XX" if unit in ("D", "W") else "XXXX")
    return moved(context.at, ahead * Fraction(count), unit)


def moved(day: date, count: Fraction, unit: str) -> Resolved:
    """`day` moved by so many units, said as finely as the unit; vague beyond the years of the calendar."""
    try:
        if unit in ("D", "W"):
            there = day + timedelta(days=int(count * (7 if unit == "W" else 1)))
            return Resolved(there.isoformat() if unit == "D" else daymath.week(there), day, there)
        if unit == "M":
            return Resolved(f"{daymath.month_after(day, int(count)):%Y-%m}", day)
        return Resolved(f"{day.replace(year=day.year + int(count * _YEARS_LONG[unit]), day=1).year:04}", day)
    except (OverflowError, ValueError):
        return Resolved("PAST_REF" if count < 0 else "FUTURE_REF", day)
