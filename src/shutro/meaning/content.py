"""What is said: the part of the sentence that a cue introduces or closes, quotations whole."""

from __future__ import annotations

from shutro.bangla.verbs import fold
from shutro.meaning.cues import Cue
from shutro.meaning.lexicon import folded, load, strings
from shutro.meaning.scene import Scene, Sentence
from shutro.meaning.sources import Source, introduces
from shutro.meaning.tokens import QUOTES, STOPS
from shutro.span import Span

_OPENERS = tuple(tuple(phrase.split()) for phrase in strings(load("cues")["openers"]["words"]))
_THAT = fold("বলে")
_WHICH = fold("যে")
_TO = folded(["কে"])


def content(scene: Scene, sentence: Sentence, cue: Cue, source: Source, left: int) -> Span | None:
    """The span of what is said, without the cue, its marks and the words that only lead in."""
    tokens = sentence.tokens
    if introduces(scene, sentence, cue):
        return _after(scene, sentence, cue)
    first, last = left, cue.first - 1
    if last >= first and tokens[last].key == _THAT:
        last -= 1
    elif (that := _that(sentence, cue, left)) is not None:
        last = that - 1
    first = _skip_openers(sentence, first, last)
    if (
        source.span is not None
        and first <= last
        and tokens[first].start <= source.span.start < tokens[last].end
    ):
        after = next((at for at in range(first, last + 1) if tokens[at].start >= source.span.end), last + 1)
        head = tokens[after - 1] if after <= last + 1 else tokens[last]
        lead = source.span.start - tokens[first].start
        if lead < 60 or head.key == _WHICH:
            first = after
    addressee = next(
        (
            m
            for m in sentence.parties
            if m.case == "acc" and first <= m.first <= first + 4 and m.last < last and m.named
        ),
        None,
    )
    if addressee is not None and cue.kind == "noun":
        first = addressee.last + 1
    while first <= last and not tokens[first].word and tokens[first].key not in QUOTES:
        first += 1
    if first > last:
        return None
    return _trim(sentence, tokens[first].start, tokens[last].end)


def _after(scene: Scene, sentence: Sentence, cue: Cue) -> Span | None:
    tokens = sentence.tokens
    first = cue.last + 1
    while first < len(tokens) and (not tokens[first].word or tokens[first].key == _WHICH):
        first += 1
    if first >= len(tokens):
        return None
    start, end = tokens[first].start, sentence.span.end
    quote = scene.quote_at(start)
    if quote is not None and quote.start <= start and quote.end >= end - 3:
        return Span(start, max(quote.end, start))
    return _trim(sentence, start, end)


def _that(sentence: Sentence, cue: Cue, left: int) -> int | None:
    for at in range(cue.first - 1, left, -1):
        if sentence.tokens[at].key == _THAT:
            return at
    return None


def _skip_openers(sentence: Sentence, first: int, last: int) -> int:
    for phrase in _OPENERS:
        keys = tuple(t.key for t in sentence.tokens[first : first + len(phrase)])
        if keys == phrase and first + len(phrase) <= last:
            first += len(phrase)
            break
    while first <= last and sentence.tokens[first].key == ",":
        first += 1
    return first


def _trim(sentence: Sentence, start: int, end: int) -> Span | None:
    inside = [t for t in sentence.tokens if start <= t.start and t.end <= end]
    while inside and (
        inside[-1].key in STOPS or inside[-1].key in QUOTES or inside[-1].key in {",", ":", "—", "–"}
    ):
        inside.pop()
    while inside and (inside[0].key in QUOTES or inside[0].key in {",", ":"}):
        inside.pop(0)
    if not inside:
        return None
    return Span(inside[0].start, inside[-1].end)
