"""Years, seasons, months and weeks, and spans of time: from slots to TIMEX3 values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction

from shutro.bangla import daymath
from shutro.bangla.calendar import FIRST_YEAR, LAST_YEAR, BengaliDate, month_length, to_gregorian
from shutro.bangla.hijri import hijri_month
from shutro.bangla.lexicon import Value
from shutro.bangla.story import Read, Story, whole
from shutro.bangla.tense import Tense

Slots = Mapping[str, Value]
_DAYS_OR_LONGER = ("D", "W", "M", "Y", "DE", "YUG", "CE")
_SMALLER = {"months": "M", "days": "D", "minutes": "M"}
_YEARS_LONG = {"Y": 1, "DE": 10, "YUG": 12, "CE": 100}


def period(story: Story, i: int, slots: Slots) -> Read:
    """The value of piece `i`, which names no day: a year, a part of one, or more."""
    if "kind" in slots:
        return _years(story, slots)
    if "decade_year" in slots:
        return Read(str(_full_year(whole(slots["decade_year"]), story.at) // 10))
    if "bc_year" in slots:
        return Read(f"BC{whole(slots['bc_year']):04}")
    if "century" in slots:
        return Read(f"{whole(slots['century']) - 1:02}")
    if "season_move" in slots:
        of = str(story.at.year + whole(slots["season_move"])) if story.at else "XXXX"
        return Read(f"{of}-{slots['season']}", story.at)
    if "week_move" in slots or "week_ana" in slots:
        return _week(story, slots)
    if {"month", "month_move", "month_ana", "bmonth", "hmonth"} & slots.keys():
        return _month(story, i, slots)
    found, anchor = year(story, slots)
    half = f"-H{slots['half']}" if "half" in slots else ""
    return Read(f"{found}{half}", anchor) if found else Read("XXXX")


def year(story: Story, slots: Slots) -> tuple[int | None, date | None]:
    """The printed year, or the one that গত, এ, আগামী or the story point at; and what it counts from."""
    if "year" in slots:
        return whole(slots["year"]), None
    if "short_year" in slots:
        return _full_year(whole(slots["short_year"]), story.at), None
    if "year_ana" in slots and story.year:
        return story.year + whole(slots["year_ana"]), story.focus
    if story.at is None:
        return None, None
    if "year_turn" in slots:
        # নতুন বছর is the next one from July on, বিদায়ী বছর still the last one until March.
        move = story.at.month >= 7 if slots["new"] else -(story.at.month <= 3)
        return story.at.year + move, story.at
    if "year_move" in slots:
        return story.at.year + whole(slots["year_move"]), story.at
    return None, None


def _full_year(short: int, at: date | None) -> int:
    """A year of two digits is of the last hundred years before `at`."""
    if short > 99:
        return short
    return 2000 + short if at and 2000 + short <= at.year else 1900 + short


def _years(story: Story, slots: Slots) -> Read:
    """A span of years, printed or that of a fiscal year (July to June in Bangladesh)."""
    anchor = None
    if "from_year" in slots:
        first, last = whole(slots["from_year"]), whole(slots["to_year"])
        last = last if last > 99 else first - first % 100 + last
    elif story.at:
        first = story.at.year - (story.at.month < 7) + whole(slots.get("deictic", 0))
        last, anchor = first + 1, story.at
    else:
        return Read("XXXX-07/XXXX-06")
    if slots["kind"] == "years":
        return Read(f"{first}/{last}", anchor)
    story.fiscal = first
    if "half" in slots:
        return Read(f"{first}-H2" if slots["half"] == 1 else f"{last}-H1", anchor)
    return Read(f"{first}-07/{last}-06", anchor)


def _week(story: Story, slots: Slots) -> Read:
    base = story.at if "week_move" in slots else story.focus
    if base is None:
        return Read("XXXX-WXX")
    moved = base + timedelta(weeks=whole(slots.get("week_move", slots.get("week_ana", 0))))
    return Read(daymath.week(moved), base)


# -- months ----------------------------------------------------------------------------------------


def _month(story: Story, i: int, slots: Slots) -> Read:
    if "bmonth" in slots or "hmonth" in slots:
        return _other_month(story, i, slots)
    if "month" not in slots:
        return _moved_month(story, slots)
    month = whole(slots["month"])
    found, anchor = year(story, slots)
    if found is None and "deictic" not in slots and "year_ana" not in slots:
        found = _year_around(story, i, month)
    if found is None and "year_ana" not in slots and story.at:
        move = whole(slots["deictic"]) if "deictic" in slots else None
        found, anchor = daymath.month_year(story.at, month, move, _month_tense(story, i)), story.at
        if move is None and (last := _range_end(story, i)):
            found = last[0] - (month > last[1])
    if found is None:
        return Read(f"XXXX-{month:02}")
    return Read(f"{found}-{month:02}", anchor, month=(found, month))


def _year_around(story: Story, i: int, month: int) -> int | None:
    """The year of a month by the fiscal year of its sentence, or by the month that it goes on from."""
    if story.fiscal:
        return story.fiscal + (month < 7)
    first = story.joined(i)
    if first and story.month and {"year", "short_year", "year_move"} & first.slots.keys():
        return story.month[0] + (month < story.month[1])
    return None


def _moved_month(story: Story, slots: Slots) -> Read:
    """`গত মাসে`, or, from the month last named, `পরের মাসে`."""
    if "month_move" in slots:
        base, move = story.at, whole(slots["month_move"])
    else:
        base, move = (date(*story.month, 1) if story.month else None), whole(slots["month_ana"])
    if base is None:
        return Read("XXXX-XX")
    moved = daymath.month_after(base, move)
    return Read(f"{moved:%Y-%m}", base, month=(moved.year, moved.month))


def _month_tense(story: Story, i: int) -> Tense:
    """The tense that tells the year; a genitive (`ফেব্রুয়ারির নির্বাচন`) belongs to its noun, not the verb."""
    printed = story.printed(i)
    return "" if printed.endswith("র") and "মাস" not in printed else story.tense(i)


def _range_end(story: Story, i: int) -> tuple[int, int] | None:
    """Year and month that `জুলাই-ডিসেম্বর` ends in, where piece `i` is its first."""
    if not story.is_one_of(i + 1, "dash", "from") or not story.is_one_of(i + 2, "MONTH"):
        return None
    slots = story.pieces[i + 2].slots
    return _month(story, i + 2, slots).month if "month" in slots else None


def _other_month(story: Story, i: int, slots: Slots) -> Read:
    """A month of the Bengali or the Hijri calendar, as the days it runs from and to."""
    at = story.at
    if at is None:
        return Read("XXXX-XX")
    spans = _bengali_months(at, whole(slots["bmonth"])) if "bmonth" in slots else []
    if "hmonth" in slots:
        this = round((at.year - 622) * 365.2425 / 354.367)
        spans = [hijri_month(hijri, whole(slots["hmonth"])) for hijri in range(this - 1, this + 4)]
    before = [span for span in spans if span[0] <= at]
    after = [span for span in spans if span[1] >= at]
    if not before or not after:
        return Read("XXXX-XX")
    nearest = min(spans, key=lambda span: min(abs(span[0] - at), abs(span[1] - at)))
    move, direction = whole(slots.get("deictic", 0)), story.tense(i)
    if move < 0 or direction == "past":
        nearest = before[-1]
    elif move > 0 or direction == "future":
        nearest = after[0]
    return Read(f"{nearest[0]}/{nearest[1]}", at)


def _bengali_months(at: date, month: int) -> list[tuple[date, date]]:
    years = [y for y in range(at.year - 595, at.year - 591) if FIRST_YEAR <= y <= LAST_YEAR]
    spans = []
    for bengali in years:
        first = to_gregorian(BengaliDate(bengali, month, 1), "bd-2019")
        spans.append((first, first + timedelta(days=month_length(bengali, month, "bd-2019") - 1)))
    return spans


# -- spans -----------------------------------------------------------------------------------------


def span(story: Story, slots: Slots) -> Read | None:
    """How long: `P3D`, `P2M/P3M`, `PXY`; and the day it leads to, where it runs from a day named before."""
    unit = str(slots["unit"])
    if "few" in slots:
        return Read(f"{daymath.period(1, unit)}/{daymath.period(2, unit)}")
    if "low" in slots:
        low, high = slots["low"], slots["high"]
        if isinstance(low, str) or isinstance(high, str) or low == high:
            return None
        low, high = sorted((low, high))
        return Read(f"{daymath.period(low, unit)}/{daymath.period(high, unit)}")
    count = slots["count"]
    rest = [f"{whole(slots[name])}{letter}" for name, letter in _SMALLER.items() if name in slots]
    value = daymath.period(count, unit) + "".join(rest)
    if "from_focus" in slots and story.focus and not isinstance(count, str) and unit in ("D", "W"):
        return Read(value, story.focus, moved(story.focus, Fraction(count), unit).day)
    return Read(value)


def ago(story: Story, slots: Slots) -> Read:
    """A span counted back, or, from today, on: as fine as its unit."""
    count, unit, ahead = slots.get("count", "X"), str(slots["unit"]), whole(slots["ago"])
    if isinstance(count, str) or "low" in slots or "few" in slots or unit not in _DAYS_OR_LONGER:
        return Read("PAST_REF" if ahead < 0 else "FUTURE_REF")
    if story.at is None:
        return Read("XXXX-XX-XX" if unit in ("D", "W") else "XXXX")
    return moved(story.at, ahead * Fraction(count), unit)


def moved(day: date, count: Fraction, unit: str) -> Read:
    """`day` moved by so many units, said as finely as the unit; vague beyond the years of the calendar."""
    try:
        if unit in ("D", "W"):
            there = day + timedelta(days=int(count * (7 if unit == "W" else 1)))
            return Read(there.isoformat() if unit == "D" else daymath.week(there), day, there)
        if unit == "M":
            return Read(f"{daymath.month_after(day, int(count)):%Y-%m}", day)
        return Read(f"{day.replace(year=day.year + int(count * _YEARS_LONG[unit]), day=1).year:04}", day)
    except (OverflowError, ValueError):
        return Read("PAST_REF" if count < 0 else "FUTURE_REF", day)
