"""Quantities: who counts what. Later values of one slot tell an update from a conflict."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from shutro.bangla.forms import fold as number_form
from shutro.bangla.kept import kept
from shutro.bangla.numbers import Number, may_begin, may_hold, numbers
from shutro.bangla.numbers.numerals import number_words
from shutro.bangla.stems import classes_of
from shutro.bangla.verbs import fold
from shutro.meaning.document import Document
from shutro.meaning.lexicon import folded, load, strings
from shutro.meaning.sentences.cases import guess_case
from shutro.meaning.sentences.parties import located
from shutro.meaning.sentences.scene import Scene, Sentence, scene
from shutro.meaning.sentences.tokens import Token
from shutro.meaning.sentences.when import days
from shutro.meaning.statements.attribution import heard_in, statements
from shutro.model import Statement
from shutro.span import Span

_WITHIN = 6
_CLOSE = 3
_DATA = load("quantities")
_THINGS_ONLY = frozenset(_DATA["kinds"]["things_only"])
_PERSONS_ONLY = frozenset(_DATA["kinds"]["persons_only"])
_BESIDE = frozenset(_DATA["kinds"]["beside"])
_RANGE = frozenset(_DATA["kinds"]["range"])
_PARTS = frozenset(",;:()—")
_WITH_THEM = fold("সহ")
_NUMBER, _BECOMES, _CHANGES, _FROM, _AMONG, _BEHIND, _PASSED = (
    folded(strings(_DATA["kinds"][group]))
    for group in ("number", "becomes", "changes", "from", "among", "behind", "passed")
)
_MATTERS = strings(_DATA["kinds"]["matters"])
_OF_IT = tuple(fold(e) for e in ("দের", "ের", "কে", "জন", "টি", "র"))
_CASES = (*_OF_IT, *(fold(e) for e in ("তে", "য়", "ে")))


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount: `text` prints it, `slot` says what is counted (`dead`, `injured`, `arrested`, `votes`, …).

    `slot` is `money` for a sum and `count` where nothing near says what is counted. `bound` is that
    of the number (`about`, `at-least`, …). `as_of` is the ISO day it holds for, None where unknown;
    `source` who gives it, None where the outlet itself does. `of` is the slot's word as printed.
    `upper` is the second figure of a range (১০–১২ জন), whose bound is `about`. `what` is the noun that
    is counted, without its case, where it stands right behind the number: ৫০ জন [শ্রমিক]. `part` marks
    some of those counted: নিহতদের মধ্যে [১২ জন] নারী.
    """

    start: int
    end: int
    text: str
    slot: str
    value: int | float
    unit: str | None = None
    bound: str | None = None
    as_of: str | None = None
    source: str | None = None
    of: Span | None = None
    upper: int | float | None = None
    what: str | None = None
    part: bool = False

    @property
    def span(self) -> Span:
        """Where the amount stands."""
        return Span(self.start, self.end)


@cache
def _slots() -> dict[str, str]:
    return {word: slot for slot, words in load("quantities")["slots"].items() for word in strings(words)}


@cache
def _units() -> dict[str, str]:
    return {unit: slot for slot, units in load("quantities")["units"].items() for unit in units}


def quantities(doc: Document, said: Sequence[Statement] | None = None) -> list[Quantity]:
    """The amounts of a document that count something, in order; parts of dates and times are none.

    `said` is its statements, where they are known already.
    """
    view = scene(doc)
    vague = _vague_amounts(view)
    taken = {v.end for v, _ in vague} | {v.start for v, _ in vague}
    whole = [n for n in _numbers(view) if n.start not in taken and n.end not in taken]
    found = sorted([*_ranges(whole, doc.text), *vague], key=lambda pair: pair[0].start)
    if not found:
        return []
    said = statements(doc) if said is None else said
    known = days(view)
    starts = [time.start for time in doc.times]
    heard = heard_in(doc, said)
    kept = []
    for number, upper in found:
        before = bisect_left(starts, number.end) - 1
        if before >= 0 and doc.times[before].end > number.start:
            continue
        sentence = view.sentences[doc.sentence_at(number.start)]
        slot, word = _slot(sentence, number)
        if slot is None:
            continue
        day, _ = known.of(sentence, number.span, "asserted")
        bound = "about" if upper is not None else number.bound or _passed(sentence, number)
        kept.append(
            Quantity(
                number.start, number.end, number.text, slot, number.value, number.unit, bound, day,
                _source(heard.get(sentence.number, ()), number), word, upper, _counted(sentence, number),
                _partial(sentence, number, word),
            )
        )  # fmt: skip
    return kept


