"""Copies over the whole archive: every article is met with the few that have a sentence nearly in common.

Each sentence is sketched by two bands of three min-hashes over its pairs of words (Broder 1997; Indyk and
Motwani 1998). Two sentences that share nine word pairs in ten meet 93 times in 100, and two copies have
several; every pair that meets is then compared word for word.
"""

from __future__ import annotations

import random
import struct
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from shutro.archive.tables.bands import Bands
from shutro.model import Article
from shutro.stories.copies.copies import SAME, CopyPair, compare
from shutro.stories.copies.shingles import Shingled, shingled, without_furniture
from shutro.stories.features import named_days

_BANDS: Final = 2
_HASHES: Final = 3
_SHORT: Final = 6  # words under which a sentence is no lead to a copy
_LINES: Final = 40  # sentences of an article that are sketched
_CROWD: Final = 60  # articles with one band beyond which it tells nothing
_MET: Final = 2  # bands in common from which on two articles are compared
_COMPARED: Final = 10  # articles compared, those with most bands in common
_KEPT: Final = 500  # texts cut into shingles that are remembered

# Odd multipliers and offsets of a multiply-shift family (Dietzfelbinger et al. 1997), the same for ever.
_DRAW = random.Random(7)
_FAMILY: Final = tuple((_DRAW.getrandbits(64) | 1, _DRAW.getrandbits(64)) for _ in range(_BANDS * _HASHES))
_BITS: Final = 2**64 - 1


def bands_of(text: Shingled) -> list[int]:
    """The bands of an article's sentences, sorted, each a number of 31 bits."""
    found: set[int] = set()
    for line in [line for line in text.lines if len(line.words) >= _SHORT][:_LINES]:
        pairs = [zlib.crc32(f"{a} {b}".encode()) for a, b in pairwise(line.words)]
        least = [min((times * pair + plus & _BITS) >> 32 for pair in pairs) for times, plus in _FAMILY]
        for n in range(_BANDS):
            part = struct.pack(f"<{_HASHES}I", *least[n * _HASHES : (n + 1) * _HASHES])
            found.add(zlib.crc32(part, n) & 0x7FFFFFFF)
    return sorted(found)


class Copyist:
    """Finds the earlier articles that a text was copied from, or to."""

    def __init__(self, bands: Bands, read: Callable[[Sequence[int]], dict[int, Article]]) -> None:
        self._bands = bands
        self._read = read
        self._cut: dict[int, Shingled] = {}

    def find(self, number: int, article: Article, revision: int = 0) -> list[tuple[int, int, CopyPair]]:
        """The pairs of an article with others, as (shorter, longer, how); the article itself is kept.

        `revision` is that of an article of which an earlier one is kept already, whose bands stay beside its
        own: they bring it where it is looked for, and the texts as they are now decide.
        """
        text = shingled(article)
        bands = bands_of(text)
        met = Counter[int]()
        sharing = {
            band: articles
            for band, articles in self._bands.sharing(bands, _CROWD + 1).items()
            if len(articles) <= _CROWD
        }
        for articles in sharing.values():
            met.update(articles)
        del met[number]
        # One sentence in common, word for word, is two bands already.
        least = min(_MET, len(bands))
        nearest = sorted((n for n in met if met[n] >= least), key=lambda n: (-met[n], n))[:_COMPARED]
        new = [band for band, articles in sharing.items() if number not in articles] if revision else bands
        if new or not revision:
            self._bands.put(number, new, revision)
        self._remember(number, text)
        if not nearest:
            return []
        others = [self._shingled(n) for n in nearest]
        # What the unlike among them repeat is background and credits, and makes no copy.
        mine, *theirs = without_furniture([text, *others])
        found = []
        for n, other in zip(nearest, theirs, strict=True):
            pair = compare(mine, other)
            if pair and not _other_day(pair, article, other.article):
                shorter = number if pair.one == article.id else n
                found.append((shorter, n if shorter == number else number, pair))
        return found

    def _shingled(self, number: int) -> Shingled:
        if number not in self._cut:
            self._remember(number, shingled(self._read([number])[number]))
        return self._cut[number]

    def _remember(self, number: int, text: Shingled) -> None:
        if len(self._cut) >= _KEPT:
            del self._cut[next(iter(self._cut))]
        self._cut[number] = text

    def forget(self) -> None:
        """Read every text again."""
        self._cut.clear()


def _other_day(pair: CopyPair, one: Article, other: Article) -> bool:
    """Whether two texts that differ in places tell of different days: a daily bulletin, filled in anew."""
    if pair.likeness >= SAME:
        return False
    mine, theirs = named_days(one), named_days(other)
    return bool(mine and theirs and not mine & theirs)
