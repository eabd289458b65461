"""PLOVER events as JSON Lines, each with who says that it happened.

One event a line: `type` is one of PLOVER's kinds, `mode` what Shutro tells apart within OTHER (death,
election, …). `attribution` are the statements whose content the event stands in: an event with none
is told by the outlet itself. The first line is the colophon.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from shutro.model import Event, Statement
from shutro.views.exports.events import event_id, mode, sayers
from shutro.views.exports.format import Format
from shutro.views.exports.load import Load, Report
from shutro.views.exports.plain import json_bytes, short_hash, uri

FORMAT = Format(".plover.jsonl", "application/x-ndjson", "PLOVER events with who says so")


def write(load: Load, table: str | None = None) -> Iterator[bytes]:
    """The events of every report, in the order they are told."""
    yield json_bytes({"format": "shutro.plover/1", **asdict(load.colophon), "text": load.text}) + b"\n"
    for told in load.told():
        for report in told.reports:
            for event in report.found.events:
                yield json_bytes(_event(event, report, load)) + b"\n"


def _event(event: Event, report: Report, load: Load) -> dict[str, object]:
    article = report.article
    words = event.span.of(article.text)
    return {
        "id": event_id(report, event),
        "type": event.kind,
        "mode": mode(event),
        "status": event.status,
        "actor": list(event.actors),
        "recipient": list(event.recipients),
        "date": event.date,
        "date_how": event.date_how or None,
        "location": event.place,
        "article": article.id,
        "story": report.story,
        "outlet": article.outlet,
        "url": uri(article.url),
        "published": article.published.isoformat() if article.published else None,
        "start": event.start,
        "end": event.end,
        "hash": short_hash(words),
        "text": load.quoted(words),
        "sure": event.sure,
        "rule": event.rule,
        "attribution": [_said(said) for said in sayers(report, event)],
    }


def _said(said: Statement) -> dict[str, object]:
    return {
        "source": said.source,
        "via": list(said.via),
        "stance": said.stance,
        "form": said.form,
        "start": said.start,
        "end": said.end,
        "sure": said.sure,
        "inferred": said.inferred,
    }
