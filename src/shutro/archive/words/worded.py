"""The words of a card and of print as they are compared: signs read out, and the letters of a short name
and the words of an amount each together."""

from __future__ import annotations

from functools import lru_cache

import regex

from shutro.archive.words.amounts import decimals, summed
from shutro.archive.words.terms import Term, is_number, terms
from shutro.archive.words.turning import turning
from shutro.archive.words.wordlists import letter_runs

_PERCENT = regex.compile("[%٪]")


@lru_cache(maxsize=256)  # the sentences of a card are laid along the same few articles
def worded(text: str, start: int = 0, end: int | None = None) -> tuple[Term, ...]:
    """The words of `text[start:end]` as `terms` has them, a per cent sign as the word it is read as, the
    letters of a short name (এস এস সি, এস.এস.সি) as the one word they make, and an amount (১৬ হাজার ৫০০) as its
    figures, without an ending that stands apart behind them."""
    found = terms(text, start, end)
    signs = _PERCENT.finditer(text, start, len(text) if end is None else end)
    if read := [Term(turning().percent, sign.start(), sign.end()) for sign in signs]:
        found = sorted([*found, *read], key=lambda term: term.start)
    for first, last in reversed(letter_runs([term.form for term in found])):
        run = found[first : last + 1]
        whole = Term("".join(term.form for term in run), run[0].start, run[-1].end)
        found[first : last + 1] = [whole]
    for first, last, number in reversed(decimals([term.form for term in found])):
        found[first : last + 1] = [Term(number, found[first].start, found[last].end)]
    for first, last, total in reversed(summed([term.form for term in found])):
        found[first : last + 1] = [Term(str(total), found[first].start, found[last].end)]
    endings = turning().after_numbers
    return tuple(
        term
        for at, term in enumerate(found)
        if term.form not in endings or not at or not is_number(found[at - 1].form)
    )
