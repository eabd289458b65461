"""Quantities: who counts what. Later values of one slot tell an update from a conflict."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

from shutro.bangla.numbers import Number, numbers
from shutro.bangla.verbs import fold
from shutro.meaning.attribution import statements
from shutro.meaning.document import Document
from shutro.meaning.lexicon import load, strings
from shutro.meaning.scene import Sentence, scene
from shutro.meaning.when import days
from shutro.model import Statement
from shutro.span import Span

_WITHIN = 6


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount: `text` prints it, `slot` says what is counted (`dead`, `injured`, `arrested`, `votes`, …).

    `slot` is `money` for a sum and `count` where nothing near says what is counted. `bound` is that
    of the number (`about`, `at-least`, …). `as_of` is the ISO day it holds for, None where unknown;
    `source` who gives it, None where the outlet itself does. `of` is the slot's word as printed.
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

    @property
    def span(self) -> Span:
        """Where the amount stands."""
        return Span(self.start, self.end)


@cache
def _slots() -> dict[str, str]:
    return {word: slot for slot, words in load("quantities")["slots"].items() for word in strings(words)}


@cache
def _units() -> dict[str, str]:
    return {unit: slot for slot, units in load("quantities")["units"].items() for unit in units}


def quantities(doc: Document) -> list[Quantity]:
    """The amounts of a document that count something, in order; parts of dates and times are none."""
    view = scene(doc)
    found = numbers(doc.text)
    if not found:
        return []
    said = statements(doc)
    known = days(view)
    busy = [(time.start, time.end) for time in doc.times]
    kept = []
    for number in found:
        if any(start < number.end and number.start < end for start, end in busy):
            continue
        sentence = view.sentences[doc.sentence_at(number.start)]
        slot, word = _slot(sentence, number)
        if slot is None:
            continue
        day, _ = known.of(sentence, number.span, "asserted")
        kept.append(
            Quantity(
                number.start, number.end, number.text, slot, number.value, number.unit, number.bound, day,
                _source(said, number), word,
            )
        )  # fmt: skip
    return kept


def _slot(sentence: Sentence, number: Number) -> tuple[str | None, Span | None]:
    """What a number counts: the nearest slot word, sooner one that follows."""
    starts = [token.start for token in sentence.tokens]
    at = bisect_left(starts, number.start)
    end = bisect_left(starts, number.end)
    best: tuple[int, str, Span] | None = None
    for index in range(max(0, at - _WITHIN), min(len(sentence.tokens), end + _WITHIN)):
        token = sentence.tokens[index]
        slot = _slot_of(token.key) if token.word else None
        if slot is None or at <= index < end:
            continue
        distance = index - end + 1 if index >= end else 2 * (at - index)
        if best is None or distance < best[0]:
            best = distance, slot, token.span
    told = _units().get(number.unit or "")
    if told is not None:
        return (best[1], best[2]) if best and best[1] in {"fined", "price"} else (told, None)
    if best is None:
        return ("count", None) if number.unit == "person" else (None, None)
    return best[1], best[2]


@lru_cache(maxsize=50_000)
def _slot_of(key: str) -> str | None:
    slots = _slots()
    if key in slots:
        return slots[key]
    for ending in ("ের", "র", "ে", "টি", "কে", "জন"):
        stem = key.removesuffix(fold(ending))
        if stem != key and stem in slots:
            return slots[stem]
    return None


def _source(said: list[Statement], number: Number) -> str | None:
    for statement in said:
        if statement.content is not None and statement.content.covers(number.span):
            return statement.source
    return None
