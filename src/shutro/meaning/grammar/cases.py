"""The case of a word: read off its ending, against its bare form where that is known."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, get_args

from shutro.bangla.kept import PAIRS, WORDS, kept
from shutro.bangla.stems import classes_of
from shutro.bangla.verbs import fold
from shutro.meaning.lexicon import folded, load, strings
from shutro.model import Name

Case = Literal["nom", "gen", "acc", "loc", "with"]
_DATA = load("cases")
_CASES: tuple[tuple[str, Case], ...] = tuple(
    sorted(
        ((ending, case) for case in get_args(Case) for ending in strings(_DATA["endings"][case])),
        key=lambda pair: -len(pair[0]),
    )
)
_BY_ENDING = {ending.lstrip("'’"): case for ending, case in reversed(_CASES)}
_ADJECTIVES = strings(_DATA["adjective"]["endings"])
# -য়ে is the locative only of words that end in য়: সময়ে, and not রেলওয়ে.
_GLIDING = fold("য়ে")
_NOT_GENITIVE = folded(strings(load("phrases")["not_genitive"]["words"]))
_R = fold("র")
_UNSURE = folded(strings(_DATA["unsure"]["endings"]))
_VOWELS = fold(_DATA["vowels"]["signs"])
_SHORT_LOCATIVE = fold("ে")
_OF = (fold("র"), fold("রও"))
# What a word loses that stands in the genitive, the longer first: করিম[ের], সংস্থা[র].
GENITIVE = strings(_DATA["tail"]["of"])


def case_of(key: str, base: str) -> Case | None:
    """The case that makes `key` out of `base`; None when it is another word."""
    if key == base:
        return "nom"
    if not key.startswith(base):
        return None
    return _BY_ENDING.get(key[len(base) :].lstrip("-'’"))


def name_case(name: Name) -> Case:
    """The case of a name, read off its last word against its canonical form."""
    return _printed_case(name.text, name.canonical)


@lru_cache(maxsize=PAIRS)
def _printed_case(text: str, canonical: str) -> Case:
    last = fold(text.split()[-1]) if text.split() else ""
    whole = fold(text).replace(" ", "").replace("-", "")
    canonical = fold(canonical)
    joined = canonical.replace(" ", "").replace("-", "")
    if whole.startswith(joined):
        found = case_of(whole, joined)
        if found:
            return found
    options = [found for word in canonical.split() if len(word) > 1 and (found := case_of(last, word))]
    if options:
        return options[-1] if "nom" not in options else "nom"
    return guess_case(last)


@kept(WORDS)
def guess_case(key: str) -> Case:
    """The case of a word whose bare form is not known: only unmistakable endings count."""
    if key in _NOT_GENITIVE:
        return "nom"
    adjective = key.endswith(_ADJECTIVES)
    for ending, case in _CASES:
        if ending in _UNSURE or len(ending) < 2 or (adjective and case == "loc"):
            continue
        if key.endswith(ending) and len(key) > len(ending) + 1:
            if ending == _GLIDING and not classes_of(key[:-1]):
                continue
            return case
    if key.endswith(_R) and len(key) > 3 and key[-2] in _VOWELS:
        return "gen"
    return "nom"


def located(key: str) -> bool:
    """Whether a word is a known noun in the short locative: পোস্টে."""
    return key.endswith(_SHORT_LOCATIVE) and bool(classes_of(key[:-1]))


def genitive(key: str) -> bool:
    """Whether a word may stand in the genitive."""
    return key.endswith(_OF)
