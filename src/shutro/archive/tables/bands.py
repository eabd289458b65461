"""Where the sketches of sentences are kept, by which copies meet (`ledger.copies` makes them)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol


class Bands(Protocol):
    """Where the bands of all articles are kept."""

    def put(self, article: int, bands: Collection[int], revision: int) -> None:
        """Keep bands that an article does not have yet; `revision` is the one they are of, 0 for the first
        that is kept."""

    def clear(self) -> None:
        """Forget all bands."""

    def sharing(self, bands: Collection[int], most: int) -> dict[int, list[int]]:
        """For each band up to `most` articles that have it."""
