"""How much a term tells: rare in the press at large, and in few of the stories of these days."""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from shutro.stories.features import Vector
from shutro.stories.terms import Press, naming, press

_PRIOR: Final = 60.0  # how many stories of other years the press counts for
_NAMES_MORE: Final = 0.4  # what a name weighs above another word as rare: who, before what
_MOST: Final = 150  # terms of one text that are weighed
_COMMON: Final = 1.0  # a term no rarer than this in the press (1 article in 3) tells nothing


class Weights:
    """The weight of every term, from the press of other years and the stories at hand.

    Counting *stories* and not articles keeps the words of the biggest story telling, while a word
    that every second story of the day shares (a league, an election) loses its weight.
    """

    __slots__ = ("counts", "press", "stories")

    def __init__(self, table: Press | None = None) -> None:
        self.press = table or press()
        self.stories = 0
        self.counts: Counter[str] = Counter()

    def weight(self, term: str) -> float:
        """`-ln` of the share of stories that have the term, the press as prior; a little more for names."""
        rarity = self.press.rarity(term)
        if rarity < _COMMON:
            return 0.0
        share = (self.counts[term] + _PRIOR * math.exp(-rarity)) / (self.stories + _PRIOR)
        return max(0.0, -math.log(share)) * (1 + _NAMES_MORE * naming(term))

    def forget(self, terms: Iterable[str]) -> None:
        """Take one story's terms out of the counts."""
        for term in terms:
            self.counts[term] -= 1
            if not self.counts[term]:
                del self.counts[term]

    def unit(self, counts: Mapping[str, float]) -> Vector:
        """The weighted vector of damped counts, of length 1; empty where no term tells anything.

        Of a long text the heaviest terms are kept.
        """
        vector = {term: n * w for term, n in counts.items() if (w := self.weight(term)) > 0}
        if len(vector) > _MOST:
            vector = dict(heapq.nlargest(_MOST, vector.items(), key=lambda item: (item[1], item[0])))
        length = math.sqrt(sum(w * w for w in vector.values()))
        return {term: w / length for term, w in vector.items()} if length else {}
