"""The title of a story: the headline of the report that is nearest to all of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from shutro.model import Article
from shutro.stories.terms import press, terms

_LONG = 14  # words beyond which a headline tells more than a title should


def title(articles: Sequence[Article]) -> str:
    """The headline, as printed, that shares most with the other headlines and leads of the story.

    Of equals the earliest. Raises ValueError where there is no article.
    """
    if not articles:
        raise ValueError("a story without articles has no title")
    heads = [set(terms(a.headline)) for a in articles]
    shared = Counter(term for head in heads for term in head)

    def central(i: int) -> float:
        told: float = sum((shared[t] - 1) * press().rarity(t) for t in heads[i])
        return told / math.sqrt(max(1, len(heads[i]))) / (1 + max(0, len(heads[i]) - _LONG))

    best = max(range(len(articles)), key=lambda i: (central(i), -i))
    return articles[best].headline
