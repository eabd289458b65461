"""Two days for one thing: `৭ জানুয়ারি লন্ডনে যান`, `৮ জানুয়ারি লন্ডনে যান`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product

from shutro.bangla.times import times
from shutro.model import Difference, Evidence
from shutro.stories.agreement.sides import both_sides, two_voices
from shutro.stories.happening.happenings import Happening, sentences_of
from shutro.stories.happening.sameness import Sameness
from shutro.stories.telling.discourse import has
from shutro.stories.telling.proofs import proof
from shutro.stories.telling.sentence import Sentence
from shutro.stories.telling.telling import Telling, worded

# Sentences this alike, their times aside, tell of one thing; further apart than this, it happened again.
_ALIKE = 0.5
_APART = 3
_SHARED = 3
# Parts of the day that two calendars may count to different days.
_NIGHT = frozenset({"NI", "EV", "MO"})
_EVENING, _MORNING = "18:00", "08:00"


@dataclass(frozen=True, slots=True)
class Dated:
    """A sentence that states the day of what it tells."""

    happening: int
    telling: Telling
    sentence: Sentence
    day: date
    terms: frozenset[str] = field(repr=False)
    evidence: Evidence = field(repr=False)

    @property
    def printed(self) -> str:
        """The day as printed."""
        found = times(self.sentence.text)
        ends = (self.day.strftime("-%m-%d"), "")
        listed = (
            t.text for end in ends for t in found if t.type in ("DATE", "TIME") and end in (t.value or "")
        )
        return next(listed, self.day.isoformat())

    @property
    def sure(self) -> bool:
        """Whether it is the day, whenever the report was printed: a weekday of an undated report is not."""
        return not self.sentence.when.inferred or any(char.isdigit() for char in self.printed)


def days(told: Sequence[Happening], sameness: Sameness) -> Iterator[tuple[int, Difference]]:
    """Every two days that different outlets state for one thing, with the number of each happening."""
    stated: defaultdict[date, list[Dated]] = defaultdict(list)
    for told_by in sentences_of(told):
        if dated := _dated(*told_by):
            stated[dated.day].append(dated)
    for day in sorted(stated):
        later = [one for gap in range(1, _APART + 1) for one in stated.get(day + timedelta(gap), ())]
        for one, other in product(stated[day], later):
            alike = _against(one, other) and sameness.cosine(one.terms, other.terms) >= _ALIKE
            if alike and one.sure and other.sure:
                yield from both_sides(one, other, _difference)


def _against(one: Dated, other: Dated) -> bool:
    if not two_voices(one, other) or len(one.terms & other.terms) < _SHARED:
        return False
    return (other.day - one.day).days > 1 or not (_at_night(one) or _at_night(other))


def _at_night(dated: Dated) -> bool:
    clock = dated.sentence.when.clock or ""
    if ":" in clock:
        return clock >= _EVENING or clock < _MORNING
    return clock in _NIGHT


def _dated(number: int, telling: Telling, sentence: Sentence) -> Dated | None:
    when = sentence.when
    if when.date is None or when.dated != "stated" or when.granularity != "day":
        return None
    if has("planned", sentence.text) or has("negated", sentence.text) or has("peg", sentence.text):
        return None
    day = date.fromisoformat(when.date)
    return Dated(number, telling, sentence, day, worded(sentence.text), proof(telling, sentence.span))


def _difference(this: Dated, other: Dated) -> Difference:
    return Difference("day", this.printed, other.printed, (this.evidence, other.evidence))