def _numbers(view: Scene) -> list[Number]:
    """The numbers of a document, looked for only in sentences that have a word or digit to begin one."""
    found = []
    for sentence in view.sentences:
        if any(_countable(token.key) for token in sentence.tokens if token.word):
            start = sentence.span.start
            for number in numbers(sentence.span.of(view.doc.text)):
                found.append(replace(number, start=number.start + start, end=number.end + start))
    return found


@kept(50_000)
def _countable(key: str) -> bool:
    return any(map(str.isdigit, key)) or may_hold(key) or may_begin(number_form(key))


def _ranges(found: list[Number], text: str) -> list[tuple[Number, int | float | None]]:
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


def _slot(sentence: Sentence, number: Number) -> tuple[str | None, Span | None]:
    """What a number counts: the nearest slot word in its part of the sentence, sooner one that follows."""
    tokens = sentence.tokens
    starts = [token.start for token in tokens]
    at = bisect_left(starts, number.start)
    end = bisect_left(starts, number.end)
    after = [token.key for token in tokens[end : end + 2]]
    if after and after[0].endswith(_WITH_THEM) and number.unit != "person":
        return None, None
    if len(after) == 2 and after[0] in _FROM and after[1] in _CHANGES:
        return None, None
    if (named := _before_number(tokens, at)) is not None:
        return named
    best: tuple[int, str, Span] | None = None
    for index in (*_own_part(tokens, at - 1, -1), *_own_part(tokens, end, 1)):
        token = tokens[index]
        slot = _slot_of(token.key) if token.word else None
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
    slot = _slot_of(token.key) if token.word else None
    return (slot, token.span) if slot is not None else None


def _partial(sentence: Sentence, number: Number, word: Span | None) -> bool:
    """Whether a number is of some among those counted: নিহতদের মধ্যে [১২ জন] নারী ও [৮ জন] শিশু."""
    starts = [token.start for token in sentence.tokens]
    at = bisect_left(starts, number.start)
    of = bisect_left(starts, word.start) if word is not None and word.end <= number.start else at
    return any(token.key in _AMONG for token in sentence.tokens[max(0, min(of, at - _CLOSE)) : at])


def _passed(sentence: Sentence, number: Number) -> str | None:
    """`more-than` where the words behind a number say that it has been passed: ২৮০০ [ছাড়িয়েছে]."""
    at = bisect_left([token.start for token in sentence.tokens], number.end)
    behind = [token.key for token in sentence.tokens[at : at + 2] if token.word]
    return "more-than" if any(key in _PASSED for key in behind) else None


def _own_part(tokens: list[Token], at: int, step: int) -> Iterator[int]:
    """The tokens from `at` on that belong to a number's own part of the sentence."""
    for index in range(at, at + step * _WITHIN, step):
        if not 0 <= index < len(tokens) or (not tokens[index].word and tokens[index].key in _PARTS):
            return
        yield index


def _counted(sentence: Sentence, number: Number) -> str | None:
    """The noun right behind a number, without its case, if it is one; none behind a number in a case."""
    if number.unit is not None and guess_case(fold(number.text.split()[-1])) != "nom":
        return None
    at = bisect_left([token.start for token in sentence.tokens], number.end)
    if at >= len(sentence.tokens) or not sentence.tokens[at].word or sentence.tokens[at].forms:
        return None
    return _bare_noun(sentence.tokens[at].key)


@kept(50_000)
def _bare_noun(key: str) -> str | None:
    if _slot_of(key) is not None or located(key):
        return None
    stems = [*(key.removesuffix(ending) for ending in _OF_IT if key.endswith(ending)), key]
    return next((stem for stem in stems if "n" in classes_of(stem)), None)


@kept(50_000)
def _slot_of(key: str) -> str | None:
    base = _bare_of(key, _slots())
    return _slots()[base] if base is not None else None


def _source(said: Iterable[Statement], number: Number) -> str | None:
    for statement in said:
        if statement.content is not None and statement.content.covers(number.span):
            return statement.source
    return None
