"""What one card asks of a shelf, each thing once: its sentences share words, and most their articles."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence

from shutro.archive.nouns.record import unpacked
from shutro.archive.nouns.stored import Word, Words
from shutro.archive.stores.shelf import Shelf
from shutro.model import Article


class Opened:
    """A shelf for the time that one card takes, in which nothing must change meanwhile."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.count = max(1, shelf.count())
        self._by_form: dict[str, Word | None] = {}
        self._by_plain: dict[str, list[Word]] = {}
        self._holding: dict[tuple[str, ...], frozenset[int]] = {}
        self._words_of: dict[int, Words] = {}
        self._articles: dict[int, Article] = {}

    def worth(self, articles: int) -> float:
        """What a word weighs that so many articles have: the fewer, the more."""
        return 1.0 + 0.5 * math.log((self.count + 1) / (articles + 1))

    def by_form(self, forms: Collection[str]) -> list[Word]:
        """As the shelf's, in order of the forms."""
        if missing := [form for form in forms if form not in self._by_form]:
            self._by_form |= dict.fromkeys(missing)
            self._by_form |= {word.form: word for word in self.shelf.by_form(missing)}
        return [word for form in forms if (word := self._by_form[form]) is not None]

    def by_plain(self, plains: Collection[str]) -> list[list[Word]]:
        """The words of each spelling, in the order given."""
        if missing := [plain for plain in plains if plain not in self._by_plain]:
            self._by_plain |= {plain: [] for plain in missing}
            for word in self.shelf.by_plain(missing):
                self._by_plain[word.plain].append(word)
        return [self._by_plain[plain] for plain in plains]

    def holding(self, forms: Iterable[str]) -> frozenset[int]:
        """The articles that hold one of the forms."""
        key = tuple(forms)
        if key not in self._holding:
            self._holding[key] = frozenset(self.shelf.holding(key))
        return self._holding[key]

    def words_of(self, numbers: Sequence[int]) -> list[Words]:
        """The word lists of articles, in the order given."""
        if missing := [number for number in numbers if number not in self._words_of]:
            self._words_of |= self.shelf.words_of(missing)
        return [self._words_of[number] for number in numbers]

    def articles(self, numbers: Sequence[int]) -> list[Article]:
        """The articles, in the order given."""
        if missing := [number for number in numbers if number not in self._articles]:
            records = self.shelf.current(missing)
            self._articles |= {number: unpacked(record) for number, record in records.items()}
        return [self._articles[number] for number in numbers]

    def by_outlet(self, numbers: Sequence[int], outlet: str) -> list[int]:
        """Those of the articles that this outlet printed, in the order given."""
        outlets = self.shelf.cards.outlets(numbers)
        return [number for number in numbers if outlets.get(number) == outlet]
