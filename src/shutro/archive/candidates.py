"""The articles that may have printed a card, by its rarest words."""

from __future__ import annotations

from dataclasses import dataclass

from shutro.archive.filters import Filters
from shutro.archive.shelf import Group, Shelf, Word
from shutro.archive.terms import plain

_POOL = 60
_RAREST = 8
_CHANGED = 6
_HEAVY = 20_000


@dataclass(frozen=True, slots=True)
class Known:
    """A word of the card by its plain spelling: the forms that the archive has, and in how many articles."""

    plain: str
    forms: list[str]
    articles: int

    @property
    def group(self) -> Group:
        """The word as a store is asked for it."""
        return [[self.forms]]


def rarest(card: list[str], shelf: Shelf) -> list[Known]:
    """The card's rarest words that the archive has, the rarest first."""
    found: dict[str, list[Word]] = {}
    for word in shelf.by_plain({plain(form) for form in card}):
        found.setdefault(word.plain, []).append(word)
    known = [
        Known(plain, [word.form for word in words], sum(word.articles for word in words))
        for plain, words in found.items()
    ]
    return sorted(known, key=lambda word: word.articles)[:_RAREST]


def candidates(known: list[Known], shelf: Shelf) -> list[int]:
    """The articles that may have printed a card with these words: those that have several, or any.

    Where even these words are common, the articles that have all of them, or all but one (the one that
    was changed), are looked at, and not every article that has any.
    """
    groups = [word.group for word in known]
    if sum(word.articles for word in known) <= _HEAVY:
        return _likeliest(groups, shelf)
    numbers = shelf.candidates(groups, "every", Filters(), _POOL // 2, "newest")
    some = groups[:_CHANGED]
    for without in range(len(some)):
        rest = some[:without] + some[without + 1 :]
        numbers += shelf.candidates(rest, "every", Filters(), _POOL // 4, "headlines")
        numbers += shelf.candidates(rest, "every", Filters(), _POOL // 4, "newest")
    light, carried = [], 0
    for word in known:
        carried += word.articles
        if carried <= _HEAVY:
            light.append(word.group)
    return list(dict.fromkeys([*numbers, *_likeliest(light, shelf)]))


def _likeliest(groups: list[Group], shelf: Shelf) -> list[int]:
    """Those that have most of the words; where so many have two, none that has one alone is weighed."""
    numbers = shelf.candidates(groups, "several", Filters(), _POOL) if len(groups) > 1 else []
    return numbers if len(numbers) == _POOL else shelf.candidates(groups, "any", Filters(), _POOL)
