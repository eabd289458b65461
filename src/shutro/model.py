"""The nouns that travel between rooms: frozen, slotted, and each pointing at the text it stands on.

Every offset counts code points of one article's `text` and is half-open; for every noun with
`start`, `end` and `text`, `article.text[start:end] == text`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from shutro.span import Span

Role = Literal["published", "updated", "page", "printed", "event"]
NameKind = Literal["PER", "ORG", "LOC", "EVENT", "MISC"]
Form = Literal["direct", "indirect", "mixed", "citation"]
Status = Literal["asserted", "reported", "denied", "planned", "hypothetical"]
Agreement = Literal["single", "agree", "update", "conflict"]
Granularity = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Capture:
    """A page as it was given to us, never changed: the evidence."""

    id: str
    source: str
    content: bytes = field(repr=False)
    url: str | None = None
    media_type: str | None = None
    captured: datetime | None = None

    @classmethod
    def of(
        cls,
        content: bytes,
        *,
        source: str = "<memory>",
        url: str | None = None,
        media_type: str | None = None,
        captured: datetime | None = None,
    ) -> Capture:
        """A capture named by the hash of its bytes (the first 32 hex digits of SHA-256)."""
        digest = hashlib.sha256(content).hexdigest()[:32]
        return cls(digest, source, content, url, media_type, captured)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date that a page gives of itself.

    `value` is an aware datetime, a naive one where the zone is unknown, or a date where no clock
    time is printed. `calendar` names the Bengali calendar (`bd-2019`, `bd-1987`, `wb`) that makes
    the printed day true, None for a Gregorian date. `how` names the rule or metadata field;
    `span` is None where the value stands in metadata only. `inferred` marks a value that no
    date line states.
    """

    value: datetime | date
    text: str
    role: Role
    how: str
    span: Span | None = None
    calendar: str | None = None
    inferred: bool = False
    note: str | None = None

    @property
    def day(self) -> date:
        """The calendar day, on the page's own clock."""
        return self.value.date() if isinstance(self.value, datetime) else self.value

    def isoformat(self) -> str:
        """The value in ISO 8601; a date alone where no time is printed."""
        return self.value.isoformat()


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one field of an article was found: the rule or metadata key, and its span if printed."""

    field: str
    how: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A capture read: its fields, and `paragraphs` as spans of the decoded page `text`.

    `text` is the whole decoded page (for HTML, its plain-text rendering), furniture included, and
    the truth for every offset. `page_date` is the day the page printed as *today*: the day of the
    crawl, never the publication. `authors` is the byline as printed: persons or a desk.
    """

    id: str
    capture: str
    headline: str
    text: str = field(repr=False)
    paragraphs: tuple[Span, ...] = field(repr=False)
    url: str | None = None
    outlet: str | None = None
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    published: Stamp | None = None
    updated: Stamp | None = None
    page_date: Stamp | None = None
    captured: datetime | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    caption: str | None = None
    provenance: tuple[Provenance, ...] = field(default=(), repr=False)

    @property
    def body(self) -> tuple[str, ...]:
        """The paragraphs, as printed."""
        return tuple(span.of(self.text) for span in self.paragraphs)

    def where(self, field: str) -> Span | None:
        """The span that the named field was read from, None where metadata alone gave it."""
        return next((p.span for p in self.provenance if p.field == field), None)

    @property
    def prose(self) -> str:
        """The headline and body at their own offsets, all furniture blanked to newlines.

        As long as `text` up to the end of the last paragraph, so that a finding made in the prose
        stands at the same offsets in `text`.
        """
        headline = self.where("headline")
        kept = sorted({*self.paragraphs, *([headline] if headline else [])})
        parts: list[str] = []
        at = 0
        for span in kept:
            if span.start < at:
                continue
            parts.append("\n" * (span.start - at))
            parts.append(span.of(self.text))
            at = span.end
        return "".join(parts)

    @classmethod
    def from_text(
        cls,
        *,
        id: str,
        headline: str,
        body: str,
        outlet: str | None = None,
        url: str | None = None,
        published: str | date | datetime | None = None,
        captured: str | date | datetime | None = None,
    ) -> Article:
        """An article from its parts; dates as ISO 8601 text, date or datetime.

        Paragraphs are the non-blank lines of `body`. Raises ValueError on text that is no ISO date.
        Without `published` the publication stays unknown here; `meaning.anchor` bounds it by the
        text's own dates and the capture time.
        """
        text = f"{headline}\n\n{body}"
        stamp = None
        if published:
            stamp = Stamp(_moment(published), str(published), "published", "given")
        return cls(
            id=id,
            capture=hashlib.sha256(text.encode()).hexdigest()[:32],
            headline=headline,
            text=text,
            paragraphs=_lines(text, len(headline) + 2),
            url=url,
            outlet=outlet,
            published=stamp,
            captured=_midnight(_moment(captured)) if captured else None,
            provenance=(Provenance("headline", "given", Span(0, len(headline))),),
        )


