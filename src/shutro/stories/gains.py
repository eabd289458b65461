"""What a timeline has gained between two moments: lines that are new, lines that say more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from shutro.model import Article, Entry
from shutro.stories.moments import here, when
from shutro.stories.timeline import timeline

Place = tuple[str, int, int]
Contest = tuple[str, str, frozenset[Place]]


class Gains(NamedTuple):
    """The entries of the later timeline that are `new`, and those that have `grown`; both in its order."""

    new: tuple[Entry, ...]
    grown: tuple[Entry, ...]

    @property
    def both(self) -> tuple[Entry, ...]:
        """All of them, by their days, the undated last; on one day the new ones first."""
        return tuple(sorted((*self.new, *self.grown), key=lambda e: (e.date is None, e.date or "")))


def gained(before: Sequence[Entry], after: Sequence[Entry]) -> Gains:
    """Set two states of one story's timeline against each other.

    An entry is new when none of its sentences stood in the earlier timeline. It has grown when the
    entries it was then lack a report, an origin, or a difference that it has now. `before` should be
    the whole timeline (`lines=None`): a line that was only not shown is then no news.
    """
    holders: defaultdict[Place, set[int]] = defaultdict(set)
    for number, entry in enumerate(before):
        for proof in entry.evidence:
            holders[proof.article, proof.start, proof.end].add(number)
    new: list[Entry] = []
    grown: list[Entry] = []
    for entry in after:
        held = [holders[place] for place in _places(entry) if place in holders]
        earlier = [before[number] for number in sorted(set().union(*held))]
        if not earlier:
            new.append(entry)
        elif _says_more(entry, earlier):
            grown.append(entry)
    return Gains(tuple(new), tuple(grown))


def gained_since(articles: Iterable[Article], moment: datetime | date, lines: int | None = None) -> Gains:
    """What the reports printed at `moment` or later add to the story of those before.

    A report counts from its publication, else from its capture; one without either is taken as there
    from the beginning. A day begins at its midnight, and a moment without a zone is meant, in
    Bangladesh. `lines` bounds the later timeline as in `timeline`.
    """
    kept = list(articles)
    since = _instant(moment)
    early = [article for article in kept if (at := when(article)) is None or at < since]
    return gained(timeline(early, None), timeline(kept, lines))


def _instant(moment: datetime | date) -> datetime:
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day)
    return here(moment).astimezone(UTC)


def _places(entry: Entry) -> list[Place]:
    return [(proof.article, proof.start, proof.end) for proof in entry.evidence]


def _says_more(entry: Entry, earlier: Sequence[Entry]) -> bool:
    """Whether it rests on a report, an origin or a difference that none of the earlier entries had."""
    reports = {article for article, _, _ in _places(entry)}
    known = {article for old in earlier for article, _, _ in _places(old)}
    if reports - known or len(entry.origins) > len({o for old in earlier for o in old.origins}):
        return True
    return bool(_contests(entry) - set().union(*(_contests(old) for old in earlier)))


def _contests(entry: Entry) -> set[Contest]:
    return {
        (one.slot, one.kind, frozenset((e.article, e.start, e.end) for e in one.evidence))
        for one in entry.differences
    }
