"""Where tellings differ: a claim and its denial, two values of one quantity, a later value.

Nothing is called a conflict that two people could both truthfully have written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from shutro.model import Difference
from shutro.stories.claims import Claim, claims, denied
from shutro.stories.clocks import clocks
from shutro.stories.figures import figures
from shutro.stories.happenings import Happening
from shutro.stories.sameness import Sameness


def differences(told: Sequence[Happening]) -> dict[int, tuple[Difference, ...]]:
    """The differences each happening takes part in, by its number in `told`; most have none."""
    found: defaultdict[int, list[Difference]] = defaultdict(list)
    for denial, claim in denied(claims(told)):
        found[denial.happening].append(_denial(denial, claim))
        if claim.happening != denial.happening:
            found[claim.happening].append(_denial(claim, denial))
    sameness = Sameness([telling for happening in told for telling in happening.tellings])
    for number, difference in (*figures(told), *clocks(told, sameness)):
        found[number].append(difference)
    return {number: tuple(dict.fromkeys(listed)) for number, listed in found.items() if listed}


def _denial(this: Claim, other: Claim) -> Difference:
    return Difference("denial", this.text, other.text, (this.evidence, other.evidence))
