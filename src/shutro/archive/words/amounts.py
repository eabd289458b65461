"""Numbers of several words: ১৬ হাজার ৫০০ and ১৬৫০০ are one, and so are ৫৪ দশমিক ৪৫ and ৫৪.৪৫."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from shutro.archive.words.compare import figure
from shutro.archive.words.endings import stems
from shutro.archive.words.terms import DECIMAL, is_number, plain
from shutro.archive.words.wordlists import before_numbers, hundreds, large_numbers, one_word, points
from shutro.bangla.kept import WORDS, kept

_HUNDRED = 100
_HUNDREDS = range(_HUNDRED, 10 * _HUNDRED, _HUNDRED)
_DECIMALS = 6  # of an amount, beyond which it is binary rounding: 2.3 * 100000
_BEFORE = 3  # words that may make one number before a word for a large one: সাড়ে, দুইশ পঁচানব্বই


def summed(forms: Sequence[str]) -> list[tuple[int, int, int]]:
    """Where amounts stand that are printed with words for large numbers: first and last place, and value.

    Their sizes fall (৫ লাখ ১৭ হাজার ৩০০), but that crores are counted like anything else (৬ হাজার ২৯৫ কোটি).
    """
    large = [_size(form) for form in forms]
    found: list[tuple[int, int, int]] = []
    end = 0
    for at in range(len(forms) - 1 if any(large) else 0):
        if at < end or not any(large[at + 1 : at + 1 + _BEFORE]):
            continue
        total, behind = _amount(forms, large, at)
        total = round(total, _DECIMALS)
        if total and total == int(total):
            found.append((at, behind - 1, int(total)))
        end = behind
    return found


def _amount(forms: Sequence[str], large: Sequence[int], at: int) -> tuple[float, int]:
    """The amount that begins at a place, and the place behind it; 0 where none with a large number does."""
    total, least = 0.0, 0
    while True:
        count, end = _counted(forms, at)
        size = large[end] if end < len(forms) else 0
        if size and count and (not least or size < least):
            total, at, least = total + count * size, end + 1, size
        elif size == _crore() and least and least < size:
            total, at, least = (total + count) * size, end + 1, size
        elif not size and count == int(count) and 0 < count < least:
            return total + count, end
        else:
            return total, at


def _counted(forms: Sequence[str], at: int) -> tuple[float, int]:
    """The number that begins at a place, with what changes it before it (সাড়ে ১৩), and the place behind."""
    more = 0.0
    if at + 1 < len(forms) and forms[at] in before_numbers():
        more, at = before_numbers()[forms[at]], at + 1
    if at == len(forms):
        return 0.0, at
    value = 1 if forms[at] == one_word() else figure(forms[at])
    if value is None or _size(forms[at]):
        return 0.0, at
    lettered, at = not is_number(forms[at]), at + 1
    if value < _HUNDRED and at < len(forms) and forms[at] in hundreds():
        value, lettered, at = value * _HUNDRED, True, at + 1
    if lettered and value in _HUNDREDS and at < len(forms):
        tens = figure(forms[at])  # দুইশ পঁচানব্বই
        if tens is not None and 0 < tens < _HUNDRED:
            value, at = value + tens, at + 1
    return value + more, at


@cache
def _crore() -> int:
    return max(large_numbers().values())


@kept(WORDS)
def _size(form: str) -> int:
    """What a word for a large number is worth, whatever its ending; 0 for any other word."""
    sizes = large_numbers()
    return next((sizes[stem] for stem in stems(plain(form)) if stem in sizes), 0)


def decimals(forms: Sequence[str]) -> list[tuple[int, int, str]]:
    """Where numbers stand whose point is a word (৫৪ দশমিক ৪৫): first and last place, and form."""
    return [
        (at, at + 2, forms[at] + DECIMAL + forms[at + 2])
        for at in range(len(forms) - 2)
        if forms[at + 1] in points() and forms[at].isdecimal() and forms[at + 2].isdecimal()
    ]


def in_words(number: int) -> list[list[str]]:
    """A number as print has it with words for large ones: each part in every spelling, in plain spelling.

    Empty where it is too small for any.
    """
    words: dict[int, list[str]] = {}
    for word, size in large_numbers().items():
        words.setdefault(size, []).append(word)
    parts: list[list[str]] = []
    for size in sorted(words, reverse=True):
        count, number = divmod(number, size)
        if count:
            parts += [[str(count)], words[size]]
    return [*parts, [str(number)]] if parts and number else parts
