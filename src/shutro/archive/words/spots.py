"""Where certain words stand in the word lists of many articles at once.

Hardly any word of an article is looked for. So all lists are first sifted as bytes, without a step of
Python's for every word: a number can be wanted only where its lowest byte and the next are such bytes of
wanted numbers. These are parted into eight groups, one bit each, and both bytes must be of one group.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence

_GROUPS = 8
_SET = bytes(1) + b"\1" * 255
_SIZE = array("I").itemsize
_LOW, _NEXT = (0, 1) if sys.byteorder == "little" else (_SIZE - 1, _SIZE - 2)


def spots(lists: Sequence[array[int]], wanted: Iterable[int]) -> list[list[tuple[int, int]]]:
    """For each list the places where wanted numbers stand in it, in order, each with its number."""
    numbers = frozenset(wanted)
    data = b"".join(lists)
    every = array("I", data)
    sieved = _sieved(data, numbers)
    found: list[list[tuple[int, int]]] = []
    at, start = sieved.find(1), 0
    for one in lists:
        here = []
        while 0 <= at < start + len(one):
            if (number := every[at]) in numbers:
                here.append((at - start, number))
            at = sieved.find(1, at + 1)
        found.append(here)
        start += len(one)
    return found


def _sieved(data: bytes, wanted: Iterable[int]) -> bytes:
    """A byte for each number in `data`: 1 where it may be wanted, else 0."""
    low, following = bytearray(256), bytearray(256)
    every = sorted(wanted, key=lambda number: number >> 8 & 255)
    for at, number in enumerate(every):
        bit = 1 << at * _GROUPS // len(every)
        low[number & 255] |= bit
        following[number >> 8 & 255] |= bit
    one = int.from_bytes(data[_LOW::_SIZE].translate(low), "little")
    other = int.from_bytes(data[_NEXT::_SIZE].translate(following), "little")
    return (one & other).to_bytes(len(data) // _SIZE, "little").translate(_SET)
