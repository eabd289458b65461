"""How long to wait: after a failure, between looks at a source, before a page is asked again."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

HOST = 15.0  # seconds that a host is left alone after a first failure; each further one doubles them
PAGE = 300.0  # the same of a page
LONGEST = 6 * 3600.0
REST = 24 * 3600.0  # seconds that a host or source rests once it failed too often
ENOUGH = 12  # failures in a row after which a host or source rests: of a host, some eight hours
GIVEN_UP = 6  # failures in a row after which a page is asked no more: some three hours


def after(failures: int, first: float, random: Random) -> float:
    """Seconds to wait after so many failures in a row, `first` after one, up or down a quarter by chance.

    By chance, so that what failed together does not come back together.
    """
    wait = min(first * 2 ** min(failures - 1, 30), LONGEST) if failures < ENOUGH else REST
    return wait * random.uniform(0.75, 1.25)


def between(pause: float, usual: float, slowest: float, *, news: bool) -> float:
    """The next pause of a source: the usual one after news, half as long again after none."""
    return usual if news else min(pause * 1.5, max(slowest, usual))


def revisit(first: float, now: float, revisits: Sequence[float]) -> float | None:
    """When a page that was first had at a moment is asked again; None once all its revisits are over.

    A revisit that is long overdue is made once, not several times on end.
    """
    return next((first + after for after in revisits if first + after > now), None)
