"""Two numbers for one thing that is counted or described: `১০ দলীয় জোট` and `১১টি দলের জোট`.

What can only grow is compared in `figures`; here is the rest, where two reports of one day that say the
same otherwise give another number. A number that a step explains (eight parties, two more join, ten
parties) contradicts nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

import regex

from shutro.bangla.numbers import Number
from shutro.bangla.numbers.numerals import number_words
from shutro.bangla.times import times
from shutro.bangla.words import words
from shutro.model import Difference, Evidence
from shutro.span import Span
from shutro.stories.agreement.figures import GROWING, apart, is_later
from shutro.stories.agreement.sides import both_sides
from shutro.stories.telling.dating import Sentence
from shutro.stories.telling.discourse import every, has
from shutro.stories.telling.happenings import Happening
from shutro.stories.telling.proofs import proof
from shutro.stories.telling.sameness import Sameness, days_agree
from shutro.stories.telling.tellings import Telling, heard, numbers_in, worded
from shutro.stories.terms import term

# Sentences this alike, their numbers aside, say the same.
_ALIKE = 0.36
# A body that its number describes is the same where so many names stand with it.
_NAMES = 2
_CLAUSE = regex.compile(r"[^।,;:\n\"“”'‘’()?!]*")
_ADJECTIVE = regex.compile(r"(?<=.{2})\u09c0(?:\u09df|\u09af\u09bc)$")

Key = tuple[str, str]
# Votes are votes, whatever stands behind them. Two counts of one candidate that lie further apart are of
# other places, or of another hour of counting.
_VOTES: Key = ("votes", "")
_COUNTED = 0.9


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
        and one.scope == other.scope
        and _one_owner(one.whose, other.whose)
        and (one.key != _VOTES or _final(one, other))
    )


def _final(one: Count, other: Count) -> bool:
    """Whether two counts of votes can both be the last: near each other, and the higher not simply later."""
    low, high = sorted((one, other), key=lambda count: count.number.value)
    return low.number.value >= _COUNTED * high.number.value and not is_later(high.telling, low.telling)


def _one_owner(one: frozenset[str] | None, other: frozenset[str] | None) -> bool:
    """Whether two counts may belong to one person: to nobody named, or to one of one name."""
    if one is None or other is None:
        return False
    return not (one and other) or one <= other or other <= one


def _same(one: Count, other: Count, sameness: Sameness) -> bool:
    """Whether the two count the same: said in the same words, or describing a body of the same names."""
    if one.describes and other.describes and len(one.names & other.names) >= _NAMES:
        return True
    alike = sameness.cosine(one.terms, other.terms) >= _ALIKE
    return alike and not any((_wider(one, other), _wider(other, one), _of_a_time(one), _of_a_time(other)))


def _of_a_time(count: Count) -> bool:
    """Whether the number is part of a clock time or a date (`৯টা ৪৫ মিনিটে`), and counts nothing."""
    return any(
        time.type in ("DATE", "TIME") and time.start <= count.number.start < time.end
        for time in times(count.evidence.text)
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
    for sentence in telling.sentences:
        text = sentence.text
        found = numbers_in(text)
        if not found or has("mistaken", text):
            continue
        told, names = worded(text), telling.named_in(text)
        scope = next((n for n in found if has("tallied", text[n.end :])), None)
        kept = [(n, kind) for n in found if n is not scope and (kind := _kept(telling, sentence, n))]
        kinds = Counter(key[0] for _, (key, _) in kept)
        for number, (key, describes) in kept:
            ahead = sentence.when.dated == "planned" or has("planned", text)
            several = key == _VOTES or kinds[key[0]] > 1
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
    found = next((q for q in telling.quantities if q.start == span.start), None)
    if found is not None and found.span == span and found.slot in GROWING:
        return None
    if is_range(sentence, number) or is_label(telling, sentence, number):
        return None
    if found is not None and found.slot == "votes":
        beside = found.unit == "vote" or has("votes", sentence.text[number.end :])
        return (_VOTES, False) if beside else None
    of = found.of.shift(-sentence.span.start) if found is not None and found.of else None
    key, describes = _key(sentence, number, of.of(sentence.text) if of is not None else "")
    return (key, describes) if key else None


def _whose(telling: Telling, text: str, number: Number) -> frozenset[str] | None:
    """The terms of the person named nearest before a number, None where nobody is."""
    places = (
        (text.rfind(telling.printed(name, text), 0, number.start), name)
        for name in telling.named_in(text)
        if telling.kinds_of[name] == "PER"
    )
    nearest = max((place for place in places if place[0] >= 0), default=None)
    return heard(nearest[1]) if nearest else None


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
