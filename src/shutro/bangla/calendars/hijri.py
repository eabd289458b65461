"""The Hijri year by the arithmetic (civil) calendar: the sighted moon may differ by a day or two."""

from __future__ import annotations

from datetime import date, timedelta

_EPOCH = 227015  # 1 Muharram 1 AH, 16 July 622 (Julian), as a proleptic Gregorian ordinal


def hijri_day(year: int, month: int, day: int) -> date:
    """The Gregorian day of an arithmetic Hijri date; leap years are those of the 30-year cycle."""
    ordinal = day + -(-59 * (month - 1) // 2) + (year - 1) * 354 + (3 + 11 * year) // 30 + _EPOCH - 1
    return date.fromordinal(ordinal)


def hijri_month(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of a month."""
    following = hijri_day(year + month // 12, month % 12 + 1, 1)
    return hijri_day(year, month, 1), following - timedelta(days=1)
