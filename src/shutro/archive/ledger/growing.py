"""What is new in the archive is put into stories and threads, a batch a transaction."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from shutro.archive.nouns.findings import grouping_rules
from shutro.archive.nouns.record import unpacked
from shutro.model import Article

if TYPE_CHECKING:
    from shutro.archive.ledger.growth import Growth
    from shutro.archive.nouns.findings import Kept
    from shutro.archive.stores.shelf import Shelf


class Growing:
    """The part of an archive that groups its reports."""

    _shelf: Shelf

    if TYPE_CHECKING:

        def _findings(self, numbers: Sequence[int]) -> list[Kept]: ...

    def grow(self, progress: Callable[[int], None] | None = None) -> int:
        """Put what was added since into stories and threads; returns the articles placed.

        A batch is one transaction, so a run that is stopped goes on where it was, and several processes
        may grow one archive. What an article costs does not depend on how much the archive holds.
        `progress` is called with the articles placed so far.
        """
        done = 0
        while placed := self._grow_batch():
            done += placed
            if progress:
                progress(done)
        return done

    def regrow(self) -> bool:
        """Let every article wait for its story anew, unless the present rules have grown all stories in
        one go already, in order of time; whether they wait. Ids that were given go on leading somewhere.
        """
        ledger = self._shelf.ledger
        with self._shelf.writing():
            ledger.register(time.time())
            version, _, rules = ledger.state()
            if rules == grouping_rules():
                return False
            ledger.again()
            ledger.set_state(version + 1, 0, grouping_rules())
        return True

    def mark(self) -> datetime | None:
        """The moment just after the last article was taken in, to ask with for what comes next; None for
        an archive without any."""
        last = self._shelf.ledger.last_added()
        return None if last is None else datetime.fromtimestamp(last, UTC) + timedelta(microseconds=1)

    def waiting(self) -> int:
        """How many articles `grow` would place."""
        return self._shelf.ledger.count_waiting()

    def _grow_batch(self) -> int:
        from shutro.archive.ledger.batch import BATCH, grow_batch

        ledger = self._shelf.ledger
        if not ledger.any_waiting():
            return 0
        with self._shelf.writing():
            ledger.register(time.time())
        self._findings(ledger.waiting(BATCH))  # for their names; kept, and found outside the long write
        try:
            with self._shelf.writing():
                return grow_batch(self._growth, self._findings)
        except BaseException:  # Ctrl-C too: what is remembered of a batch undone must be forgotten
            self._growth.forget()
            raise

    @cached_property
    def _growth(self) -> Growth:
        from shutro.archive.ledger.growth import Growth

        return Growth(self._shelf.ledger, self._read_numbers)

    def _read_numbers(self, numbers: Sequence[int]) -> dict[int, Article]:
        return {number: unpacked(record) for number, record in self._shelf.current(numbers).items()}
