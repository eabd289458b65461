"""The title of a story: the headline that is nearest to all its reports, else how one of them begins."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final

from shutro.bangla.words import sentences
from shutro.model import Article
from shutro.stories.terms import press, terms

_LEAD: Final = 40  # words of a body that tell its event
_HEARD: Final = 60  # reports of a big story that are asked


def title(articles: Sequence[Article]) -> str:
    """The headline, as printed, whose words most of the headlines and leads of the story share.

    It is the headline with the largest cosine to them all, rare words weighing more. Of equals the
    earliest. Where no report has one, the first sentence of the first that has a body. Raises ValueError
    where there is no article.
    """
    if not articles:
        raise ValueError("a story without articles has no title")
    heard = articles[:: max(1, len(articles) // _HEARD)]
    told = Counter(term for article in heard for term in _head(article))
    rarity = press().rarity

    def central(article: Article) -> float:
        words = {term: max(0.0, rarity(term)) for term in terms(article.headline)}
        length = math.sqrt(sum(weight**2 for weight in words.values()))
        return sum(told[term] * weight**2 for term, weight in words.items()) / length if length else 0.0

    return max(articles, key=central).headline or next(filter(None, map(_opening, articles)), "")


def _opening(article: Article) -> str:
    lead = next(iter(article.body), "")
    return next((span.of(lead) for span in sentences(lead)), "")


def _head(article: Article) -> set[str]:
    lead = next(iter(article.body), "")
    return {*terms(article.headline), *terms(lead)[:_LEAD]}
