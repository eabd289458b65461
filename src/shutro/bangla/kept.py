"""What was worked out of a word, kept for the next time the word comes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Result = TypeVar("Result")


def kept(most: int) -> Callable[[Callable[[str], Result]], Callable[[str], Result]]:
    """Keep what a function of one text gives, for `most` texts; then begin anew.

    A plain dictionary, not `functools.lru_cache`: the garbage collector goes through every item of an
    `lru_cache` at each full collection, and does not look at a dictionary of texts and numbers at all.
    Two dozen caches of words took it a sixth of the time that understanding an article takes.
    """

    def keeping(function: Callable[[str], Result]) -> Callable[[str], Result]:
        known: dict[str, Result] = {}

        @wraps(function)
        def asked(text: str, /) -> Result:
            try:
                return known[text]
            except KeyError:
                if len(known) >= most:
                    known.clear()
            result = known[text] = function(text)
            return result

        return asked

    return keeping
