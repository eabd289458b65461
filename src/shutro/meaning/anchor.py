"""The day an article's relative dates count from.

Where no date line tells the publication, the report itself may: `গতকাল (২৮ ডিসেম্বর)` was printed on
the 29th. Else the day of the capture bounds it: news is captured within a day or two. Where the page
was captured at an unknown time, the latest full date that it states in brackets as its own is the best
guess. All but the first are inferences and are marked so.
"""

from __future__ import annotations

from datetime import date, timedelta

import regex

from shutro.bangla.calendars.names import GREGORIAN_MONTHS
from shutro.bangla.times import TimeExpression, times
from shutro.meaning.lexicon import load
from shutro.model import Article, Stamp
from shutro.span import Span

_DAY = regex.compile(r"(\d{4})-(\d{2})-(\d{2})")
# A full date further back than this is of what the report tells, not of the report.
_WINDOW = timedelta(days=10)


def anchor(article: Article) -> Stamp | None:
    """The stamp relative dates count from, None where nothing bounds it; `how` says from what it is."""
    if article.published is not None:
        return article.published
    limit = article.captured.date() if article.captured else None
    if limit is None and article.page_date:
        limit = article.page_date.day
    found = _own_days(article, limit)
    if tied := _tied(found):
        return tied
    if article.captured and limit:
        note = "no date in the page: it was captured on this day, and printed no later"
        return Stamp(limit, "", "published", "capture", inferred=True, note=note)
    if not found:
        return None
    day, time = max(found, key=lambda pair: pair[0])
    return _inferred(day, time, "text:full-date", "the latest full date in the text")


def _tied(found: list[tuple[date, TimeExpression]]) -> Stamp | None:
    """The day of printing that `today (28 December)` or `yesterday (27 December)` gives."""
    for day, time in found:
        after = load("anchor")["printed_after"].get(time.text.split()[0])
        if after is not None:
            return _inferred(day + timedelta(days=after), time, "text:tied-date", "a day named both ways")
    return None


def _inferred(day: date, time: TimeExpression, how: str, note: str) -> Stamp:
    return Stamp(day, time.text, "published", how, Span(time.start, time.end), inferred=True, note=note)


def _own_days(article: Article, limit: date | None) -> list[tuple[date, TimeExpression]]:
    """The full dates the text states as its own time, none after `limit` nor long before it."""
    found = []
    for time in times(article.prose, at=limit):
        match = _DAY.match(time.value or "")
        if time.type not in {"DATE", "TIME"} or match is None or not _full(time.text):
            continue
        day = date(int(match[1]), int(match[2]), int(match[3]))
        if limit is None or limit - _WINDOW <= day <= limit:
            found.append((day, time))
    if limit is None:
        found = [pair for pair in found if "(" in pair[1].text] or found
    return found


def _full(text: str) -> bool:
    """Whether an expression names a day of a month, so that it needs no anchor of its own but the year."""
    return any(char.isdigit() for char in text) and any(month in text for month in GREGORIAN_MONTHS)
