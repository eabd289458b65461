"""What the words of a grammar file mean: classes, endings, words written together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from shutro.bangla.forms import ENDINGS, fold, is_locative
from shutro.bangla.kept import WORDS, kept
from shutro.errors import DataError

Value = str | int | Fraction
Known = tuple[tuple[int, int, str, Value], ...]
_FIRST_SYMBOL = 0xE000  # the private use area: no text of ours has these
_LONGEST_ENDING = max(map(len, ENDINGS))


@dataclass(frozen=True, slots=True)
class _Entry:
    symbol: str
    value: Value


def value_of(key: str) -> Value:
    """What a key of a data file stands for: a number as a number, else itself."""
    try:
        number = Fraction(key)
    except ValueError:
        return key
    return int(number) if number.denominator == 1 else number


class Lexicon:
    """Classes of words, each with a symbol, and what a printed word is.

    `tokens` are the classes that words do not have: numbers and signs. A name that no word, set or token
    declares is a DataError wherever it is used.
    """

    def __init__(self, tokens: Sequence[str], more: Mapping[str, Mapping[str, Value]]) -> None:
        self.by_name: dict[str, str] = {}
        self._sets: dict[str, list[str]] = {}
        self._words: dict[str, _Entry] = {}
        self._exact: dict[str, _Entry] = {}
        self._pairs: list[tuple[str, str]] = []
        self._joins: list[tuple[str, str]] = []
        self._begun: frozenset[str] = frozenset()
        self._inflected: dict[str, tuple[str, str]] = {}
        for name in tokens:
            self.declare(name)
        for name, entries in more.items():
            symbol = self.declare(name)
            self._words |= {form: _Entry(symbol, value) for form, value in entries.items()}

    def declare(self, name: str) -> str:
        """The one character that stands for the class `name`, new or known."""
        return self.by_name.setdefault(name, chr(_FIRST_SYMBOL + len(self.by_name)))

    def symbol(self, name: str) -> str:
        """The character of a declared class."""
        if name not in self.by_name:
            raise DataError(f"grammar: nothing declares the class {name!r}")
        return self.by_name[name]

    def symbols(self, name: str) -> str:
        """The characters of a class or of all classes of a set."""
        if name in self._sets:
            return "".join(map(self.symbols, self._sets[name]))
        return self.symbol(name)

    def add(self, data: Mapping[str, Any]) -> None:
        """Take in the words of a grammar file; a spelling given again means what the later file says."""
        exact = frozenset(data.get("exact", ()))
        self._sets |= {name: members.split() for name, members in data.get("sets", {}).items()}
        for name, table in data["words"].items():
            symbol = self.declare(name)
            for key, spellings in table.items():
                for form in map(fold, spellings):
                    self._words.pop(form, None)
                    self._exact.pop(form, None)
                    (self._exact if name in exact else self._words)[form] = _Entry(symbol, value_of(key))
        for name, cases in data.get("inflected", {}).items():
            both = self.declare(cases["locative"]), self.declare(cases["other"])
            self._inflected[self.symbol(name)] = both
        self._pairs += map(tuple, data.get("joins", {}).get("pairs", ()))

    def close(self) -> None:
        """Make ready for words, when every class is declared."""
        self._joins = [(self.symbols(first), self.symbols(second)) for first, second in self._pairs]
        self._begun = frozenset(form[:3] for form in (*self._words, *self._exact))
        self.analyse = kept(WORDS)(self._analyse)

    def _analyse(self, word: str) -> Known:
        """The known parts of a printed word as (start, end, symbol, value); empty for a strange word."""
        parts: list[tuple[int, int, str, Value]] = []
        at = 0
        form = fold(word)
        if not self._may_be_known(form):
            return ()
        for cut, entry in self._split(form):
            end = at + 1
            while end < len(word) and len(fold(word[: end + 1])) <= cut:
                end += 1
            parts.append((at, end, entry.symbol, entry.value))
            at = end
        return tuple(parts)

    def _may_be_known(self, form: str) -> bool:
        """Whether some known word begins a folded form; most words of a text end here."""
        begun = self._begun
        return form[:1] in begun or form[:2] in begun or form[:3] in begun

    def _split(self, form: str) -> list[tuple[int, _Entry]]:
        """The known words that a folded form is written of, each with where it ends."""
        if known := self._exact.get(form) or self._words.get(form):
            return [(len(form), known)]
        for cut in range(len(form) - 1, 0, -1):
            head = self._words.get(form[:cut]) or self._exact.get(form[:cut])
            if head is None:
                continue
            seconds = [second for first, second in self._joins if head.symbol in first]
            rest = self._split(form[cut:]) if seconds else []
            if rest and any(rest[0][1].symbol in second for second in seconds):
                return [(cut, head), *((cut + end, entry) for end, entry in rest)]
        ended = self._ended(form)
        return [(len(form), ended)] if ended else []

    def _ended(self, form: str) -> _Entry | None:
        """The entry of a word with an ending, the longest stem first."""
        for length in range(1, min(_LONGEST_ENDING, len(form) - 1) + 1):
            ending = form[-length:]
            if ending in ENDINGS and (entry := self._words.get(form[:-length])):
                cases = self._inflected.get(entry.symbol)
                return _Entry(cases[not is_locative(ending)], entry.value) if cases else entry
        return None
