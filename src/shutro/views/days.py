"""Days as they are shown: by granularity, in both calendars, in Bangla or English."""

from __future__ import annotations

from datetime import date, datetime

from shutro.bangla.calendars.bengali import CALENDARS, in_force, to_bengali
from shutro.errors import CalendarError
from shutro.model import Entry, Stamp
from shutro.views.exhibit import Exhibit
from shutro.views.labels import Labels


def entry_day(entry: Entry, say: Labels) -> str:
    """The day, month or year of a timeline line; words for unknown where there is none."""
    if entry.date is None:
        return say("unknown_day")
    if entry.granularity == "year":
        return say("year_ce", year=int(entry.date))
    if entry.granularity == "month":
        year, month = entry.date.split("-")
        return say("month_ce", month=say.months[int(month) - 1], year=int(year))
    return long_day(date.fromisoformat(entry.date), say)


def entry_bengali(entry: Entry, say: Labels) -> str | None:
    """The Bengali day of a timeline line; None where no single day is known."""
    if entry.date is None or entry.granularity != "day":
        return None
    return bengali_day(date.fromisoformat(entry.date), say)


def long_day(day: date, say: Labels) -> str:
    """`রোববার, ২ ফেব্রুয়ারি ২০২৫`, `Sunday 2 February 2025`."""
    return say(
        "day_ce",
        weekday=say.weekdays[day.weekday()],
        day=day.day,
        month=say.months[day.month - 1],
        year=day.year,
    )


def short_day(day: date, say: Labels) -> str:
    """`২ ফেব্রুয়ারি ২০২৫`, `2 February 2025`."""
    return say("day_short", day=day.day, month=say.months[day.month - 1], year=day.year)


def bengali_day(day: date, say: Labels, calendar: str | None = None) -> str | None:
    """`১৯ মাঘ ১৪৩১` by `calendar` or else the one in force that day, None outside its known years."""
    try:
        bengali = to_bengali(day, next((c for c in CALENDARS if c == calendar), in_force(day)))
    except CalendarError:
        return None
    return say("day_bs", day=bengali.day, month=say.bengali_months[bengali.month - 1], year=bengali.year)


def between(first: date | None, last: date | None, say: Labels) -> str:
    """From one day to another, a year that both share said once; one day where they are the same, words for
    unknown where there is none.
    """
    if first is None or last is None or first == last:
        day = first or last
        return short_day(day, say) if day else say("unknown_date")
    begin = short_day(first, say)
    if first.year == last.year:
        begin = say("day_of_year", day=first.day, month=say.months[first.month - 1])
    return say("range", first=begin, last=short_day(last, say))


def size(pages: int, outlets: int, say: Labels, known: bool = True) -> str:
    """How many pages tell a story, and how many outlets; `known` tells whether those are all of them."""
    if not outlets:
        return f"{say.count('reports', pages)} · {say('unknown_outlet')}"
    return say("about" if known else "about_known", pages=pages, outlets=outlets)


def about(exhibit: Exhibit, say: Labels) -> str:
    """How many pages and outlets tell the story, over which days they were printed, in how many lines."""
    known = all(page.article.outlet for page in exhibit.pages)
    parts = [size(len(exhibit.pages), len(exhibit.outlets), say, known)]
    days = sorted(p.article.published.day for p in exhibit.pages if p.article.published)
    if days:
        parts.append(between(days[0], days[-1], say))
    parts.append(say("lines", count=len(exhibit.lines)))
    return " · ".join(parts)


def moment(stamp: Stamp, say: Labels) -> str:
    """A stamp's day, with its clock time where one is known."""
    day = short_day(stamp.day, say)
    if not isinstance(stamp.value, datetime):
        return day
    clock = say("clock", hour=stamp.value.strftime("%H"), minute=stamp.value.strftime("%M"))
    return f"{day}, {say.digits(clock)}"
