"""The rows of an export, a noun a table; JSON Lines, CSV and Parquet are ways to write them.

Offsets count code points of `ArticleRow.text` and are half-open. `hash` is the short hash of the words
at a row's offsets; `text` is those words, None where rights forbid them. What is not known is None.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story; `reports` are the ids of its articles in order of their time."""

    id: str | None
    title: str
    thread: str | None
    reports: tuple[str, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article; `text` is the whole decoded page, its body the paragraphs from each start to its end."""

    id: str
    capture: str
    story: str | None
    url: str | None
    outlet: str | None
    headline: str
    standfirst: str | None
    authors: tuple[str, ...]
    published: str | None
    published_inferred: bool | None
    published_calendar: str | None
    updated: str | None
    page_date: str | None
    captured: str | None
    section: str | None
    tags: tuple[str, ...]
    caption: str | None
    paragraph_starts: tuple[int, ...]
    paragraph_ends: tuple[int, ...]
    length: int
    hash: str
    text: str | None


@dataclass(frozen=True, slots=True)
class NameRow:
    """A mention of somebody or something."""

    article: str
    start: int
    end: int
    hash: str
    text: str | None
    kind: str
    canonical: str
    entity: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class StatementRow:
    """Who says what, how, to whom and through whom."""

    article: str
    start: int
    end: int
    hash: str
    text: str | None
    source: str | None
    source_start: int | None
    source_end: int | None
    cue_start: int | None
    cue_end: int | None
    content_start: int | None
    content_end: int | None
    form: str
    stance: str
    to: tuple[str, ...]
    via: tuple[str, ...]
    sure: float
    inferred: bool
    rule: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """Something done; the offsets are those of the words that tell it."""

    article: str
    start: int
    end: int
    hash: str
    text: str | None
    kind: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: str | None
    date_how: str
    place: str | None
    status: str
    sure: float
    rule: str


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of a story's timeline, `number` from 1."""

    story: str | None
    number: int
    date: str | None
    granularity: str
    dated: str
    inferred: bool
    hash: str
    text: str | None
    agreement: str
    importance: float
    outlets: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A sentence that a line rests on; `chain` runs from the innermost source to the outlet."""

    story: str | None
    line: int
    article: str
    start: int
    end: int
    hash: str
    text: str | None
    outlet: str | None
    chain: tuple[str, ...]
    url: str | None


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """What two sentences of a line tell differently; `this` and `other` are the values as printed."""

    story: str | None
    line: int
    slot: str
    kind: str
    this: str | None
    this_article: str
    this_start: int
    this_end: int
    other: str | None
    other_article: str
    other_start: int
    other_end: int
    note: str


@dataclass(frozen=True, slots=True)
class LinkRow(EvidenceRow):
    """The sentence that tells what became of a line's plan, or that announced what a line tells."""

    kind: str


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A reader's note, and what it stands on: `target` and `of`, the words `text` at the offsets if any."""

    id: str
    target: str
    of: str
    start: int | None
    end: int | None
    hash: str
    text: str | None
    note: str
    made: str


Row = (
    StoryRow
    | ArticleRow
    | NameRow
    | StatementRow
    | EventRow
    | LineRow
    | EvidenceRow
    | DifferenceRow
    | LinkRow
    | NoteRow
)
