"""The name tagger: a linear-chain conditional random field, run on numpy from quantised weights.

`data/names.npz` (made by `train/names.py`) holds the tags, the transition weights, the sorted
32-bit hashes of the features and a row of 8-bit weights for each. What a word adds to the tokens
around it is summed once a word and kept.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from shutro.meaning.features import WINDOW, at_distance, joint

Floats = NDArray[np.float32]
_KEPT_WORDS = 50_000


def feature_hash(feature: str) -> int:
    """The 32 bits a feature is known by."""
    return zlib.crc32(feature.encode())


class Tagger:
    """Tags for the words of a sentence."""

    def __init__(
        self,
        tags: Sequence[str],
        hashes: NDArray[np.uint32],
        rows: NDArray[np.int8],
        scale: float,
        moves: Floats,
    ) -> None:
        self.tags = tuple(tags)
        self._index = {int(h): i for i, h in enumerate(hashes)}
        self._rows = rows
        self._scale = scale
        self._moves = moves
        self._words: dict[str, Floats] = {}

    def _sum(self, features: Iterable[str]) -> Floats:
        found = [i for f in features if (i := self._index.get(zlib.crc32(f.encode()))) is not None]
        if not found:
            return np.zeros(len(self.tags), np.float32)
        return self._rows[found].sum(axis=0, dtype=np.float32)

    def _word(self, key: str) -> Floats:
        """What `key` adds at each distance of the window: distances x tags."""
        kept = self._words.get(key)
        if kept is None:
            if len(self._words) >= _KEPT_WORDS:
                self._words.clear()
            kept = np.stack([self._sum(at_distance(key, by)) for by in WINDOW])
            self._words[key] = kept
        return kept

    def scores(self, keys: Sequence[str]) -> Floats:
        """The score of every tag for every word, neighbours' tags left out: words x tags."""
        n = len(keys)
        by_word = np.stack([self._word(key) for key in ("^", "^", *keys, "$", "$")])
        out = np.stack([self._sum(joint(keys, i)) for i in range(n)])
        for column, by in enumerate(WINDOW):
            out += by_word[2 + by : 2 + by + n, column]
        return out * self._scale

    def tag(self, keys: Sequence[str]) -> list[str]:
        """The best sequence of tags for the search keys of one sentence."""
        if not keys:
            return []
        scores = self.scores(keys)
        best = scores[0]
        back = np.zeros((len(keys), len(self.tags)), np.intp)
        for i in range(1, len(keys)):
            paths = best[:, None] + self._moves
            back[i] = paths.argmax(axis=0)
            best = paths.max(axis=0) + scores[i]
        at = int(best.argmax())
        path = [at]
        for i in range(len(keys) - 1, 0, -1):
            at = int(back[i, at])
            path.append(at)
        return [self.tags[t] for t in reversed(path)]


@cache
def tagger() -> Tagger:
    """The tagger with the weights that ship."""
    with (
        resources.as_file(resources.files("shutro.meaning").joinpath("data/names.npz")) as path,
        np.load(path) as stored,
    ):
        return Tagger(
            [str(tag) for tag in stored["tags"]],
            stored["hashes"],
            stored["rows"],
            float(stored["scale"]),
            stored["moves"],
        )
