"""Plans and what became of them: held on their day, put off, or called off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from shutro.model import Evidence, Link
from shutro.stories.happening.happenings import Happening
from shutro.stories.happening.sameness import Sameness
from shutro.stories.moments import BANGLADESH, when
from shutro.stories.telling.discourse import has
from shutro.stories.telling.proofs import proof
from shutro.stories.telling.sentence import Sentence
from shutro.stories.telling.stated import ending
from shutro.stories.telling.telling import Telling, worded

Fate = Literal["fulfilled", "postponed", "cancelled"]

# A plan and what became of it share this much of their words, figures aside; less where the day is the same.
_ALIKE = 0.34
_SAME_DAY = 0.27
_SHARED = 3
# What becomes of a plan is told this many days after its day at most.
_LATER = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """A sentence that plans, or tells what was planned, with the day it is for and that of its printing."""

    happening: int
    telling: Telling
    day: str
    printed: str
    terms: frozenset[str] = field(repr=False)
    evidence: Evidence = field(repr=False)


def linked(told: Sequence[Happening], sameness: Sameness) -> dict[int, tuple[Link, ...]]:
    """The links of each happening that has some, by its number in `told`.

    A plan is linked to the likest sentence of a later report of its day, or of whichever day puts it off;
    both ends carry the link, the happening's one `announced`. What was held as planned and told in one
    line with the plan is only `announced`.
    """
    plans, outcomes = [], []
    for number, happening in enumerate(told):
        for telling in happening.tellings:
            for at, sentence in enumerate(telling.sentences):
                mark = _mark(number, telling, at)
                if sentence.when.dated == "planned":
                    plans.append(mark)
                elif fate := _fate(sentence):
                    outcomes.append((fate, mark))
    found: defaultdict[int, list[Link]] = defaultdict(list)
    for plan in plans:
        for fate, outcome in _best(plan, outcomes, sameness):
            if outcome.happening != plan.happening or fate != "fulfilled":
                found[plan.happening].append(Link(fate, outcome.evidence))
            found[outcome.happening].append(Link("announced", plan.evidence))
    return {number: tuple(dict.fromkeys(links)) for number, links in found.items()}


def _best(
    plan: Mark, outcomes: Sequence[tuple[Fate, Mark]], sameness: Sameness
) -> Iterator[tuple[Fate, Mark]]:
    """What became of a plan: the likest sentence of each fate; held *and* called off is none of both."""
    likest: dict[Fate, tuple[float, Mark]] = {}
    for fate, outcome in outcomes:
        if not _can_follow(plan, fate, outcome) or len(plan.terms & outcome.terms) < _SHARED:
            continue
        alike = sameness.cosine(plan.terms, outcome.terms)
        if (
            alike >= (_SAME_DAY if outcome.day == plan.day else _ALIKE)
            and alike > likest.get(fate, (0.0, plan))[0]
        ):
            likest[fate] = (alike, outcome)
    if len(likest) == 1:
        for fate, (_, outcome) in likest.items():
            yield fate, outcome


def _can_follow(plan: Mark, fate: Fate, outcome: Mark) -> bool:
    """Whether the report of the outcome came after the plan's, and of the right day."""
    if outcome.printed < plan.printed or outcome.telling.article.id == plan.telling.article.id:
        return False
    if fate == "fulfilled":
        return outcome.day == plan.day
    return outcome.printed <= _days_on(plan.day, _LATER)


def _fate(sentence: Sentence) -> Fate | None:
    """What the sentence tells of a plan: that it was put off, called off, or carried out."""
    if has("planned", sentence.text):
        return None
    if has("postponed", sentence.text):
        return "postponed"
    if has("cancelled", sentence.text):
        return "cancelled"
    stated = sentence.when.dated in ("stated", "context") and sentence.when.granularity == "day"
    done = stated and not has("negated", sentence.text) and ending(sentence.text) in ("past", "perfect")
    return "fulfilled" if done else None


def _mark(number: int, telling: Telling, at: int) -> Mark:
    sentence = telling.sentences[at]
    terms = worded(sentence.text)
    if at and has("peg", sentence.text):
        terms |= worded(telling.sentences[at - 1].text)
    moment = when(telling.article)
    printed = moment.astimezone(BANGLADESH).date().isoformat() if moment else ""
    return Mark(number, telling, sentence.when.date or "", printed, terms, proof(telling, sentence.span))


def _days_on(day: str, days: int) -> str:
    if len(day) != 10:
        return day + "~"  # a month or a year: any day in it
    return date.fromordinal(date.fromisoformat(day).toordinal() + days).isoformat()
