"""Two clock times for the same happening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from shutro.model import Difference, Evidence
from shutro.stories.dating import Sentence
from shutro.stories.happenings import Happening
from shutro.stories.proofs import proof
from shutro.stories.sameness import Sameness
from shutro.stories.tellings import Telling, heard

# Sentences this alike, their times aside, speak of one thing.
_ALIKE = 0.45
# Closer than a quarter of an hour is the same time told roughly; further than this, another occasion.
_ROUGHLY = 15
_OCCASION = 180


@dataclass(frozen=True, slots=True)
class Clock:
    """A sentence that states a clock time, in minutes of its day, and what it says besides."""

    happening: int
    telling: Telling
    minutes: int
    printed: str
    terms: frozenset[str]
    evidence: Evidence


def clocks(told: Sequence[Happening], sameness: Sameness) -> Iterator[tuple[int, Difference]]:
    """Every two clock times that different outlets give for one thing, with the number of the happening."""
    for number, happening in enumerate(told):
        stated = [c for t in happening.tellings for s in t.sentences if (c := _clock(number, t, s))]
        for one, other in combinations(stated, 2):
            if one.telling.article.outlet == other.telling.article.outlet:
                continue
            apart = abs(one.minutes - other.minutes)
            if _ROUGHLY <= apart <= _OCCASION and sameness.cosine(one.terms, other.terms) >= _ALIKE:
                proofs = (one.evidence, other.evidence)
                yield number, Difference("clock", one.printed, other.printed, proofs)


def _clock(number: int, telling: Telling, sentence: Sentence) -> Clock | None:
    clock = sentence.when.clock
    if clock is None or ":" not in clock or sentence.when.dated not in ("stated", "planned"):
        return None
    hour, minute = clock.split(":")
    terms = frozenset(t for t in heard(sentence.text) if not any(c.isdigit() for c in t))
    return Clock(number, telling, int(hour) * 60 + int(minute), clock, terms, proof(telling, sentence.span))
