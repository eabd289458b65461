"""Reading the kept captures again, and finding everything anew, with the present rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from shutro.archive.desk.understanding import Understanding
from shutro.archive.ledger.stories import Stories
from shutro.archive.nouns.findings import found_in, rules
from shutro.archive.nouns.record import digest, filed_day, packed, storable_or_none, unpacked
from shutro.archive.nouns.results import Rebuilt
from shutro.archive.nouns.stored import Row
from shutro.errors import ShutroError
from shutro.model import Article


class _Read(NamedTuple):
    """One revision read again: `article` where it now reads otherwise; `failed` where it cannot be read."""

    row: Row
    article: Article | None
    failed: bool = False

    @property
    def digest(self) -> str:
        """The digest of what it now says."""
        return self.row.digest if self.article is None else digest(self.article)


class Rebuilding(Understanding, Stories):
    """The part of an archive that makes it anew."""

    _index: Callable[[int, Article], None]
    _keep_card: Callable[[int, Article], None]

    def rebuild(
        self,
        progress: Callable[[int], None] | None = None,
        growing: Callable[[int], None] | None = None,
    ) -> Rebuilt:
        """Read every kept capture again and find everything anew, with the present rules.

        What the present rules made already is left alone, so a rebuild that was stopped goes on where
        it was. An article that was added without its capture keeps its text. Others may add meanwhile: an
        article is read and understood before it is written, and again where it has changed since.
        `progress` is called with the articles done, `growing` with those put into stories after that.
        """
        done = changed = failed = 0
        for number in self._shelf.numbers():
            if not self._is_of_now(number):
                while (read := self._renewed(number)) is None:
                    continue
                changed += sum(one.article is not None for one in read)
                failed += sum(one.failed for one in read)
                done += 1
                if progress:
                    progress(done)
        with self._shelf.writing():
            self._shelf.progress.set("rules", rules())  # all of it was indexed as it was found
        self.understand()  # what waited already, and what an older index holds
        self.regrow()
        self.grow(growing)
        return Rebuilt(done, changed, failed)

    def _is_of_now(self, number: int) -> bool:
        """Whether the present rules have read an article and understood it."""
        understood = self._shelf.findings([number]).get(number, ("",))[0] == rules()
        return understood and self._shelf.provenance.rules(number) == rules()

    def _renewed(self, number: int) -> list[_Read] | None:
        """An article read and understood again, and kept so; None where it has changed meanwhile."""
        rows, record = self._shelf.revisions(number), self._shelf.current([number])[number]
        read = [self._again(row) for row in rows]
        now = next((one.article for one in read if one.row.record == record and one.article), None)
        article = now or unpacked(record)
        data = found_in(article)
        with self._shelf.writing():
            if self._shelf.revisions(number) != rows or self._shelf.current([number])[number] != record:
                return None
            if now is not None:
                self._forget_names(number)  # while the text is there that they were found in
            self._put_again(number, read)
            if now is not None:
                self._put_anew(number, now)
            self._keep_findings(number, article, data)
            self._shelf.provenance.put(number, rules())
        return read

    def _again(self, row: Row) -> _Read:
        """One revision's capture read by the present rules."""
        from shutro.reading.article import read_capture

        capture = self._shelf.capture(row.capture)
        if capture is None:
            return _Read(row, None)
        try:
            article = replace(read_capture(capture), id=row.id)
        except ShutroError:
            return _Read(row, None, failed=True)
        return _Read(row, None if packed(article) == row.record else article)

    def _put_again(self, number: int, read: Sequence[_Read]) -> None:
        """Keep revisions as they now read; of two that now read alike the one captured last."""
        last = {one.digest: one for one in read}
        gone = [(number, one.row.digest) for one in read if last[one.digest] is not one]
        for which in gone:
            self._shelf.ask("DELETE FROM revision WHERE article = ? AND digest = ?", which)
        rows = [
            (one.row.digest, replace(one.row, digest=one.digest, record=packed(one.article)))
            for one in last.values()
            if one.article is not None
        ]
        for before, row in rows:  # one may now say what another said before
            self._shelf.put_again(replace(row, digest=f"{row.digest}, next"), before)
        for _, row in rows:
            self._shelf.put_again(row, f"{row.digest}, next")

    def _put_anew(self, number: int, article: Article) -> None:
        """Let an article's current state be listed and found as it now reads."""
        outlet = storable_or_none(article.outlet)
        self._shelf.set_current(number, digest(article), outlet, filed_day(article))
        self._shelf.drop_index(number)
        self._index(number, article)
        self._keep_card(number, article)
