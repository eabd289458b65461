"""W3C Web Annotation: names, statements, the sentences lines rest on and readers' notes, as one page.

An annotation has two targets. One is the decoded text that Shutro read, `urn:shutro:text:CAPTURE`, with
a TextPositionSelector: its `start` and `end` count code points, as the recommendation demands. The other
is the page at its address with a TextQuoteSelector, since positions in somebody's HTML are not ours to
know; without text it is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from shutro.model import Article, Statement
from shutro.span import Span
from shutro.views.exports.format import Format
from shutro.views.exports.load import Load, Noted, Told
from shutro.views.exports.plain import json_bytes, short_hash, uri, urn

FORMAT = Format(".annotations.jsonld", "application/ld+json", "W3C Web Annotations")

_AROUND = 32
"""Code points of prefix and suffix, so that a quotation is found where it stands and not elsewhere."""


def write(load: Load, table: str | None = None) -> Iterator[bytes]:
    """The annotation page, an annotation a line."""
    made = asdict(load.colophon)
    generator = {
        "id": "urn:shutro:software",
        "type": "Software",
        "name": f"Shutro {made['shutro']}, rules {made['rules']}, archive {made['archive'] or 'none'}",
    }
    head = json_bytes(
        {
            "@context": ["http://www.w3.org/ns/anno.jsonld", {"shutro": "urn:shutro:term:"}],
            "id": "urn:shutro:annotations",
            "type": "AnnotationPage",
            "generator": generator,
        }
    )
    yield head[:-1] + b',"items":['
    first = True
    for told in load.told():
        for item in _items(told, load):
            yield (b"\n" if first else b",\n") + json_bytes(item)
            first = False
    yield b"\n]}\n"


def _items(told: Told, load: Load) -> Iterator[dict[str, object]]:
    articles = {article.id: article for article in told.articles}
    for report in told.reports:
        for name in report.found.names:
            body = {
                "type": "TextualBody",
                "purpose": "tagging",
                "value": name.canonical,
                "format": "text/plain",
            }
            yield _item("name", report.article, name.span, "tagging", body, load)
        for said in report.found.statements:
            body = {
                "type": "TextualBody",
                "purpose": "describing",
                "value": _sentence(said),
                "format": "text/plain",
            }
            yield _item("statement", report.article, said.span, "describing", body, load)
    for number, entry in enumerate(told.entries, 1):
        line = f"{told.title} · {entry.date or '?'} · {number}"
        for evidence in entry.evidence:
            body = {"type": "TextualBody", "purpose": "linking", "value": line, "format": "text/plain"}
            yield _item("line", articles[evidence.article], evidence.span, "linking", body, load, number)
    for noted in told.notes:
        yield _note(noted, articles, load)


def _sentence(said: Statement) -> str:
    """`source: stance (via …)`, a question mark for an unknown source."""
    way = f" (via {', '.join(said.via)})" if said.via else ""
    return f"{said.source or '?'}: {said.stance}{way}"


def _item(
    kind: str,
    article: Article,
    span: Span,
    motivation: str,
    body: dict[str, str],
    load: Load,
    number: int = 0,
) -> dict[str, object]:
    mark = f"{kind}:{number}" if number else kind
    return {
        "id": f"{urn('annotation', f'{article.id}:{mark}')}:{span.start}-{span.end}",
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": targets(article, span, load),
    }


def targets(article: Article, span: Span, load: Load) -> list[dict[str, object]]:
    """The two targets of a span; the position's source carries the hash of the words."""
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    found: list[dict[str, object]] = [
        {
            "source": {
                "id": urn("text", article.capture),
                "type": "Text",
                "format": "text/plain",
                "language": "bn",
            },
            "selector": position,
            "shutro:hash": short_hash(span.of(article.text)),
        }
    ]
    page = uri(article.url)
    if load.text and page:
        quote = {
            "type": "TextQuoteSelector",
            "exact": span.of(article.text),
            "prefix": article.text[max(0, span.start - _AROUND) : span.start],
            "suffix": article.text[span.end : span.end + _AROUND],
        }
        found.append({"source": page, "selector": quote})
    return found


def _note(noted: Noted, articles: dict[str, Article], load: Load) -> dict[str, object]:
    note = noted.note
    on: object = urn(note.target, note.of)
    if note.span is not None and note.of in articles:
        on = targets(articles[note.of], note.span, load)
    return {
        "id": urn("note", note.id),
        "type": "Annotation",
        "motivation": "commenting",
        "created": note.made.isoformat(),
        "body": {"type": "TextualBody", "purpose": "commenting", "value": note.text, "format": "text/plain"},
        "target": on,
    }
