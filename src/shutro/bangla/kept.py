"""What was worked out of a word, kept for the next time the word comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


class _Kept(dict[str, Result]):
    """What a function gave for each text it was asked for."""

    def __init__(self, function: Callable[[str], Result], most: int) -> None:
        self._function = function
        self._most = most

    def __missing__(self, text: str) -> Result:
        result = self._function(text)
        if len(self) >= self._most:
            self.clear()
        self[text] = result
        return result


def kept(most: int) -> Callable[[Callable[[str], Result]], Callable[[str], Result]]:
    """Keep what a function of one text gives, for `most` texts; then begin anew.

    A dictionary, not `functools.lru_cache`: the garbage collector goes through every item of an
    `lru_cache` at each full collection, and does not look at a dictionary of texts and numbers at all.
    Two dozen caches of words took it a sixth of the time that understanding an article takes. What is
    called is the dictionary's own look-up, which an article does thousands of times: a function of ours
    around it takes as long again.
    """

    def keeping(function: Callable[[str], Result]) -> Callable[[str], Result]:
        return _Kept(function, most).__getitem__

    return keeping
