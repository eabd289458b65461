"""The day an article's relative dates count from.

Where no date line tells the publication, the text's own full dates do (`সোমবার (২৯ ডিসেম্বর)`): a
report is printed on the latest day it speaks of as past, and never after it was captured. Such a
day is an inference and is marked so.
"""

from __future__ import annotations

from datetime import date, timedelta

import regex

from shutro.bangla.times import TimeExpression, times
from shutro.model import Article, Stamp
from shutro.span import Span

_DAY = regex.compile(r"(\d{4})-(\d{2})-(\d{2})")
# News is captured within days; an older date in an undated text is more likely of what it tells.
_WINDOW = timedelta(days=10)
_HEAD = 6


def anchor(article: Article) -> Stamp | None:
    """The stamp relative dates count from, None where nothing bounds it.

    The publication where it is known; else the latest full date of the text shortly before the
    capture; else the day of the capture, which the report cannot be younger than. The last two are
    `inferred`, and `how` says from what.
    """
    if article.published is not None:
        return article.published
    limit = article.captured.date() if article.captured is not None else None
    if limit is None and article.page_date is not None:
        limit = article.page_date.day
    found = _own_days(article, limit)
    if not found:
        return _bound(limit) if article.captured is not None and limit is not None else None
    day, time = max(found, key=lambda pair: pair[0])
    return Stamp(
        day, time.text, "published", "text:full-date", Span(time.start, time.end), inferred=True,
        note="the latest full date in the text",
    )  # fmt: skip


def _bound(limit: date) -> Stamp:
    note = "no date in the page: it was captured on this day, and printed no later"
    return Stamp(limit, "", "published", "capture", inferred=True, note=note)


def _own_days(article: Article, limit: date | None) -> list[tuple[date, TimeExpression]]:
    """The full dates the text states as its own time, none after `limit` nor long before the rest."""
    prose = article.prose
    reference = limit
    found = []
    for time in times(prose, at=reference):
        if time.type not in {"DATE", "TIME"} or not _full(time.text):
            continue
        match = _DAY.match(time.value or "")
        if match is None:
            continue
        day = date(int(match[1]), int(match[2]), int(match[3]))
        if limit is not None and not limit - _WINDOW <= day <= limit:
            continue
        found.append((day, time))
    if limit is None and found:
        found = [pair for pair in found if "(" in pair[1].text] or found
    return found


def _full(text: str) -> bool:
    """Whether an expression names a day of a month, so that it needs no anchor of its own but the year."""
    return any(char.isdigit() for char in text) and any(month in text for month in _MONTHS)


_MONTHS = (
    "জানুয়ারি", "জানুয়ারী", "ফেব্রুয়ারি", "ফেব্রুয়ারী", "মার্চ", "এপ্রিল", "মে", "জুন", "জুলাই", "আগস্ট", "অগাস্ট", "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর", "ডিসেম্বর",
)  # fmt: skip
