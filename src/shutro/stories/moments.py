"""When a report was printed, as reports are put in order by it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone

from shutro.model import Article

BANGLADESH = timezone(timedelta(hours=6))


def here(moment: datetime) -> datetime:
    """A printed moment as the clocks of Bangladesh show it, whose time it is where it has no zone."""
    return moment.astimezone(BANGLADESH) if moment.tzinfo else moment.replace(tzinfo=BANGLADESH)


def when(article: Article) -> datetime | None:
    """The moment an article counts from, in UTC: its publication, else its capture, else None.

    A day without a clock time counts from its noon; a time without a zone is Bangladesh time where
    it is printed, UTC where it is the capture's.
    """
    if article.published is not None:
        value = article.published.value
        if not isinstance(value, datetime):
            value = datetime(value.year, value.month, value.day, 12)
        return here(value).astimezone(UTC)
    if article.captured is not None:
        value = article.captured
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC)
    return None


def in_order(articles: Iterable[Article]) -> list[Article]:
    """The articles by time, those of unknown time last, equals by id."""
    late = datetime.max.replace(tzinfo=UTC)
    return sorted(articles, key=lambda a: (when(a) or late, a.id))
