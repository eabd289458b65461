"""The tables of an export: what each makes of a story."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from shutro.model import Article, Evidence, Stamp
from shutro.span import Span
from shutro.views.exports.load import Load, Report, Told
from shutro.views.exports.plain import short_hash
from shutro.views.exports.rows import (
    ArticleRow,
    DifferenceRow,
    EventRow,
    EvidenceRow,
    LineRow,
    LinkRow,
    NameRow,
    NoteRow,
    Row,
    StatementRow,
    StoryRow,
)


def _stories(told: Told, load: Load) -> Iterator[StoryRow]:
    ids = tuple(report.article.id for report in told.reports)
    outlets = dict.fromkeys(report.article.outlet for report in told.reports)
    yield StoryRow(told.id, told.title, told.thread, ids, tuple(o for o in outlets if o))


def _articles(told: Told, load: Load) -> Iterator[ArticleRow]:
    for report in told.reports:
        article, stamp = report.article, report.article.published
        yield ArticleRow(
            id=article.id,
            capture=article.capture,
            story=report.story,
            url=article.url,
            outlet=article.outlet,
            headline=article.headline,
            standfirst=load.quoted(article.standfirst) if article.standfirst else None,
            authors=article.authors,
            published=_iso(stamp),
            published_inferred=stamp.inferred if stamp else None,
            published_calendar=stamp.calendar if stamp else None,
            updated=_iso(article.updated),
            page_date=_iso(article.page_date),
            captured=article.captured.isoformat() if article.captured else None,
            section=article.section,
            tags=article.tags,
            caption=load.quoted(article.caption) if article.caption else None,
            paragraph_starts=tuple(span.start for span in article.paragraphs),
            paragraph_ends=tuple(span.end for span in article.paragraphs),
            length=len(article.text),
            hash=short_hash(article.text),
            text=load.quoted(article.text),
        )


def _names(told: Told, load: Load) -> Iterator[NameRow]:
    for report in told.reports:
        for name in report.found.names:
            words = _words(report, name.span)
            yield NameRow(
                report.article.id, name.start, name.end, short_hash(words), load.quoted(words),
                name.kind, name.canonical, name.entity, name.rule,
            )  # fmt: skip


def _statements(told: Told, load: Load) -> Iterator[StatementRow]:
    for report in told.reports:
        for said in report.found.statements:
            words = _words(report, said.span)
            source, cue, content = _ends(said.source_span), _ends(said.cue), _ends(said.content)
            yield StatementRow(
                report.article.id, said.start, said.end, short_hash(words), load.quoted(words), said.source,
                source[0], source[1], cue[0], cue[1], content[0], content[1],
                said.form, said.stance, said.to, said.via, said.sure, said.inferred, said.rule,
            )  # fmt: skip


def _events(told: Told, load: Load) -> Iterator[EventRow]:
    for report in told.reports:
        for event in report.found.events:
            words = _words(report, event.span)
            yield EventRow(
                report.article.id, event.start, event.end, short_hash(words), load.quoted(words),
                event.kind, event.actors, event.recipients, event.date, event.date_how, event.place,
                event.status, event.sure, event.rule,
            )  # fmt: skip


def _lines(told: Told, load: Load) -> Iterator[LineRow]:
    for number, entry in enumerate(told.entries, 1):
        yield LineRow(
            told.id, number, entry.date, entry.granularity, entry.dated, entry.inferred,
            short_hash(entry.text), load.quoted(entry.text), entry.agreement,
            round(entry.importance, 4), entry.outlets, entry.origins,
        )  # fmt: skip


def _evidence(told: Told, load: Load) -> Iterator[EvidenceRow]:
    for number, entry in enumerate(told.entries, 1):
        for one in entry.evidence:
            yield EvidenceRow(told.id, number, *_sentence(one, load))


def _differences(told: Told, load: Load) -> Iterator[DifferenceRow]:
    for number, entry in enumerate(told.entries, 1):
        for one in entry.differences:
            yield DifferenceRow(
                told.id, number, one.slot, one.kind,
                load.quoted(one.this), *_place(one.evidence[0]),
                load.quoted(one.other), *_place(one.evidence[-1]), one.note,
            )  # fmt: skip


def _links(told: Told, load: Load) -> Iterator[LinkRow]:
    for number, entry in enumerate(told.entries, 1):
        for one in entry.links:
            yield LinkRow(told.id, number, *_sentence(one.evidence, load), one.kind)


def _notes(told: Told, load: Load) -> Iterator[NoteRow]:
    for noted in told.notes:
        note = noted.note
        start, end = _ends(note.span)
        # A headline or title may leave, the words of a sentence only where text may.
        words = noted.text if note.span is None else load.quoted(noted.text)
        yield NoteRow(
            note.id, note.target, note.of, start, end, short_hash(noted.text), words, note.text,
            note.made.isoformat(),
        )  # fmt: skip


TABLES: dict[str, tuple[type[Row], Callable[[Told, Load], Iterator[Row]]]] = {
    "stories": (StoryRow, _stories),
    "articles": (ArticleRow, _articles),
    "names": (NameRow, _names),
    "statements": (StatementRow, _statements),
    "events": (EventRow, _events),
    "lines": (LineRow, _lines),
    "evidence": (EvidenceRow, _evidence),
    "differences": (DifferenceRow, _differences),
    "links": (LinkRow, _links),
    "notes": (NoteRow, _notes),
}
"""Every table by name: the shape of its rows, and how a story fills it."""


def _words(report: Report, span: Span) -> str:
    return span.of(report.article.text)


def _ends(span: Span | None) -> tuple[int, int] | tuple[None, None]:
    return (span.start, span.end) if span is not None else (None, None)


def _sentence(
    one: Evidence, load: Load
) -> tuple[str, int, int, str, str | None, str | None, tuple[str, ...], str | None]:
    """A sentence as fields of a row: where it stands, its words, who vouches for it."""
    return (
        one.article, one.start, one.end, short_hash(one.text), load.quoted(one.text), one.outlet, one.chain,
        one.url,
    )  # fmt: skip


def _place(evidence: Evidence) -> tuple[str, int, int]:
    return evidence.article, evidence.start, evidence.end


def _iso(stamp: Stamp | None) -> str | None:
    return stamp.isoformat() if stamp else None


def body_of(article: Article) -> str:
    """The paragraphs, a blank line between two."""
    return "\n\n".join(article.body)
