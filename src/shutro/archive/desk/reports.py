"""What the archive tells of its reports beside their words: cards, sections, outlets, copies, readings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from shutro.archive.desk.outlets import outlet_called
from shutro.archive.nouns.cards import ArticleCard, OutletCard
from shutro.archive.nouns.record import filed_day, storable, storable_or_none, unpacked
from shutro.archive.tables.cards import CardRow
from shutro.archive.tables.reprints import ORIGINAL, REPRINT
from shutro.errors import NotInArchive
from shutro.model import Article

if TYPE_CHECKING:
    from shutro.archive.stores.shelf import Shelf


class Reports:
    """The part of an archive that lists its reports; every list is read from columns, no article unpacked."""

    _shelf: Shelf
    _number: Callable[[str], int]

    def _complete(self) -> None:
        """Give cards to the articles of an archive that was made before there were any."""
        if self._shelf.progress.setting("cards") is None:
            with self._shelf.writing():
                for number in self._shelf.cards.without():
                    self._keep_card(number, unpacked(self._shelf.current([number])[number]))
                self._shelf.progress.set("cards", "whole")

    def _keep_card(self, number: int, article: Article) -> None:
        self._shelf.cards.put(number, card_of(article))
        self._shelf.progress.wait(number)

    # lists

    def cards(self, ids: Sequence[str]) -> list[ArticleCard]:
        """The cards of reports, in the order asked. Raises NotInArchive."""
        return self._cards([self._number(id) for id in ids])

    def _cards(self, numbers: Sequence[int]) -> list[ArticleCard]:
        found = self._shelf.cards.cards(numbers)
        return [found[number] for number in numbers]

    def latest(
        self,
        limit: int = 20,
        offset: int = 0,
        outlet: str | None = None,
        section: str | None = None,
        tag: str | None = None,
    ) -> list[ArticleCard]:
        """The newest reports, of an outlet, a section or under a tag."""
        outlet = self.outlet_called(outlet)
        section, tag = (None if value is None else storable(value) for value in (section, tag))
        return list(self._shelf.cards.latest(limit, offset, outlet, section, tag).values())

    def sections(self) -> list[tuple[str, int]]:
        """The sections as outlets name them, with how many reports each has, the largest first."""
        return self._shelf.cards.tally("section", 1000)

    def tags(self, limit: int = 100) -> list[tuple[str, int]]:
        """The commonest tags, with how many reports each has."""
        return self._shelf.cards.tally("tag", limit)

    def outlets(self) -> list[OutletCard]:
        """The outlets, the one with most reports first."""
        return [self._outlet(name, count) for name, count in self._shelf.cards.tally("outlet", 10_000)]

    def outlet(self, name: str) -> OutletCard:
        """One outlet, by any name that `outlet_called` knows it by. Raises NotInArchive."""
        called = self.outlet_called(name) or ""
        if not (count := self._shelf.cards.tallied("outlet", called)):
            raise NotInArchive(f"no article of {name} in the archive")
        return self._outlet(called, count)

    def outlet_called(self, name: str | None) -> str | None:
        """The archive's own name of an outlet, from a name in other letters or its host.

        `name` where the archive has none so, None of none.
        """
        return outlet_called(self._shelf.cards, name)

    def _outlet(self, name: str, count: int) -> OutletCard:
        cards, name = self._shelf.cards, storable(name)
        first, last = cards.days(name)
        originals, reprints = cards.tallied(ORIGINAL, name), cards.tallied(REPRINT, name)
        return OutletCard(name, count, first, last, originals, reprints)

    def copies_of(self, article_id: str) -> list[tuple[ArticleCard, str]]:
        """The reports that share an article's text, with how much: the same, one within the other.

        Kinds are those of `stories.copies.copies`. What `grow` has not come to is not known yet. Raises
        NotInArchive.
        """
        number = self._number(article_id)
        pairs = self._shelf.ledger.copied.of([number])
        kinds = {(other if one == number else one): kind for one, other, kind, _ in pairs}
        numbers = sorted(kinds)
        return [(card, kinds[at]) for at, card in zip(numbers, self._cards(numbers), strict=True)]

    # readings

    def count_read(self, article_id: str) -> None:
        """Count that a report was read today; who read it is not known. Raises NotInArchive."""
        number = self._number(article_id)
        with self._shelf.writing():
            self._shelf.cards.read(number, datetime.now(UTC).date())

    def most_read(self, limit: int = 10, since: date | None = None) -> list[tuple[ArticleCard, int]]:
        """The reports read most here, since a day (UTC) or ever, with how often."""
        counted = self._shelf.cards.most_read(limit, since)
        cards = self._shelf.cards.cards([number for number, _ in counted])
        return [(cards[number], times) for number, times in counted]


def card_of(article: Article) -> CardRow:
    """What is written of an article for lists."""
    stamp = article.published or article.updated
    day = filed_day(article)
    return CardRow(
        storable(article.headline),
        storable_or_none(article.outlet),
        day.toordinal() if day else 0,
        stamp is None or stamp.inferred,
        storable_or_none(article.section),
        tuple(dict.fromkeys(storable(tag) for tag in article.tags if tag)),
    )
