"""What was worked out of a word, kept for the next time the word comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar, cast

Result = TypeVar("Result")

WORDS: Final = 50_000
"""How many words a function remembers: about what 2,000 news articles print, in any form. With a third of
it an article takes a twentieth longer to understand."""

PAIRS: Final = 4_000
"""How many pairs of words, or names, a function remembers. Two words may always meet that never met, so no
number holds them all; a pair that comes again comes soon. Of the pairs that checks of real headlines ask for
again, 4,000 remember 19 of 20."""

_TEXTS: Final = 2 * WORDS
_one: dict[str, str] = {}  # of texts that are equal the one that is kept


class _Kept(dict[str, Result]):
    """What a function gave for each text it was asked for."""

    def __init__(self, function: Callable[[str], Result], most: int) -> None:
        self._function = function
        self._most = most

    def __missing__(self, text: str) -> Result:
        # Equal texts are kept once: 300 articles understood take a tenth less room so.
        # `sys.intern` would never let go of a word in Python 3.12.
        if len(_one) >= _TEXTS:
            _one.clear()
        text = _one.setdefault(text, text)
        result = self._function(text)
        if isinstance(result, str):
            result = cast(Result, _one.setdefault(result, result))
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
