"""Numbers of several words: ১৬ হাজার ৫০০ and ১৬৫০০ are one, and so are ৫৪ দশমিক ৪৫ and ৫৪.৪৫."""

from __future__ import annotations

from collections.abc import Sequence

from shutro.archive.words.compare import figure
from shutro.archive.words.endings import stems
from shutro.archive.words.terms import DECIMAL, plain
from shutro.archive.words.wordlists import large_numbers, points
from shutro.bangla.kept import WORDS, kept


def summed(forms: Sequence[str]) -> list[tuple[int, int, int]]:
    """Where amounts stand that are printed with words for large numbers: first and last place, and value."""
    large = [_size(form) for form in forms]
    found: list[tuple[int, int, int]] = []
    at = 0
    while any(large[at + 1 :]):
        total, end, least = 0, at, 0
        while end + 1 < len(forms) and (size := large[end + 1]) and (not least or size < least):
            if not isinstance(count := figure(forms[end]), int):
                break
            total, end, least = total + count * size, end + 2, size
        rest = (
            figure(forms[end]) if total and end < len(forms) and not any(large[end + 1 : end + 2]) else None
        )
        if isinstance(rest, int) and 0 < rest < least:
            total, end = total + rest, end + 1
        if total:
            found.append((at, end - 1, total))
        at = max(end, at + 1)
    return found


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
