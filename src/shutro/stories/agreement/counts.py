"""Two numbers for one thing that is counted or described: `১০ দলীয় জোট` and `১১টি দলের জোট`.

What can only grow is compared in `figures`; here is the rest, where two reports of one day that say the
same otherwise give another number. A number that a step explains (eight parties, two more join, ten
parties) contradicts nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from shutro.bangla.times import times
from shutro.model import Difference
from shutro.stories.agreement.counted import VOTES, Count, Key, counted
from shutro.stories.agreement.figures import apart, is_later
from shutro.stories.agreement.sides import both_sides, of_one_day
from shutro.stories.happening.happenings import Happening
from shutro.stories.happening.sameness import Sameness
from shutro.stories.telling.discourse import every

# Sentences this alike, their numbers aside, say the same.
_ALIKE = 0.36
# A body that its number describes is the same where so many names stand with it.
_NAMES = 2
# Two counts of one candidate's votes that lie further apart are of other places, or of another hour of
# counting.
_COUNTED = 0.9


def counts(told: Sequence[Happening], sameness: Sameness) -> Iterator[tuple[int, Difference]]:
    """Every two numbers that can't both be so, with the number of each happening they belong to."""
    slots: defaultdict[Key, list[Count]] = defaultdict(list)
    steps: defaultdict[str, set[float]] = defaultdict(set)
    for number, happening in enumerate(told):
        for telling in happening.tellings:
            for one in counted(number, telling):
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
        of_one_day(one, other)
        and apart(one.number, other.number)
        and one.scope == other.scope
        and _one_owner(one.whose, other.whose)
        and (one.key != VOTES or _final(one, other))
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


def _difference(this: Count, other: Count) -> Difference:
    return Difference("count", this.printed, other.printed, (this.evidence, other.evidence))
