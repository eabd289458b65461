"""The archive's small word lists: letter names and words that mean the same."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache

from shutro.archive.words.datafiles import load
from shutro.archive.words.endings import stems
from shutro.archive.words.terms import plain, terms

_LONGEST_ACRONYM = 6  # letters
_FEWEST_LETTERS = 3  # of a short name that stands letter by letter
_MOST_SPELLINGS = 8  # of one short name


@cache
def _letters() -> dict[str, list[str]]:
    return {letter: [terms(name)[0].form for name in names] for letter, names in load("letters").items()}


def letter_names(letter: str) -> list[str]:
    """How the name of a Latin letter is spelt in Bangla, as forms."""
    return _letters().get(letter, [])


def letters(word: str) -> list[str]:
    """The Bangla spellings of a Latin word read letter by letter (bnp: বিএনপি); none for a long word."""
    names = [_letters().get(char, []) for char in word.casefold()]
    if not 2 <= len(word) <= _LONGEST_ACRONYM or not all(names):
        return []
    return ["".join(spelt) for spelt in itertools.islice(itertools.product(*names), _MOST_SPELLINGS)]


@cache
def letter_forms() -> frozenset[str]:
    """The names of the Latin letters, as forms."""
    return frozenset(name for names in _letters().values() for name in names)


def letter_runs(words: Sequence[str]) -> list[tuple[int, int]]:
    """Where a short name stands letter by letter (এস এস সি), as first and last place.

    Three letters at least: two may be words (এ কে).
    """
    found = []
    for letters, run in itertools.groupby(range(len(words)), key=lambda at: words[at] in letter_forms()):
        places = list(run)
        if letters and len(places) >= _FEWEST_LETTERS:
            found.append((places[0], places[-1]))
    return found


@cache
def large_numbers() -> dict[str, int]:
    """The words for large round numbers, in plain spelling, with what they are worth."""
    return {plain(terms(word)[0].form): size for word, size in load("same")["numbers"].items()}


@cache
def points() -> frozenset[str]:
    """The words for a decimal point, as forms."""
    return frozenset(terms(word)[0].form for word in load("same")["points"])


@cache
def before_numbers() -> dict[str, float]:
    """What stands before a number and changes it (সাড়ে ১৩ লাখ), as forms, and by how much."""
    return {terms(word)[0].form: more for word, more in load("same")["before_numbers"].items()}


@cache
def hundreds() -> frozenset[str]:
    """What makes hundreds of the number before it (১শ), as forms."""
    return frozenset(terms(word)[0].form for word in load("same")["hundreds"])


@cache
def one_word() -> str:
    """The word for one, as a form: mostly no number but *a*."""
    return terms(load("same")["one"])[0].form


@cache
def _same() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group in [*load("same")["months"], *load("same")["words"], *load("same")["names"]]:
        forms = tuple(dict.fromkeys(terms(word)[0].form for word in group))
        for form in forms:
            others = tuple(other for other in forms if other != form)
            found[form] = others
            found.setdefault(plain(form), others)
    return found


def same_as(form: str) -> tuple[str, ...]:
    """The other words for the same thing; `form` may be in plain spelling."""
    return _same().get(form, ())


@cache
def _related() -> dict[str, tuple[str, ...]]:
    data = load("related")
    found: dict[str, list[str]] = {}
    for group in data["groups"]:
        forms = [plain(terms(word)[0].form) for word in group]
        for form in forms:
            found.setdefault(form, []).extend(other for other in forms if other != form)
    for kind, members in data["kinds"].items():
        found.setdefault(plain(terms(kind)[0].form), []).extend(
            plain(terms(word)[0].form) for word in members
        )
    return {form: tuple(dict.fromkeys(others)) for form, others in found.items()}


def related(form: str) -> tuple[str, ...]:
    """Words, in plain spelling, that report the same kind of thing as `form`, in plain spelling."""
    return _related().get(form, ())


@cache
def asking() -> dict[str, frozenset[str]]:
    """The words of questions (`data/asking.toml`), as forms: each list by its name."""
    return {name: frozenset(terms(word)[0].form for word in words) for name, words in load("asking").items()}


@cache
def _months() -> frozenset[str]:
    return frozenset(terms(word)[0].form for group in load("same")["months"] for word in group)


def is_month(form: str) -> bool:
    """Whether the form names a month of the Gregorian calendar, in Bangla or English."""
    return form in _months() or any(stem in _months() for stem in stems(plain(form)))
