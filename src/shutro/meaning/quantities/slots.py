"""What a number counts: the slot of the word near it, and of its unit."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import cache

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.numbers import Number
from shutro.meaning.grammar.tokens import Token
from shutro.meaning.lexicon import folded, load, strings
from shutro.meaning.sentences.scene import Sentence
from shutro.span import Span

_KINDS = load("quantities")["kinds"]
_NUMBER, _BECOMES, _CHANGES, _FROM, _BEHIND, _CALLED = (
    folded(strings(_KINDS[group])) for group in ("number", "becomes", "changes", "from", "behind", "called")
)
_BESIDE, _PERSONS_ONLY, _THINGS_ONLY = (
    frozenset(_KINDS[group]) for group in ("beside", "persons_only", "things_only")
)
_MATTERS = strings(_KINDS["matters"])
_WITH_THEM = strings(_KINDS["with_them"])
_CASES = (*strings(_KINDS["of_it"]), *strings(_KINDS["in_it"]))
_PARTS = frozenset(",;:()—")
_WITHIN = 6


@cache
def _slots() -> dict[str, str]:
    return {word: slot for slot, words in load("quantities")["slots"].items() for word in strings(words)}


@cache
def _units() -> dict[str, str]:
    return {unit: slot for slot, units in load("quantities")["units"].items() for unit in units}


def counted_by(sentence: Sentence, number: Number) -> tuple[str | None, Span | None]:
    """What a number counts: the nearest slot word in its part of the sentence, sooner one that follows."""
    tokens = sentence.tokens
    at, end = sentence.at(number.start), sentence.at(number.end)
    after = [token.key for token in tokens[end : end + 2]]
    if after and after[0].endswith(_WITH_THEM) and number.unit != "person":
        return None, None
    if len(after) == 2 and after[0] in _FROM and after[1] in _CHANGES:
        return None, None
    if _names_a_thing(tokens, at, end):
        return None, None
    if (named := _before_number(tokens, at)) is not None:
        return named
    best: tuple[int, str, Span] | None = None
    for index in (*_own_part(tokens, at - 1, -1), *_own_part(tokens, end, 1)):
        token = tokens[index]
        slot = slot_of(token.key) if token.word else None
        if slot is None or slot in (_THINGS_ONLY if number.unit == "person" else _PERSONS_ONLY):
            continue
        distance = index - end + 1 if index >= end else 2 * (at - index)
        if (slot in _BESIDE and index != end) or not _counts(tokens, index, end):
            continue
        if best is None or distance < best[0]:
            best = distance, slot, token.span
    told = _units().get(number.unit or "")
    if told == "money" and best and best[1] == "price" and after and after[0] in _CHANGES:
        return "change", best[2]
    if told is not None:
        return (best[1], best[2]) if best and best[1] in {"fined", "price"} else (told, None)
    if best is None:
        counts = number.unit == "person" and number.value != 1
        return ("count", None) if counts else (None, None)
    return best[1], best[2]


def _names_a_thing(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a number only tells one thing from others of its kind: মামলা [নম্বর] ১৪, ১৪ [নম্বর] মামলা."""
    before = at - 1 if at and tokens[at - 1].word else at - 2
    return any(0 <= beside < len(tokens) and tokens[beside].key in _CALLED for beside in (before, end))


def _counts(tokens: Sequence[Token], index: int, end: int) -> bool:
    """Whether a word that tells a deed counts those it was done to: [হত্যা] করেছে, and not হত্যা মামলায়."""
    if _bare_of(tokens[index].key, _BEHIND) is None:
        return True
    following = tokens[index + 1].key if index + 1 < len(tokens) else ""
    return index >= end and tokens[index].key in _BEHIND and not following.startswith(_MATTERS)


def _bare_of(key: str, words: Container[str]) -> str | None:
    """Which of some words a key is, in whatever case."""
    return next((word for word in (key, *(key.removesuffix(e) for e in _CASES)) if word in words), None)


def _before_number(tokens: Sequence[Token], at: int) -> tuple[str, Span] | None:
    """What a number counts by the noun whose number it is: [নিহতের] সংখ্যা বেড়ে ১৫, [আহতের] সংখ্যা ২২."""
    back = at - 1
    while back > 0 and tokens[back].key in _BECOMES:
        back -= 1
    if back < 1 or tokens[back].key not in _NUMBER:
        return None
    token = tokens[back - 1]
    slot = slot_of(token.key) if token.word else None
    return (slot, token.span) if slot is not None else None


def _own_part(tokens: list[Token], at: int, step: int) -> Iterator[int]:
    """The tokens from `at` on that belong to a number's own part of the sentence."""
    for index in range(at, at + step * _WITHIN, step):
        if not 0 <= index < len(tokens) or (not tokens[index].word and tokens[index].key in _PARTS):
            return
        yield index


@kept(WORDS)
def slot_of(key: str) -> str | None:
    """The slot that a word fills, in any case: নিহতদের is `dead`."""
    base = _bare_of(key, _slots())
    return _slots()[base] if base is not None else None
