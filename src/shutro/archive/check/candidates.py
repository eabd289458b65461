"""The articles that may have printed a card, by its rarest words."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest
from typing import NamedTuple

from shutro.archive.check.opened import Opened
from shutro.archive.nouns.stored import Word
from shutro.archive.stores.query import Group, Wanted
from shutro.archive.words.terms import plain

_POOL = 100  # articles at most that have one word, or several rare ones
_WIDE = 300  # articles beyond which the rare words alone tell too little
_TOLD, _OWN = 2_000, 30  # articles that are asked for their outlet, and those of it that are looked at
_RAREST = 8  # words of the card that are asked for
_CHANGED = 6  # of them, those of which one may be changed
_HEAVY = 20_000  # articles that are told over for one card
_FEW = 30  # articles that the index is asked for at a time
_TELLING = 3  # rare words from which on they tell enough


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


def candidates(known: list[Known], opened: Opened, outlet: str | None = None) -> list[int]:
    """The articles that may have printed a card with these words: those that have several, or any; more of
    the `outlet` that it names, which may be one of many that printed it.

    Of common words the articles are not told over. Who has all of the words, or all but one (the one that
    was changed), has all or all but one of the rare ones; only where these are too few to tell, the index
    is asked for those that have all, or all but one.
    """
    light, carried = [], 0
    for word in known:
        carried += word.articles
        if carried <= _HEAVY:
            light.append(word)
    several, others = _holders(light, opened)
    likely = sorted(several, key=lambda number: (several[number], number), reverse=True)
    own = opened.by_outlet(likely[:_TOLD], outlet)[:_OWN] if outlet else []
    if len(light) == len(known):
        if len(known) < _TELLING:
            others = opened.shelf.candidates(Wanted([word.group for word in known], "any"), _POOL)
        pool = list(dict.fromkeys([*likely, *others]))[:_POOL]
        return list(dict.fromkeys([*pool, *own]))
    nearly = [number for number in likely if several[number].words >= len(light) - 1]
    if len(light) < _TELLING or not 0 < len(nearly) <= _WIDE:
        nearly = _by_index(known, opened)
    return list(dict.fromkeys([*nearly, *likely[:_POOL], *others, *own]))


def _by_index(known: list[Known], opened: Opened) -> list[int]:
    """Articles that have every word, or all of the rarest but one."""
    groups, shelf = [word.group for word in known], opened.shelf
    numbers = shelf.candidates(Wanted(groups, "every", order="newest"), _FEW)
    some = groups[:_CHANGED]
    for without in range(len(some)):
        rest = some[:without] + some[without + 1 :]
        numbers += shelf.candidates(Wanted(rest, "every", order="headlines"), _FEW // 2)
        numbers += shelf.candidates(Wanted(rest, "every", order="newest"), _FEW // 2)
    return numbers


class _Held(NamedTuple):
    """How much of the words an article has, by worth and by number."""

    worth: float
    words: int


def _holders(known: list[Known], opened: Opened) -> tuple[dict[int, _Held], list[int]]:
    """The articles that have several of the words, with what they have; and where they are few, some of
    those that have one, the rarest words' and the newest first."""
    once: set[int] = set()
    twice: set[int] = set()
    holdings = [opened.holding(word.forms) for word in known]
    for holding in holdings:
        twice |= once & holding
        once |= holding
    several = dict.fromkeys(twice, _Held(0.0, 0))
    for word, holding in zip(known, holdings, strict=True):
        worth = opened.worth(word.articles)
        for number in holding & twice:
            had = several[number]
            several[number] = _Held(had.worth + worth, had.words + 1)
    others: list[int] = []
    for holding in holdings:
        if len(several) + len(others) < _POOL:
            others += nlargest(_POOL - len(several) - len(others), holding.difference(twice, others))
    return several, others
