"""The stance of a statement: the cue's own, turned by negation and by what goes with it."""

from __future__ import annotations

from shutro.meaning.cues import Cue
from shutro.meaning.scene import Scene, Sentence
from shutro.span import Span

_NEGATED = {
    "confirms": "does_not_confirm",
    "denies": "admits",
    "rejects": "accepts",
    "accepts": "rejects",
    "supports": "rejects",
    "promises": "rejects",
}


def stance(scene: Scene, sentence: Sentence, cue: Cue, said: Span | None) -> str:
    """The stance of one statement; a negation is never lost."""
    if cue.negated:
        return _NEGATED.get(cue.stance, "does_not_confirm")
    if cue.stance == "says":
        for other in sentence.cues:
            if other.joined and other.last < cue.first and other.stance not in {"says"}:
                return other.stance
    return cue.stance
