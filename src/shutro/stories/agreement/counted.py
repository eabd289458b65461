"""A number in a sentence with what it counts, and whose it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import regex

from shutro.bangla.numbers import Number
from shutro.bangla.numbers.numerals import number_words
from shutro.bangla.words import words
from shutro.model import Evidence
from shutro.span import Span
from shutro.stories.agreement.figures import GROWING
from shutro.stories.telling.discourse import found, has
from shutro.stories.telling.proofs import proof
from shutro.stories.telling.sentence import Sentence
from shutro.stories.telling.telling import Telling, heard, numbers_in, worded
from shutro.stories.terms import term

Key = tuple[str, str]
# Votes are votes, whatever stands behind them.
VOTES: Key = ("votes", "")
_CLAUSE = regex.compile(r"[^।,;:\n\"“”'‘’()?!]*")


@dataclass(frozen=True, slots=True)
class Count:
    """A number in a sentence: `key` is what it counts and what stands behind that, both as terms.

    `describes` says that it is part of a description (`১০ দলীয় জোট`), `joins` that it counts what came
    to others (`আরও দুটি দল`), `done` that the sentence tells of what has happened. `whose` are the terms
    of the person it belongs to, where a sentence counts for several: None where it does not tell.
    `scope` is how much had been counted, where the sentence says: `৯০টি কেন্দ্রের ফলাফলে`.
    """

    happening: int
    telling: Telling
    number: Number
    key: Key
    describes: bool
    joins: bool
    done: bool
    whose: frozenset[str] | None
    scope: float | None
    terms: frozenset[str] = field(repr=False)
    names: frozenset[str] = field(repr=False)
    evidence: Evidence = field(repr=False)

    @property
    def printed(self) -> str:
        """The number with the word it counts, as printed."""
        text = self.evidence.text
        after = words(text[self.number.end :])
        unit = self.number.unit not in (None, "item")
        end = self.number.end + (after[0].end if after and not unit else 0)
        return Span(self.number.start, end).of(text)


def counted(happening: int, telling: Telling) -> Iterator[Count]:
    """What a telling of the happening of this number counts, in order."""
    for sentence in telling.sentences:
        text = sentence.text
        numbers = numbers_in(text)
        if not numbers or has("mistaken", text):
            continue
        told, names = worded(text), telling.named_in(text)
        scope = next((n for n in numbers if has("tallied", text[n.end :])), None)
        kept = [(n, kind) for n in numbers if n is not scope and (kind := _kept(telling, sentence, n))]
        kinds = Counter(key[0] for _, (key, _) in kept)
        for number, (key, describes) in kept:
            ahead = sentence.when.dated == "planned" or has("planned", text)
            several = key == VOTES or kinds[key[0]] > 1
            yield Count(
                happening,
                telling,
                number,
                key,
                describes,
                joins=has("partial", text[: number.start]),
                done=not ahead and not has("ongoing", text),
                whose=_whose(telling, text, number) if several else frozenset(),
                scope=scope.value if scope else None,
                terms=told,
                names=names,
                evidence=proof(telling, sentence.span),
            )


def _kept(telling: Telling, sentence: Sentence, number: Number) -> tuple[Key, bool] | None:
    """What a number counts (see `_key`); None where it counts nothing, or what can only grow."""
    span = number.span.shift(sentence.span.start)
    read = next((q for q in telling.quantities if q.start == span.start), None)
    if read is not None and read.span == span and read.slot in GROWING:
        return None
    if is_range(sentence, number) or is_label(telling, sentence, number):
        return None
    if read is not None and read.slot == "votes":
        beside = read.unit == "vote" or has("votes", sentence.text[number.end :])
        return (VOTES, False) if beside else None
    of = read.of.of(telling.article.text) if read is not None and read.of else ""
    return _key(sentence, number, of)


def _whose(telling: Telling, text: str, number: Number) -> frozenset[str] | None:
    """The terms of the person named nearest before a number, None where nobody is."""
    places = (
        (text.rfind(telling.printed(name, text), 0, number.start), name)
        for name in telling.named_in(text, "PER")
    )
    nearest = max((place for place in places if place[0] >= 0), default=None)
    return heard(nearest[1]) if nearest else None


def _key(sentence: Sentence, number: Number, noun: str) -> tuple[Key, bool] | None:
    """What a number counts with the word behind it, and whether the two describe one thing; None for nothing.

    Where nothing of its own stands behind it, it is the `noun` that it was found to count: নিখোঁজ ৪৫ জন এবং ….
    """
    clause = _CLAUSE.match(sentence.text, number.end)
    rest = clause.group().lstrip("-–—") if clause else ""
    after = [word.of(rest) for word in words(rest)]
    stop = next((at for at, word in enumerate(after) if has("conjunction", word)), len(after))
    after = [word for word in after[:stop] if not has("between", word)][:2]
    after = after or [noun] * bool(noun)
    unit = number.unit if number.unit not in (None, "item") else None
    listed = [*([unit] if unit else []), *(term(_without_ending(word)) for word in after)][:2]
    if len(listed) < 2 or not all(listed):
        return None
    bare = after[0] if after else ""
    # The locative that `term` leaves on words it takes for verbs: `জোটে` and `জোট`.
    left = found("locative_left", listed[1])
    key = (listed[0], listed[1][: left.start] if left else listed[1])
    return key, not unit and (has("genitive", bare) or has("adjective", bare))


def _without_ending(word: str) -> str:
    """The noun that an adjective is made of: `দলীয়`, of parties; any other word as it is."""
    ending = found("adjective", word)
    return word[: ending.start] if ending else word


def is_label(telling: Telling, sentence: Sentence, number: Number) -> bool:
    """Whether the number is part of a name: `ঢাকা ১১ আসন`."""
    before = sentence.text[: number.start].rstrip(" -–")
    places = (name for name, kind in telling.kinds_of.items() if kind == "LOC")
    return any(before.endswith(form) for name in places for form in telling.naming[name])


def is_range(sentence: Sentence, number: Number) -> bool:
    """Whether the number is one end of a range: `২৫ থেকে ৩০টি`; `ঢাকা থেকে ৩০ জন` is none."""
    return any(
        sentence.text[first.end : second.start].strip() in number_words().range
        for first, second in pairwise(numbers_in(sentence.text))
        if number in (first, second)
    )
