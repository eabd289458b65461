"""The name tagger: a linear-chain conditional random field, run on numpy from quantised weights.

`data/names.npz` (made by `train/names.py`) holds the tags, the transition weights, the sorted
32-bit hashes of the features and a row of 8-bit weights for each. What a word adds to the tokens
around it is summed once a word and kept.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from shutro.meaning.features import WINDOW, at_distance, joint

Floats = NDArray[np.float32]
_KEPT_WORDS = 30_000
_KEPT_FEATURES = 200_000


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
        self._index = dict(zip(hashes.tolist(), range(len(hashes)), strict=True))
        # The last row is that of a feature without weights.
        self._rows = np.concatenate([rows, np.zeros((1, len(tags)), np.int8)])
        self._moves = moves / np.float32(scale)
        self._found: dict[str, int] = {}
        self._words: dict[str, int] = {}
        self._table = np.zeros((1024, len(WINDOW), len(tags)), np.int32)

    def _row(self, feature: str) -> int:
        """The row of a feature's weights."""
        row = self._found.get(feature)
        if row is None:
            if len(self._found) >= _KEPT_FEATURES:
                self._found.clear()
            row = self._index.get(zlib.crc32(feature.encode()), len(self._rows) - 1)
            self._found[feature] = row
        return row

    def _word(self, key: str) -> int:
        """Where in the table stands what `key` adds at each distance of the window."""
        at = self._words.get(key)
        if at is None:
            if len(self._words) >= _KEPT_WORDS:
                self._words.clear()
            at = len(self._words)
            if at >= len(self._table):
                self._table = np.concatenate([self._table, np.zeros_like(self._table)])
            for column, by in enumerate(WINDOW):
                found = [self._index.get(zlib.crc32(f.encode()), -1) for f in at_distance(key, by)]
                self._table[at, column] = self._rows[found].sum(axis=0, dtype=np.int32)
            self._words[key] = at
        return at

    def scores(self, keys: Sequence[str]) -> NDArray[np.int32]:
        """The score of every tag for every word, in steps of the weights: words x tags."""
        n = len(keys)
        at = [self._word(key) for key in ("^", "^", *keys, "$", "$")]
        by_word = self._table[at]
        row = self._row
        found = [row(f) for i in range(n) for f in joint(keys, i)]
        out: NDArray[np.int32] = self._rows[found].reshape(n, -1, len(self.tags)).sum(axis=1, dtype=np.int32)
        for column, by in enumerate(WINDOW):
            out += by_word[2 + by : 2 + by + n, column]
        return out

    def tag(self, keys: Sequence[str]) -> list[str]:
        """The best sequence of tags for the search keys of one sentence."""
        if not keys:
            return []
        scores = self.scores(keys).astype(np.float32)
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
