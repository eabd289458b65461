"""What of an article is likened: the terms of its head and of its whole, counted once."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from shutro.model import Article
from shutro.stories.story import when
from shutro.stories.terms import naming, terms

Vector = dict[str, float]

LEAD: Final = 90  # words of the body that tell the event, after the inverted pyramid of news
WHOLE: Final = 600  # words of the body that are looked at


@dataclass(frozen=True, slots=True)
class Features:
    """Damped term counts of one article: `head` is the headline, twice, and the lead; `whole` is all of it.

    `when` is the article's moment in UTC or None.
    """

    id: str
    when: datetime | None
    head: Mapping[str, float] = field(repr=False)
    whole: Mapping[str, float] = field(repr=False)


def features(article: Article) -> Features:
    """Count the terms of an article."""
    title = terms(article.headline)
    body: list[str] = []
    for paragraph in dict.fromkeys(article.body):
        if len(body) >= WHOLE:
            break
        body.extend(terms(paragraph))
    return Features(
        article.id,
        when(article),
        _damped(title + title + body[:LEAD]),
        _damped(title + body[:WHOLE]),
    )


def _damped(words: Iterable[str]) -> Vector:
    return {word: 1.0 + math.log(n) for word, n in Counter(words).items()}


def dots(one: Mapping[str, float], other: Mapping[str, float]) -> tuple[float, float]:
    """The inner product of two sparse vectors: what names add to it, and what other words do."""
    if len(other) < len(one):
        one, other = other, one
    named = total = 0.0
    for key, weight in one.items():
        if (theirs := other.get(key)) is not None:
            both = weight * theirs
            total += both
            named += both * naming(key)
    return named, total - named
