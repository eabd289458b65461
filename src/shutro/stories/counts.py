"""Two numbers for one thing that is counted or described: `১০ দলীয় জোট` and `১১টি দলের জোট`.

What can only grow is compared in `figures`; here is the rest, where two reports of one day that say the
same otherwise give another number. A number that a step explains (eight parties, two more join, ten
parties) contradicts nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

import regex

from shutro.bangla.numbers import Number
from shutro.bangla.numerals import number_words
from shutro.bangla.words import words
from shutro.model import Difference, Evidence
from shutro.span import Span
from shutro.stories.dating import Sentence
from shutro.stories.discourse import every, has
from shutro.stories.figures import GROWING, apart
from shutro.stories.happenings import Happening
from shutro.stories.proofs import proof
from shutro.stories.sameness import Sameness, days_agree
from shutro.stories.sides import both_sides
from shutro.stories.tellings import Telling, numbers_in, worded
from shutro.stories.terms import term

# Sentences this alike, their numbers aside, say the same.
_ALIKE = 0.36
# A body that its number describes is the same where so many names stand with it.
_NAMES = 2
_CLAUSE = regex.compile(r"[^।,;:\n\"“”'‘’()?!]*")
_ADJECTIVE = regex.compile(r"(?<=.{2})\u09c0(?:\u09df|\u09af\u09bc)$")

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Count:
    """A number in a sentence: `key` is what it counts and what stands behind that, both as terms.

    `describes` says that it is part of a description (`১০ দলীয় জোট`), `joins` that it counts what came
    to others (`আরও দুটি দল`), `done` that the sentence tells of what has happened.
    """

    happening: int
    telling: Telling
    number: Number
    key: Key
    describes: bool
    joins: bool
    done: bool
    terms: frozenset[str] = field(repr=False)
    names: frozenset[str] = field(repr=False)
    evidence: Evidence = field(repr=False)


def counts(told: Sequence[Happening], sameness: Sameness) -> Iterator[tuple[int, Difference]]:
    """Every two numbers that can't both be so, with the number of each happening they belong to."""
    slots: defaultdict[Key, list[Count]] = defaultdict(list)
    steps: defaultdict[str, set[float]] = defaultdict(set)
    for number, happening in enumerate(told):
        for telling in happening.tellings:
            for one in _counted(number, telling):
                if one.joins and one.done:
                    steps[one.key[0]].add(one.number.value)
                elif not one.joins:
                    slots[one.key].append(one)
    for key, listed in sorted(slots.items()):
        left = _without_steps(listed, steps[key[0]])
        for one, other in combinations(left, 2):
            if _against(one, other) and _same(one, other, sameness):
                yield from both_sides(one, other, _difference)


def _without_steps(listed: Sequence[Count], steps: set[float]) -> list[Count]:
    """The counts without those that others have come to: a state before the one that is told."""
    values = {one.number.value for one in listed}
    return [one for one in listed if not any(one.number.value + step in values for step in steps)]


def _against(one: Count, other: Count) -> bool:
    return (
        one.telling.voice != other.telling.voice
        and days_agree(one.telling.when, other.telling.when)
        and apart(one.number, other.number)
    )


def _same(one: Count, other: Count, sameness: Sameness) -> bool:
    """Whether the two count the same: said in the same words, or describing a body of the same names."""
    if one.describes and other.describes and len(one.names & other.names) >= _NAMES:
        return True
    return sameness.cosine(one.terms, other.terms) >= _ALIKE and not (
        _wider(one, other) or _wider(other, one)
    )


def _wider(one: Count, other: Count) -> bool:
    """Whether one counts over more than the other: `মামলা ক ও মামলা খ` against `মামলা ক`."""
    common, extra = _printed(one, one.names & other.names), _printed(one, one.names - other.names)
    text = one.evidence.text
    for joint in every("coordinated", text):
        before, after = text[: joint.start], text[joint.end :]
        if before.endswith(common) and after.startswith(extra):
            return True
        if before.endswith(extra) and after.startswith(common):
            return True
    return False


def _printed(count: Count, names: frozenset[str]) -> tuple[str, ...]:
    return tuple(form for name in names for form in count.telling.naming[name])


def _counted(happening: int, telling: Telling) -> Iterator[Count]:
    growing = {q.span for q in telling.quantities if q.slot in GROWING}
    named = {q.span: q.of for q in telling.quantities if q.of is not None}
    for sentence in telling.sentences:
        found = numbers_in(sentence.text)
        if not found or has("mistaken", sentence.text):
            continue
        told = worded(sentence.text)
        names = telling.named_in(sentence.text)
        for number in found:
            span = number.span.shift(sentence.span.start)
            of = named.get(span)
            noun = of.shift(-sentence.span.start).of(sentence.text) if of is not None else ""
            key, describes = _key(sentence, number, noun)
            if key is None or span in growing:
                continue
            if is_range(sentence, number) or is_label(telling, sentence, number):
                continue
            joins = has("partial", sentence.text[: number.start])
            ahead = sentence.when.dated == "planned" or has("planned", sentence.text)
            done = not ahead and not has("ongoing", sentence.text)
            yield Count(
                happening, telling, number, key, describes, joins, done, told, names,
                proof(telling, sentence.span),
            )  # fmt: skip


def _key(sentence: Sentence, number: Number, noun: str) -> tuple[Key | None, bool]:
    """What a number counts with the word behind it, and whether the two describe one thing.

    Where nothing of its own stands behind it, it is the `noun` that it was found to count: নিখোঁজ ৪৫ জন এবং ….
    """
    clause = _CLAUSE.match(sentence.text, number.end)
    rest = clause.group().lstrip("-–—") if clause else ""
    after = [word.of(rest) for word in words(rest)]
    stop = next((at for at, word in enumerate(after) if has("conjunction", word)), len(after))
    after = [word for word in after[:stop] if not has("between", word)][:2]
    after = after or [noun] * bool(noun)
    unit = number.unit if number.unit not in (None, "item") else None
    listed = [*([unit] if unit else []), *(term(_ADJECTIVE.sub("", word)) for word in after)][:2]
    if len(listed) < 2 or not all(listed):
        return None, False
    bare = after[0] if after else ""
    # The locative that `term` leaves on words it takes for verbs: `জোটে` and `জোট`.
    left = next(every("locative_left", listed[1]), None)
    key = (listed[0], listed[1][: left.start] if left else listed[1])
    return key, not unit and (has("genitive", bare) or _ADJECTIVE.search(bare) is not None)


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


def _difference(this: Count, other: Count) -> Difference:
    return Difference("count", _shown(this), _shown(other), (this.evidence, other.evidence))


def _shown(count: Count) -> str:
    """The number with the word it counts, as printed."""
    text = count.evidence.text
    after = words(text[count.number.end :])
    unit = count.number.unit not in (None, "item")
    end = count.number.end + (after[0].end if after and not unit else 0)
    return Span(count.number.start, end).of(text)
