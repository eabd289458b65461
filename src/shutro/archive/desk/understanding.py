"""Names, statements and events: found in every article by the present rules, kept, and its names indexed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from shutro.archive.desk.identity import gather_own, number_names
from shutro.archive.naming.bearings import bearings
from shutro.archive.naming.mentions import naming
from shutro.archive.nouns.findings import Kept, found_in, rules
from shutro.archive.nouns.findings import packed as packed_findings
from shutro.archive.nouns.findings import unpacked as unpacked_findings
from shutro.archive.nouns.record import filed_day, unpacked
from shutro.meaning.names.known.gazetteer import extended
from shutro.model import Article

if TYPE_CHECKING:
    from shutro.archive.stores.shelf import Shelf

_BATCH = 20  # articles that are understood before they are kept
_INDEX = "2"  # what the index of names keeps: 2, what is told of people too


class Understanding:
    """The part of an archive that keeps what is found in its articles."""

    _shelf: Shelf
    _number: Callable[[str], int]

    def understand(self, progress: Callable[[int, int], None] | None = None, again: bool = True) -> int:
        """Find names, statements and events in every article that has none by the present rules.

        Without `again`, only in those that have none at all: what older rules found stays for now.

        What is found is kept with each batch, so that a run that was stopped goes on where it was.
        `progress` is called with the articles done and those that were to do. Returns the articles done.
        """
        standing, done = self._shelf.progress, 0
        with self._shelf.writing():
            made_by, index = standing.setting("rules"), standing.setting("index")
            if made_by is not None and again and (made_by, index) != (rules(), _INDEX):
                standing.all_wait()
            if made_by is None or again:
                standing.set("rules", rules())
                standing.set("index", _INDEX)
        total = standing.count_waiting()
        last = 0
        while batch := standing.waiting(_BATCH, last):
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
        waiting = self._shelf.progress.waits(numbers)
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
        self._shelf.progress.waits_no_more(number)

    def _forget_names(self, number: int) -> None:
        """Take an article's names out of the index, as its state is no longer the current one."""
        made = None
        if not self._shelf.names.holds(number):
            return
        if kept := self._shelf.findings([number]).get(number):
            article = unpacked(self._shelf.current([number])[number])
            made = naming(unpacked_findings(kept[1], article.text))
        self._shelf.names.drop(number, made)

    def learn_names(self, path: Path) -> int:
        """Keep a user's own names, a TOML file as `meaning.names.known.gazetteer` reads it.

        They take the place of those kept before and go over every other rule: each spelling belongs to the
        name the file puts it under, now and in what is added later. Returns the names that moved. Raises
        DataError for a file that breaks its format.
        """
        own = [known for known in extended(path).entries if known.source == str(path)]
        with self._shelf.writing():
            return gather_own(self._shelf.names, own)
