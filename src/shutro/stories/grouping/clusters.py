"""Stories online: a report finds its story as it arrives, and later reports may mend the grouping.

`StoryIndex.place` weighs a report against the few stories that share its most telling words, which
an inverted index over a moving window gives; its cost does not grow with the window. `settle`
groups the latest reports anew by average link, so that the order of arrival hardly matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from shutro.bangla.words import words
from shutro.model import Article
from shutro.stories.features import Features, features
from shutro.stories.grouping.likeness import SAME_STORY, Mass, alike, days_between, mass, shared
from shutro.stories.grouping.pool import regroup
from shutro.stories.grouping.semantic import Embedder
from shutro.stories.grouping.titles import title
from shutro.stories.grouping.window import OpenStory, Window
from shutro.stories.moments import in_order
from shutro.stories.story import Story, story_id
from shutro.stories.terms import term

WINDOW: Final = timedelta(days=30)  # a story without a report for so long takes no new one
_BRIDGES: Final = SAME_STORY / 2  # likeness of a report to a story from which on it may join that to another
_ASKED: Final = 40  # reports of a story that say why another stands among them
POOL: Final = 1200  # reports that `settle` groups anew at a time


@dataclass(frozen=True, slots=True)
class Decision:
    """Where a report was put and why.

    `likeness` is that of the best story, `asked` what it had to reach; `reasons` are the shared
    words, as the report prints them, with their part of the likeness; `days` lie between the report
    and the story. `merged` are stories that turned out to be this one when the report came; `left` is the
    story it stood in until later reports showed that it belongs elsewhere.
    """

    article: str
    story: str
    new: bool
    likeness: float
    asked: float
    days: float = 0.0
    reasons: tuple[tuple[str, float], ...] = ()
    merged: tuple[str, ...] = ()
    left: str | None = None


class StoryIndex:
    """The stories of a moving window, and every decision that made them."""

    def __init__(self, window: timedelta = WINDOW, embedder: Embedder | None = None) -> None:
        self.embedder = embedder
        self.decisions: dict[str, Decision] = {}
        self._window = Window(window)
        self._articles: list[Article] = []
        self._features: list[Features] = []
        self._vectors: dict[str, Sequence[float]] = {}
        self._settled: datetime | None = None  # where the window stood when all in it was grouped anew

    def place(self, article: Article) -> Decision:
        """Put a report into the story it belongs to, or begin one with it.

        A report that was placed before is not placed again.
        """
        if article.id in self.decisions:
            return self.decisions[article.id]
        number = self._take(article)
        # That can be so once in a window's time at most: what is touched later leaves it later.
        if self._window.leaves_behind(self._settled):
            self.settle()
        self._window.close()
        alone = mass([self._features[number]], self._window.weights)
        candidates = self._window.candidates(alone.head)
        likeness = {candidate: alike(alone, self._window[candidate].mass) for candidate in candidates}
        decision = self._decide(article, alone, likeness)
        if decision.new:
            self._window.begin(OpenStory(decision.story, [number], alone))
        else:
            self._window.join(self._window[decision.story], number, alone, self._features[number])
            # Only a story that the report is like too can have become one with its own.
            decision = self._merge(decision, [c for c in candidates if likeness[c] >= _BRIDGES])
        self.decisions[article.id] = decision
        return decision

    def _take(self, article: Article) -> int:
        """Count an article's terms and move the window on; returns its number of arrival."""
        counted = features(article)
        self._articles.append(article)
        self._features.append(counted)
        self._window.move(counted.when)
        return len(self._articles) - 1

    def _decide(self, article: Article, alone: Mass, likeness: Mapping[str, float]) -> Decision:
        """`likeness` is that of each candidate, the likeliest candidates first."""
        if not likeness:
            return Decision(article.id, story_id(article.id), True, 0.0, SAME_STORY)
        nearest = max(likeness, key=likeness.__getitem__)
        best, most = self._window[nearest], likeness[nearest]
        new = most < SAME_STORY
        return Decision(
            article.id,
            story_id(article.id) if new else best.id,
            new,
            most,
            SAME_STORY,
            days_between(alone, best.mass),
            printed(article, shared(alone, best.mass)),
        )

    def _merge(self, decision: Decision, candidates: Sequence[str]) -> Decision:
        """Join to the story of a decision the candidates that are alike now that it has grown."""
        window, story = self._window, self._window[decision.story]
        merged: list[str] = []
        for candidate in candidates:
            other = window.get(candidate)
            if other is None or other is story or alike(story.mass, other.mass) < SAME_STORY:
                continue
            younger, story = sorted((story, other), key=lambda s: s.members[0], reverse=True)
            window.drop(younger)
            window.drop(story)
            story.mass.merge(younger.mass)
            story.members.extend(younger.members)
            story.members.sort()
            window.begin(story)
            merged.append(younger.id)
        return replace(decision, story=story.id, merged=tuple(merged)) if merged else decision

    def settle(self) -> dict[str, str]:
        """Group the latest reports anew; returns the reports that moved, with their story now.

        Their decisions are kept anew, with what ties them to the story they are in.
        """
        pool: list[OpenStory] = []
        held = 0
        for story in self._window:
            if pool and held + len(story.members) > POOL:
                break
            pool.append(story)
            held += len(story.members)
        before = {n: story.id for story in pool for n in story.members}
        touched = {n: story.touched for story in pool for n in story.members}
        for story in pool:
            self._window.drop(story)
        numbers = sorted(before, key=lambda n: (self._features[n].when is None, self._features[n].when, n))
        groups = [sorted(numbers[i] for i in group) for group in self._regroup(numbers)]
        groups.sort(key=lambda members: _last_of(touched, members) or datetime.min.replace(tzinfo=UTC))
        self._settled = max(filter(None, touched.values()), default=None)
        moved: dict[str, str] = {}
        for members in groups:
            together = mass([self._features[n] for n in members], self._window.weights)
            story = OpenStory(story_id(self._articles[members[0]].id), members, together)
            self._window.begin(story)
            story.touched = _last_of(touched, members)
            for n in members:
                if before[n] != story.id:
                    moved[self._articles[n].id] = story.id
                    self.decisions[self._articles[n].id] = self._moved(n, story, before[n])
        return moved

    def _moved(self, number: int, story: OpenStory, left: str) -> Decision:
        """Why a report stands in `story` now: its likeness to the others there."""
        article = self._articles[number]
        others = [self._features[n] for n in story.members if n != number][-_ASKED:]
        alone, rest = (mass(kept, self._window.weights) for kept in ([self._features[number]], others))
        return Decision(
            article.id,
            story.id,
            number == story.members[0],
            alike(alone, rest) if others else 0.0,
            SAME_STORY,
            days_between(alone, rest),
            printed(article, shared(alone, rest)) if others else (),
            left=left,
        )

    def _regroup(self, numbers: Sequence[int]) -> list[list[int]]:
        reports = [self._features[n] for n in numbers]
        if self.embedder is None:
            return regroup(reports, self._window.weights)
        new = [n for n in numbers if self._features[n].bare and self._articles[n].id not in self._vectors]
        vectors = self.embedder.embed([self._articles[n].headline for n in new])
        self._vectors.update(zip((self._articles[n].id for n in new), vectors, strict=True))
        return regroup(reports, self._window.weights, self._vectors, self.embedder.unrelated)

    def stories(self) -> list[Story]:
        """Every story, the one that began first in front."""
        made = []
        for id, members in self._window.members():
            articles = tuple(in_order(self._articles[n] for n in members))
            made.append(Story(id, title(articles), articles))
        order = {article.id: n for n, article in enumerate(in_order(self._articles))}
        return sorted(made, key=lambda s: order[s.articles[0].id])


def _last_of(touched: Mapping[int, datetime | None], members: Iterable[int]) -> datetime | None:
    """When the last of these reports was taken in; None where no time was known then."""
    return max((moment for n in members if (moment := touched[n]) is not None), default=None)


def printed(article: Article, reasons: Sequence[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """The reasons with every term as the article prints it first."""
    words_of: dict[str, str] = {}
    for text in (article.headline, *article.body):
        for span in words(text):
            words_of.setdefault(term(span.of(text)), span.of(text))
    return tuple((words_of[key], part) for key, part in reasons if key in words_of)


def stories(articles: Iterable[Article], embedder: Embedder | None = None) -> list[Story]:
    """The articles grouped by the event they report; the same in whatever order they come."""
    index = StoryIndex(embedder=embedder)
    for number, article in enumerate(in_order(articles), 1):
        index.place(article)
        if number % (POOL // 2) == 0:
            index.settle()
    index.settle()
    return index.stories()
