"""Days: from the printed parts of a day (date, weekday, আজ, ওই দিন) to the one that is meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from shutro.bangla.calendars.bengali import BengaliDate, in_force_in, month_length, to_gregorian
from shutro.bangla.tense import Tense
from shutro.bangla.times import daymath
from shutro.bangla.times.context import Context, Resolved, Slots, whole
from shutro.bangla.times.periods import year
from shutro.errors import CalendarError

_PARTS = frozenset(("day", "bday", "outer", "date", "same_day", "weekday", "relday", "kal", "day_ana"))
_WEEK = timedelta(days=7)
_ANNIVERSARY = timedelta(days=60)
_OUTER = {"START": 1, "END": 31}
_DIRECTIONS = {"past": -1, "perfect": -1, "future": 1}


def names_a_day(slots: Slots) -> bool:
    """Whether a day, and nothing longer, is printed."""
    return not _PARTS.isdisjoint(slots)


def day(context: Context, i: int, slots: Slots) -> Resolved | None:
    """The day that piece `i` names; None where the calendar has no such day.

    Where date, weekday and আজ or গতকাল stand together and disagree, the day that most of them name is
    taken, the date first, and `conflict` says what the others name.
    """
    named = dict(_votes(context, i, slots))
    if not named:
        return _unknown(context, slots)
    if "from_day" in slots and (last := named.get("date")):
        first = last.replace(day=min(whole(slots["from_day"]), last.day))
        return Resolved(f"{first}/{last}", None if "year" in slots else context.at, last)
    chosen = daymath.most_named(named)
    others = sorted(
        f"{name} says {other}" for name, other in named.items() if other != chosen and name != "story"
    )
    anchor = context.focus or context.at if list(named) == ["story"] else context.at
    absolute = {"year", "short_year", "date", "byear"} & slots.keys()
    return Resolved(
        chosen.isoformat(), None if absolute else anchor, chosen, conflict="; ".join(others) or None
    )


def _votes(context: Context, i: int, slots: Slots) -> Iterator[tuple[str, date]]:
    """The day that each printed part names: the date first, for it is the surest."""
    found = _date(context, i, slots)
    if found:
        yield "date", found
    if context.at and ("relday" in slots or "kal" in slots):
        # Without a verb, as in headlines, কাল is tomorrow.
        ahead = -1 if context.tense(i) in ("past", "perfect", "habit") else 1
        move = whole(slots.get("relday", ahead)) * whole(slots.get("kal", 1))
        yield "relative", context.at + timedelta(days=move)
    elif "day_ana" in slots and (base := _story_day(context, i, slots)):
        yield "story", base + timedelta(days=whole(slots["day_ana"]))
    if context.at and "weekday" in slots:
        weekday = whole(slots["weekday"])
        if "week_move" in slots:
            monday = context.at - timedelta(days=context.at.weekday())
            yield "weekday", monday + timedelta(weeks=whole(slots["week_move"]), days=weekday)
            return
        move_by = whole(slots["weekday_move"]) if "weekday_move" in slots else None
        if found and found.weekday() == weekday:
            yield "weekday", found
        else:
            yield "weekday", _weekday(context, context.at, i, weekday, move_by)


def _weekday(context: Context, at: date, i: int, weekday: int, move: int | None) -> date:
    """The day of a weekday; the two ends of `শনিবার থেকে সোমবার` lie within a week, in their order."""
    direction = context.tense(i)
    first = context.joined(i)
    beside = _in_brackets(context, i)
    if beside is not None and beside.weekday() == weekday:
        return beside
    if move is None and first and context.today and whole(first.slots.get("weekday_move", 0)) > 0:
        return daymath.weekday_day(context.today, weekday, 1, "")
    if move is None and direction != "future" and context.is_one_of(i + 1, "from"):
        last = context.pieces[i + 2].slots.get("weekday") if context.is_one_of(i + 2, "WD") else None
        if last is not None and "weekday_move" not in context.pieces[i + 2].slots:
            end = daymath.weekday_day(at, whole(last), None, direction)
            return daymath.weekday_day(end, weekday, None, "")
    return daymath.weekday_day(at, weekday, move, direction)


def _in_brackets(context: Context, i: int) -> date | None:
    """The day in brackets right after piece `i`, where it begins a range: `মঙ্গলবার (৫ থেকে ৭ জানুয়ারি)`."""
    if context.is_one_of(i + 1, "open") and context.is_one_of(i + 2, "DD"):
        return _date(context, i + 2, context.pieces[i + 2].slots)
    return None


def _story_day(context: Context, i: int, slots: Slots) -> date | None:
    """The day last named; এদিন and আগের দিন stand for the day of publication where none was.

    Beside an event (`ঈদের আগের দিন`) it counts from that event, whose day is not known.
    """
    if whole(slots["day_ana"]) and context.follows_genitive(i):
        return None
    if context.focus:
        return context.focus
    return context.at if whole(slots["day_ana"]) < 0 or context.printed(i).startswith("এ") else None


def _date(context: Context, i: int, slots: Slots) -> date | None:
    if "date" in slots:
        try:
            return date.fromisoformat(str(slots["date"]))
        except ValueError:
            return None
    if "bmonth" in slots:
        return _bengali(context, i, slots)
    if "same_day" in slots:
        of, at = year(context, slots)[0], context.at
        return daymath.a_date(of, at.month, at.day) if of and at else None
    if "outer" in slots:
        return _outer_day(context, i, slots)
    return _day_of_month(context, i, slots, whole(slots["day"])) if "day" in slots else None


def _outer_day(context: Context, i: int, slots: Slots) -> date | None:
    """The first or last day of a month or a year."""
    number = _OUTER.get(str(slots["outer"]))
    if number is None:
        return None
    if not {"month", "month_move"} & slots.keys():
        of, _ = year(context, slots)
        return daymath.a_date(of, 1 if number == 1 else 12, number) if of else None
    inside = _day_of_month(context, i, slots, min(number, 28))
    return daymath.in_month(inside, number) if inside else None


def _day_of_month(context: Context, i: int, slots: Slots, number: int) -> date | None:
    if "borrow" in slots:
        return _borrowed(context, i, slots, number)
    move = whole(slots["deictic"]) if "deictic" in slots else None
    if "month" not in slots:
        return _day_of_this_month(context, i, slots, number, move)
    month = whole(slots["month"])
    found, _ = year(context, slots)
    if found is None and move is None and context.fiscal:
        found = context.fiscal + (month < 7)
    if found is None and move is None and (first := context.joined(i)) and context.today:
        named = {"year", "short_year", "year_move"} & first.slots.keys()
        found = (
            context.today.year + ((month, number) < (context.today.month, context.today.day))
            if named
            else None
        )
    if found is None and context.at and "year_ana" not in slots:
        weekday = whole(slots["weekday"]) if "weekday" in slots else None
        if move is None and weekday is None:
            found = _year_of_name(context, i, month, number)
        direction: Tense = "" if context.printed(i).endswith("র") else context.tense(i)
        found = found or daymath.year_of(context.at, month, number, move, direction, weekday)
    return daymath.a_date(found, month, number) if found else None


def _year_of_name(context: Context, i: int, month: int, number: int) -> int | None:
    """The year of a day that stands for what happened on it, where no such day is near: `৫ আগস্টের পর`."""
    known = context.grammar.table("named_days").get(f"{month:02}-{number:02}")
    if not known or not context.at or not known["year"] <= context.at.year <= known["until"]:
        return None
    around = (
        daymath.a_date(of, month, number)
        for of in (context.at.year - 1, context.at.year, context.at.year + 1)
    )
    near = any(there and abs(there - context.at) <= _ANNIVERSARY for there in around)
    return None if near and not context.is_one_of(i + 1, "later", "after") else known["year"]


def _day_of_this_month(context: Context, i: int, slots: Slots, number: int, move: int | None) -> date | None:
    """`২৪ তারিখে`: of the month pointed at, else of the month that the verb lets it fall in."""
    if context.at is None or ("month_ana" in slots and not context.month):
        return None
    if "month_ana" in slots and context.month:
        first = daymath.month_after(date(*context.month, 1), whole(slots["month_ana"]))
    elif "month_move" in slots:
        first = daymath.month_after(context.at, whole(slots["month_move"]))
    else:
        direction = move or _DIRECTIONS.get(context.tense(i), 0)
        back = direction < 0 and number > context.at.day
        on = direction > 0 and number < context.at.day
        first = daymath.month_after(context.at, on - back)
    return daymath.a_date(first.year, first.month, number)


def _borrowed(context: Context, i: int, slots: Slots, number: int) -> date | None:
    """A day whose month stands with the next date: `১০ থেকে ১৫ নভেম্বর`."""
    for j in range(i + 1, min(i + 10, len(context.pieces))):
        if "month" in context.pieces[j].slots:
            there = context.pieces[j].slots
            other = _day_of_month(context, j, there, whole(there["day"])) if "day" in there else None
            of = year(context, slots)[0] or (other.year if other else None)
            return daymath.a_date(of, whole(context.pieces[j].slots["month"]), number) if of else None
    return None


def _bengali(context: Context, i: int, slots: Slots) -> date | None:
    """A Bengali date by the calendar of Bangladesh then; without a year, the one the verb asks for."""
    at = context.at
    if "byear" in slots:
        years = [whole(slots["byear"])]
    elif at:
        years = [at.year - 593 + move for move in (-1, 0, 1)]
    else:
        return None
    month, outer = whole(slots["bmonth"]), _OUTER.get(str(slots.get("outer")))
    days = []
    for bengali in years:
        try:
            calendar = in_force_in(bengali, month)
            number = min(outer, month_length(bengali, month, calendar)) if outer else whole(slots["bday"])
            days.append(to_gregorian(BengaliDate(bengali, month, number), calendar))
        except CalendarError:
            continue
    if at is None or len(days) < 3:
        return days[0] if days else None
    direction = context.tense(i)
    nearest = min(days, key=lambda d: abs(d - at))
    if direction == "past" and nearest > at + _WEEK:
        return max(d for d in days if d <= at)
    if direction == "future" and nearest < at - _WEEK:
        return min(d for d in days if d >= at)
    return nearest


def _unknown(context: Context, slots: Slots) -> Resolved | None:
    """What is known of a day that cannot be told; None where the calendar has none such."""
    if "month" in slots and "day" in slots:
        month, number = whole(slots["month"]), whole(slots["day"])
        if year(context, slots)[0] or daymath.a_date(2000, month, number) is None:
            return None
        return Resolved(f"XXXX-{month:02}-{number:02}")
    if {"date", "bday", "same_day", "outer"} & slots.keys():
        return None
    if "weekday" in slots:
        return Resolved(f"XXXX-WXX-{whole(slots['weekday']) + 1}")
    return Resolved("XXXX-XX-XX")
