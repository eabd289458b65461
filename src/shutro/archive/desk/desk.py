"""What the archive tells of its reports beside their words: cards, names, outlets and readings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from shutro.archive.desk.identity import gather_own, number_names
from shutro.archive.desk.outlets import outlet_called
from shutro.archive.desk.people import People
from shutro.archive.naming.bearings import bearings
from shutro.archive.naming.mentions import naming
from shutro.archive.nouns.cards import ArticleCard, OutletCard
from shutro.archive.nouns.findings import Kept, found_in, rules
from shutro.archive.nouns.findings import packed as packed_findings
from shutro.archive.nouns.findings import unpacked as unpacked_findings
from shutro.archive.nouns.record import filed_day, storable, storable_or_none, unpacked
from shutro.archive.tables.cards import CardRow
from shutro.archive.tables.reprints import ORIGINAL, REPRINT
from shutro.errors import NotInArchive
from shutro.meaning.names.known.gazetteer import extended
from shutro.model import Article

if TYPE_CHECKING:
    from shutro.archive.stores.shelf import Shelf

_BATCH = 20
_INDEX = "2"  # what the index of names keeps: 2, what is told of people too


class Desk(People):
    """The part of an archive that lists need; every list is read from columns, no article unpacked."""

    _shelf: Shelf
    _number: Callable[[str], int]

    def _complete(self) -> None:
        """Give cards to the articles of an archive that was made before there were any."""
        if self._shelf.names.setting("cards") is None:
            with self._shelf.writing():
                for number in self._shelf.cards.without():
                    self._keep_card(number, unpacked(self._shelf.current([number])[number]))
                self._shelf.names.set("cards", "whole")

    # understanding

    def understand(self, progress: Callable[[int, int], None] | None = None, again: bool = True) -> int:
        """Find names, statements and events in every article that has none by the present rules.

        Without `again`, only in those that have none at all: what older rules found stays for now.

        What is found is kept with each batch, so that a run that was stopped goes on where it was.
        `progress` is called with the articles done and those that were to do. Returns the articles done.
        """
        names, done = self._shelf.names, 0
        with self._shelf.writing():
            made_by, index = names.setting("rules"), names.setting("index")
            if made_by is not None and again and (made_by, index) != (rules(), _INDEX):
                names.all_wait()
            if made_by is None or again:
                names.set("rules", rules())
                names.set("index", _INDEX)
        total = names.count_waiting()
        last = 0
        while batch := names.waiting(_BATCH, last):
            self._findings(batch)
            last, done = batch[-1], done + len(batch)
            if progress:
                progress(done, max(done, total))
        return done

    def keep_findings(self, id: str, kept: Kept) -> None:
        """Keep what the present rules found in an article somewhere else, as on a cluster.

        Raises NotInArchive.
        """
        number = self._number(id)
        with self._shelf.writing():
            self._keep_findings(
                number, unpacked(self._shelf.current([number])[number]), packed_findings(kept)
            )

    def _findings(self, numbers: Sequence[int]) -> list[Kept]:
        """What the present rules find in articles; found now, indexed and kept where that is not there."""
        kept = self._shelf.findings(numbers)
        waiting = self._shelf.names.waits(numbers)
        stale = [n for n in numbers if n in waiting or kept.get(n, ("",))[0] != rules()]
        records = self._shelf.current(stale)
        for number in stale:
            if kept.get(number, ("",))[0] != rules():
                kept[number] = (rules(), found_in(unpacked(records[number])))
        if stale:
            with self._shelf.keeping() as free:
                now = self._shelf.current(stale)
                for number in stale if free else ():
                    if now[number] == records[number]:  # else another process brought a newer state
                        self._keep_findings(number, unpacked(records[number]), kept[number][1])
        records |= self._shelf.current([number for number in numbers if number not in records])
        return [unpacked_findings(kept[number][1], unpacked(records[number]).text) for number in numbers]

    def _keep_findings(self, number: int, article: Article, data: bytes) -> None:
        """Keep what the present rules found in an article's current state, and index its names."""
        self._forget_names(number)
        self._shelf.put_findings(number, rules(), data)
        kept = unpacked_findings(data, article.text)
        names, made = self._shelf.names, naming(kept)
        day = filed_day(article)
        numbers = number_names(names, made)
        names.put(number, day.toordinal() if day else 0, made, numbers)
        names.bearings.put(number, bearings(article.text, kept.names), numbers)
        names.waits_no_more(number)

    def _forget_names(self, number: int) -> None:
        """Take an article's names out of the index, as its state is no longer the current one."""
        made = None
        if not self._shelf.names.holds(number):
            return
        if kept := self._shelf.findings([number]).get(number):
            article = unpacked(self._shelf.current([number])[number])
            made = naming(unpacked_findings(kept[1], article.text))
        self._shelf.names.drop(number, made)

    def _keep_card(self, number: int, article: Article) -> None:
        self._shelf.cards.put(number, card_of(article))
        self._shelf.names.wait(number)

    def learn_names(self, path: Path) -> int:
        """Keep a user's own names (a TOML file as `meaning.gazetteer.extended` reads it) in the archive.

        They take the place of those kept before and go over every other rule: each spelling belongs to the
        name the file puts it under, now and in what is added later. Returns the names that moved. Raises
        DataError for a file that breaks its format.
        """
        own = [known for known in extended(path).entries if known.source == str(path)]
        with self._shelf.writing():
            return gather_own(self._shelf.names, own)

    # reports

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

        Kinds are those of `stories.copies`. What `grow` has not come to is not known yet. Raises
        NotInArchive.
        """
        number = self._number(article_id)
        pairs = self._shelf.ledger.copies([number])
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
