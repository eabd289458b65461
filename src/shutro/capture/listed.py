"""What a feed, a sitemap or a section page lists: addresses of pages, with what is said of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Listed:
    """One page on a list: address as printed, absolute or not, title, and its publication or last change."""

    url: str
    title: str | None = None
    moment: datetime | None = None


def instant(text: str) -> datetime | None:
    """A moment in the W3C's or ISO's form (`2026-11-22`, `2026-11-22T05:10+06:00`), in UTC.

    One without a zone counts as UTC; None for what is no moment.
    """
    try:
        found = datetime.fromisoformat(text.strip())
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):  # no date, or one whose UTC no calendar has
        return None
