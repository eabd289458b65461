"""Arithmetic of days, months and clocks that the values of time expressions rest on."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction

from shutro.bangla.tense import Tense

_NEAR = timedelta(days=7)
# A perfect may stand with a day soon to come: `সময় বাড়িয়ে ১৫ জানুয়ারি করা হয়েছে`.
_SOON = timedelta(days=45)
# A day so near is meant though its weekday is wrong: papers misprint weekdays more often than they leave
# out the year of a day long past.
_MISPRINTED = timedelta(days=60)


def a_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    return (
        date(year, month, day)
        if 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
        else None
    )


def in_month(day: date, number: int) -> date:
    """The day of that number in the month of `day`, or its last."""
    return day.replace(day=min(number, monthrange(day.year, day.month)[1]))


def month_after(day: date, months: int) -> date:
    """The first day of the month that lies `months` after the month of `day`."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def week(day: date) -> str:
    """The ISO week of a day, as TIMEX3 writes it."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"


def weekday_day(at: date, weekday: int, move: int | None, tense: Tense) -> date:
    """The day of a weekday (Monday 0). `move` -1 is strictly before `at`, 1 strictly after, 0 this week.

    A bare weekday is the most recent one on or before `at`, or, before a verb of the future, the first
    one on or after it.
    """
    ahead = (weekday - at.weekday()) % 7
    if move == -1:
        return at - timedelta(days=(7 - ahead) % 7 or 7)
    if move == 1:
        return at + timedelta(days=ahead or 7)
    if move == 0 or tense == "future":
        return at + timedelta(days=ahead)
    return at - timedelta(days=-ahead % 7)


def year_of(
    at: date, month: int, day: int, move: int | None, tense: Tense, weekday: int | None
) -> int | None:
    """The year that a day without one falls in, or None where no year near `at` has it.

    A weekday printed beside it decides among the years around; else গত and আগামী; else the verb,
    but a day within a week of `at` is always the near one, and beside a perfect one in the
    coming 45 days is not taken for last year's; else the nearest.
    """
    days = [d for year in range(at.year - 4, at.year + 5) if (d := a_date(year, month, day))]
    if not days:
        return None
    nearest = min(days, key=lambda d: abs(d - at))
    if weekday is not None and abs(nearest - at) > _MISPRINTED:
        around = [d for d in days if abs(d.year - at.year) <= 1 and d.weekday() == weekday]
        if around:
            return min(around, key=lambda d: abs(d - at)).year
    before = [d for d in days if d <= at]
    after = [d for d in days if d >= at]
    if move == -1:
        return max((d for d in before if d < at), default=nearest).year
    if move == 1:
        return min((d for d in after if d > at), default=nearest).year
    if abs(nearest - at) <= _NEAR:
        return nearest.year
    if before and (tense == "past" or (tense == "perfect" and not at < nearest <= at + _SOON)):
        return max(before).year
    if tense == "future" and after:
        return min(after).year
    return nearest.year


def month_year(at: date, month: int, move: int | None, tense: Tense) -> int:
    """The year that a month without one falls in; `move` as for weekdays."""
    ahead = (month - at.month) % 12
    if move == -1:
        return month_after(at, ahead - 12).year
    if move == 1:
        return month_after(at, ahead or 12).year
    if ahead == 0:
        return at.year
    if tense == "past" or (tense == "perfect" and ahead > 2):
        return month_after(at, ahead - 12).year
    if ahead <= (8 if tense == "future" else 6):
        return month_after(at, ahead).year
    return month_after(at, ahead - 12).year


def most_named(named: Mapping[str, date]) -> date:
    """The day that most of the printed parts name; on a tie, the one given first."""
    days = list(named.values())
    return max(days, key=days.count)


_AFTERNOON = {"MI": (1, 6), "AF": (1, 11), "EV": (1, 11), "NI": (6, 11), "PM": (1, 11), "BELA": (1, 6)}


def clock(hour: Fraction | int, minute: int, part: str | None) -> tuple[int, int]:
    """Hour and minute on a 24-hour clock, `part` being the part of day printed beside them.

    `রাত ১২টা` is the end of its day, 24:00; after midnight রাত counts from 0.
    """
    whole = int(hour)
    minute += round((hour - whole) * 60)
    first, last = _AFTERNOON.get(part or "", (99, 0))
    if first <= whole <= last:
        whole += 12
    elif part == "NI" and whole == 12:
        whole = 0 if minute else 24
    elif part in ("MO", "AM") and whole == 12:
        whole = 0
    return whole, minute


def period(count: Fraction | int | str, unit: str) -> str:
    """A span as TIMEX3 writes it; a যুগ is twelve years."""
    if unit == "YUG":
        count, unit = (count if isinstance(count, str) else count * 12), "Y"
    number = count if isinstance(count, str) else f"{float(count):g}" if count % 1 else str(int(count))
    if unit in ("S", "MIN", "H"):
        return f"PT{number}{unit[0]}"
    return f"P{number}{unit}"
