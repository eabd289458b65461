"""A telling: one report's account of one happening, with what was found in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from shutro.bangla.numbers import Number, numbers
from shutro.bangla.stems import stem
from shutro.bangla.words import words
from shutro.meaning.quantities.quantities import Quantity
from shutro.model import Article, Event, NameKind, Statement
from shutro.stories.telling.sentence import Sentence, When
from shutro.stories.terms import term, terms

# Sentences of which the terms are remembered: those of one long story, each asked for by every slot. More
# would only be room that a server does not give back.
_REMEMBERED = 4_000


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's account of one happening.

    `terms` are those of its words (see `heard`), `parts` those of each sentence that stands by itself,
    `naming` the canonical names with how each is printed, `kinds` PLOVER kinds, `kinds_of` the
    kinds of the names, `place` is how far down the article it begins (0 the lead, 1 the end).
    """

    article: Article
    number: int
    sentences: tuple[Sentence, ...]
    when: When
    place: float
    terms: frozenset[str] = field(repr=False)
    parts: tuple[frozenset[str], ...] = field(repr=False)
    naming: Mapping[str, frozenset[str]] = field(repr=False)
    kinds: frozenset[str] = field(repr=False)
    statements: tuple[Statement, ...] = field(default=(), repr=False)
    events: tuple[Event, ...] = field(default=(), repr=False)
    quantities: tuple[Quantity, ...] = field(default=(), repr=False)
    negated: bool = False
    kinds_of: Mapping[str, NameKind] = field(default_factory=dict, repr=False)

    @property
    def voice(self) -> str:
        """Who prints it: the outlet; a page that names none stands for itself."""
        return self.article.outlet or self.article.id

    def named_in(self, text: str, kind: NameKind | None = None) -> frozenset[str]:
        """The canonical names, all or those of one kind, of which a printed form stands in `text`, a part
        of the article."""
        return frozenset(
            name
            for name, forms in self.naming.items()
            if (kind is None or self.kinds_of[name] == kind) and any(form in text for form in forms)
        )

    def printed(self, name: str, text: str) -> str:
        """The longest form in which a canonical name that is `named_in` a text stands there."""
        return max((form for form in self.naming[name] if form in text), key=lambda form: (len(form), form))

    def unnamed(self, text: str) -> frozenset[str]:
        """The terms of `text`, a part of the article, without its figures and names."""
        return worded(text) - {term(part) for name in self.named_in(text) for part in name.split()}

    @property
    def deeds(self) -> frozenset[tuple[str, str, str]]:
        """Who did what to whom, as far as told of: actor, stem of the trigger, recipient."""
        return frozenset(
            (actor, stem(words(event.text)[0].of(event.text)), recipient)
            for event in self.events
            if event.kind != "OTHER" and words(event.text)
            for actor in event.actors
            for recipient in event.recipients
        )

    @property
    def toll(self) -> bool:
        """Whether it counts the dead."""
        return any(quantity.slot == "dead" for quantity in self.quantities)

    @property
    def names(self) -> frozenset[str]:
        """The canonical names in it."""
        return frozenset(self.naming)

    @property
    def lead(self) -> bool:
        """Whether the article opens with it."""
        return self.number == 0


@lru_cache(maxsize=_REMEMBERED)
def heard(text: str) -> frozenset[str]:
    """The terms of a text: how its words sound without their endings, whoever spells them."""
    return frozenset(terms(text))


@lru_cache(maxsize=_REMEMBERED)
def worded(text: str) -> frozenset[str]:
    """The terms of a text without its figures."""
    every = heard(text)
    figures = [term for term in every if any(c.isdigit() for c in term)]
    return every.difference(figures) if figures else every  # most sentences print none


@lru_cache(maxsize=_REMEMBERED)
def numbers_in(sentence: str) -> tuple[Number, ...]:
    """The numbers of a sentence, in order."""
    return tuple(numbers(sentence))
