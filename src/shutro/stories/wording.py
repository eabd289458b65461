"""The sentence that tells a happening best by itself."""

from __future__ import annotations

from collections.abc import Sequence

from shutro.span import Span
from shutro.stories.dating import Sentence
from shutro.stories.discourse import Cue, has
from shutro.stories.tellings import Telling

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


def best_sentence(tellings: Sequence[Telling], latest: frozenset[Span] = frozenset()) -> Sentence:
    """Of all sentences of a happening the one with most names and its day, leaning on none before it.

    What happened is told before what was planned; sentences that stand at a span of `latest` have the
    last figure and come first. The same tellings give the same sentence; the earlier wins among equals.
    """
    listed = [(telling, sentence) for telling in tellings for sentence in telling.sentences]
    held = any(sentence.when.dated in ("stated", "context") for _, sentence in listed)

    def worth(telling: Telling, sentence: Sentence) -> float:
        value = _worth(telling, sentence) + _LATEST * (sentence.span in latest)
        return value + _ONLY_PLANNED * (held and sentence.when.dated == "planned")

    return max(enumerate(listed), key=lambda item: (worth(*item[1]), -item[0]))[1][1]


def leans(sentence: Sentence) -> bool:
    """Whether the sentence says little without the one before it."""
    return any(has(cue, sentence.text) for cue in _LEANING)


def _worth(telling: Telling, sentence: Sentence) -> float:
    value = (
        float(min(len(telling.named_in(sentence.text)), _NAMES)) - abs(len(sentence.text) - _LENGTH) / _LENGTH
    )
    if leans(sentence):
        value += _LEANS
    if any(
        s.form == "direct" and s.content and s.content.overlaps(sentence.span) for s in telling.statements
    ):
        value += _QUOTED
    value += _STATED * (sentence.when.dated in ("stated", "planned"))
    return value + _LEAD * (telling.lead and sentence is telling.sentences[0])
