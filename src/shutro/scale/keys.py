"""What two articles must share to be looked at together: a telling word within days, or a sentence's band."""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from typing import Final

from shutro.stories.features import Features, Vector
from shutro.stories.grouping.weights import Weights

KEYS: Final = 16
"""The most telling terms of an article's head that it is found by."""


def keys_of(counted: Features) -> list[int]:
    """The keys of an article's most telling terms, the most telling first; numbers of 63 bits."""
    unit = unit_of(counted.head)
    return [_key(term) for term in heapq.nlargest(KEYS, unit, key=lambda t: (unit[t], t))]


def unit_of(head: Mapping[str, float]) -> Vector:
    """The terms of a head as the press at large weighs them, whatever else is printed these days."""
    return _press().unit(head)


@cache
def _press() -> Weights:
    return Weights()


def _key(term: str) -> int:
    return int.from_bytes(blake2b(term.encode("utf-8", "replace"), digest_size=8).digest(), "big") >> 1
