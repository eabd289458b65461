"""A card laid along a printed text, word by word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from shutro.archive.compare import likeness

_COST = {"same": 0.0, "slip": 0.15, "ending": 0.55, "other": 1.15}
_JOIN = 0.15
_DROP = 0.8
_SLACK = 2


@dataclass(frozen=True, slots=True)
class Step:
    """Words `card` of the card against words `print` of the text, either range may be empty.

    `kind` is same, slip, ending or other for words set against each other, added where the text has
    none, left-out where the card has none.
    """

    card: range
    print: range
    kind: str


def align(
    card: Sequence[str], printed: Sequence[str], worth: Callable[[str], float]
) -> tuple[float, list[Step]]:
    """The cheapest way to lay the whole card along some stretch of the print, and its cost.

    A word weighs what `worth` gives it. Two words run together, or one pulled apart, cost next to nothing.
    """
    width = len(printed) + 1
    costs = [[0.0] * width]
    moves: list[list[tuple[int, int, str]]] = [[(0, 0, "")] * width]
    weights = [worth(form) for form in printed]
    for i, word in enumerate(card, 1):
        value = worth(word)
        row, move = [costs[-1][0] + value], [(1, 0, "added")]
        for j in range(1, width):
            kind = likeness(word, printed[j - 1])
            options = [
                (costs[i - 1][j - 1] + _COST[kind] * max(value, weights[j - 1]), 1, 1, kind),
                (costs[i - 1][j] + value, 1, 0, "added"),
                (row[j - 1] + _DROP * weights[j - 1], 0, 1, "left-out"),
            ]
            if kind != "same" and j > 1 and _joined(printed[j - 2], printed[j - 1], word):
                options.append((costs[i - 1][j - 2] + _JOIN * value, 1, 2, "same"))
            if kind != "same" and i > 1 and _joined(card[i - 2], word, printed[j - 1]):
                options.append((costs[i - 2][j - 1] + _JOIN * value, 2, 1, "same"))
            best = min(options, key=lambda option: option[0])
            row.append(best[0])
            move.append(best[1:])
        costs.append(row)
        moves.append(move)
    j = min(range(width), key=lambda at: costs[-1][at])
    total, steps, i = costs[-1][j], [], len(card)
    while i:
        down, back, moved = moves[i][j]
        steps.append(Step(range(i - down, i), range(j - back, j), moved))
        i, j = i - down, j - back
    return total, steps[::-1]


def _joined(one: str, two: str, whole: str) -> bool:
    """Whether two words run together are the third, a slip forgiven."""
    if abs(len(one) + len(two) - len(whole)) > _SLACK or (one[0] != whole[0] and two[-1] != whole[-1]):
        return False
    return likeness(whole, one + two) in ("same", "slip")
