"""What lists show of an archive: a card each for a report, a story, a thread, a name, an outlet.

A card is read from the archive's own columns; no article is unpacked for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from shutro.model import Entry, NameKind
from shutro.span import Span
from shutro.stories.grouping.threads import Tie

StoryOrder = Literal["importance", "newest", "oldest"]
Target = Literal["article", "story", "thread"]


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """One report. `day` is that of publication, `inferred` where only the capture bounds it."""

    id: str
    headline: str
    outlet: str | None
    day: date | None
    inferred: bool = False
    section: str | None = None
    story: str | None = None


@dataclass(frozen=True, slots=True)
class StoryCard:
    """One story: its days, reports, outlets (the earliest first) and independent origins.

    `grown` is when the archive last gave it a report. `importance` is comparable between stories.
    """

    id: str
    title: str
    first: date | None
    last: date | None
    articles: int
    outlets: tuple[str, ...]
    origins: int
    importance: float
    grown: datetime
    thread: str | None = None


@dataclass(frozen=True, slots=True)
class ThreadCard:
    """One thread: its days, stories, reports, and the names that tie it, the most telling first."""

    id: str
    title: str
    first: date | None
    last: date | None
    stories: int
    articles: int
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThreadView:
    """One thread opened: its stories in order of time and the ties between them."""

    card: ThreadCard
    stories: tuple[StoryCard, ...]
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class BearerCard:
    """One of several people of a name: `label` is what reports say of them, in the words of one."""

    label: str
    articles: int
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class EntityCard:
    """Somebody or something named: `canonical` in Bangla, the spellings met (the commonest first).

    Where several people bear the name, `people` are they, thirty at most, those of most reports first;
    `which` is the label of the one that was asked for, empty where the name alone was.
    """

    canonical: str
    kind: NameKind
    articles: int
    latin: str | None = None
    spellings: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    which: str = ""
    people: tuple[BearerCard, ...] = ()

    @property
    def name(self) -> str:
        """What leads to this one: the canonical name, with the label where one of several is meant."""
        return self.called(self.which)

    def called(self, label: str) -> str:
        """What leads to the one of `people` that has this label; `parted` reads it again."""
        return f"{self.canonical} ({label})" if label else self.canonical


def parted(who: str) -> tuple[str, str]:
    """`NAME (LABEL)` as both; no label where there is none."""
    name, _, label = who.strip().partition(" (")
    return (name, label[:-1]) if label.endswith(")") else (who, "")


@dataclass(frozen=True, slots=True)
class OutletCard:
    """One outlet: its reports and days; how many of them others reprinted, how many are reprints."""

    name: str
    articles: int
    first: date | None
    last: date | None
    originals: int = 0
    reprints: int = 0


@dataclass(frozen=True, slots=True)
class Gain:
    """What a story has gained since a moment: reports, lines that are new, lines that say more now."""

    story: StoryCard
    since: datetime
    articles: tuple[ArticleCard, ...]
    entries: tuple[Entry, ...]
    grown: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A reader's own words on a story, a thread, an article, or a sentence (`span`) of an article."""

    id: str
    target: Target
    of: str
    text: str
    made: datetime
    span: Span | None = None
