"""What stands beside what is said: words that lead in, and to whom, when, how and for whom it is said.

`first` and `last` are the tokens that what is said may reach from and to.
"""

from __future__ import annotations

from shutro.bangla.verbs import fold
from shutro.meaning.cues.cues import Cue
from shutro.meaning.grammar.cases import guess_case
from shutro.meaning.grammar.tokens import Token
from shutro.meaning.lexicon import closed, load, strings
from shutro.meaning.parties.media import is_medium
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.statements.source import Source

_OPENERS = tuple(tuple(phrase.split()) for phrase in strings(load("cues")["openers"]["words"]))
_BETWEEN = closed("between")
# So few words only point to what is said: এ কথা, বিষয়টি.
_POINTS = 2
_FROM = fold("থেকে")
_SIDE = closed("side")
_HOW = fold("ভাবে")
_ADVERBS = closed("adverbs")


def skip_openers(sentence: Sentence, first: int, last: int) -> int:
    """Leave out words that only open a sentence, and the comma behind them."""
    for phrase in _OPENERS:
        keys = tuple(t.key for t in sentence.tokens[first : first + len(phrase)])
        if keys == phrase and first + len(phrase) <= last:
            first += len(phrase)
            break
    while first <= last and sentence.tokens[first].key == ",":
        first += 1
    return first


def skip_lead(sentence: Sentence, first: int, last: int) -> int:
    """Leave out what stands between a subject and what is said: এক বিজ্ঞপ্তিতে, পক্ষ থেকে, অবশ্য."""
    while first <= last and sentence.tokens[first].key in _BETWEEN:
        first += 1
    return first


def skip_setting(scene: Scene, sentence: Sentence, first: int, last: int) -> int:
    """Leave out whom it is said to ([পুতিনকে] উত্তর কোরিয়া সফরের আমন্ত্রণ), and the day before what only points:
    করিম [সোমবার (৫ মে) দুপুরে রয়টার্সকে] বিষয়টি নিশ্চিত করেন."""
    after = first
    while after <= last and (
        scene.doc.in_time(sentence.tokens[after].start)
        or (after > first and sentence.tokens[after].key == ")")
    ):
        after += 1
    for party in sentence.parties:
        able = party.case == "acc" and party.named and party.last <= last
        if (
            able
            and after <= party.first <= after + 4
            and not has_verb(sentence.tokens[party.last : last + 1])
        ):
            after = party.last + 1
            break
    else:
        return after if 0 <= last - after < _POINTS else first
    timed = scene.doc.in_time(sentence.tokens[first].start)
    return after if not timed or 0 <= last - after < _POINTS else first


def cut_told(sentence: Sentence, cue: Cue, first: int, last: int) -> int:
    """Leave out the medium told, and a participle that has the stance: বিষয়টি [দৈনিক আলোকে] নিশ্চিত করেন;
    হামলার ঘটনায় [নিন্দা জানিয়ে] বিবৃতি দিয়েছে."""
    for other in sentence.cues:
        if (
            other.joined
            and other.kind == "noun"
            and other.last == last == cue.first - 1
            and other.first > first
        ):
            return other.first - 1
    told = next((p for p in sentence.parties if p.last == last and p.case == "acc"), None)
    return told.first - 1 if told is not None and first < told.first and is_medium(told) else last


def cut_side(sentence: Sentence, first: int, last: int) -> int:
    """Leave out on whose behalf it is said: বিষয়টি [তার পরিবারের পক্ষ থেকে] নিশ্চিত করেছেন করিম।"""
    tokens = sentence.tokens
    if last - first < _POINTS or tokens[last].key != _FROM or tokens[last - 1].key not in _SIDE:
        return last
    at = last - 2
    genitives = {p.last for p in sentence.parties if p.case == "gen"}
    while at >= first and (at in genitives or guess_case(tokens[at].key) == "gen"):
        at -= 1
    return at if at >= first else last


def only_how(sentence: Sentence, first: int, last: int) -> bool:
    """Whether only an adverb stands between a subject and its verb: … করিম [দৃঢ়ভাবে] প্রত্যাখ্যান করেছেন।"""
    words = [token.key for token in sentence.tokens[first : last + 1] if token.word]
    return len(words) == 1 and words[0].endswith(_HOW)


def only_told(sentence: Sentence, cue: Cue, source: Source) -> bool:
    """Whether nothing but whom it is told to stands between a speaker and his verb: করিম [রয়টার্সকে] বলেন."""
    between = [
        t for t in sentence.tokens[: cue.first] if source.span is not None and t.start >= source.span.end
    ]
    return all(token.word and (guess_case(token.key) == "acc" or token.key in _ADVERBS) for token in between)


def has_verb(tokens: list[Token]) -> bool:
    """Whether a finite verb or a command stands among them."""
    return any(token.finite is not None or token.is_("order") for token in tokens)
