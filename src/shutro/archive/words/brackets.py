"""What print puts in brackets beside its words, and a card may leave out: মঙ্গলবার (৪ ফেব্রুয়ারি)।"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

import regex

from shutro.archive.words.terms import Term
from shutro.archive.words.turning import turning

_BRACKETS = regex.compile(r"\([^()]+\)|\[[^\[\]]+\]")
_LONGEST = 6  # words; more of them say something of their own


def asides(text: str, printed: Sequence[Term]) -> list[range]:
    """The words of `printed` that stand in each bracket of `text`, but for one that turns something round."""
    if not printed:
        return []
    words = turning()
    grave = words.negations | words.withdrawals | words.doubts | words.conditions
    starts = [term.start for term in printed]
    found = []
    for bracket in _BRACKETS.finditer(text, starts[0], printed[-1].end + 1):
        inside = range(bisect_left(starts, bracket.start()), bisect_left(starts, bracket.end()))
        if 0 < len(inside) <= _LONGEST and not any(printed[at].form in grave for at in inside):
            found.append(inside)
    return found


def passed_over(brackets: Sequence[range], left_out: Collection[int]) -> frozenset[int]:
    """The words of those brackets that a card leaves out as a whole."""
    return frozenset(at for inside in brackets if all(at in left_out for at in inside) for at in inside)
