"""Quantities: who counts what. Later values of one slot tell an update from a conflict."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.numbers import Number
from shutro.bangla.stems import classes_of
from shutro.bangla.verbs import fold
from shutro.meaning.document import Document
from shutro.meaning.grammar.cases import guess_case, located
from shutro.meaning.lexicon import folded, load, strings
from shutro.meaning.quantities.amounts import amounts
from shutro.meaning.quantities.slots import counted_by, slot_of
from shutro.meaning.sentences.days import days
from shutro.meaning.sentences.scene import Sentence, scene
from shutro.meaning.statements.attribution import statements
from shutro.meaning.statements.placed import heard_in
from shutro.model import Statement
from shutro.span import Span

_KINDS = load("quantities")["kinds"]
_AMONG = folded(strings(_KINDS["among"]))
_PASSED = folded(strings(_KINDS["passed"]))
_OF_IT = strings(_KINDS["of_it"])
_CLOSE = 3


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount: `text` prints it, `slot` says what is counted (`dead`, `injured`, `arrested`, `votes`, …).

    `slot` is `money` for a sum and `count` where nothing near says what is counted. `bound` is that
    of the number (`about`, `at-least`, …). `as_of` is the ISO day it holds for, None where unknown;
    `source` who gives it, None where the outlet itself does. `of` is the slot's word as printed.
    `upper` is the second figure of a range (১০–১২ জন), whose bound is `about`. `what` is the noun that
    is counted, without its case, where it stands right behind the number: ৫০ জন [শ্রমিক]. `part` marks
    some of those counted: নিহতদের মধ্যে [১২ জন] নারী.
    """

    start: int
    end: int
    text: str
    slot: str
    value: int | float
    unit: str | None = None
    bound: str | None = None
    as_of: str | None = None
    source: str | None = None
    of: Span | None = None
    upper: int | float | None = None
    what: str | None = None
    part: bool = False

    @property
    def span(self) -> Span:
        """Where the amount stands."""
        return Span(self.start, self.end)


def quantities(doc: Document, said: Sequence[Statement] | None = None) -> list[Quantity]:
    """The amounts of a document that count something, in order; parts of dates and times are none.

    `said` is its statements, where they are known already.
    """
    view = scene(doc)
    found = amounts(view)
    if not found:
        return []
    said = statements(doc) if said is None else said
    known = days(view)
    starts = [time.start for time in doc.times]
    heard = heard_in(doc, said)
    kept = []
    for number, upper in found:
        before = bisect_left(starts, number.end) - 1
        if before >= 0 and doc.times[before].end > number.start:
            continue
        sentence = view.sentences[doc.sentence_at(number.start)]
        slot, word = counted_by(sentence, number)
        if slot is None:
            continue
        day, _ = known.of(sentence, number.span, "asserted")
        bound = "about" if upper is not None else number.bound or _passed(sentence, number)
        kept.append(
            Quantity(
                number.start, number.end, number.text, slot, number.value, number.unit, bound, day,
                _source(heard.get(sentence.number, ()), number), word, upper, _counted(sentence, number),
                _partial(sentence, number, word),
            )
        )  # fmt: skip
    return kept


def _partial(sentence: Sentence, number: Number, word: Span | None) -> bool:
    """Whether a number is of some among those counted: নিহতদের মধ্যে [১২ জন] নারী ও [৮ জন] শিশু."""
    at = sentence.at(number.start)
    of = sentence.at(word.start) if word is not None and word.end <= number.start else at
    return any(token.key in _AMONG for token in sentence.tokens[max(0, min(of, at - _CLOSE)) : at])


def _passed(sentence: Sentence, number: Number) -> str | None:
    """`more-than` where the words behind a number say that it has been passed: ২৮০০ [ছাড়িয়েছে]."""
    at = sentence.at(number.end)
    behind = [token.key for token in sentence.tokens[at : at + 2] if token.word]
    return "more-than" if any(key in _PASSED for key in behind) else None


def _counted(sentence: Sentence, number: Number) -> str | None:
    """The noun right behind a number, without its case, if it is one; none behind a number in a case."""
    if number.unit is not None and guess_case(fold(number.text.split()[-1])) != "nom":
        return None
    at = sentence.at(number.end)
    if at >= len(sentence.tokens) or not sentence.tokens[at].word or sentence.tokens[at].forms:
        return None
    return _bare_noun(sentence.tokens[at].key)


@kept(WORDS)
def _bare_noun(key: str) -> str | None:
    """The noun that a word is without its case; None for a slot's own word, and for what is no noun."""
    if slot_of(key) is not None or located(key):
        return None
    stems = [*(key.removesuffix(ending) for ending in _OF_IT if key.endswith(ending)), key]
    return next((stem for stem in stems if "n" in classes_of(stem)), None)


def _source(said: Iterable[Statement], number: Number) -> str | None:
    """Who gives a number: in whose words it stands."""
    for statement in said:
        if statement.content is not None and statement.content.covers(number.span):
            return statement.source
    return None
