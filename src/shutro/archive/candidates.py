"""The articles that may have printed a card, by its rarest words."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest

from shutro.archive.filters import Filters
from shutro.archive.opened import Opened
from shutro.archive.shelf import Group, Word
from shutro.archive.terms import plain

_POOL = 100
_WIDE = 300
_RAREST = 8
_CHANGED = 6
_HEAVY = 20_000
_TELLING = 3


@dataclass(frozen=True, slots=True)
class Known:
    """A word of the card by its plain spelling: what the archive has of it, and in how many articles."""

    plain: str
    words: list[Word]
    articles: int

    @property
    def forms(self) -> list[str]:
        """Its forms in the archive."""
        return [word.form for word in self.words]

    @property
    def group(self) -> Group:
        """The word as a store is asked for it."""
        return [[self.forms]]


def rarest(card: list[str], opened: Opened) -> list[Known]:
    """The card's rarest words that the archive has, the rarest first."""
    plains = sorted({plain(form) for form in card})
    known = [
        Known(plain, words, sum(word.articles for word in words))
        for plain, words in zip(plains, opened.by_plain(plains), strict=True)
        if words
    ]
    return sorted(known, key=lambda word: word.articles)[:_RAREST]


def candidates(known: list[Known], opened: Opened) -> list[int]:
    """The articles that may have printed a card with these words: those that have several, or any.

    Of common words the articles are not told over. Who has all of the words, or all but one (the one that
    was changed), has two of three rare ones; only where the rare ones are fewer, or too many articles have
    two of them, is the index asked for those that have all, or all but one.
    """
    light, carried = [], 0
    for word in known:
        carried += word.articles
        if carried <= _HEAVY:
            light.append(word)
    several, others = _holders(light, opened)
    if len(light) == len(known):
        return list(dict.fromkeys([*several[:_POOL], *others]))[:_POOL]
    if len(light) >= _TELLING and 0 < len(several) <= _WIDE:
        return several
    groups, shelf = [word.group for word in known], opened.shelf
    numbers = shelf.candidates(groups, "every", Filters(), _POOL // 2, "newest")
    some = groups[:_CHANGED]
    for without in range(len(some)):
        rest = some[:without] + some[without + 1 :]
        numbers += shelf.candidates(rest, "every", Filters(), _POOL // 4, "headlines")
        numbers += shelf.candidates(rest, "every", Filters(), _POOL // 4, "newest")
    return list(dict.fromkeys([*numbers, *several[:_POOL], *others]))


def _holders(known: list[Known], opened: Opened) -> tuple[list[int], list[int]]:
    """The articles that have several of the words, those that have the most of them first, and some of
    those that have one, the rarest words' first; the newest among equals."""
    once: set[int] = set()
    several: set[int] = set()
    rated = []
    for word in known:
        holding = opened.holding(word.forms)
        several |= once & holding
        once |= holding
        rated.append((opened.worth(word.articles), holding))
    worth = {number: sum([worth for worth, held in rated if number in held]) for number in several}
    most = nlargest(_WIDE + 1, several, key=lambda number: (worth[number], number))
    if len(known) < _TELLING:
        return most, opened.shelf.candidates([word.group for word in known], "any", Filters(), _POOL)
    others: list[int] = []
    for _, holding in rated:
        if len(several) + len(others) < _POOL:
            others += nlargest(_POOL, holding - several - set(others))
    return most, others
