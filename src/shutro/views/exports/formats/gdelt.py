"""Two tables like GDELT's, tab-separated with a header: events, and the mentions of them.

Unlike GDELT an event is counted once, however many papers tell it: within a story, reports of one kind
by the same actors upon the same recipients on the same day are mentions of one event. What lacks an
actor or a day is an event of its own in each report. Character offsets count code points of the decoded
page, and `EventCode` is PLOVER's kind, where GDELT has CAMEO's.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import regex

from shutro.model import Event
from shutro.stories.moments import when
from shutro.views.exports.events import QUAD, event_id, mode, sayers
from shutro.views.exports.format import Format
from shutro.views.exports.load import Load, Report, Told
from shutro.views.exports.plain import cell, uri, utf8

FORMAT = Format(
    ".tsv",
    "text/tab-separated-values; charset=utf-8",
    "events or mentions as GDELT has them",
    ("events", "mentions"),
)

EVENTS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "Actor1Name", "Actor2Name", "IsRootEvent", "EventCode",
    "EventBaseCode", "QuadClass", "NumMentions", "NumSources", "NumArticles", "ActionGeo_FullName",
    "DATEADDED", "SOURCEURL", "Status", "Story", "shutro", "rules", "archive",
)  # fmt: skip
MENTIONS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName",
    "MentionIdentifier", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "ActionCharEnd",
    "InRawText", "Confidence", "MentionDocLen", "Article", "AttributedTo", "Via", "Stance",
    "shutro", "rules", "archive",
)  # fmt: skip

_BREAKS = regex.compile(r"[\t\r\n]")


@dataclass(slots=True)
class _Happening:
    id: int
    event: Event
    mentions: list[tuple[Report, Event]] = field(default_factory=list)


def write(load: Load, table: str | None = None) -> Iterator[bytes]:
    """The table `events` or `mentions`; a row of one and the rows of the other share GLOBALEVENTID."""
    made = load.colophon
    end = (made.shutro, made.rules, made.archive)
    yield _line(MENTIONS if table == "mentions" else EVENTS)
    for told in load.told():
        for happening in _happenings(told):
            if table == "mentions":
                for report, event in happening.mentions:
                    yield _line((*_mention(happening, report, event), *end))
            else:
                yield _line((*_event(happening, told), *end))


def _happenings(told: Told) -> list[_Happening]:
    found: dict[tuple[object, ...], _Happening] = {}
    for report in told.reports:
        for event in report.found.events:
            same: tuple[object, ...] = (event_id(report, event),)
            if event.date and event.actors:
                same = (
                    event.kind,
                    mode(event),
                    frozenset(event.actors),
                    frozenset(event.recipients),
                    event.date,
                )
            happening = found.setdefault(same, _Happening(_number(report, event), event))
            happening.mentions.append((report, event))
    return list(found.values())


def _number(report: Report, event: Event) -> int:
    """An event's number, from where it was first told; fits a signed 64-bit column."""
    return int(hashlib.sha256(event_id(report, event).encode("utf-8", "replace")).hexdigest()[:15], 16)


def _event(happening: _Happening, told: Told) -> tuple[object, ...]:
    event, mentions = happening.event, happening.mentions
    first, _ = mentions[0]
    day = (event.date or "").replace("-", "")
    outlets = {report.article.outlet or report.article.id for report, _ in mentions}
    articles = {report.article.id for report, _ in mentions}
    place = next((told_of.place for _, told_of in mentions if told_of.place), None)
    return (
        happening.id,
        day if len(day) == 8 and day.isdigit() else None,
        day[:6] if day[:6].isdigit() and len(day) >= 6 else None,
        day[:4] if day[:4].isdigit() else None,
        "; ".join(event.actors),
        "; ".join(event.recipients),
        1,
        event.kind,
        mode(event) or event.kind,
        QUAD.get(event.kind),
        len(mentions),
        len(outlets),
        len(articles),
        place,
        _seconds(first),
        uri(first.article.url),
        event.status,
        told.id,
    )


def _mention(happening: _Happening, report: Report, event: Event) -> tuple[object, ...]:
    article, said = report.article, sayers(report, event)
    return (
        happening.id,
        _day(happening.event.date),
        _seconds(report),
        1,
        article.outlet,
        uri(article.url),
        _offset(report, event, event.actors),
        _offset(report, event, event.recipients),
        event.start,
        event.end,
        1,
        round(event.sure * 100),
        len(article.text),
        article.id,
        "; ".join(dict.fromkeys(s.source for s in said if s.source)),
        "; ".join(dict.fromkeys(name for s in said for name in s.via)),
        "; ".join(dict.fromkeys(s.stance for s in said)),
    )


def _offset(report: Report, event: Event, wanted: Sequence[str]) -> int:
    """Where the article names one of these nearest to the event, at or before it first; -1 for nowhere."""
    places = [name.start for name in report.found.names if name.canonical in wanted]
    return min(places, key=lambda start: (start > event.start, abs(start - event.start)), default=-1)


def _day(value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return f"{date.fromisoformat(value):%Y%m%d}000000"
    except ValueError:  # a month, a year: no day to give
        return None


def _seconds(report: Report) -> str | None:
    moment = when(report.article)
    return f"{moment:%Y%m%d%H%M%S}" if moment else None


def _line(values: Sequence[object]) -> bytes:
    line = io.StringIO()
    writer = csv.writer(line, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    writer.writerow(
        ["" if v is None else cell(_BREAKS.sub(" ", v)) if isinstance(v, str) else v for v in values]
    )
    return utf8(line.getvalue())
