"""A small engine for grammars written as data: words become pieces, rules join pieces into larger ones.

A grammar file (TOML) has three parts:

`[words.CLASS]`
    What a word means: `value = [spellings]`. Endings are taken off (`forms.bare`) unless the class is
    listed in `exact`. Words written together (`তিনদিনের`, `গতমাসে`) are cut where a `[joins]` line allows.
`[inflected]`
    Classes whose words, with a case ending, are of another class: the locative of one, the rest of another.
`[sets]`
    Names for several classes.
`[[level]]` with `rules = [ … ]`, a rule a line
    `match` is a regular expression whose letters are classes: `day=DAY month=month (comma? year=year)?`.
    What `name=` marks becomes a slot of the piece that the rule `makes`; the slots of pieces made before
    are handed on, and `with` adds constant ones. Levels run one after the other, each over the pieces
    that the one before left; within a level the earlier rule wins at the same place. A rule `under` a
    context applies only after or before what a lookaround in its `match` asks for.

Every pattern is a finite one over single symbols, so reading is linear in the length of the text.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from typing import Any

import regex

from shutro.bangla.forms import ENDINGS, fold, is_locative
from shutro.errors import DataError

Value = str | int | Fraction
_FIRST_SYMBOL = 0xE000


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, sign or phrase of the text: `text[start:end]`, its class as one `symbol`, and its meaning."""

    start: int
    end: int
    symbol: str
    value: Value = ""
    slots: Mapping[str, Value] = field(default_factory=dict)
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the grammar, compiled; `examples` mark the expressions they hold as `[[text|VALUE]]`."""

    name: str
    makes: str
    symbol: str
    pattern: regex.Pattern[str]
    plain: str
    constants: Mapping[str, Value]
    calculate: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Level:
    any_rule: regex.Pattern[str]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    symbol: str
    value: Value


_NAME = regex.compile(r"(?:(?P<slot>[a-z_]+)=)?(?:(?P<open>\()|(?P<name>[A-Za-z][A-Za-z_0-9]*))")


def _value(key: str) -> Value:
    """Numbers of the data file as numbers."""
    try:
        number = Fraction(key)
    except ValueError:
        return key
    return int(number) if number.denominator == 1 else number


class Grammar:
    """A grammar file, ready to read text with."""

    def __init__(self, *sources: str, more: Mapping[str, Mapping[str, Value]] | None = None) -> None:
        """Compile `sources`: the words of all, the rules of the last. `more` gives further classes of
        words, folded, with their values.

        Raises DataError when a file breaks the format.
        """
        self._symbols: dict[str, str] = {}
        self._sets: dict[str, list[str]] = {}
        self._words: dict[str, _Entry] = {}
        self._exact: dict[str, _Entry] = {}
        joins: list[tuple[str, str]] = []
        data: dict[str, Any] = {}
        inflected: dict[str, dict[str, str]] = {}
        for name, entries in (more or {}).items():
            for form, value in entries.items():
                self._words.setdefault(form, _Entry(self.symbol(name), value))
        for source in sources:
            try:
                data = tomllib.loads(source)
            except tomllib.TOMLDecodeError as error:
                raise DataError(f"grammar: {error}") from error
            self._sets |= {name: members.split() for name, members in data.get("sets", {}).items()}
            joins += data.get("joins", {}).get("pairs", ())
            inflected |= data.get("inflected", {})
            self._take_words(data["words"], frozenset(data.get("exact", ())))
        self._data = data
        self._joins = [(self._class(first), self._class(second)) for first, second in joins]
        self._inflected = {
            self.symbol(name): (self.symbol(cases["locative"]), self.symbol(cases["other"]))
            for name, cases in inflected.items()
        }
        self._heads = frozenset("".join(first for first, _ in self._joins))
        self.levels = tuple(self._level(level["rules"]) for level in data["level"])
        self.analyse = lru_cache(maxsize=1 << 16)(self._analyse)

    def _take_words(self, tables: Mapping[str, Mapping[str, Sequence[str]]], exact: frozenset[str]) -> None:
        for name, table in tables.items():
            for key, spellings in table.items():
                for spelling in spellings:
                    form = fold(spelling)
                    self._words.pop(form, None)
                    self._exact.pop(form, None)
                    (self._exact if name in exact else self._words)[form] = _Entry(
                        self.symbol(name), _value(key)
                    )

    def symbol(self, name: str) -> str:
        """The one character that stands for the class `name`."""
        return self._symbols.setdefault(name, chr(_FIRST_SYMBOL + len(self._symbols)))

    def table(self, name: str) -> Mapping[str, Mapping[str, int]]:
        """A further table of the last file, as it stands there; empty where there is none."""
        table: Mapping[str, Mapping[str, int]] = self._data.get(name, {})
        return table

    def symbols(self, name: str) -> frozenset[str]:
        """The symbols of a class or set."""
        return frozenset(self._class(name))

    def _class(self, name: str) -> str:
        if name in self._sets:
            return "".join(self._class(member) for member in self._sets[name])
        return self.symbol(name)

    def _compile(self, pattern: str, slots: bool) -> str:
        def replaced(match: regex.Match[str]) -> str:
            slot = f"?P<{match['slot']}>" if match["slot"] and slots else "?:"
            if match["open"]:
                return f"({slot}" if match["slot"] else "("
            symbols = self._class(match["name"])
            letters = f"[{symbols}]" if len(symbols) > 1 else symbols
            return f"({slot}{letters})" if match["slot"] else letters

        compiled = _NAME.sub(replaced, pattern).replace(" ", "")
        return regex.sub(r"\((?!\?)", "(?:", compiled)

    def _level(self, lines: Sequence[Mapping[str, Any]]) -> _Level:
        rules = []
        for line in lines:
            try:
                rules.append(
                    Rule(
                        line["name"],
                        line["makes"],
                        self.symbol(line["makes"]),
                        regex.compile(self._compile(line["match"], slots=True)),
                        self._compile(line["match"], slots=False),
                        {k: _value(str(v)) for k, v in line.get("with", {}).items()},
                        line.get("calculate", ""),
                        tuple(line.get("examples", ())),
                    )
                )
            except (KeyError, regex.error) as error:
                raise DataError(f"grammar: rule {line.get('name', line)}: {error}") from error
        union = "|".join(f"(?P<r{i}>{rule.plain})" for i, rule in enumerate(rules))
        return _Level(regex.compile(union), tuple(rules))

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule, in order."""
        return tuple(rule for level in self.levels for rule in level.rules)

    # -- words ---------------------------------------------------------------------------------

    def _analyse(self, word: str) -> tuple[tuple[int, int, str, Value], ...]:
        """The known pieces of a printed word as (start, end, symbol, value); empty for a strange word."""
        pieces, at = [], 0
        for cut, entry in self._split(fold(word)):
            end = at + 1
            while end < len(word) and len(fold(word[: end + 1])) <= cut:
                end += 1
            pieces.append((at, end, entry.symbol, entry.value))
            at = end
        return tuple(pieces)

    def _split(self, form: str) -> list[tuple[int, _Entry]]:
        """The known words that a folded form is written of, each with where it ends."""
        if exact := self._exact.get(form) or self._words.get(form):
            return [(len(form), exact)]
        for cut in range(len(form) - 1, 0, -1):
            head = self._words.get(form[:cut]) or self._exact.get(form[:cut])
            if head is None or head.symbol not in self._heads:
                continue
            rest = self._split(form[cut:])
            if rest and any(
                head.symbol in first and rest[0][1].symbol in second for first, second in self._joins
            ):
                return [(cut, head), *((cut + end, entry) for end, entry in rest)]
        whole = self._entry(form)
        return [(len(form), whole)] if whole else []

    def _entry(self, form: str) -> _Entry | None:
        entry = self._exact.get(form) or self._words.get(form)
        if entry:
            return entry
        for length in range(1, min(10, len(form) - 1) + 1):
            ending = form[-length:]
            if ending in ENDINGS and (entry := self._words.get(form[:-length])):
                cases = self._inflected.get(entry.symbol)
                return _Entry(cases[not is_locative(ending)], entry.value) if cases else entry
        return None

    # -- rules ---------------------------------------------------------------------------------

    def reduce(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces after every level has joined what it can."""
        for level in self.levels:
            line = "".join([piece.symbol for piece in pieces])
            made: list[Piece] = []
            at = 0
            for match in level.any_rule.finditer(line):
                if match.end() == match.start():
                    continue
                rule = level.rules[int((match.lastgroup or "r0")[1:])]
                joined = self._join(rule, line, pieces, match.start(), match.end())
                made.extend(pieces[at : match.start()])
                made.append(joined)
                at = match.end()
            if at:
                made.extend(pieces[at:])
                pieces = made
        return pieces

    def _join(self, rule: Rule, line: str, pieces: list[Piece], start: int, end: int) -> Piece:
        match = rule.pattern.match(line, start)
        slots: dict[str, Value] = {}
        for piece in pieces[start:end]:
            slots.update(piece.slots)
        bound: dict[str, Value] = {}
        for name in rule.pattern.groupindex if match else ():
            at = match.start(name) if match else -1
            if at >= 0 and pieces[at].value != "":
                bound[name] = pieces[at].value
        value: Value = ""
        if rule.calculate:
            value = _calculate(rule.calculate, bound)
            bound = {}
        slots.update(bound)
        slots.update(rule.constants)
        return Piece(pieces[start].start, pieces[end - 1].end, rule.symbol, value, slots, rule.name)


def _calculate(how: str, values: Mapping[str, Value]) -> Value:
    """The `sum` or the `product` of the bound numbers."""
    numbers = [value for value in values.values() if not isinstance(value, str)]
    if how == "sum":
        return _plain(sum(map(Fraction, numbers)))
    if how == "product":
        product = Fraction(1)
        for number in numbers:
            product *= number
        return _plain(product)
    raise DataError(f"grammar: no calculation is called {how!r}")


def _plain(number: Fraction | int) -> Value:
    return int(number) if Fraction(number).denominator == 1 else Fraction(number)
