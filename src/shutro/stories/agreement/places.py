"""Two places for what happens once: `শেরপুরে সাত্তারের লাশ উদ্ধার`, `জামালপুরে সাত্তারের লাশ উদ্ধার`.

A town lies in a district and a district in a country, and of most places nobody here knows in which:
only two of one rank shut each other out, two districts or two countries.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from shutro.bangla.keys import folded
from shutro.meaning.names.known.entries import Known
from shutro.meaning.names.known.gazetteer import gazetteer
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
_RANKS: Final = frozenset({"district", "countries.toml"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence that tells what befell somebody once, and where; `deed` is the term of what befell him."""

    happening: int
    telling: Telling
    deed: str
    place: Known
    printed: str
    persons: frozenset[str] = field(repr=False)
    terms: frozenset[str] = field(repr=False)
    evidence: Evidence = field(repr=False)


def places(told: Sequence[Happening], sameness: Sameness) -> Iterator[tuple[int, Difference]]:
    """Every two places that different outlets give for one deed, with the number of each happening."""
    listed = [placed for told_by in sentences_of(told) if (placed := _placed(*told_by))]
    for one, other in combinations(listed, 2):
        if _against(one, other) and sameness.cosine(one.terms, other.terms) >= _ALIKE:
            yield from both_sides(one, other, _difference)


def _against(one: Placed, other: Placed) -> bool:
    return (
        one.deed == other.deed
        and one.place.source == other.place.source
        and one.place.canonical != other.place.canonical
        and bool(one.persons & other.persons)
        and of_one_day(one, other)
        and one.place.canonical not in other.telling.naming
        and other.place.canonical not in one.telling.naming
    )


def _placed(number: int, telling: Telling, sentence: Sentence) -> Placed | None:
    once = found("once", sentence.text)
    if once is None or has("negated", sentence.text) or sentence.when.dated == "planned":
        return None
    persons, where = (telling.named_in(sentence.text, kind) for kind in ("PER", "LOC"))
    if not persons or len(where) != 1:
        return None
    (place,) = where
    spelling = gazetteer().find(folded(place))
    printed = telling.printed(place, sentence.text)
    if spelling is None or spelling.known.source not in _RANKS or not has("locative", printed):
        return None
    deed = term(once.of(sentence.text).split()[0])
    about, evidence = telling.unnamed(sentence.text), proof(telling, sentence.span)
    return Placed(number, telling, deed, spelling.known, printed, persons, about, evidence)


def _difference(this: Placed, other: Placed) -> Difference:
    return Difference("place", this.printed, other.printed, (this.evidence, other.evidence))
