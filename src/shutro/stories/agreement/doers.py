"""Two people for what only one can have done: `সভাপতিত্ব করেন ক`, `সভাপতিত্ব করেন খ`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import combinations, product

from shutro.model import Difference, Evidence
from shutro.stories.agreement.sides import both_sides, of_one_day
from shutro.stories.happening.happenings import Happening, sentences_of
from shutro.stories.happening.sameness import Sameness
from shutro.stories.telling.discourse import found, has
from shutro.stories.telling.proofs import proof
from shutro.stories.telling.sentence import Sentence
from shutro.stories.telling.telling import Telling
from shutro.stories.terms import term

# Sentences this alike, their names aside, tell of one deed.
_ALIKE = 0.3
# Parts of two names that sound this alike are one name, spelt in two ways.
_SPELT = 0.7


@dataclass(frozen=True, slots=True)
class Done:
    """A sentence that names the one who did what only one can do; `deed` is the term of the deed."""

    happening: int
    telling: Telling
    deed: str
    doer: str
    printed: str
    terms: frozenset[str] = field(repr=False)
    evidence: Evidence = field(repr=False)


def doers(told: Sequence[Happening], sameness: Sameness) -> Iterator[tuple[int, Difference]]:
    """Every two people whom different outlets have do one thing, with the number of each happening."""
    deeds: defaultdict[str, list[Done]] = defaultdict(list)
    for told_by in sentences_of(told):
        if done := _done(*told_by):
            deeds[done.deed].append(done)
    for _, listed in sorted(deeds.items()):
        for one, other in combinations(listed, 2):
            if _against(one, other) and sameness.cosine(one.terms, other.terms) >= _ALIKE:
                yield from both_sides(one, other, _difference)


def _against(one: Done, other: Done) -> bool:
    return (
        of_one_day(one, other)
        and not any(_one_person(one.doer, name) for name in other.telling.names)
        and not any(_one_person(other.doer, name) for name in one.telling.names)
    )


def _one_person(one: str, other: str) -> bool:
    """Whether two names may be of one person: a part of one is a part of the other, however spelt."""
    parts = product(map(term, one.split()), map(term, other.split()))
    return any(SequenceMatcher(None, a, b, autojunk=False).ratio() >= _SPELT for a, b in parts)


def _done(number: int, telling: Telling, sentence: Sentence) -> Done | None:
    """The one person of a sentence, where it is he who does it: named alone, and without a case ending."""
    deed = found("by_one", sentence.text)
    if deed is None or has("negated", sentence.text) or sentence.when.dated == "planned":
        return None
    persons = telling.named_in(sentence.text, "PER")
    if len(persons) != 1:
        return None
    (doer,) = persons
    printed = telling.printed(doer, sentence.text)
    if not doer.endswith(printed) or has("joined_by", sentence.text.partition(printed)[2]):
        return None
    did = term(deed.of(sentence.text).split()[0])
    about, evidence = telling.unnamed(sentence.text), proof(telling, sentence.span)
    return Done(number, telling, did, doer, printed, about, evidence)


def _difference(this: Done, other: Done) -> Difference:
    return Difference("person", this.printed, other.printed, (this.evidence, other.evidence))
