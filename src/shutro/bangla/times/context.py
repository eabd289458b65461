"""What a time expression is read against: the text around it, and the days that the text has named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from shutro.bangla.grammar.grammar import Grammar, Piece
from shutro.bangla.grammar.lexicon import Value
from shutro.bangla.tense import Tense, is_genitive, tense

Slots = Mapping[str, Value]
_NEAR = 8  # words from a time in which a prayer or the sun tells its part of day
_LOOK = 40  # how many words from a time its verb is sought


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value, the day it was counted from, and the day or month that it names, if it names one."""

    value: str
    anchor: date | None = None
    day: date | None = None
    month: tuple[int, int] | None = None
    conflict: str | None = None


class Context:
    """One text as pieces, with the day of its publication and, as reading goes on, the day last named.

    `focus` is the last day named in the text, `month` and `year` the last ones named. Of the sentence being
    read, `today` is the day named in it, `part` its part of day, `hour` (0 to 24) the clock printed with
    that, `fiscal` the year that its fiscal year began in; `daily` tells that it speaks of what happens
    every day.
    """

    def __init__(self, text: str, pieces: list[Piece], grammar: Grammar, at: date | None) -> None:
        self.text = text
        self.pieces = pieces
        self.grammar = grammar
        self.at = at
        self.focus: date | None = None
        self.month: tuple[int, int] | None = None
        self.year: int | None = None
        self.today: date | None = None
        self.part: str | None = None
        self.hour: int | None = None
        self.daily = False
        self.fiscal: int | None = None
        self._stop = grammar.symbol("stop")
        self._tells_part = frozenset(map(grammar.symbol, ("prayer", "sun")))
        self._words = frozenset(map(grammar.symbol, ("word", "of", "past")))

    def end_sentence(self) -> None:
        """Forget what holds for one sentence only."""
        self.today = self.part = self.hour = self.fiscal = None
        self.daily = False

    def move(self, read: Resolved, *, names_a_day: bool) -> None:
        """Take over the day, month or year that an expression has named."""
        if names_a_day and read.day:
            self.focus = self.today = read.day
            self.month, self.year = (read.day.year, read.day.month), read.day.year
        elif names_a_day and len(read.value) == 4 and read.value.isdigit():
            self.year = int(read.value)
        elif read.month:
            self.month, self.year = read.month, read.month[0]
            if self.focus and (self.focus.year, self.focus.month) != read.month:
                self.focus = None

    def printed(self, i: int) -> str:
        """The text of piece `i`."""
        return self.text[self.pieces[i].start : self.pieces[i].end]

    def symbol(self, i: int) -> str:
        """The class of piece `i`; empty outside the text."""
        return self.pieces[i].symbol if 0 <= i < len(self.pieces) else ""

    def is_one_of(self, i: int, *names: str) -> bool:
        """Whether piece `i` is of one of the named classes."""
        return self.symbol(i) in {self.grammar.symbol(name) for name in names}

    def joined(self, i: int) -> Piece | None:
        """The time that piece `i` goes on from: `২০২৩ সালের মার্চ` before `থেকে জুন`."""
        if i < 2 or not self.is_one_of(i - 1, "from", "dash", "comma", "also", "or"):
            return None
        return self.pieces[i - 2] if self.pieces[i - 2].rule else None

    def follows_genitive(self, i: int) -> bool:
        """Whether piece `i` stands after what it belongs to (`বিয়ের পরদিন`), and that is no time itself."""
        return (
            i > 0
            and not self.pieces[i - 1].rule
            and not self.is_one_of(i - 1, "of_it")
            and is_genitive(self.printed(i - 1))
        )

    def by_the_sun(self, i: int) -> str | None:
        """The part of day that a prayer or the sun gives the clock time after it: `ফজর: ৪টা ১৭ মিনিট`."""
        for at in range(i - 1, max(-1, i - _NEAR), -1):
            if self.symbol(at) == self._stop:
                return None
            if self.symbol(at) in self._tells_part:
                return str(self.pieces[at].value)
        return None

    def tense(self, i: int) -> Tense:
        """The tense of the first finite verb after piece `i`, else of the last one before it.

        A continuous present tells of a plan (`শনিবার আসছেন`), but not after `থেকে` (`শনিবার থেকে চলছে`).
        """
        found = self._verb(i)
        if found == "going":
            return "" if self.is_one_of(i + 1, "from") else "future"
        return found

    def _verb(self, i: int) -> Tense:
        for step in (1, -1):
            at, seen = i + step, 0
            while 0 <= at < len(self.pieces) and seen < _LOOK and self.symbol(at) != self._stop:
                if self.symbol(at) in self._words:
                    final = self.symbol(at + 1) in ("", self._stop)
                    found = tense(self.printed(at), self.printed(max(at - 1, 0)), final=final)
                    if found:
                        return found
                at, seen = at + step, seen + 1
        return ""


def whole(value: Value) -> int:
    """The number that a slot holds."""
    return int(Fraction(value))
