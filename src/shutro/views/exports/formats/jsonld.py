"""schema.org: every report a NewsArticle, every statement with a known source a Claim in it.

One JSON-LD document with a `@graph`. Where a claim stands is in its `@id`, by code points (RFC 5147);
the way its words came is its `creditText`. The colophon is the `SoftwareApplication` that the
document's `Dataset` was made by.
"""

from __future__ import annotations

from collections.abc import Iterator

from shutro.model import Statement
from shutro.views.exports.format import Format
from shutro.views.exports.load import Load, Noted, Report
from shutro.views.exports.plain import json_bytes, short_hash, uri, urn
from shutro.views.exports.tables import body_of

FORMAT = Format(".jsonld", "application/ld+json", "schema.org NewsArticle and Claim")

_KINDS = {"PER": "Person", "ORG": "Organization", "LOC": "Place", "EVENT": "Event"}


def write(load: Load, table: str | None = None) -> Iterator[bytes]:
    """The document, a node a line."""
    yield b'{"@context":"https://schema.org","@graph":[\n' + json_bytes(_colophon(load))
    for told in load.told():
        for report in told.reports:
            for node in _nodes(report, load):
                yield b",\n" + json_bytes(node)
        for noted in told.notes:
            yield b",\n" + json_bytes(_note(noted, load))
    yield b"\n]}\n"


def _colophon(load: Load) -> dict[str, object]:
    made = load.colophon
    version = f"rules {made.rules}" + (f", archive {made.archive}" if made.archive else "")
    maker = {"@type": "SoftwareApplication", "name": "Shutro", "softwareVersion": made.shutro}
    return {"@type": "Dataset", "@id": "urn:shutro:export", "version": version, "creator": maker}


def _nodes(report: Report, load: Load) -> Iterator[dict[str, object]]:
    article, kinds = report.article, _kinds(report)
    id = urn("article", article.id)
    node: dict[str, object] = {
        "@type": "NewsArticle",
        "@id": id,
        "identifier": article.id,
        "headline": article.headline,
        "inLanguage": "bn",
        "url": uri(article.url),
        "datePublished": article.published.isoformat() if article.published else None,
        "dateModified": article.updated.isoformat() if article.updated else None,
        "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
        # A byline is a person or a desk, and the page does not say which.
        "author": [{"@type": "Thing", "name": author} for author in article.authors],
        "articleSection": article.section,
        "keywords": list(article.tags),
        "isPartOf": {"@type": "Collection", "@id": urn("story", report.story)} if report.story else None,
        "mentions": [_named(name, kinds) for name in kinds],
    }
    if load.text:
        node |= {"abstract": article.standfirst, "articleBody": body_of(article)}
    yield {key: value for key, value in node.items() if value not in (None, [], "")}
    for said in report.found.statements:
        if said.source:
            yield _claim(said, report, kinds, load)


def _claim(said: Statement, report: Report, kinds: dict[str, str], load: Load) -> dict[str, object]:
    article = report.article
    span = said.content or said.span
    words = span.of(article.text)
    node: dict[str, object] = {
        "@type": "Claim",
        "@id": urn("article", article.id, said.start, said.end),
        "identifier": short_hash(words),
        "text": load.quoted(words),
        "inLanguage": "bn",
        "author": _named(str(said.source), kinds),
        "creditText": f"via {', '.join(said.via)}" if said.via else None,
        "genre": said.stance,
        "appearance": {"@id": urn("article", article.id)},
    }
    return {key: value for key, value in node.items() if value is not None}


def _note(noted: Noted, load: Load) -> dict[str, object]:
    note = noted.note
    about = urn(note.target, note.of, *((note.span.start, note.span.end) if note.span else ()))
    node: dict[str, object] = {
        "@type": "Comment",
        "@id": urn("note", note.id),
        "text": note.text,
        "dateCreated": note.made.isoformat(),
        "about": {"@id": about},
    }
    if note.span is None or load.text:
        node["citation"] = noted.text
    return node


def _kinds(report: Report) -> dict[str, str]:
    """The canonical names of the article, each with its type in schema.org."""
    return {name.canonical: _KINDS.get(name.kind, "Thing") for name in report.found.names}


def _named(canonical: str, kinds: dict[str, str]) -> dict[str, str]:
    return {"@type": kinds.get(canonical, "Thing"), "name": canonical}
