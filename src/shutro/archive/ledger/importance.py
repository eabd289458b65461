"""How much a story matters on a front page, as one number that never has to be counted again.

Every report of a story adds to its weight, and what it adds halves with each day: so a story that grows
stands above one that is over, and one told by many independent origins above one told by few. Because all
weights halve alike, the order of two stories is the same at any later moment; the number is therefore
kept as the base-2 logarithm of the weight, with the halving taken out: **one more is twice the
independent reports, or the same reports a day later.** It counts from 1970 in days and is comparable
between all stories of all archives.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from shutro.archive.tables.stories import Member

_DAY: Final = 86_400.0
_ANOTHER: Final = 0.25  # what a further report of one origin counts, a copy or the same desk again
_BRIEF: Final = 0.5  # what the shortest report counts
_FULL: Final = 1500  # code points of body from which on a report counts whole


def origins(members: Sequence[Member], copies: Sequence[tuple[int, int]]) -> list[list[Member]]:
    """The members by independent origin: copies of one text are of whoever had it first, all else that an
    outlet prints is its own.

    Members are given in order of time, and of one origin stay in it. An outlet that only reprints is no
    origin.
    """
    first = {m.article: m for m in members}  # of the copies an article belongs to, the first printed
    place = {m.article: n for n, m in enumerate(members)}
    for one, other in copies:
        if one in first and other in first:
            kept, gone = sorted((first[one], first[other]), key=lambda m: place[m.article])
            if kept is not gone:
                first |= {article: kept for article, m in first.items() if m is gone}
    found: dict[str, list[Member]] = {}
    for m in members:
        of = first[m.article]
        found.setdefault(of.outlet or f"\0{of.id}", []).append(m)
    return list(found.values())


def importance(of: Sequence[Sequence[Member]]) -> float:
    """The importance of a story whose members are given by origin; 0 of a story without members.

    A report counts from when it was printed, but not from later than it was taken in: a page that
    misprints its day does not lead tomorrow's front page. One whose day nothing tells counts from the
    latest of the others, and a story without any day from 1970: what was added today may be years old.
    """
    known = [min(m.moment, m.added) for group in of for m in group if m.moment is not None]
    latest = max(known, default=0.0) / _DAY
    weight = math.fsum(
        _worth(m) * (_ANOTHER if n else 1.0) * 2 ** (_day(m, latest) - latest)
        for group in of
        for n, m in enumerate(group)
    )
    return round(latest + math.log2(weight), 4) if weight else 0.0


def _day(m: Member, unknown: float) -> float:
    return unknown if m.moment is None else min(m.moment, m.added) / _DAY


def _worth(m: Member) -> float:
    return _BRIEF + (1 - _BRIEF) * min(1.0, m.length / _FULL)
