"""How long to wait: after a failure, between looks at a source, before a page is asked again."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

FIRST = 60.0  # seconds after a first failure; each further one doubles them
LONGEST = 6 * 3600.0
REST = 24 * 3600.0  # seconds that a host or source rests once it failed too often
ENOUGH = 8  # failures in a row after which a host or source rests
GIVEN_UP = 6  # failures in a row after which a page is asked no more


def after(failures: int, random: Random) -> float:
    """Seconds to wait after so many failures in a row, up or down a quarter by chance.

    By chance, so that what failed together does not come back together.
    """
    wait = min(FIRST * 2 ** min(failures - 1, 30), LONGEST) if failures < ENOUGH else REST
    return wait * random.uniform(0.75, 1.25)


def between(pause: float, usual: float, slowest: float, *, news: bool) -> float:
    """The next pause of a source: the usual one after news, half as long again after none."""
    return usual if news else min(pause * 1.5, max(slowest, usual))


def revisit(first: float, now: float, revisits: Sequence[float]) -> float | None:
    """When a page that was first had at a moment is asked again; None once all its revisits are over.

    A revisit that is long overdue is made once, not several times on end.
    """
    return next((first + after for after in revisits if first + after > now), None)
