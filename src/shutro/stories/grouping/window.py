"""The window: the stories that may still take a report, and those it has left behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from shutro.stories.features import Features
from shutro.stories.grouping.likeness import Mass
from shutro.stories.grouping.postings import Postings
from shutro.stories.grouping.weights import Weights


@dataclass(slots=True)
class OpenStory:
    """A story that may still take reports.

    `members` are its reports by their numbers of arrival; `touched` is where the window stood when it last
    took one, None where no time was known then.
    """

    id: str
    members: list[int]
    mass: Mass
    touched: datetime | None = None


class Window:
    """The open stories, in the order in which they last took a report, and what their words weigh.

    `latest` is the time of the latest report seen, None as long as none had one.
    """

    def __init__(self, length: timedelta) -> None:
        self.length = length
        self.weights = Weights()
        self.latest: datetime | None = None
        self.closed: dict[str, list[int]] = {}
        self._postings = Postings()
        self._open: dict[str, OpenStory] = {}  # the last touched story last

    def __getitem__(self, id: str) -> OpenStory:
        return self._open[id]

    def __iter__(self) -> Iterator[OpenStory]:
        """The open stories, the last touched first."""
        return reversed(self._open.values())

    def get(self, id: str) -> OpenStory | None:
        """The open story of this id; None where it is closed or has become part of another."""
        return self._open.get(id)

    def members(self) -> Iterator[tuple[str, Sequence[int]]]:
        """Every story by its id, open or closed, with the numbers of its reports."""
        yield from ((story.id, story.members) for story in self._open.values())
        yield from self.closed.items()

    def candidates(self, head: dict[str, float]) -> list[str]:
        """The ids of the open stories that share the most telling of these weighed terms, the best first."""
        return self._postings.candidates(head)

    def move(self, to: datetime | None) -> None:
        """Let the window reach to a report's time, if it has one and is not older than the latest."""
        if to is not None:
            self.latest = max(self.latest or to, to)

    def begin(self, story: OpenStory) -> None:
        """Open a story, as the last touched one."""
        story.touched = self.latest
        self._open[story.id] = story
        self.weights.stories += 1
        self.weights.counts.update(story.mass.head.keys())
        self._postings.touch(story.id, story.mass.head)

    def join(self, story: OpenStory, number: int, alone: Mass, report: Features) -> None:
        """Give an open story the report of this number of arrival; `alone` is its mass."""
        fresh = alone.head.keys() - story.mass.head.keys()
        self.weights.counts.update(fresh)
        story.mass.add(alone.head, alone.whole, report)
        story.members.append(number)
        story.touched = self.latest
        self._open[story.id] = self._open.pop(story.id)
        self._postings.touch(story.id, alone.head)

    def drop(self, story: OpenStory) -> None:
        """Take a story out, and its words with it."""
        del self._open[story.id]
        self.weights.stories -= 1
        self.weights.forget(story.mass.head)
        self._postings.drop(story.id, story.mass.head)

    def close(self) -> None:
        """Close the stories that the window has left behind, the longest untouched first."""
        while self.latest is not None and self._open:
            eldest = next(iter(self._open.values()))
            # A story begun before any time was known counts from the first that is.
            eldest.touched = eldest.touched or self.latest
            if self.latest - eldest.touched <= self.length:
                return
            self.drop(eldest)
            self.closed[eldest.id] = eldest.members

    def leaves_behind(self, since: datetime | None) -> bool:
        """Whether it is about to close a story that took a report after `since`; None is before all time."""
        eldest = next(iter(self._open.values()), None)
        if eldest is None or eldest.touched is None or self.latest is None:
            return False
        return (since is None or eldest.touched > since) and self.latest - eldest.touched > self.length
