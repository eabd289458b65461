"""What a job writes: the rows of its tables.

An article's columns are those of `model.Article`, so that it can be made again from its row, and beside
them all that was found in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import pyarrow

from shutro.archive.nouns.record import digest, filed_day
from shutro.bangla.times import TimeExpression
from shutro.meaning.findings import Findings
from shutro.meaning.quantities.quantities import Quantity
from shutro.model import Article, Event, Name, Stamp, Statement
from shutro.scale.columns import noun, plain, schema
from shutro.stories.features import Features

UNKNOWN: Final = "unknown"
"""The day, or outlet, of an article that has none."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is kept beside an article.

    `day` is the day it is filed under, `source` the file and address it was captured from, `state` the hash
    of what it says, `bands` the keys under which copies of its sentences meet.
    """

    day: str
    source: str
    state: str
    anchor: Stamp | None
    names: tuple[Name, ...]
    times: tuple[TimeExpression, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    quantities: tuple[Quantity, ...]
    bands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """What an article is likened to others by, as `stories.Features` has it: terms beside their counts."""

    when: str | None
    head: tuple[str, ...]
    head_counts: tuple[float, ...]
    whole: tuple[str, ...]
    whole_counts: tuple[float, ...]
    days: tuple[str, ...]
    figures: tuple[str, ...]
    bare: bool
    named: tuple[str, ...]
    amounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A page that gave no article: which error, and why."""

    source: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Grouped:
    """A story: its articles in order of their time, `first` and `last` day None where none has one."""

    id: str
    title: str
    first: str | None
    last: str | None
    articles: tuple[str, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Copied:
    """Two articles made from one text, as `stories.CopyPair` has them; `one` is the shorter."""

    one: str
    other: str
    kind: str
    likeness: float
    shared: int


ARTICLES: Final = pyarrow.schema([*schema(Article), *schema(Found)])
"""The columns of an article's row."""

_SIGN: Final = (
    pyarrow.field("lead", pyarrow.string()),
    pyarrow.field("keys", pyarrow.list_(pyarrow.int64()), nullable=False),
    pyarrow.field("terms", pyarrow.struct(list(schema(Counted))), nullable=False),
)

READ: Final = pyarrow.schema([*ARTICLES, *_SIGN])
"""The same, with what stories are built from, before the two part ways."""

SIGNS: Final = pyarrow.schema([*(ARTICLES.field(n) for n in ("id", "outlet", "headline", "bands")), *_SIGN])
"""The columns that stories are built from."""

_LEAD: Final = 600  # code points of a first paragraph


def row_of(article: Article, found: Found, counted: Features, keys: list[int]) -> dict[str, Any]:
    """A row of `READ`."""
    row = {**plain(article), **plain(found), "keys": keys, "terms": plain(_counted(counted))}
    first = next(iter(article.paragraphs), None)
    row["lead"] = row["text"][first.start : first.end][:_LEAD] if first else None
    return row


def found_of(article: Article, findings: Findings, bands: list[int], source: str) -> Found:
    """What is kept beside an article."""
    day = filed_day(article)
    return Found(
        day.isoformat() if day else UNKNOWN,
        source,
        digest(article),
        findings.anchor,
        findings.names,
        findings.times,
        findings.statements,
        findings.events,
        findings.quantities,
        tuple(bands),
    )


def article_of(row: Mapping[str, Any]) -> Article:
    """The article of a row."""
    article: Article = noun(Article, row)
    return article


def kept_of(row: Mapping[str, Any]) -> Found:
    """What was found in the article of a row."""
    found: Found = noun(Found, row, row["text"])
    return found


def features_of(id: str, row: Mapping[str, Any]) -> Features:
    """The features of an article from the `terms` of its row, without `whole` where that was not read."""
    return Features(
        id,
        datetime.fromisoformat(row["when"]) if row["when"] else None,
        dict(zip(row["head"], row["head_counts"], strict=True)),
        dict(zip(row.get("whole", ()), row.get("whole_counts", ()), strict=True)),
        frozenset(row["days"]),
        frozenset(row["figures"]),
        row["bare"],
        frozenset(row["named"]),
        frozenset(row["amounts"]),
    )


def _counted(of: Features) -> Counted:
    """Features, their sets in an order that is the same in every process."""
    return Counted(
        of.when.isoformat() if of.when else None,
        tuple(of.head),
        tuple(of.head.values()),
        tuple(of.whole),
        tuple(of.whole.values()),
        tuple(sorted(of.days)),
        tuple(sorted(of.figures)),
        of.bare,
        tuple(sorted(of.named)),
        tuple(sorted(of.amounts)),
    )
