"""Speech that runs on: sentences without a cue that go on with the speaker before them."""

from __future__ import annotations

from shutro.meaning.scene import Scene
from shutro.model import Statement


def running_on(scene: Scene, found: list[Statement]) -> list[Statement]:
    """The statements with those that only go on from them, in order."""
    return found
