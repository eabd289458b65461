"""The sentence that tells a happening best by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import fsum

from shutro.span import Span
from shutro.stories.telling.discourse import Cue, has
from shutro.stories.telling.sentence import Sentence
from shutro.stories.telling.telling import Telling, worded
from shutro.stories.terms import press

# A line of a timeline reads best at about this many code points.
_LENGTH = 110
# Names beyond these add nothing to a line.
_NAMES = 3
_LEANS = -2.0
_LEANING: tuple[Cue, ...] = ("elaborates", "peg", "background", "adversative", "furniture")
_ONLY_PLANNED = -3.0
_LATEST = 1.5
_QUOTED = -1.0
_STATED = 0.6
_LEAD = 1.0
# `This news was confirmed by …` says nothing by itself, whoever is named in it.
_POINTING = -1.0
# What most reports of the happening say in their words is what happened.
_IN_ALL = 2.0


def best_sentence(tellings: Sequence[Telling], latest: frozenset[Span] = frozenset()) -> Sentence:
    """Of all sentences of a happening the one that says most of what its reports have in common, with most
    names and its day, leaning on none before it.

    What happened is told before what was planned; sentences that stand at a span of `latest` have the
    last figure and come first. The same tellings give the same sentence; the earlier wins among equals.
    """
    listed = [(telling, sentence) for telling in tellings for sentence in telling.sentences]
    planned = not tellings or tellings[0].when.dated == "planned"
    held = not planned and any(sentence.when.dated in ("stated", "context") for _, sentence in listed)
    shared = _shared(tellings)

    def worth(telling: Telling, sentence: Sentence) -> float:
        value = _worth(telling, sentence) + _LATEST * (sentence.span in latest)
        value += _IN_ALL * _common(sentence, shared)
        return value + _ONLY_PLANNED * (held and sentence.when.dated == "planned")

    return max(enumerate(listed), key=lambda item: (worth(*item[1]), -item[0]))[1][1]


def _shared(tellings: Sequence[Telling]) -> dict[str, float]:
    """In which part of the articles each term of a happening stands."""
    articles: defaultdict[str, set[str]] = defaultdict(set)
    for telling in tellings:
        for term in telling.terms:
            articles[term].add(telling.article.id)
    every = len({telling.article.id for telling in tellings})
    return {term: len(where) / every for term, where in articles.items()} if every > 1 else {}


def _common(sentence: Sentence, shared: dict[str, float]) -> float:
    """How much of what a sentence says, rare words weighing more, the other reports say too, 0..1."""
    weights = {term: max(0.0, press().rarity(term)) for term in worded(sentence.text)} if shared else {}
    every = fsum(weights.values())
    return fsum(w * shared.get(term, 0.0) for term, w in weights.items()) / every if every else 0.0


def points(sentence: Sentence) -> bool:
    """Whether the sentence only points at other news, which it does not deny either."""
    return has("peg", sentence.text) and not has("negated", sentence.text)


def leans(sentence: Sentence) -> bool:
    """Whether the sentence says little without the one before it.

    One that only turns against it, and has a day of its own, stands by itself: `though on 10 March he …`.
    """
    dated = sentence.when.dated == "stated"
    return any(has(cue, sentence.text) for cue in _LEANING if not (dated and cue == "adversative"))


def _worth(telling: Telling, sentence: Sentence) -> float:
    value = -abs(len(sentence.text) - _LENGTH) / _LENGTH
    value += _POINTING if points(sentence) else min(len(telling.named_in(sentence.text)), _NAMES)
    if leans(sentence):
        value += _LEANS
    if any(
        s.form == "direct" and s.content and s.content.overlaps(sentence.span) for s in telling.statements
    ):
        value += _QUOTED
    value += _STATED * (sentence.when.dated in ("stated", "planned"))
    return value + _LEAD * (telling.lead and sentence is telling.sentences[0])
