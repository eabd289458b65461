"""The words of a card and of print as they are compared: signs read out, letters of a short name together."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from string import ascii_lowercase

import regex

from shutro.archive.compare import turning
from shutro.archive.terms import Term, terms
from shutro.archive.wordlists import letter_names

_FEWEST = 3  # letters on their own that are a short name; two may be words (এ কে)
_PERCENT = regex.compile("[%٪]")


def worded(text: str, start: int = 0, end: int | None = None) -> list[Term]:
    """The words of `text[start:end]` as `terms` has them, a per cent sign as the word it is read as, and
    the letters of a short name (এস এস সি, এস.এস.সি) as the one word they make."""
    found = terms(text, start, end)
    signs = _PERCENT.finditer(text, start, len(text) if end is None else end)
    if read := [Term(turning().percent, sign.start(), sign.end()) for sign in signs]:
        found = sorted([*found, *read], key=lambda term: term.start)
    made: list[Term] = []
    for letters, run in groupby(found, key=lambda term: term.form in _letters()):
        group = list(run)
        if letters and len(group) >= _FEWEST:
            group = [Term("".join(term.form for term in group), group[0].start, group[-1].end)]
        made += group
    return made


@cache
def _letters() -> frozenset[str]:
    return frozenset(name for letter in ascii_lowercase for name in letter_names(letter))
