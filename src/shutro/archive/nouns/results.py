"""What the archive answers with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from shutro.model import Article, Statement
from shutro.span import Span

Added = Literal["added", "revised", "known"]
VerdictKind = Literal["printed", "printed-elsewhere", "altered", "not-found"]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of an article's untouched text with what matched in it.

    `span` and every span of `matches` are places in `article.text`; `text` is what `span` covers.
    """

    text: str
    span: Span
    matches: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One article found: how well (`score`, comparable within one answer) and which words did it (`why`).

    `headline` are the places in `article.headline` that matched.
    """

    article: Article
    score: float
    snippet: Snippet
    why: tuple[str, ...] = ()
    headline: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """One difference between a card and what was printed.

    `kind` is `number`, `negation`, `name`, `word`, `added`, `left-out` or `cut-short`; `card` and `printed`
    are the words on either side, empty where there are none.
    """

    kind: str
    card: str
    printed: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """The days of an outlet that the archive holds: a card not found was not printed *in these*."""

    outlet: str | None
    articles: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a text was printed, and what was printed instead.

    `article` and `sentence` (a span of its text) are the nearest that the archive holds, None where
    nothing comes near; `difference` tells what was changed; `likeness` lies in 0..1. `reason` tells why
    nothing was found though the words stand there: `too-short` of a word or two out of a sentence, which
    claim nothing that an outlet could have printed or not.
    """

    verdict: VerdictKind
    article: Article | None
    sentence: Span | None
    difference: tuple[Changed, ...]
    coverage: Coverage
    likeness: float = 0.0
    reason: Literal["", "too-short"] = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of an article: `number` counts from 1 in order of capture."""

    number: int
    article: Article
    seen: str


@dataclass(frozen=True, slots=True)
class Said:
    """One statement found: in which article, and how well it answers (comparable within one answer).

    Where several people bear the speaker's name (or that of whom it speaks), `bearer` is the label of the
    one it is taken for, and `unsure` tells that nothing says so: it is the one of most reports.
    """

    article: Article
    statement: Statement
    score: float
    bearer: str = ""
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild did: articles understood anew, of them those whose reading changed, captures that
    cannot be read any more."""

    articles: int
    changed: int
    failed: int


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A capture that no article could be read from, kept with the reason."""

    id: str
    source: str
    url: str | None
    kind: str
    reason: str
    since: str
    size: int = field(default=0)
