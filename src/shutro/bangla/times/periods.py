"""Years, seasons, months and weeks, and spans of time: from slots to TIMEX3 values."""

from __future__ import annotations

from datetime import date, timedelta

from shutro.bangla.calendars.bengali import (
    FIRST_YEAR,
    LAST_YEAR,
    BengaliDate,
    in_force_in,
    month_length,
    to_gregorian,
)
from shutro.bangla.calendars.hijri import hijri_month
from shutro.bangla.tense import Tense
from shutro.bangla.times import daymath
from shutro.bangla.times.context import Context, Resolved, Slots, whole


def period(context: Context, i: int, slots: Slots) -> Resolved:
    """The value of piece `i`, which names no day: a year, a part of one, or more."""
    if "kind" in slots:
        return _years(context, slots)
    if "decade_year" in slots:
        return Resolved(str(_full_year(whole(slots["decade_year"]), context.at) // 10))
    if "bc_year" in slots:
        return Resolved(f"BC{whole(slots['bc_year']):04}")
    if "century" in slots:
        return Resolved(f"{whole(slots['century']) - 1:02}")
    if "season_move" in slots:
        of = str(context.at.year + whole(slots["season_move"])) if context.at else "XXXX"
        return Resolved(f"{of}-{slots['season']}", context.at)
    if "week_move" in slots or "week_ana" in slots:
        return _week(context, slots)
    if {"month", "month_move", "month_ana", "bmonth", "hmonth"} & slots.keys():
        return _month(context, i, slots)
    found, anchor = year(context, slots)
    half = f"-H{slots['half']}" if "half" in slots else ""
    return Resolved(f"{found}{half}", anchor) if found else Resolved("XXXX")


def year(context: Context, slots: Slots) -> tuple[int | None, date | None]:
    """The printed year, or the one that গত, এ, আগামী or the story point at; and what it counts from."""
    if "year" in slots:
        return whole(slots["year"]), None
    if "short_year" in slots:
        return _full_year(whole(slots["short_year"]), context.at), None
    if "year_ana" in slots and context.year:
        return context.year + whole(slots["year_ana"]), context.focus
    if context.at is None:
        return None, None
    if "year_turn" in slots:
        # নতুন বছর is the next one from July on, বিদায়ী বছর still the last one until March.
        move = context.at.month >= 7 if slots["new"] else -(context.at.month <= 3)
        return context.at.year + move, context.at
    if "year_move" in slots:
        return context.at.year + whole(slots["year_move"]), context.at
    return None, None


def _full_year(short: int, at: date | None) -> int:
    """A year of two digits is the coming one or of the hundred years before; without `at`, of 1930-2029."""
    if short > 99:
        return short
    return 2000 + short if 2000 + short <= (at.year + 1 if at else 2029) else 1900 + short


def _years(context: Context, slots: Slots) -> Resolved:
    """A span of years, printed or that of a fiscal year (July to June in Bangladesh)."""
    anchor = None
    if "from_year" in slots:
        first, last = whole(slots["from_year"]), whole(slots["to_year"])
        last = last if last > 99 else first - first % 100 + last
    elif context.at:
        # বিদায়ী অর্থবছর is still the last one in the first months of the next.
        over = "fiscal_turn" in slots and 7 <= context.at.month <= 9
        first = context.at.year - (context.at.month < 7) + whole(slots.get("deictic", 0)) - over
        last, anchor = first + 1, context.at
    else:
        return Resolved("XXXX-07/XXXX-06")
    if slots["kind"] == "years":
        return Resolved(f"{first}/{last}", anchor)
    context.fiscal = first
    if "half" in slots:
        return Resolved(f"{first}-H2" if slots["half"] == 1 else f"{last}-H1", anchor)
    return Resolved(f"{first}-07/{last}-06", anchor)


def _week(context: Context, slots: Slots) -> Resolved:
    base = context.at if "week_move" in slots else context.focus
    if base is None:
        return Resolved("XXXX-WXX")
    moved = base + timedelta(weeks=whole(slots.get("week_move", slots.get("week_ana", 0))))
    return Resolved(daymath.week(moved), base)


def _month(context: Context, i: int, slots: Slots) -> Resolved:
    if "bmonth" in slots or "hmonth" in slots:
        return _other_month(context, i, slots)
    if "month" not in slots:
        return _moved_month(context, slots)
    month = whole(slots["month"])
    found, anchor = year(context, slots)
    if found is None and "deictic" not in slots and "year_ana" not in slots:
        found = _year_around(context, i, month)
    if found is None and "year_ana" not in slots and context.at:
        move = whole(slots["deictic"]) if "deictic" in slots else None
        found, anchor = daymath.month_year(context.at, month, move, _month_tense(context, i)), context.at
        if move is None and (last := _range_end(context, i)):
            found = last[0] - (month > last[1])
    if found is None:
        return Resolved(f"XXXX-{month:02}")
    return Resolved(f"{found}-{month:02}", anchor, month=(found, month))


def _year_around(context: Context, i: int, month: int) -> int | None:
    """The year of a month by the fiscal year of its sentence, or by the month that it goes on from."""
    if context.fiscal:
        return context.fiscal + (month < 7)
    first = context.joined(i)
    if first and context.month and {"year", "short_year", "year_move"} & first.slots.keys():
        return context.month[0] + (month < context.month[1])
    return None


def _moved_month(context: Context, slots: Slots) -> Resolved:
    """`গত মাসে`, or, from the month last named, `পরের মাসে`."""
    if "month_move" in slots:
        base, move = context.at, whole(slots["month_move"])
    else:
        base, move = (date(*context.month, 1) if context.month else None), whole(slots["month_ana"])
    if base is None:
        return Resolved("XXXX-XX")
    moved = daymath.month_after(base, move)
    return Resolved(f"{moved:%Y-%m}", base, month=(moved.year, moved.month))


def _month_tense(context: Context, i: int) -> Tense:
    """The tense that tells the year; a genitive (`ফেব্রুয়ারির নির্বাচন`) belongs to its noun, not the verb."""
    printed = context.printed(i)
    return "" if printed.endswith("র") and "মাস" not in printed else context.tense(i)


def _range_end(context: Context, i: int) -> tuple[int, int] | None:
    """Year and month that `জুলাই-ডিসেম্বর` ends in, where piece `i` is its first."""
    if not context.is_one_of(i + 1, "dash", "from") or not context.is_one_of(i + 2, "MONTH"):
        return None
    slots = context.pieces[i + 2].slots
    return _month(context, i + 2, slots).month if "month" in slots else None


def _other_month(context: Context, i: int, slots: Slots) -> Resolved:
    """A month of the Bengali or the Hijri calendar, as the days it runs from and to."""
    at = context.at
    if at is None:
        return Resolved("XXXX-XX")
    spans = _bengali_months(at, whole(slots["bmonth"])) if "bmonth" in slots else []
    if "hmonth" in slots:
        this = round((at.year - 622) * 365.2425 / 354.367)
        spans = [hijri_month(hijri, whole(slots["hmonth"])) for hijri in range(this - 1, this + 4)]
    before = [span for span in spans if span[0] <= at]
    after = [span for span in spans if span[1] >= at]
    if not before or not after:
        return Resolved("XXXX-XX")
    nearest = min(spans, key=lambda span: min(abs(span[0] - at), abs(span[1] - at)))
    move, direction = whole(slots.get("deictic", 0)), context.tense(i)
    if move < 0 or direction == "past":
        nearest = before[-1]
    elif move > 0 or direction == "future":
        nearest = after[0]
    return Resolved(f"{nearest[0]}/{nearest[1]}", at)


def _bengali_months(at: date, month: int) -> list[tuple[date, date]]:
    years = [y for y in range(at.year - 595, at.year - 591) if FIRST_YEAR <= y <= LAST_YEAR]
    spans = []
    for bengali in years:
        calendar = in_force_in(bengali, month)
        first = to_gregorian(BengaliDate(bengali, month, 1), calendar)
        spans.append((first, first + timedelta(days=month_length(bengali, month, calendar) - 1)))
    return spans
