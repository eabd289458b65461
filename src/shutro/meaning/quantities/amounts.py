"""The amounts that a text prints: numbers, ranges (১০–১২ জন), and words that are amounts (শতাধিক)."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache

from shutro.bangla.forms import fold as number_form
from shutro.bangla.kept import WORDS, kept
from shutro.bangla.numbers import Number, may_begin, may_hold, numbers
from shutro.bangla.numbers.numerals import number_words
from shutro.bangla.verbs import fold
from shutro.meaning.lexicon import load
from shutro.meaning.sentences.scene import Scene

_RANGE = frozenset(load("quantities")["kinds"]["range"])


def amounts(view: Scene) -> list[tuple[Number, int | float | None]]:
    """The amounts of a document in order, each with the second figure where it is a range."""
    vague = _vague_amounts(view)
    taken = {v.end for v, _ in vague} | {v.start for v, _ in vague}
    whole = [n for n in _numbers(view) if n.start not in taken and n.end not in taken]
    return sorted([*_with_ranges(whole, view.doc.text), *vague], key=lambda pair: pair[0].start)


def _numbers(view: Scene) -> list[Number]:
    """The numbers of a document, looked for only in sentences that have a word or digit to begin one."""
    found = []
    for sentence in view.sentences:
        if any(_countable(token.key) for token in sentence.tokens if token.word):
            start = sentence.span.start
            for number in numbers(sentence.span.of(view.doc.text)):
                found.append(replace(number, start=number.start + start, end=number.end + start))
    return found


@kept(WORDS)
def _countable(key: str) -> bool:
    """Whether a word can begin a number."""
    return any(map(str.isdigit, key)) or may_hold(key) or may_begin(number_form(key))


def _with_ranges(found: list[Number], text: str) -> list[tuple[Number, int | float | None]]:
    """The numbers, each with the second figure where two make a range: ১০–১২ জন is one amount."""
    made: list[tuple[Number, int | float | None]] = []
    at = 0
    while at < len(found):
        first = found[at]
        second = found[at + 1] if at + 1 < len(found) else None
        between = text[first.end : second.start].strip() if second is not None else None
        if (
            second is not None
            and between in _RANGE
            and first.value < second.value
            and second.unit is not None
        ):
            whole = replace(
                first,
                end=second.end,
                text=text[first.start : second.end],
                unit=second.unit,
                bound=first.bound,
            )
            made.append((whole, second.value))
            at += 2
        else:
            made.append((first, None))
            at += 1
    return made


def _vague_amounts(view: Scene) -> list[tuple[Number, None]]:
    """Amounts in one word: শতাধিক, অর্ধশত; a number word before multiplies it (দুই শতাধিক)."""
    made: list[tuple[Number, None]] = []
    for sentence in view.sentences:
        for at, token in enumerate(sentence.tokens):
            if token.key not in _vague():
                continue
            value, bound = _vague()[token.key]
            before = sentence.tokens[at - 1] if at else None
            start = token.start
            times = _times(before.key) if before is not None else 1
            if before is not None and times != 1:
                start = before.start
            text = view.doc.text[start : token.end]
            made.append((Number(start, token.end, text, int(value * times), None, bound), None))
    return made


@cache
def _vague() -> dict[str, tuple[int, str]]:
    table = load("quantities")["vague"]
    return {fold(word): (int(value), str(bound)) for word, (value, bound) in table.items()}


def _times(key: str) -> int | Fraction:
    """By how much a number word multiplies the vague amount behind it; 1 for any other word."""
    words, form = number_words(), number_form(key)
    return words.cardinals.get(form) or words.fractions.get(form) or 1
