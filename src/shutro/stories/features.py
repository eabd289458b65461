"""What of an article is likened: the terms of its head and of its whole, counted once."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import regex

from shutro.bangla.times import times
from shutro.model import Article
from shutro.stories.moments import BANGLADESH, when
from shutro.stories.terms import naming, terms

Vector = dict[str, float]

LEAD: Final = 90  # words of the body that tell the event, after the inverted pyramid of news
_DATED: Final = 700  # characters in which the days of the event are looked for
_DAY: Final = regex.compile(r"\d{4}-\d{2}-\d{2}")
_FIGURE: Final = regex.compile(r"\d{5,}|(?!19|20)\d{4}")  # no years
_AMOUNT: Final = regex.compile(r"\d{2,}")
_NAMED: Final = 0.6  # how often a term stands in names from which on it may be one; an unknown word may
WHOLE: Final = 600  # words of the body that are looked at


@dataclass(frozen=True, slots=True)
class Features:
    """Damped term counts of one article: `head` is the headline, twice, and the lead; `whole` is all of it.

    `when` is the article's moment in UTC or None; `days` are the ISO dates that its beginning names,
    `figures` the numbers of four digits and more in its head: prices, totals, ids. `bare` says that
    there is a headline and no body. `named` are the terms of the head that may stand in names,
    `amounts` its numbers of two digits and more.
    """

    id: str
    when: datetime | None
    head: Mapping[str, float] = field(repr=False)
    whole: Mapping[str, float] = field(repr=False)
    days: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    bare: bool = False
    named: frozenset[str] = frozenset()
    amounts: frozenset[str] = frozenset()


def features(article: Article) -> Features:
    """Count the terms of an article."""
    title = terms(article.headline)
    body: list[str] = []
    for paragraph in dict.fromkeys(article.body):
        if len(body) >= WHOLE:
            break
        body.extend(terms(paragraph))
    moment = when(article)
    head = title + body[:LEAD]
    return Features(
        article.id,
        moment,
        _damped(title + head),
        _damped(title + body[:WHOLE]),
        named_days(article),
        frozenset(term for term in head if _FIGURE.fullmatch(term)),
        not body,
        frozenset(term for term in head if naming(term) >= _NAMED),
        frozenset(term for term in head if _AMOUNT.fullmatch(term)),
    )


def named_days(article: Article) -> frozenset[str]:
    """The days that the headline and the first paragraphs name, as ISO dates."""
    moment = when(article)
    text = "\n".join((article.headline, *article.body))[:_DATED]
    at = moment.astimezone(BANGLADESH).date() if moment else None
    return frozenset(
        day.group() for found in times(text, at=at) if (day := _DAY.match(str(found.value))) is not None
    )


def _damped(words: Iterable[str]) -> Vector:
    return {word: 1.0 + math.log(n) for word, n in Counter(words).items()}


def dots(one: Mapping[str, float], other: Mapping[str, float]) -> tuple[float, float]:
    """The inner product of two sparse vectors: what names add to it, and what other words do."""
    if len(other) < len(one):
        one, other = other, one
    shared = [(key, weight * other[key]) for key, weight in one.items() if key in other]
    named = sum(both * naming(key) for key, both in shared)
    return named, sum(both for _, both in shared) - named
