"""Where tellings differ: a claim and its denial, two values of one quantity, a later value.

Nothing is called a conflict that two people could both truthfully have written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain

from shutro.bangla.numbers import numbers
from shutro.model import Difference
from shutro.stories.agreement.claims import Claim, claims, denied
from shutro.stories.agreement.clocks import clocks
from shutro.stories.agreement.counts import counts
from shutro.stories.agreement.days import days
from shutro.stories.agreement.doers import doers
from shutro.stories.agreement.figures import figures
from shutro.stories.agreement.places import places
from shutro.stories.agreement.settled import settled
from shutro.stories.agreement.sides import both_sides
from shutro.stories.happening.happenings import Happening
from shutro.stories.happening.sameness import Sameness

# A denial is its own sentence's, and so is not to confirm, which denies nothing.
_OF_A_SENTENCE = frozenset({"denial", "unconfirmed"})


def differences(told: Sequence[Happening], sameness: Sameness) -> dict[int, tuple[Difference, ...]]:
    """The differences each happening takes part in, by its number in `told`; most have none.

    `sameness` weighs the words of all their tellings.
    """
    found: defaultdict[int, list[Difference]] = defaultdict(list)
    for denial, claim in denied(claims(told)):
        for number, difference in both_sides(denial, claim, _denial):
            found[number].append(difference)
    by_slot = (slot(told, sameness) for slot in (figures, counts, clocks, days, places, doers, settled))
    for number, difference in chain.from_iterable(by_slot):
        found[number].append(difference)
    return {number: _each_once(listed) for number, listed in found.items()}


def _each_once(listed: Sequence[Difference]) -> tuple[Difference, ...]:
    """One of those that set the same values against each other: the first two sentences that do.

    However many papers print either value, and however they write it (`১০ দলীয়`, `দশটি দল`), it is one
    difference.
    """
    once: dict[tuple[object, ...], Difference] = {}
    for one in listed:
        values = _values(one) or {one.this, one.other}
        once.setdefault(
            (one.slot, one.kind, one.evidence if one.slot in _OF_A_SENTENCE else frozenset(values)), one
        )
    return tuple(once.values())


def _values(difference: Difference) -> frozenset[tuple[float, ...]]:
    """The numbers that either side prints; none where they do not tell the sides apart."""
    sides = frozenset(tuple(n.value for n in numbers(side)) for side in (difference.this, difference.other))
    return sides if len(sides) == 2 and () not in sides else frozenset()


def _denial(this: Claim, other: Claim) -> Difference:
    proofs = (this.evidence, other.evidence)
    if "does_not_confirm" in (this.statement.stance, other.statement.stance):
        return Difference("unconfirmed", this.text, other.text, proofs)
    return Difference("denial", this.text, other.text, proofs)
