"""Two figures for the same thing: an update where time has passed, a conflict where it has not."""

from __future__ import annotations

from shutro.model import Difference
from shutro.stories.happenings import Happening


def figures(happening: Happening) -> list[Difference]:
    """The figures in which the tellings of a happening differ."""
    return []
