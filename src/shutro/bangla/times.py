"""Every time expression of a Bangla text, with its TIMEX3 value.

The grammar stands in data/times.toml, a rule a line; `grammar.py` reads the text with it and `timex.py`
turns what was read into values.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

import regex

from shutro.bangla.grammar import NO_SLOTS, Grammar, Piece, Token
from shutro.bangla.lexicon import Value
from shutro.bangla.numerals import LONGEST, additions, cardinals, fractions, multipliers, to_latin_digits
from shutro.bangla.tense import is_genitive
from shutro.bangla.timex import TimeExpression, TimexType, resolve
from shutro.bangla.words import is_plain
from shutro.errors import CalendarError

__all__ = ["TOKENS", "TimeExpression", "TimexType", "grammar", "number_words", "pieces", "source", "times"]

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
_FIRST_YEAR, _LAST_YEAR = 1000, 9000
_ORDINALS = frozenset(("ই", "শে", "লা", "রা", "ঠা"))
Kind = Literal["iso", "numdate", "clock", "dotclock", "amount", "digits"]


@cache
def source() -> str:
    """The grammar file, for grammars that share its words."""
    return files("shutro.bangla").joinpath("data/times.toml").read_text(encoding="utf-8")


@cache
def grammar() -> Grammar:
    """The grammar of time expressions, compiled once."""
    return Grammar(source(), tokens=TOKENS, more=number_words())


def number_words() -> dict[str, dict[str, Value]]:
    """The number words, by the classes that grammars of time know them under."""
    by_class: dict[str, dict[str, Value]] = {}
    for form, value in cardinals().items():
        by_class.setdefault(_number_class(value, "w"), {})[form] = value
    by_class["fraction"] = dict(fractions())
    by_class["addition"] = dict(additions())
    for form, value in multipliers().items():
        # শ and শো count only after a number (দুইশ); শত বছর stands alone like হাজার বছর.
        by_class.setdefault("thousand" if value > 100 or form == "শত" else "hundred", {})[form] = value
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
    digit_end = -1
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "sign"
        start, end = match.span()
        if kind == "word":
            word = match.group()
            if start == digit_end and word in _ORDINALS:
                yield start, end, symbol("ord"), ""
            else:
                yield from _word(word, start, rules)
        elif kind in ("sign", "stop", "case"):
            sign = match.group()
            yield start, end, symbol(_SIGNS.get(sign, "mark") if kind == "sign" else kind), ""
        elif end - start > LONGEST:
            yield start, end, symbol("word"), ""
            digit_end = -1
        else:
            name, value = _number(kind if kind != "sep" else "numdate", match.group())
            yield start, end, symbol(name), value
            digit_end = end


def times(text: str, at: date | None = None) -> list[TimeExpression]:
    """Every time expression of `text`, in order, none overlapping another.

    `at` is the day that relative expressions count from: the day of publication. Without it, and for
    expressions that count from a day the text does not name, the unknown parts of `value` are X
    (`XXXX-XX-XX`, `XXXX-09-12`). Days named on the way are carried along for `ওই দিন`, `পরদিন`.

    Raises CalendarError for a day so near the ends of the calendar that nothing can be counted from it.
    """
    if at is not None and not _FIRST_YEAR <= at.year <= _LAST_YEAR:
        raise CalendarError(f"{at} is no day to count from: the year must lie in {_FIRST_YEAR}-{_LAST_YEAR}")
    return list(_resolved(text, at))


@lru_cache(maxsize=1)
def _resolved(text: str, at: date | None) -> tuple[TimeExpression, ...]:
    """The expressions of a text; the last are kept, since the day a report was printed is read off them."""
    return tuple(resolve(text, list(_read(text)), grammar(), at))


@lru_cache(maxsize=1)
def _read(text: str) -> tuple[Piece, ...]:
    """What the grammar makes of a text, whatever day is counted from: a report is read for its day first."""
    rules = grammar()
    return tuple(rules.reduce(pieces(text, rules)))