def _lines(text: str, start: int) -> tuple[Span, ...]:
    """The stripped, non-blank lines of `text` from `start` on."""
    spans = []
    for line in text[start:].splitlines(keepends=True):
        left = start + len(line) - len(line.lstrip())
        if bare := line.strip():
            spans.append(Span(left, left + len(bare)))
        start += len(line)
    return tuple(spans)


def _moment(value: str | date | datetime) -> datetime | date:
    if not isinstance(value, str):
        return value
    return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)


def _midnight(value: datetime | date) -> datetime:
    return value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of somebody or something by name.

    The span is the whole printed word with its case ending; `canonical` is the bare full name in
    Bangla; `entity` is an id that mentions of the same one share, or None.
    """

    start: int
    end: int
    text: str
    kind: NameKind
    canonical: str
    entity: str | None = None
    rule: str = ""

    @property
    def span(self) -> Span:
        """Where the mention stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution, after PARC 3.0: who said what, how, to whom, and through whom.

    `start`, `end` and `text` are the evidence. `source` is the canonical name of the innermost
    speaker, None where the text does not tell. `via` is the chain that the words came through,
    nearest to the speaker first, the outlet itself left out. `sure` lies in 0..1; a statement that
    only goes on from the one before it is `inferred`.
    """

    start: int
    end: int
    text: str
    source: str | None
    form: Form
    stance: str
    source_span: Span | None = None
    cue: Span | None = None
    content: Span | None = None
    to: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    rule: str = ""
    sure: float = 1.0
    inferred: bool = False

    @property
    def span(self) -> Span:
        """The evidence."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Event:
    """Something done, after PLOVER; `start`, `end` and `text` are the trigger.

    `actors` and `recipients` are canonical names and may be empty: an unknown actor is allowed.
    `date` is a TIMEX value (`2023-09-13`, `2023-09`), None where the text does not tell;
    `date_how` says whether the sentence, the context or the publication gave it.
    """

    start: int
    end: int
    text: str
    kind: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    date: str | None = None
    date_how: str = ""
    place: str | None = None
    status: Status = "asserted"
    rule: str = ""
    sure: float = 1.0

    @property
    def span(self) -> Span:
        """The trigger."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence of one article that a timeline line rests on, and who vouches for it.

    `chain` runs from the innermost source to the outlet (`কেসিএনএ`, `আল জাজিরা`, `কালবেলা`).
    """

    article: str
    outlet: str | None
    start: int
    end: int
    text: str
    chain: tuple[str, ...] = ()
    url: str | None = None

    @property
    def span(self) -> Span:
        """Where the sentence stands in its article."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Difference:
    """Two things that cannot both be so, or a later value of the same thing.

    `slot` is what differs (`denial`, `dead`, `clock`, …); `this` and `other` are the two values as
    printed, each with the sentence it stands in. `kind` tells a contradiction from a later value.
    """

    slot: str
    this: str
    other: str
    evidence: tuple[Evidence, ...]
    note: str = ""
    kind: Literal["conflict", "update"] = "conflict"


@dataclass(frozen=True, slots=True)
class Link:
    """Where a plan and what became of it are told, seen from the other: `evidence` is that other sentence.

    `announced`: it had been told beforehand. `fulfilled`, `postponed`, `cancelled`: what became of it.
    """

    kind: Literal["announced", "fulfilled", "postponed", "cancelled"]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline.

    `date` is an ISO day, month or year, by `granularity`; None where no day can be told.
    `dated` says how the day is known: `stated` in the sentence, `context`, or `as-of` (only the day
    it was printed bounds it). `inferred` marks a day counted from a day of printing that no page states.
    `origins` are the independent sources: ten reprints of one agency are one. `links` tie a plan to what
    became of it.
    """

    date: str | None
    granularity: Granularity
    dated: Literal["stated", "context", "as-of", "planned"]
    text: str
    evidence: tuple[Evidence, ...]
    statements: tuple[Statement, ...] = ()
    origins: tuple[str, ...] = ()
    agreement: Agreement = "single"
    differences: tuple[Difference, ...] = ()
    importance: float = 0.0
    inferred: bool = False
    links: tuple[Link, ...] = ()

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that carry it, in order of their evidence, each once."""
        return tuple(dict.fromkeys(e.outlet for e in self.evidence if e.outlet))
