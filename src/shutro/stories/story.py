"""A story: the reports of one event and of what directly followed from it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date

from shutro.model import Article, Entry
from shutro.stories.moments import BANGLADESH, when


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


def story_id(founder: str) -> str:
    """The id of the story that the article `founder` begins."""
    return "s" + hashlib.sha256(founder.encode()).hexdigest()[:12]
