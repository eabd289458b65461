"""A small engine for grammars written as data: words become pieces, rules join pieces into larger ones.

A grammar file (TOML) has these parts:

`[words.CLASS]`
    What a word means: `value = [spellings]`. Case endings are taken off, unless the class is listed in
    `exact`. Words written together (`তিনদিনের`, `গতমাসে`) are cut where a pair of `[joins]` allows.
`[inflected]`
    Classes whose words, with a case ending, are of another class: the locative of one, the rest of another.
`[sets]`
    Names for several classes.
`[[level]]` with `rules = [ … ]`, a rule a line
    `match` is a regular expression whose letters are classes: `day=DAY month=month (comma? year=year)?`.
    What `name=` marks becomes a slot of the piece that the rule `makes`; the slots of pieces made before
    are handed on, and `with` adds constant ones. Levels run one after the other, each over the pieces
    that the one before left; within a level the earlier rule wins at the same place. What stands around
    a match is asked for with lookarounds.

Every pattern is a finite one over single symbols, so reading is linear in the length of the text.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Any, NamedTuple

import regex

from shutro.bangla.grammar.lexicon import Known, Lexicon, Value, value_of
from shutro.errors import DataError

Token = tuple[int, int, str, Value]
NO_SLOTS: Mapping[str, Value] = MappingProxyType({})


class Piece(NamedTuple):
    """A word, sign or phrase of the text: `text[start:end]`, its class as one `symbol`, and its meaning.

    A tuple, since every word of a text is one and a dataclass takes three times as long to make.
    """

    start: int
    end: int
    symbol: str
    value: Value = ""
    slots: Mapping[str, Value] = NO_SLOTS
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the grammar, compiled; `examples` mark the expressions they hold as `[[text|VALUE]]`."""

    name: str
    makes: str
    symbol: str
    pattern: regex.Pattern[str]
    constants: Mapping[str, Value]
    calculate: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Level:
    any_rule: regex.Pattern[str]
    rules: tuple[Rule, ...]


_NAME = regex.compile(r"(?:(?P<slot>[a-z_]+)=)?(?:(?P<open>\()|(?P<name>[A-Za-z][A-Za-z_0-9]*))")


class Grammar:
    """A grammar, ready to read text with."""

    def __init__(
        self,
        *sources: str,
        tokens: Sequence[str] = (),
        more: Mapping[str, Mapping[str, Value]] | None = None,
    ) -> None:
        """Compile `sources`: the words of all, the rules of the last.

        `tokens` names the classes of what is no word (numbers, signs); `more` gives further classes of
        words, folded, with their values. Raises DataError when a file breaks the format or names a class
        that nothing declares.
        """
        self._lexicon = Lexicon(tokens, more or {})
        self.read: dict[str, tuple[Token, ...]] = {}
        data: dict[str, Any] = {}
        try:
            for source in sources:
                data = tomllib.loads(source)
                self._lexicon.add(data)
            for level in data["level"]:
                for line in level["rules"]:
                    self._lexicon.declare(line["makes"])
            self._lexicon.close()
            self.levels = tuple(self._level(level["rules"]) for level in data["level"])
        except tomllib.TOMLDecodeError as error:
            raise DataError(f"grammar: {error}") from error
        except KeyError as error:
            raise DataError(f"grammar: {error} is missing") from error
        self._data = data

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule, in order."""
        return tuple(rule for level in self.levels for rule in level.rules)

    def symbol(self, name: str) -> str:
        """The one character that stands for the class `name`."""
        return self._lexicon.symbol(name)

    @property
    def symbols(self) -> Mapping[str, str]:
        """The character of every class."""
        return self._lexicon.by_name

    def table(self, name: str) -> Mapping[str, Mapping[str, int]]:
        """A further table of the last file, as it stands there; empty where there is none."""
        table: Mapping[str, Mapping[str, int]] = self._data.get(name, {})
        return table

    def analyse(self, word: str) -> Known:
        """The known parts of a printed word as (start, end, symbol, value); empty for a strange word."""
        return self._lexicon.analyse(word)

    # -- rules -------------------------------------------------------------------------------------

    def _compile(self, pattern: str, slots: bool) -> str:
        def replaced(match: regex.Match[str]) -> str:
            slot = f"?P<{match['slot']}>" if match["slot"] and slots else "?:"
            if match["open"]:
                return f"({slot}" if match["slot"] else "("
            symbols = self._lexicon.symbols(match["name"])
            letters = f"[{symbols}]" if len(symbols) > 1 else symbols
            return f"({slot}{letters})" if match["slot"] else letters

        compiled = _NAME.sub(replaced, pattern).replace(" ", "")
        return regex.sub(r"\((?!\?)", "(?:", compiled)

    def _level(self, lines: Sequence[Mapping[str, Any]]) -> _Level:
        try:
            rules = tuple(map(self._rule, lines))
            union = "|".join(
                f"(?P<r{i}>{self._compile(line['match'], slots=False)})" for i, line in enumerate(lines)
            )
            return _Level(regex.compile(union), rules)
        except regex.error as error:
            names = ", ".join(line["name"] for line in lines)
            raise DataError(f"grammar: {error}, in one of the rules {names}") from error

    def _rule(self, line: Mapping[str, Any]) -> Rule:
        how = line.get("calculate", "")
        if how not in ("", "sum", "product"):
            raise DataError(f"grammar: no calculation is called {how!r}")
        return Rule(
            line["name"],
            line["makes"],
            self.symbol(line["makes"]),
            regex.compile(self._compile(line["match"], slots=True)),
            {name: value_of(str(value)) for name, value in line.get("with", {}).items()},
            how,
            tuple(line.get("examples", ())),
        )

    def reduce(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces after every level has joined what it can."""
        line = "".join([piece.symbol for piece in pieces])
        for level in self.levels:
            made: list[Piece] = []
            symbols: list[str] = []
            at = 0
            for match in level.any_rule.finditer(line):
                rule = level.rules[int((match.lastgroup or "")[1:])]
                start, end = match.span()
                made += pieces[at:start]
                made.append(_join(rule, line, pieces, start, end))
                symbols += line[at:start], rule.symbol
                at = end
            if at:
                pieces = made + pieces[at:]
                line = "".join(symbols) + line[at:]
        return pieces


def _join(rule: Rule, line: str, pieces: list[Piece], start: int, end: int) -> Piece:
    """The pieces from `start` to `end` as one: their slots, those that the rule marks, its constants."""
    slots: dict[str, Value] = {}
    for piece in pieces[start:end]:
        slots.update(piece.slots)
    match = rule.pattern.match(line, start)
    spans = {name: match.start(name) for name in rule.pattern.groupindex} if match else {}
    # A piece without a value of its own, as a phrase made before, has handed on its slots already.
    marked = {name: pieces[at].value for name, at in spans.items() if at >= 0 and pieces[at].value != ""}
    value: Value = ""
    if rule.calculate:
        value = _calculate(rule.calculate, marked)
    else:
        slots.update(marked)
    slots.update(rule.constants)
    return Piece(pieces[start].start, pieces[end - 1].end, rule.symbol, value, slots, rule.name)


def _calculate(how: str, values: Mapping[str, Value]) -> Value:
    """The `sum` or the `product` of the marked numbers."""
    numbers = [Fraction(value) for value in values.values() if not isinstance(value, str)]
    result = sum(numbers, Fraction(0))
    if how == "product":
        result = Fraction(1)
        for number in numbers:
            result *= number
    return int(result) if result.denominator == 1 else result
