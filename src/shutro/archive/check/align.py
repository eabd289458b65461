"""A card laid along a printed text, word by word."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from shutro.archive.words.compare import likeness

# Of a word set against one of print, by how they stand to each other
_COST = {"same": 0.0, "slip": 0.15, "ending": 0.55, "rival": 0.9, "other": 1.15}
_JOIN = 0.15  # of two words run together or one pulled apart
_DROP = 0.8  # of a word of print that the card leaves out
_PASS_OVER = 0.15  # of one in brackets
_SLACK = 2  # letters by which joined words may be longer or shorter than the whole


@dataclass(frozen=True, slots=True)
class Step:
    """Words `card` of the card against words `print` of the text, either range may be empty.

    `kind` is same, slip, ending, rival or other for words set against each other, added where the text has
    none, left-out where the card has none.
    """

    card: range
    print: range
    kind: str


_ADDED, _LEFT_OUT = (1, 0, "added"), (0, 1, "left-out")
_RUN_TOGETHER, _PULLED_APART = (1, 2, "same"), (2, 1, "same")
_MET = {kind: (1, 1, kind) for kind in _COST}


def align(
    card: Sequence[str],
    printed: Sequence[str],
    worth: Callable[[str], float],
    aside: Collection[int] = (),
) -> tuple[float, list[Step]]:
    """The cheapest way to lay the whole card along some stretch of the print, and its cost.

    A word weighs what `worth` gives it; next to nothing where the card leaves out one of print's `aside`.
    Two words run together, or one pulled apart, cost next to nothing.
    """
    if (at := _verbatim(card, printed)) is not None:
        return 0.0, [Step(range(i, i + 1), range(at + i, at + i + 1), "same") for i in range(len(card))]
    width = len(printed) + 1
    costs = [[0.0] * width]
    moves: list[list[tuple[int, int, str]]] = [[(0, 0, "")] * width]
    weights = [worth(form) for form in printed]
    drops = [(_PASS_OVER if at in aside else _DROP) * weight for at, weight in enumerate(weights)]
    # How long a word of the print is together with the one before it.
    pairs = [0, *(len(one) + len(two) for one, two in pairwise(printed))]
    for i, word in enumerate(card, 1):
        value, long = worth(word), len(word)
        above = costs[-1]
        row, move = [above[0] + value], [_ADDED]
        before = card[i - 2] if i > 1 else None
        for at, form in enumerate(printed):
            kind = "same" if word == form else likeness(word, form)
            best, step = above[at] + _COST[kind] * max(value, weights[at]), _MET[kind]
            if (cost := above[at + 1] + value) < best:
                best, step = cost, _ADDED
            if (cost := row[at] + drops[at]) < best:
                best, step = cost, _LEFT_OUT
            if kind != "same":
                if (
                    at
                    and abs(pairs[at] - long) <= _SLACK
                    and (cost := above[at - 1] + _JOIN * value) < best
                    and _joined(printed[at - 1], form, word)
                ):
                    best, step = cost, _RUN_TOGETHER
                if (
                    before is not None
                    and abs(len(before) + long - len(form)) <= _SLACK
                    and (cost := costs[i - 2][at] + _JOIN * value) < best
                    and _joined(before, word, form)
                ):
                    best, step = cost, _PULLED_APART
            row.append(best)
            move.append(step)
        costs.append(row)
        moves.append(move)
    j = min(range(width), key=lambda at: costs[-1][at])
    total, steps, i = costs[-1][j], [], len(card)
    while i:
        down, back, moved = moves[i][j]
        steps.append(Step(range(i - down, i), range(j - back, j), moved))
        i, j = i - down, j - back
    return total, steps[::-1]


def _verbatim(card: Sequence[str], printed: Sequence[str]) -> int | None:
    """Where print first has the card word for word, as it mostly does."""
    whole = list(card)
    starts = (at for at in range(len(printed) - len(whole) + 1) if printed[at] == whole[0])
    return next((at for at in starts if list(printed[at : at + len(whole)]) == whole), None)


def _joined(one: str, two: str, whole: str) -> bool:
    """Whether two words run together are the third, a slip forgiven."""
    if one[0] != whole[0] and two[-1] != whole[-1]:
        return False
    return likeness(whole, one + two) in ("same", "slip")
