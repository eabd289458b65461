"""What the archive tells of its stories and threads, which grow as articles arrive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from shutro.archive.desk.outlets import outlet_called
from shutro.archive.ledger.growing import Growing
from shutro.archive.nouns.cards import ArticleCard, Gain, StoryCard, StoryOrder, ThreadCard, ThreadView
from shutro.archive.nouns.record import storable
from shutro.archive.search.search import find
from shutro.archive.tables.filters import Filters
from shutro.archive.tables.lists import Which
from shutro.errors import NotInArchive
from shutro.model import Entry, NameKind
from shutro.stories.story import Story

if TYPE_CHECKING:
    from shutro.archive.desk.people import Whom
    from shutro.archive.ledger.timelines import Timelines
    from shutro.stories.grouping.clusters import Decision

THREAD = "t"
"""What the ids of threads begin with, and no other id."""

_HEARD = 200
"""Articles found by a query that are asked for their stories."""


class Stories(Growing):
    """The part of an archive that tells its stories; lists are read from rows, no article unpacked."""

    if TYPE_CHECKING:

        def _number(self, id: str) -> int: ...
        def _whom(self, who: str, kind: str | None = None) -> Whom: ...
        def _cards(self, numbers: Sequence[int]) -> list[ArticleCard]: ...

    def stories(
        self,
        limit: int = 20,
        offset: int = 0,
        order: StoryOrder = "importance",
        since: date | None = None,
        until: date | None = None,
        outlet: str | None = None,
        entity: str | None = None,
        thread: str | None = None,
        grown_since: datetime | None = None,
    ) -> list[StoryCard]:
        """The stories, the most important first, or by their last or first day.

        With a report from `since` to `until`; told by an outlet; that keep naming somebody (in any
        spelling); of a thread; that gained a report at `grown_since` or later. Stories without any day
        are in no list by days. Raises NotInArchive for a name or a thread that the archive does not have.
        """
        which = self._which(since, until, outlet, entity, thread, grown_since)
        return self._shelf.lists.stories(which, order, limit, offset)

    def count_stories(
        self,
        since: date | None = None,
        until: date | None = None,
        outlet: str | None = None,
        entity: str | None = None,
        thread: str | None = None,
        grown_since: datetime | None = None,
    ) -> int:
        """How many stories `stories` has to list."""
        return self._shelf.lists.count(self._which(since, until, outlet, entity, thread, grown_since))

    def _which(
        self,
        since: date | None,
        until: date | None,
        outlet: str | None,
        entity: str | None,
        thread: str | None,
        grown_since: datetime | None,
    ) -> Which:
        number = None
        if thread is not None:
            number = self._shelf.lists.thread_of(self._thread_founder(thread))
            number = -1 if number is None else number
        actors, only = (None, None) if entity is None else self._names_of(entity)
        outlet = outlet_called(self._shelf.cards, outlet)
        return Which(since, until, outlet, actors, number, grown_since, only)

    def _names_of(self, entity: str) -> tuple[tuple[str, ...], tuple[int, ...] | None]:
        """The canonical names that reports give somebody, and the only reports meant, where not all are that
        have the names. Raises NotInArchive."""
        whom = self._whom(entity)
        return tuple(row.canonical for row in self._shelf.names.by_number(whom.group)), whom.only

    def story_card(self, id: str) -> StoryCard:
        """One story. An id that was ever given leads to the story its founder is in now.

        Raises NotInArchive.
        """
        number = self._story(id)
        return self._shelf.lists.cards([number])[number]

    def story(self, id: str) -> Story:
        """One story with its articles, which are unpacked for it. Raises NotInArchive."""
        number = self._story(id)
        card = self._shelf.lists.cards([number])[number]
        numbers = [article for article, _ in self._shelf.lists.members(number)]
        articles = self._read_numbers(numbers)
        return Story(card.id, card.title, tuple(articles[number] for number in numbers))

    def _story(self, id: str) -> int:
        founder = self._shelf.lists.founder(storable(id))
        number = None if founder is None else self._shelf.lists.story_of(founder)
        if number is None:
            raise NotInArchive(f"no story {id} in the archive")
        return number

    def reports(self, story_id: str, limit: int = 500, offset: int = 0) -> list[ArticleCard]:
        """The cards of a story's articles, in order of time. Raises NotInArchive."""
        numbers = [article for article, _ in self._shelf.lists.members(self._story(story_id))]
        return self._cards(numbers[offset : offset + limit])

    def story_actors(self, story_id: str) -> list[tuple[str, NameKind]]:
        """Whom a story keeps naming, those of most reports first, as its last grouping counted them.

        Raises NotInArchive.
        """
        story = self._story(story_id)
        found = self._shelf.ledger.ties.actors([story]).get(story, {})
        ordered = sorted(found, key=lambda name: (-found[name].reports, name))
        return [(name, found[name].kind) for name in ordered]

    def story_of(self, article_id: str) -> StoryCard | None:
        """The story of an article; None where `grow` has not come to it. Raises NotInArchive."""
        number = self._shelf.lists.story_of(self._number(article_id))
        return None if number is None else self._shelf.lists.cards([number])[number]

    def why(self, article_id: str) -> Decision:
        """Why an article stands in its story. Raises NotInArchive, also where it waits for one."""
        from shutro.archive.ledger.pack import unpacked_decision

        data, card = self._shelf.ledger.decision(self._number(article_id)), self.story_of(article_id)
        if data is None or card is None:
            raise NotInArchive(f"article {article_id} is in no story yet")
        made = unpacked_decision(article_id, data)
        # The story may have become part of another since it was decided.
        return replace(made, story=card.id, left=made.story if made.story != card.id else None)

    def search_stories(self, query: str, limit: int = 20) -> list[StoryCard]:
        """The stories whose reports answer `query` best; what may be typed is said at `search`."""
        stories = self._found(query)
        cards = self._shelf.lists.cards(stories[:limit])
        return [cards[number] for number in stories[:limit]]

    def _found(self, query: str) -> list[int]:
        """Stories by the articles that answer: the best counts whole, the second half, the third a third."""
        _, hits = find(query, self._shelf, Filters(), _HEARD)
        stories = self._shelf.ledger.stories_of([hit.number for hit in hits])
        worth: dict[int, float] = {}
        heard: dict[int, int] = {}
        for hit in hits:
            if (story := stories.get(hit.number)) is not None:
                heard[story] = heard.get(story, 0) + 1
                worth[story] = worth.get(story, 0.0) + hit.score / heard[story]
        return sorted(worth, key=lambda story: (-worth[story], story))

    def days(self, since: date, until: date, outlet: str | None = None) -> list[tuple[date, int]]:
        """How many reports the archive files under each day from `since` to `until` that has one."""
        return self._shelf.lists.days(since, until, None if outlet is None else storable(outlet))

    # timelines

    def timeline(self, story_id: str) -> list[Entry]:
        """The timeline of a story: the kept one, unless its articles or the rules have changed since.

        Raises NotInArchive.
        """
        return self._timelines.of(self._story(story_id))

    def kept_timeline(self, story_id: str) -> list[Entry] | None:
        """The timeline of a story if it needs not be made first, which takes seconds for a large one;
        None if it does. Raises NotInArchive."""
        return self._timelines.kept(self._story(story_id))

    def gained(self, story_id: str, since: datetime) -> Gain:
        """What a story has gained from what was added at `since` or later. Raises NotInArchive."""
        from shutro.stories.gains import gained

        number = self._story(story_id)
        members = self._shelf.lists.members(number)
        moment = since.timestamp()
        late = [article for article, added in members if added >= moment]
        card = self._shelf.lists.cards([number])[number]
        if not late:
            return Gain(card, since, (), (), ())
        before = self._timelines.made_of([article for article, added in members if added < moment])
        gains = gained(before, self._timelines.of(number))
        return Gain(card, since, tuple(self._cards(late)), gains.new, gains.grown)

    @cached_property
    def _timelines(self) -> Timelines:
        from shutro.archive.ledger.timelines import Timelines

        return Timelines(self._shelf, self._read_numbers, self._findings)

    # threads

    def threads(self, limit: int = 20, offset: int = 0) -> list[ThreadCard]:
        """The threads, the one with the latest report first."""
        return self._shelf.lists.threads(limit, offset)

    def thread(self, id: str) -> ThreadView:
        """One thread with its stories and ties. Raises NotInArchive, also where it has come apart."""
        lists = self._shelf.lists
        number = lists.thread_of(self._thread_founder(id))
        if number is None:
            raise NotInArchive(f"thread {id} has come apart: no other story goes with its first")
        card = lists.thread_cards([number])[number]
        return ThreadView(card, tuple(lists.thread_stories(number)), tuple(lists.thread_ties(number)))

    def search_threads(self, query: str, limit: int = 20) -> list[ThreadCard]:
        """The threads whose stories answer `query` best."""
        lists = self._shelf.lists
        numbers = dict.fromkeys(
            t for story in self._found(query) if (t := lists.thread_of(story)) is not None
        )
        wanted = list(numbers)[:limit]
        cards = lists.thread_cards(wanted)
        return [cards[number] for number in wanted]

    def _thread_founder(self, id: str) -> int:
        """The story that holds the founder of a thread."""
        founder = self._shelf.lists.founder(storable(id))
        story = None if founder is None or not id.startswith(THREAD) else self._shelf.lists.story_of(founder)
        if story is None:
            raise NotInArchive(f"no thread {id} in the archive")
        return story
