"""Who and what an archive names: cards, reports, words of theirs and about them; people of one name apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, cast

from shutro.archive.desk.identity import find
from shutro.archive.desk.outlets import outlet_called
from shutro.archive.naming.bearings import NOBODY, place_of
from shutro.archive.naming.meant import Meant
from shutro.archive.naming.mentions import NAMED, SOURCE, key_of
from shutro.archive.naming.namesakes import called
from shutro.archive.nouns.cards import ArticleCard, BearerCard, EntityCard, parted
from shutro.archive.nouns.findings import Kept
from shutro.archive.nouns.findings import unpacked as unpacked_findings
from shutro.archive.nouns.record import storable, unpacked
from shutro.archive.nouns.results import Said
from shutro.archive.tables.cards import as_day
from shutro.archive.tables.filters import Filters
from shutro.archive.tables.names import EntityRow
from shutro.bangla.keys import folded
from shutro.errors import NotInArchive
from shutro.model import NameKind, Statement

if TYPE_CHECKING:
    from shutro.archive.naming.namesakes import Bearer
    from shutro.archive.stores.shelf import Shelf

_BESIDE = 300  # newest reports in which those beside somebody are counted
_SPELLINGS = 12  # that a card shows
_LISTED = 30  # of the people of one name
_RUN = 200  # sayings read at once where those of several people stand in one list


class Whom(NamedTuple):
    """Somebody as asked for: the entity, its names, and, where several people bear them, who is meant."""

    row: EntityRow
    group: list[int]
    people: list[Bearer]
    meant: Meant | None

    @property
    def only(self) -> tuple[int, ...] | None:
        """The only reports meant, newest first; None where all are that have the name."""
        return None if self.meant is None or self.meant.plainly else self.meant.articles()


class People:
    """The part of an archive that knows who is named where.

    Where reports tell that several people bear one name, each has a label in the words of a report
    (`NAME (LABEL)` asks for that one); a label leads to whoever is called so, also when more is known
    later. The name alone stands for the one of most reports, with what tells of nobody: those statements
    are `unsure`. Lists of reports, by the name alone, have them all.
    """

    _shelf: Shelf
    _cards: Callable[[Sequence[int]], list[ArticleCard]]
    _story: Callable[[str], int]

    def entities(
        self, kind: NameKind | None = None, prefix: str = "", limit: int = 50, offset: int = 0
    ) -> list[EntityCard]:
        """Who and what the archive names, those named in most articles first.

        `prefix` is the beginning of a canonical name, in any encoding. Who of several people is meant by
        a name, `entity` tells.
        """
        prefixes = [folded(prefix)] if folded(prefix) else []
        rows = self._shelf.names.entities(kind, prefixes, limit, offset)
        return [self._entity_card(row) for row in rows]

    def entity(self, canonical: str) -> EntityCard:
        """The one that `canonical`, or any spelling, inflection or Latin form of it, names.

        Raises NotInArchive when the archive names nobody so, or several and nobody mostly.
        """
        whom = self._whom(canonical)
        return self._entity_card(whom.row, whom)

    def articles_of(self, canonical: str, limit: int = 20, offset: int = 0) -> list[ArticleCard]:
        """The reports that name somebody, newest first. Raises NotInArchive."""
        whom = self._whom(canonical)
        if whom.only is not None:
            return self._cards(whom.only[offset : offset + limit])
        return self._cards(self._shelf.names.articles_of(whom.group, limit, offset))

    def said_by(self, canonical: str, limit: int = 20, offset: int = 0) -> list[Said]:
        """What somebody said, newest first. Raises NotInArchive."""
        return list(islice(self._sayings(self._whom(canonical), SOURCE, limit + offset), offset, None))

    def said_of(self, canonical: str, limit: int = 20, offset: int = 0) -> list[Said]:
        """What others said that names somebody, newest first. Raises NotInArchive."""
        return list(islice(self._sayings(self._whom(canonical), NAMED, limit + offset), offset, None))

    def with_whom(self, canonical: str, limit: int = 20) -> list[tuple[EntityCard, int]]:
        """Who is named in the same reports, most often first, with in how many.

        Counted over the newest 300 reports that name `canonical`. Raises NotInArchive.
        """
        names, whom = self._shelf.names, self._whom(canonical)
        only = whom.only
        articles = names.articles_of(whom.group, _BESIDE, 0) if only is None else list(only[:_BESIDE])
        counted = names.named_in(articles, whom.group, limit)
        rows = names.entity([entity for entity, _ in counted])
        return [(self._entity_card(rows[entity]), times) for entity, times in counted]

    def arrived(
        self,
        since: datetime,
        limit: int = 100,
        outlet: str | None = None,
        name: str | None = None,
        story: str | None = None,
    ) -> list[ArticleCard]:
        """The reports taken in at `since` or later, whenever they were printed; newest print first.

        Of an outlet, that name somebody in any spelling, of a story. Raises NotInArchive.
        """
        whom = self._whom(name) if name else None
        filters = Filters(
            outlet=outlet_called(self._shelf.cards, outlet),
            named=(tuple(whom.group),) if whom else (),
            numbers=self._among([whom] if whom else [], story),
            arrived=self._shelf.ledger.first_added(since.timestamp()),
        )
        return self._cards(self._shelf.cards.newest(filters, limit))

    def _among(self, whoms: Sequence[Whom], story: str | None) -> tuple[int, ...] | None:
        """The only articles there are where somebody of several people, or a story, is asked for.

        Raises NotInArchive.
        """
        rows = [only for whom in whoms if (only := whom.only) is not None]
        if story is not None:
            rows.append(tuple(number for number, _ in self._shelf.lists.members(self._story(story))))
        return tuple(sorted(set(rows[0]).intersection(*rows[1:]))) if rows else None

    # whom

    def _whom(self, who: str, kind: str | None = None) -> Whom:
        """Somebody by a name in any form, or by `NAME (LABEL)`. Raises NotInArchive."""
        name, label = parted(storable(who))
        row = self._first(name, kind) if label else None
        if row is not None:
            group = self._group(row)
            people = self._shelf.names.bearings.people(group)
            if one := called(people, label):
                return Whom(row, group, people, Meant.of(people, one, plainly=False))
        row = self._first(storable(who), kind)
        if row is None:
            raise NotInArchive(
                f"the archive names nobody {who}, or several of whom none stands out: give the name in full"
            )
        group = self._group(row)
        people = self._shelf.names.bearings.people(group)
        return Whom(row, group, people, Meant.of(people, people[0], plainly=True) if people else None)

    def _first(self, name: str, kind: str | None) -> EntityRow | None:
        return next(iter(find(self._shelf.names, name, [kind] if kind else ())), None)

    def _group(self, row: EntityRow) -> list[int]:
        return [name.number for name in self._shelf.names.by_entity([row.number])]

    def _entity_card(self, row: EntityRow, whom: Whom | None = None) -> EntityCard:
        group = self._group(row)
        spellings = self._shelf.names.spellings(group, _SPELLINGS)
        first, last = self._shelf.names.ends(group)
        card = EntityCard(
            row.canonical, cast(NameKind, row.kind or "MISC"), row.articles, row.latin, tuple(spellings),
            as_day(first), as_day(last),
        )  # fmt: skip
        return card if whom is None or whom.meant is None else _of_several(card, whom.people, whom.meant)

    # what is said

    def _sayings(self, whom: Whom, role: int, most: int) -> Iterator[Said]:
        """Statements of somebody or that name them, newest first."""
        names, keys = self._shelf.names, self._keys(whom.group)
        run, at, found = (most if whom.meant is None else _RUN), 0, 0
        while places := names.sayings(whom.group, role, run, at):
            for said in self._read_sayings(places, role, keys, whom.meant):
                yield said
                if (found := found + 1) == most:
                    return
            at += run
            if len(places) < run:
                return

    def _keys(self, group: Sequence[int]) -> frozenset[str]:
        return frozenset(row.folded for row in self._shelf.names.by_number(group))

    def _read_sayings(
        self, places: Sequence[tuple[int, int]], role: int, keys: frozenset[str], meant: Meant | None
    ) -> Iterator[Said]:
        numbers = list(dict.fromkeys(number for number, _ in places if meant is None or meant.may(number)))
        articles = {number: unpacked(record) for number, record in self._shelf.current(numbers).items()}
        kept = {
            number: unpacked_findings(data, articles[number].text)
            for number, (_, data) in self._shelf.findings(numbers).items()
        }
        for number, place in places:
            if number not in kept:
                continue
            statement = kept[number].statements[place]
            if meant is None:
                yield Said(articles[number], statement, statement.sure)
            elif meant.has(number, bearer := bearer_of(kept[number], statement, role, keys)):
                unsure = not meant.is_sure(number, bearer)
                yield Said(articles[number], statement, statement.sure, meant.one.label, unsure)


def bearer_of(kept: Kept, statement: Statement, role: int, keys: frozenset[str]) -> int:
    """Which of an article's people of a name a statement is of, or names; `keys` are its search keys."""
    span = statement.source_span if role == SOURCE else statement.content
    places = {
        place_of(name)
        for name in kept.names
        if folded(key_of(name).canonical) in keys and (span is None or span.overlaps(name.span))
    }
    if not places and role == SOURCE:  # by a pronoun or an office: there may be but one of the name here
        places = {place_of(name) for name in kept.names if folded(key_of(name).canonical) in keys}
    return places.pop() if len(places) == 1 else NOBODY


def _of_several(card: EntityCard, people: Sequence[Bearer], meant: Meant) -> EntityCard:
    """The card of one of several people of a name."""
    every = tuple(_bearer_card(one) for one in people[:_LISTED])
    if meant.plainly:
        return replace(card, people=every)
    mine = _bearer_card(meant.one)
    return replace(
        card, articles=mine.articles, first=mine.first, last=mine.last, which=mine.label, people=every
    )


def _bearer_card(one: Bearer) -> BearerCard:
    days = [sighting.day for sighting in one.seen if sighting.day]
    first, last = (min(days), max(days)) if days else (0, 0)
    return BearerCard(one.label, len(one.articles), as_day(first), as_day(last))
