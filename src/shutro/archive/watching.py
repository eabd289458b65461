"""What the archive tells of watching: its sources and hosts, and the pages they listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from shutro.archive.nouns.record import digest
from shutro.archive.nouns.sources import HostCard, PageCard, PageState, SourceCard
from shutro.archive.tables.frontier import Frontier, Page, Source
from shutro.model import Article

if TYPE_CHECKING:
    from shutro.archive.stores.shelf import Shelf


class Watching:
    """The part of an archive that knows which sources it is fed from."""

    _shelf: Shelf
    _held: Callable[[Article], int | None]

    @property
    def frontier(self) -> Frontier:
        """The frontier, for the watcher; within `writing()` it changes together with what is added."""
        return self._shelf.frontier

    def sources(self) -> list[SourceCard]:
        """Every source that is or was watched, by outlet."""
        tallies = self._shelf.frontier.tallies()
        return [_card(source, tallies.get(source.address, {})) for source in self._shelf.frontier.sources()]

    def hosts(self) -> list[HostCard]:
        """The hosts that are left alone for now, with the reason."""
        return [
            HostCard(one.host, one.state, moment(one.until), one.failures, one.reason)
            for one in self._shelf.frontier.hosts()
        ]

    def watched_pages(
        self, state: PageState | None = None, limit: int = 50, offset: int = 0
    ) -> list[PageCard]:
        """The pages that sources listed, in a state or all, the newest found first."""
        return [_page_card(page) for page in self._shelf.frontier.pages(state, limit, offset)]

    def holds(self, article: Article) -> bool:
        """Whether these very words are what the archive holds of an article now."""
        number = self._held(article)
        return number is not None and self._shelf.revisions(number)[-1].digest == digest(article)


def moment(seconds: float) -> datetime:
    """Seconds since 1970 as a moment in UTC."""
    return datetime.fromtimestamp(seconds, UTC)


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else moment(seconds)


def _card(source: Source, pages: dict[PageState, int]) -> SourceCard:
    return SourceCard(
        address=source.address,
        outlet=source.outlet,
        kind=source.kind,
        state=source.state,
        due=moment(source.due),
        asked=_moment(source.asked),
        answered=_moment(source.answered),
        news=_moment(source.news),
        reason=source.reason,
        failures=source.failures,
        listed=sum(pages.values()),
        waiting=pages.get("waiting", 0),
        added=source.added,
        revised=source.revised,
        passed=pages.get("passed", 0),
        failed=_of(pages, ("failed", "gone")),
        parent=source.parent,
        followed=source.followed,
    )


def _of(pages: dict[PageState, int], states: Iterable[PageState]) -> int:
    return sum(pages.get(state, 0) for state in states)


def _page_card(page: Page) -> PageCard:
    due = _moment(page.due)
    return PageCard(page.address, page.source, page.state, moment(page.found), due, page.reason, page.visits)
