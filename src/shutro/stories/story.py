"""A story: the reports of one event and of what directly followed from it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone

from shutro.model import Article, Entry

BANGLADESH = timezone(timedelta(hours=6))


@dataclass(frozen=True, slots=True)
class Story:
    """Articles of one event, in order of their time, with a title that one of them printed.

    `id` comes from the article that founded the story and stays when others join.
    """

    id: str
    title: str
    articles: tuple[Article, ...] = field(repr=False)

    @property
    def timeline(self) -> list[Entry]:
        """What happened, by the day it happened."""
        from shutro.stories.timeline import timeline

        return timeline(self.articles)

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who reports it, each outlet once, the earliest first."""
        return tuple(dict.fromkeys(a.outlet for a in self.articles if a.outlet))

    @property
    def days(self) -> tuple[date, date] | None:
        """The days of the first and the last report, None where no report has a time."""
        known = [moment.astimezone(BANGLADESH).date() for a in self.articles if (moment := when(a))]
        return (min(known), max(known)) if known else None


def when(article: Article) -> datetime | None:
    """The moment an article counts from, in UTC: its publication, else its capture, else None.

    A day without a clock time counts from its noon; a time without a zone is Bangladesh time where
    it is printed, UTC where it is the capture's.
    """
    if article.published is not None:
        value = article.published.value
        if not isinstance(value, datetime):
            value = datetime(value.year, value.month, value.day, 12)
        return (value if value.tzinfo else value.replace(tzinfo=BANGLADESH)).astimezone(UTC)
    if article.captured is not None:
        value = article.captured
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC)
    return None


def in_order(articles: Iterable[Article]) -> list[Article]:
    """The articles by time, those of unknown time last, equals by id."""
    late = datetime.max.replace(tzinfo=UTC)
    return sorted(articles, key=lambda a: (when(a) or late, a.id))


def story_id(founder: str) -> str:
    """The id of the story that the article `founder` begins."""
    return "s" + hashlib.sha256(founder.encode()).hexdigest()[:12]
