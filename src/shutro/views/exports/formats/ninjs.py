"""IPTC ninjs 3.1: one news object a line, as the published JSON Schema wants them.

`uri` is the article's address, or our own name for it. Offsets have no place in ninjs; what was found
stands as people, organisations, places and information sources. The colophon is in `edNote`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from shutro.model import Article, Stamp
from shutro.stories.moments import BANGLADESH
from shutro.views.exports.format import Format
from shutro.views.exports.load import Colophon, Load, Report
from shutro.views.exports.plain import json_bytes, uri, urn
from shutro.views.exports.tables import body_of

FORMAT = Format(".ninjs.jsonl", "application/x-ndjson", "IPTC ninjs 3.1, an article a line")

STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
}


def write(load: Load, table: str | None = None) -> Iterator[bytes]:
    """One news object for every report."""
    for told in load.told():
        notes: dict[str, list[str]] = {}
        for noted in told.notes:
            # A note on the whole story stands with the first of its reports.
            of = noted.note.of if noted.note.target == "article" else told.reports[0].article.id
            notes.setdefault(of, []).append(noted.note.text)
        for report in told.reports:
            yield json_bytes(_news(report, load, notes.get(report.article.id, []))) + b"\n"


def _news(report: Report, load: Load, notes: list[str]) -> dict[str, object]:
    article = report.article
    own = urn("article", article.id)
    news: dict[str, object] = {
        "standard": STANDARD,
        "uri": uri(article.url) or own,
        "type": "text",
        "representationType": "full" if load.text else "partial",
        "language": "bn",
        "pubStatus": "usable",
        "contentCreated": _moment(article.published),
        "versionCreated": _moment(article.updated or article.published),
        "title": article.headline,
        "headlines": [{"role": "main", "contentType": "text/plain", "value": article.headline}],
        "by": ", ".join(article.authors) or None,
        "edNote": _ednote(load.colophon, article, notes),
        "altIds": [{"role": "shutro", "value": article.id}, {"role": "capture", "value": article.capture}],
        "subjects": [{"name": tag, "rel": "tag"} for tag in _labels(article)],
        "people": _named(report, "PER"),
        "organisations": _named(report, "ORG"),
        "places": _named(report, "LOC"),
        "infoSources": _sources(report),
    }
    if load.text:
        body = body_of(article)
        news["bodies"] = [_text("main", body) | {"charCount": len(body)}]
        extra = (("summary", article.standfirst), ("caption", article.caption))
        news["descriptions"] = [_text(role, text) for role, text in extra if text]
    if report.story:
        news["associations"] = [
            {"name": "story", "rel": "partOf", "uri": urn("story", report.story), "standard": STANDARD}
        ]
    return {key: value for key, value in news.items() if value not in (None, [], "")}


def _text(role: str, text: str) -> dict[str, object]:
    return {"role": role, "contentType": "text/plain", "value": text}


def _ednote(made: Colophon, article: Article, notes: list[str]) -> str:
    archive = f"; archive {made.archive}" if made.archive else ""
    lines = [f"Shutro {made.shutro}; rules {made.rules}{archive}"]
    if article.published and not isinstance(article.published.value, datetime):
        lines.append(f"printed on {article.published.value}; no time of day is printed")
    if article.published and article.published.inferred:
        lines.append("the day of publication is inferred")
    return "\n".join([*lines, *(f"note: {note}" for note in notes)])


def _labels(article: Article) -> list[str]:
    return list(dict.fromkeys([*([article.section] if article.section else []), *article.tags]))


def _named(report: Report, kind: str) -> list[dict[str, str]]:
    names = dict.fromkeys(name.canonical for name in report.found.names if name.kind == kind)
    return [{"name": name, "rel": "mentioned"} for name in names]


def _sources(report: Report) -> list[dict[str, str]]:
    """The outlet, and whoever is quoted."""
    outlet = report.article.outlet
    found = [{"name": outlet, "role": "outlet"}] if outlet else []
    quoted = dict.fromkeys(said.source for said in report.found.statements if said.source)
    passed = dict.fromkeys(name for said in report.found.statements for name in said.via)
    found += [{"name": name, "role": "quoted"} for name in quoted]
    return found + [{"name": name, "role": "via"} for name in passed if name not in quoted]


def _moment(stamp: Stamp | None) -> str | None:
    """A date-time as RFC 3339 wants it: midnight where only the day is printed, which `edNote` says."""
    if stamp is None:
        return None
    value = stamp.value
    if not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)
    return (value if value.tzinfo else value.replace(tzinfo=BANGLADESH)).isoformat()
