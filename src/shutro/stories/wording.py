"""The sentence that tells a happening best by itself."""

from __future__ import annotations

from collections.abc import Sequence

from shutro.stories.dating import Sentence
from shutro.stories.discourse import has
from shutro.stories.tellings import Telling

# A line of a timeline reads best at about this many code points.
_LENGTH = 110
# Names beyond these add nothing to a line.
_NAMES = 3
_LEANS = -2.0
_QUOTED = -1.0
_STATED = 0.6
_LEAD = 1.0


def best_sentence(tellings: Sequence[Telling]) -> Sentence:
    """Of all sentences of a happening the one with most names and its day, leaning on none before it.

    The same tellings give the same sentence; the earlier wins among equals.
    """
    listed = [(telling, sentence) for telling in tellings for sentence in telling.sentences]
    return max(enumerate(listed), key=lambda item: (_worth(*item[1]), -item[0]))[1][1]


def _worth(telling: Telling, sentence: Sentence) -> float:
    names = sum(any(form in sentence.text for form in forms) for forms in telling.naming.values())
    value = float(min(names, _NAMES)) - abs(len(sentence.text) - _LENGTH) / _LENGTH
    if any(
        has(cue, sentence.text) for cue in ("elaborates", "peg", "background", "adversative", "furniture")
    ):
        value += _LEANS
    if any(
        s.form == "direct" and s.content and s.content.overlaps(sentence.span) for s in telling.statements
    ):
        value += _QUOTED
    value += _STATED * (sentence.when.dated in ("stated", "planned"))
    return value + _LEAD * telling.lead
