"""Numbers in Bangla text, in digits and in words, with the unit they count.

A number is one amount however it is written: `১২ জন`, `সাড়ে তিন লাখ টাকা`, `৩০৪ কোটি ৬৫ লাখ ডলার`,
`৪৩ হাজার ৬২৮ কোটি`, `১৩ দশমিক ৮ ডিগ্রি`. Ordinals (`১০ম`, `২১শে`) and the parts of dates and clock
times (`১২ মে ২০২৪`, `১২/০৫/২০২৪`, `১০:৩০`) are no amounts and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

import regex

from shutro.bangla.forms import bare, fold
from shutro.bangla.numbers.numerals import LONGEST, number_words, of_hundreds, to_latin_digits
from shutro.bangla.numbers.tokens import Token, tokens_of
from shutro.span import Span


@dataclass(frozen=True, slots=True)
class Number:
    """An amount: `text[start:end]` prints it, its unit word included where one follows.

    `unit` is canonical (`person`, `BDT`, `percent`, `km`, `day`, …; `item` for ৫টি), None where none is
    printed or known. `bound` tells how it is meant: `about`, `at-least`, `at-most`, `more-than`,
    `less-than`, or None.
    """

    start: int
    end: int
    text: str
    value: int | float
    unit: str | None = None
    bound: str | None = None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


# Digits that are part of something else: a date, a clock, a score, a code, an ordinal.
_NO_AMOUNT_BEFORE = regex.compile(r"(?:[০-৯0-9][/:.]|[A-Za-z]-?|(?<=\p{L}\p{M}*)[-–])$")


def _digits(token: Token) -> Fraction:
    latin = to_latin_digits(token.text).replace(",", "")
    return Fraction(latin) if "." in latin else Fraction(int(latin))


def _is_amount(text: str, token: Token) -> bool:
    if token.end - token.start > LONGEST:
        return False
    before = text[max(0, token.start - 8) : token.start]
    return not (_NO_AMOUNT_BEFORE.search(before) or _no_amount_after().match(text, token.end))


@cache
def _no_amount_after() -> regex.Pattern[str]:
    ordinals = "|".join(number_words().ordinals)
    return regex.compile(rf"[/:][০-৯0-9]|(?:{ordinals})(?![\p{{L}}\p{{M}}])|[A-Za-z]")


def _atom(text: str, tokens: list[Token], at: int) -> tuple[Fraction, int, str] | None:
    """The number that begins at token `at`, before any multiplier: value, next token, what was glued on."""
    words = number_words()
    token = tokens[at]
    if token.kind == "digits":
        if not _is_amount(text, token):
            return None
        value = _digits(token)
        if at + 2 < len(tokens) and tokens[at + 1].form in words.point and tokens[at + 2].text.isdecimal():
            places = to_latin_digits(tokens[at + 2].text)[:LONGEST]
            return value + Fraction(int(places), 10 ** len(places)), at + 3, ""
        return value, at + 1, ""
    if token.kind != "word":
        return None
    if token.form in words.fractions:
        return words.fractions[token.form], at + 1, ""
    found = bare(token.form, words.cardinals)
    if found and (not found[1] or found[1] in words.classifiers):
        return Fraction(words.cardinals[found[0]]), at + 1, found[1]
    return None


def _amount(text: str, tokens: list[Token], at: int) -> tuple[Fraction, int, str] | None:
    """The whole amount that begins at token `at`: its value, the token after it, a glued classifier."""
    words = number_words()
    total = Fraction(0)
    current: Fraction | None = None
    added: Fraction | None = None
    here, glued = at, ""
    while here < len(tokens) and not glued:
        token = tokens[here]
        multiplier = words.multipliers.get(token.form) if token.kind == "word" else None
        hundreds = of_hundreds(token.form) if current is None and token.kind == "word" else None
        if hundreds is not None:
            current, here = Fraction(hundreds), here + 1
        elif multiplier and (here > at or token.form not in words.after_number):
            one = current if current is not None else Fraction(0 if total else 1)
            if added is not None:
                one, added = (one if current is not None else Fraction(1)) + added, None
            if current is not None and total and total < multiplier:
                total = (total + one) * multiplier
            elif current is None and total:
                total *= multiplier
            else:
                total += one * multiplier
            current, here = None, here + 1
        elif current is None and token.form in words.additions:
            if added is not None:
                break
            added, here = words.additions[token.form], here + 1
        elif current is None and (atom := _atom(text, tokens, here)):
            if total and atom[0] >= 1000 and here > at:
                break
            current, here, glued = atom
            if added is not None:
                following = words.multipliers.get(tokens[here].form) if here < len(tokens) else None
                current, added = current + added, None
                if following is None:
                    break
        else:
            break
    if here == at or added is not None:
        return None
    return total + (current or 0), here, glued


def _unit(tokens: list[Token], at: int, glued: str) -> tuple[str | None, int]:
    """The unit printed at token `at`, and the token after it."""
    words = number_words()
    unit = "item" if glued else None
    if at < len(tokens):
        token = tokens[at]
        known = token.form if token.kind == "sign" else (bare(token.form, words.units) or ("", ""))[0]
        if known in words.units and (token.kind in ("sign", "word")):
            return words.units[known], at + 1
        if token.kind == "word" and unit is None and token.form in words.before_unit:
            following = _unit(tokens, at + 1, "")
            if following[0]:
                return following
    return unit, at


def _found(text: str) -> Iterator[Number]:
    words = number_words()
    tokens = tokens_of(text)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        amount = None
        if token.begins:
            amount = _amount(text, tokens, at)
        if amount is None:
            at += 1
            continue
        value, after, glued = amount
        if _is_dated(tokens, at, after):
            at = after
            continue
        unit, end = _unit(tokens, after, glued)
        before = tokens[at - 1] if at else None
        start = at
        if before and before.kind == "sign" and before.text in words.units and unit is None:
            unit, start = words.units[before.text], at - 1
        bound = words.bounds.get(before.form) if before and before.kind == "word" else None
        if bound is None and end < len(tokens) and tokens[end].kind == "word":
            bound = words.bounds_after.get(tokens[end].form)
        first, last = tokens[start].start, tokens[max(end, after) - 1].end
        plain = int(value) if value.denominator == 1 else float(value)
        yield Number(first, last, text[first:last], plain, unit, bound)
        at = max(end, after)


def _is_dated(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the number is a day or a year beside its month, or the hour of a clock."""
    words = number_words()
    before = tokens[start - 1].form if start else ""
    after = tokens[end].form if end < len(tokens) else ""
    return bool(bare(before, words.dates) or bare(after, words.dates)) or after in words.clocks


def numbers(text: str) -> list[Number]:
    """Every amount of `text`, in order; the first of a range (`১০-১২ জন`) shares the unit of the second."""
    words = number_words()
    found = list(_found(text))
    dropped: set[int] = set()
    for i in range(len(found) - 2, -1, -1):
        between = text[found[i].end : found[i + 1].start]
        if between.strip() not in words.range:
            continue
        if found[i + 1].unit in (None, "goal") or found[i].value >= found[i + 1].value:
            # a score, a code, a date: ৩-১, ৭৮৭-৮
            dropped |= {i, i + 1} if between.strip() in "-–—" else set()
        elif found[i].unit is None:
            found[i] = replace(found[i], unit=found[i + 1].unit)
    return [
        number
        for i, number in enumerate(found)
        if i not in dropped and (number.unit or fold(number.text) not in words.fillers)
    ]
