"""A story's timeline as the reader shows it: lines by day, the sentences of each side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from shutro.model import Agreement, Entry, Link
from shutro.views.contests import Contest, contests
from shutro.views.lines import Line, key, numbered
from shutro.views.tellings import Telling, tellings

SHOWN = 4
"""Tellings that stand in a line on the story's page; the line's own page has more."""
ROOM = 64
"""Tellings that a story's page has room for."""
EVERY = 60
"""Tellings that the page of one line shows at most."""
TEN = 10


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines of a timeline to show; None is any. `most` is how many, the most important."""

    outlet: str | None = None
    source: str | None = None
    person: str | None = None
    kind: Agreement | None = None
    most: int | None = None

    @property
    def any(self) -> bool:
        """Whether some lines are left out by what they are, not by their number."""
        return any((self.outlet, self.source, self.person, self.kind))


@dataclass(frozen=True, slots=True)
class Opposed:
    """A contest with those of its sentences that are shown, each as a telling."""

    contest: Contest
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """What became of a plan, or where it was announced: the `kind` of the links and who tells so."""

    kind: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line as shown. `more` counts the tellings, differences and links left for the line's own page."""

    line: Line
    contests: tuple[Opposed, ...]
    tellings: tuple[Telling, ...]
    links: tuple[Linked, ...]
    more: int

    @property
    def key(self) -> str:
        """The part of an address that names the line."""
        return self.line.key

    @property
    def entry(self) -> Entry:
        """The entry it shows."""
        return self.line.entry

    @property
    def told(self) -> list[Telling]:
        """Every telling that is shown, those that differ first, those of other lines last."""
        disputed = [told for contest in self.contests for told in contest.tellings]
        return [*disputed, *self.tellings, *_told_by(self.links)]


@dataclass(frozen=True, slots=True)
class Board:
    """Rows by day, and how many lines the story has in all."""

    days: tuple[tuple[str | None, tuple[Row, ...]], ...]
    lines: int

    @property
    def rows(self) -> list[Row]:
        """The rows that are shown, in order."""
        return [row for _, rows in self.days for row in rows]

    @property
    def shown(self) -> int:
        """How many rows are shown."""
        return len(self.rows)


def board(entries: Sequence[Entry], wanted: Wanted) -> Board:
    """The lines that are wanted, each with the first of its tellings and differences.

    Of a story that is told very often fewer stand in each line, so that the page stays light.
    """
    lines = numbered(entries)
    kept = [line for line in lines if _matches(line, wanted)]
    if wanted.most is not None:
        best = sorted(kept, key=lambda line: -line.entry.importance)[: wanted.most]
        kept = sorted(best, key=lambda line: line.number)
    rows = [row(line, SHOWN) for line in kept]
    for shown in (SHOWN // 2, 1):
        if sum(len(one.told) for one in rows) > ROOM:
            rows = [_shortened(one, shown) for one in rows]
    days = tuple((day, tuple(of)) for day, of in groupby(rows, key=lambda r: r.entry.date))
    return Board(days, len(entries))


def row(line: Line, shown: int = EVERY) -> Row:
    """One line with at most `shown` of its differences, of its tellings and of its links."""
    entry, every = line.entry, contests(line)
    opposing = [(contest, contest.cited) for contest in every[:shown]]
    several = max(2, shown)  # sentences of a contest: one of each side at least
    opposed = tuple(
        Opposed(contest, tuple(told for one in cited[:several] for told in tellings(entry, [one])))
        for contest, cited in opposing
    )
    grouped = tellings(entry, line.undisputed)
    hidden = sum(max(0, len(all_) - shown) for all_ in (grouped, every, entry.links))
    hidden += sum(max(0, len(cited) - several) for _, cited in opposing)
    return Row(line, opposed, tuple(grouped[:shown]), _linked(entry.links[:shown]), hidden)


def _shortened(one: Row, shown: int) -> Row:
    """A row with fewer of its differences, tellings and links."""
    several = max(2, shown)
    kept = one.contests[:shown]
    contests = tuple(replace(each, tellings=each.tellings[:several]) for each in kept)
    links = _linked(one.entry.links[:shown])
    hidden = sum(max(0, len(every) - shown) for every in (one.contests, one.tellings, _told_by(one.links)))
    hidden += sum(max(0, len(each.tellings) - several) for each in kept)
    return Row(one.line, contests, one.tellings[:shown], links, one.more + hidden)


def holding(entries: Sequence[Entry], wanted: str) -> Line | None:
    """The line that holds the sentence of that key: the same address, however the story grows."""
    lines = (line for line in numbered(entries) if any(key(each) == wanted for each in line.sentences()))
    return next(lines, None)


def _linked(links: Iterable[Link]) -> tuple[Linked, ...]:
    """The links, those of one kind together."""
    found: dict[str, list[Telling]] = {}
    for link in links:
        found.setdefault(link.kind, []).append(Telling((link.evidence,), ()))
    return tuple(Linked(kind, tuple(told)) for kind, told in found.items())


def _told_by(links: Iterable[Linked]) -> list[Telling]:
    return [told for link in links for told in link.tellings]


def _matches(line: Line, wanted: Wanted) -> bool:
    entry = line.entry
    if wanted.outlet and wanted.outlet not in entry.outlets:
        return False
    if wanted.source and not any(wanted.source in e.chain for e in line.sentences()):
        return False
    if wanted.kind and entry.agreement != wanted.kind:
        return False
    return not wanted.person or names(line, wanted.person)


def names(line: Line, person: str) -> bool:
    """Whether somebody speaks on a line, or one of its sentences names them so."""
    if any(statement.source == person for statement in line.entry.statements):
        return True
    return any(person in evidence.text for evidence in line.sentences())
