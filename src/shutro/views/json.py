"""Stories as JSON for machines; the shape is described in `docs/json.md`."""

from __future__ import annotations

import json
from collections.abc import Sequence

from shutro.model import Article, Difference, Evidence, Stamp, Statement
from shutro.span import Span
from shutro.views.exhibit import Exhibit, Page
from shutro.views.lines import Line

FORMAT = "shutro.story/1"


def to_json(exhibits: Sequence[Exhibit], version: str) -> str:
    """The stories as one JSON document, the same for the same stories, byte for byte."""
    document = {
        "format": FORMAT,
        "version": version,
        "stories": [_story(exhibit) for exhibit in exhibits],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _story(exhibit: Exhibit) -> dict[str, object]:
    return {
        "title": exhibit.title,
        "articles": [_page(page) for page in exhibit.pages],
        "timeline": [_line(line, exhibit) for line in exhibit.lines],
    }


def _page(page: Page) -> dict[str, object]:
    article = page.article
    return {
        "number": page.number,
        "id": article.id,
        "capture": article.capture,
        "source": page.source,
        "url": article.url,
        "outlet": article.outlet,
        "headline": article.headline,
        "authors": list(article.authors),
        "published": _stamp(article.published),
        "updated": _stamp(article.updated),
        "page_date": _stamp(article.page_date),
        "caption": article.caption,
        "paragraphs": [_paragraph(article, span) for span in article.paragraphs],
    }


def _paragraph(article: Article, span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "text": span.of(article.text)}


def _line(line: Line, exhibit: Exhibit) -> dict[str, object]:
    entry = line.entry
    return {
        "number": line.number,
        "date": entry.date,
        "granularity": entry.granularity,
        "dated": entry.dated,
        "inferred": entry.inferred,
        "text": entry.text,
        "agreement": entry.agreement,
        "importance": round(entry.importance, 4),
        "outlets": list(entry.outlets),
        "origins": list(entry.origins),
        "evidence": [_evidence(evidence) for evidence in entry.evidence],
        "differences": [_difference(difference) for difference in entry.differences],
        "links": [{"kind": link.kind, "evidence": _evidence(link.evidence)} for link in entry.links],
        "statements": [
            _statement(statement, exhibit.page_of(line, statement)) for statement in entry.statements
        ],
    }


def _evidence(evidence: Evidence) -> dict[str, object]:
    return {
        "article": evidence.article,
        "start": evidence.start,
        "end": evidence.end,
        "text": evidence.text,
        "outlet": evidence.outlet,
        "chain": list(evidence.chain),
        "url": evidence.url,
    }


def _difference(difference: Difference) -> dict[str, object]:
    return {
        "slot": difference.slot,
        "kind": difference.kind,
        "this": difference.this,
        "other": difference.other,
        "note": difference.note,
        "evidence": [_evidence(evidence) for evidence in difference.evidence],
    }


def _statement(statement: Statement, page: Page | None) -> dict[str, object]:
    return {
        "article": page.article.id if page else None,
        "start": statement.start,
        "end": statement.end,
        "text": statement.text,
        "source": statement.source,
        "source_span": _span(statement.source_span),
        "cue": _span(statement.cue),
        "content": _span(statement.content),
        "form": statement.form,
        "stance": statement.stance,
        "to": list(statement.to),
        "via": list(statement.via),
        "sure": round(statement.sure, 4),
        "inferred": statement.inferred,
    }


def _stamp(stamp: Stamp | None) -> dict[str, object] | None:
    if stamp is None:
        return None
    return {
        "value": stamp.isoformat(),
        "text": stamp.text,
        "calendar": stamp.calendar,
        "inferred": stamp.inferred,
        "how": stamp.how,
    }


def _span(span: Span | None) -> dict[str, int] | None:
    return {"start": span.start, "end": span.end} if span else None
