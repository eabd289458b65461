"""Two clock times for one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from shutro.model import Difference, Evidence
from shutro.stories.agreement.sides import both_sides, two_voices
from shutro.stories.happening.happenings import Happening
from shutro.stories.happening.sameness import Sameness
from shutro.stories.telling.discourse import has
from shutro.stories.telling.proofs import proof
from shutro.stories.telling.telling import Telling, worded

# Sentences this alike, their times aside, speak of one thing.
_ALIKE = 0.45
# Closer than a quarter of an hour is the same time told roughly; further than this, another occasion.
_ROUGHLY = 15
_OCCASION = 180


@dataclass(frozen=True, slots=True)
class Clock:
    """A sentence that states a clock time, in minutes of its day, and what it says besides.

    `around` has the terms of the sentence before it in its telling too: `১২টায় এ বৈঠক শুরু হবে`.
    """

    happening: int
    telling: Telling
    minutes: int
    printed: str
    terms: frozenset[str]
    around: frozenset[str]
    evidence: Evidence


def clocks(told: Sequence[Happening], sameness: Sameness) -> Iterator[tuple[int, Difference]]:
    """Every two clock times that different outlets give for one thing, with the number of the happening."""
    days: defaultdict[str, list[Clock]] = defaultdict(list)
    for number, happening in enumerate(told):
        for telling in happening.tellings:
            for at, sentence in enumerate(telling.sentences):
                if clock := _clock(number, telling, at):
                    days[sentence.when.date or ""].append(clock)
    for _, stated in sorted(days.items()):
        for one, other in combinations(stated, 2):
            if _against(one, other) and _alike(one, other, sameness) >= _ALIKE:
                yield from both_sides(one, other, _difference)


def _against(one: Clock, other: Clock) -> bool:
    apart = abs(one.minutes - other.minutes)
    return _ROUGHLY <= apart <= _OCCASION and two_voices(one, other)


def _alike(one: Clock, other: Clock, sameness: Sameness) -> float:
    sides = product({one.terms, one.around}, {other.terms, other.around})
    return max(sameness.cosine(a, b) for a, b in sides)


def _difference(this: Clock, other: Clock) -> Difference:
    return Difference("clock", this.printed, other.printed, (this.evidence, other.evidence))


def _clock(number: int, telling: Telling, at: int) -> Clock | None:
    sentence = telling.sentences[at]
    clock = sentence.when.clock
    if clock is None or ":" not in clock or sentence.when.dated not in ("stated", "planned"):
        return None
    if has("until", sentence.text):
        return None  # the hour that was counted up to, and not when it happened
    hour, minute = clock.split(":")
    terms = worded(sentence.text)
    around = terms | worded(telling.sentences[at - 1].text) if at else terms
    evidence = proof(telling, sentence.span)
    return Clock(number, telling, int(hour) * 60 + int(minute), clock, terms, around, evidence)
