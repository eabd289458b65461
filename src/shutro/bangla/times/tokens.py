"""The words and signs of a text, each with the class that grammars of time know it under."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

import regex

from shutro.bangla.grammar.grammar import NO_SLOTS, Grammar, Piece, Token
from shutro.bangla.grammar.lexicon import Value
from shutro.bangla.numbers.numerals import LONGEST, number_words, to_latin_digits
from shutro.bangla.tense import is_genitive
from shutro.bangla.words import is_plain

_TOKEN = regex.compile(
    r"(?P<iso>[০-৯0-9]{4}-[০-৯0-9]{2}-[০-৯0-9]{2}(?![০-৯0-9]))"
    r"|(?P<numdate>[০-৯0-9]{1,2}(?P<sep>[/.-])[০-৯0-9]{1,2}(?P=sep)[০-৯0-9]{4}(?![০-৯0-9]))"
    r"|(?P<clock>[০-৯0-9]{1,2}\s?[:ঃ]\s?[০-৯0-9]{2}(?:[:ঃ][০-৯0-9]{2})?(?![০-৯0-9]))"
    r"|(?P<dotclock>[০-৯0-9]{1,2}\.[০-৯0-9]{2}(?![০-৯0-9.]))"
    r"|(?P<amount>[০-৯0-9]+(?:,[০-৯0-9]{2,3})+(?:\.[০-৯0-9]+)?|[০-৯0-9]+\.[০-৯0-9]+)"
    r"|(?P<digits>[০-৯0-9]+)"
    r"|(?P<case>(?<=[০-৯0-9])[-–’']?(?:এরও|এর|এও|এ|তে|র|ের)(?![\p{L}\p{M}]))"
    r"|(?P<word>[\p{L}\p{M}\u200c\u200d]*শ[’'](?=\s)|[\p{L}\p{M}\u200c\u200d]+(?:[’'‘][\p{L}\p{M}\u200c\u200d]+)*)"
    r"|(?P<stop>[।?!॥]|\n)"
    r"|(?P<sign>[^\s\u200e\u200f])"
)
_SPACED_CLOCK = regex.compile(r"[০-৯0-9](?:\s[:ঃ]\s?|[:ঃ]\s)[০-৯0-9]")
_HUNDRED = ("শ'", "শ’")
_PARTING = regex.compile(r"[/.-]")
_SPACE = regex.compile(r"\s")
_SIGNS = dict.fromkeys("([", "open") | dict.fromkeys(")]", "close") | dict.fromkeys("-–—‑", "dash")
_SIGNS |= {",": "comma", "|": "pipe", ":": "colon", "/": "slash", ".": "dot", "+": "plus"}
# The classes of what is no word, by which grammars of time know it.
TOKENS = (
    *("d0", "d12", "d24", "d31", "d59", "d99", "n4", "num", "numdate", "clock", "dotclock"),
    *("comma", "open", "close", "pipe", "colon", "slash", "dot", "plus", "dash", "mark"),
    *("word", "of", "case", "stop", "ord"),
)
_KEPT = 50_000  # words with the marks beside them
Kind = Literal["iso", "numdate", "clock", "dotclock", "amount", "digits"]


def number_classes() -> dict[str, dict[str, Value]]:
    """The number words, by the classes that grammars of time know them under."""
    words = number_words()
    by_class: dict[str, dict[str, Value]] = {}
    for form, value in words.cardinals.items():
        by_class.setdefault(_number_class(value, "w"), {})[form] = value
    by_class["fraction"] = dict(words.fractions)
    by_class["addition"] = dict(words.additions)
    for form, value in words.multipliers.items():
        by_class.setdefault("hundred" if form in words.after_number else "thousand", {})[form] = value
    return by_class


def _number_class(value: int, kind: str) -> str:
    """The grammar's class of a whole number: `d` in digits, `w` in words."""
    if value == 1 and kind == "w":
        return "one"
    for limit in (12, 24, 31, 59, 99):
        if value <= limit and (value or kind == "w"):
            return f"{kind}{limit}"
    if value == 0:
        return "d0"
    return "n4" if 1000 <= value <= 2199 else "num"


def _number(kind: str, text: str) -> tuple[str, Value]:
    latin = to_latin_digits(text)
    if kind == "digits":
        value = int(latin)
        return ("num" if len(latin) > 4 else _number_class(value, "d")), value
    if kind == "iso":
        return "numdate", latin
    if kind == "numdate":
        day, month, year = _PARTING.split(latin)
        return "numdate", f"{year}-{int(month):02}-{int(day):02}"
    if kind == "clock":
        return "clock", _SPACE.sub("", latin).replace("ঃ", ":")
    if kind == "dotclock":
        return "dotclock", Fraction(latin)
    return "num", Fraction(latin.replace(",", ""))


def pieces(text: str, rules: Grammar) -> list[Piece]:
    """The words and signs of `text`, classed; of strange words only whether they may be a genitive.

    No token goes over white space but a clock time printed with it, so that what stands between two
    spaces is read once, however often it comes.
    """
    if _SPACED_CLOCK.search(text) or text.endswith(_HUNDRED):
        return [Piece(*token) for token in _tokens(text, rules)]
    found: list[Piece] = []
    stop, get = rules.symbol("stop"), rules.read.get
    add, new = found.append, tuple.__new__  # a third of the time that Piece(…) takes
    begun = 0
    for line in text.split("\n"):
        if line:
            at = 0
            for chunk in line.split():
                at = line.index(chunk, at)
                first = begun + at
                for start, end, symbol, value in get(chunk) or _keep(chunk, rules):
                    add(new(Piece, (first + start, first + end, symbol, value, NO_SLOTS, "")))
                at += len(chunk)
            found.append(Piece(begun + len(line), begun + len(line) + 1, stop))
        begun += len(line) + 1
    if found and found[-1].end > len(text):
        found.pop()
    return found


def _keep(chunk: str, rules: Grammar) -> tuple[Token, ...]:
    if len(rules.read) >= _KEPT:
        rules.read.clear()
    # The space that stands behind it in the text tells শ’ টাকা from শ’টাকা.
    known = _word(chunk, 0, rules) if is_plain(chunk) else tuple(_tokens(chunk + " ", rules))
    rules.read[chunk] = known
    return known


def _word(word: str, start: int, rules: Grammar) -> tuple[Token, ...]:
    """What a word that begins at `start` is: the known parts of it, or whether it may be a genitive."""
    if known := rules.analyse(word):
        return tuple((start + first, start + last, name, value) for first, last, name, value in known)
    return ((start, start + len(word), rules.symbols["of" if is_genitive(word) else "word"], ""),)


def _tokens(text: str, rules: Grammar) -> Iterator[Token]:
    """The words and signs of `text` as (start, end, symbol, value)."""
    symbol = rules.symbols.__getitem__
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "sign"
        start, end = match.span()
        if kind == "word":
            yield from _word(match.group(), start, rules)
        elif kind in ("sign", "stop", "case"):
            sign = match.group()
            yield start, end, symbol(_SIGNS.get(sign, "mark") if kind == "sign" else kind), ""
        elif end - start > LONGEST:
            yield start, end, symbol("word"), ""
        else:
            name, value = _number(kind if kind != "sep" else "numdate", match.group())
            yield start, end, symbol(name), value
