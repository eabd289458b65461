"""What one report has as settled and another as still open: `৩০ আসনে প্রার্থী দেবে`, `আসন চূড়ান্ত হয়নি`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from shutro.bangla.words import words
from shutro.model import Difference, Evidence
from shutro.stories.agreement.counted import is_label, is_range
from shutro.stories.agreement.sides import both_sides, of_one_day
from shutro.stories.happening.happenings import Happening, sentences_of
from shutro.stories.happening.sameness import Sameness
from shutro.stories.telling.discourse import found, has
from shutro.stories.telling.proofs import proof
from shutro.stories.telling.sentence import Sentence
from shutro.stories.telling.telling import Telling, numbers_in, worded
from shutro.stories.terms import term

# Sentences this alike, or with so many names in common, speak of one matter.
_ALIKE = 0.36
_NAMES = 2


@dataclass(frozen=True, slots=True)
class State:
    """A sentence that has something, by its term, as settled or as open; `printed` says how."""

    happening: int
    telling: Telling
    matter: str
    printed: str
    terms: frozenset[str] = field(repr=False)
    names: frozenset[str] = field(repr=False)
    evidence: Evidence = field(repr=False)


def settled(told: Sequence[Happening], sameness: Sameness) -> Iterator[tuple[int, Difference]]:
    """Every matter that one outlet has as settled and another of the same day as open."""
    open_: defaultdict[str, list[State]] = defaultdict(list)
    closed: defaultdict[str, list[State]] = defaultdict(list)
    for told_by in sentences_of(told):
        for state in _open(*told_by):
            open_[state.matter].append(state)
    if not open_:
        return
    for told_by in sentences_of(told):
        for state in _closed(*told_by):
            closed[state.matter].append(state)
    for matter in sorted(open_.keys() & closed.keys()):
        for one, other in product(open_[matter], closed[matter]):
            if _against(one, other, sameness):
                yield from both_sides(one, other, _difference)


def _against(one: State, other: State, sameness: Sameness) -> bool:
    if not of_one_day(one, other):
        return False
    return len(one.names & other.names) >= _NAMES or sameness.cosine(one.terms, other.terms) >= _ALIKE


def _open(number: int, telling: Telling, sentence: Sentence) -> Iterator[State]:
    span = found("unsettled", sentence.text)
    if span is not None:
        matter = words(sentence.text[: span.start])
        if matter and not has("some", sentence.text[: span.start]):
            printed = sentence.text[matter[-1].start : span.end]
            yield _state(number, telling, sentence, matter[-1].of(sentence.text), printed)


def _closed(number: int, telling: Telling, sentence: Sentence) -> Iterator[State]:
    """What is said to have been settled, and what is told with its number."""
    if has("unsettled", sentence.text) or has("negated", sentence.text):
        return
    span = found("settled", sentence.text)
    if span is not None and (matter := words(sentence.text[: span.start])):
        printed = sentence.text[matter[-1].start : span.end]
        yield _state(number, telling, sentence, matter[-1].of(sentence.text), printed)
    for amount in numbers_in(sentence.text):
        after = words(sentence.text[amount.end :])
        inside = words(amount.text)
        if amount.value <= 1 or has("partial", sentence.text[: amount.start]):
            continue
        if is_range(sentence, amount) or is_label(telling, sentence, amount):
            continue
        if amount.unit not in (None, "item", "person") and len(inside) > 1:
            yield _state(number, telling, sentence, inside[-1].of(amount.text), amount.text)
        elif after and after[0].start <= 1:
            counted = after[0].of(sentence.text[amount.end :])
            yield _state(number, telling, sentence, counted, f"{amount.text} {counted}")


def _state(number: int, telling: Telling, sentence: Sentence, matter: str, printed: str) -> State:
    names = telling.named_in(sentence.text)
    told = worded(sentence.text)
    return State(number, telling, term(matter), printed, told, names, proof(telling, sentence.span))


def _difference(this: State, other: State) -> Difference:
    return Difference("settled", this.printed, other.printed, (this.evidence, other.evidence))
