"""Two words side by side: the same word, a slip of the typist, another ending, a rival, or another word."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal

import regex

from shutro.archive.words.endings import stems
from shutro.archive.words.roman import phones_of_bangla
from shutro.archive.words.terms import is_number, plain
from shutro.archive.words.turning import turning
from shutro.archive.words.wordlists import is_month, one_word, same_as
from shutro.bangla.kept import PAIRS, WORDS, kept
from shutro.bangla.numbers import numbers
from shutro.bangla.stems import entry, lemma

Likeness = Literal["same", "slip", "ending", "rival", "other"]

MET: Final = ("same", "slip", "ending")
"""The likenesses of two forms of one word."""

_DROPPED = regex.compile("[\u09bc\u09cd\u200c\u200d]")
_NUKTA = str.maketrans({"\u09dc": "ড", "\u09dd": "ঢ", "\u09df": "য", "ষ": "শ", "স": "শ", "ৎ": "ত"})
_ONE_SLIP, _TWO_SLIPS = 4, 9  # letters from which on a word may have one slip, or two
_SHORTEST = 3  # letters of a word that may be another one by ear
_OPEN_ENDED = "\u09b2\u09a4\u09ac"  # what a verb ends in that may be written with an ো


@lru_cache(maxsize=PAIRS)
def likeness(card: str, printed: str) -> Likeness:
    """How a word of the card stands to a word in print; both are forms.

    A slip is a spelling that changes no word into another: marks dropped, a vowel of the wrong length,
    one letter off in a word that nobody else writes so. A rival is another of a kind of which only one can
    stand there: another number, another month.
    """
    if card == printed:
        return "same"
    if "1" in (card[0], printed[0]) and _in_figures(card) == _in_figures(printed):
        return "same"
    if (ours := amount(card)) is not None or is_number(printed):
        theirs = amount(printed)
        if ours is None or theirs is None:
            return "other"
        return "same" if ours == theirs else "rival" if ours[1] == theirs[1] else "other"
    if plain(card) == plain(printed) or _mean_the_same(card, printed):
        return "same"
    if is_month(card) and is_month(printed):
        return "rival"
    mine, its = _bare(card), _bare(printed)
    if mine[:1] != its[:1] or opposed(card, printed):
        return "other"
    if mine == its or frozenset((card, printed)) in turning().spellings or _same_verb(card, printed):
        return "slip"
    if set(stems(plain(card))) & set(stems(plain(printed))):
        return "ending"
    if not _known(card) and _slips(mine, its):
        return "slip"
    if _unheard(card) and len(mine) == len(its) >= _SHORTEST and _sounds_like(card, printed):
        return "slip"
    return "other"


def _in_figures(form: str) -> str:
    """A form with ১ for the word for one (একজন: 1জন)."""
    rest = form.removeprefix(one_word())
    return "1" + rest if rest in ("", *turning().counters) and rest != form else form


def _mean_the_same(card: str, printed: str) -> bool:
    """Whether two words are two names of one thing, with the same ending (স্বর্ণের, সোনার)."""
    if printed in same_as(card):
        return True
    for other, ending in _other_names(card):
        if plain(printed).startswith(other):
            return _genitive(plain(printed)[len(other) :]) == ending
    return False


@kept(WORDS)
def _other_names(card: str) -> tuple[tuple[str, str], ...]:
    """The other names of what a word is an ending of, in plain spelling, each with the ending."""
    form = plain(card)
    return tuple(
        (plain(other), ending)
        for stem in stems(form)
        if (ending := _genitive(form[len(stem) :]))
        for other in same_as(stem)
    )


def _genitive(ending: str) -> str:
    """An ending as it is after a vowel."""
    return ending[1:] if ending.startswith("\u09c7\u09b0") else ending


@lru_cache(maxsize=PAIRS)
def akin(card: str, printed: str) -> bool:
    """Whether a word of the card is one in print: the same, slipped, with another ending, denied, or a rival
    of it."""
    return likeness(card, printed) != "other" or opposed(card, printed)


def opposed(one: str, other: str) -> bool:
    """Whether one word is the other denied: বৈধ and অবৈধ, হয় and হয়নি."""
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if not longer.startswith(shorter) and not longer.endswith(shorter):
        return False
    return any(longer == start + shorter for start in turning().negative_beginnings) or any(
        longer == shorter + end for end in turning().negative_endings
    )


def _same_verb(one: str, other: str) -> bool:
    """Whether both are one verb form in two spellings: করল and করলো, দেয়া and দেওয়া; কাল and কালো are not."""
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if longer == shorter + "\u09cb":
        if shorter[-1] in _OPEN_ENDED and not _has_lemma(longer):
            return True
    elif longer.replace("ও\u09df", "\u09df", 1) != shorter:
        return False
    known = lemma(shorter)
    return known != shorter and known == lemma(longer)


def _has_lemma(form: str) -> bool:
    """Whether the dictionary knows a form, and not only that it was printed."""
    found = entry(form)
    return found is not None and bool(found.lemmas)


@kept(WORDS)
def figure(form: str) -> int | float | None:
    """The amount that one word prints, in figures or in letters (৭, সাত); None for any other word."""
    if is_number(form):
        form = form.replace("\u066b", ".")
    found = numbers(form)
    return found[0].value if len(found) == 1 and found[0].text == form else None


@kept(WORDS)
def amount(form: str) -> tuple[int | float, str] | None:
    """What one word counts and the word it counts with (সাতজন, ৭জন: 7 and জন); None for any other word."""
    for counter in turning().counters:
        start, found, ending = form.rpartition(counter)
        if found and start and (value := figure(start)) is not None:
            return value, counter + ending
    value = figure(form)
    return None if value is None else (value, "")


def _known(form: str) -> bool:
    return entry(form) is not None


def _unheard(form: str) -> bool:
    """Whether no paper has printed a form, whatever a dictionary has."""
    found = entry(form)
    return found is None or not found.count


def _sounds_like(one: str, other: str) -> bool:
    """Whether two words are said alike, breathed or not: শফথ and শপথ, বন্দ and বন্ধ."""
    return phones_of_bangla(plain(one)) == phones_of_bangla(plain(other))


@kept(WORDS)
def _bare(form: str) -> str:
    """A form without nukta, hasanta and vowel length."""
    return _DROPPED.sub("", plain(form).translate(_NUKTA))


def _slips(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    allowed = 2 if shorter >= _TWO_SLIPS else 1 if shorter >= _ONE_SLIP else 0
    return bool(allowed) and _edits(one, other, allowed) <= allowed


def _edits(one: str, other: str, most: int) -> int:
    """Letters to add, drop, change or swap, counted up to `most + 1`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if older and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
