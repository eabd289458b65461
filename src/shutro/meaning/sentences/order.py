"""The order of cue and speech: whether what is said follows its cue, and where what stands before it ends."""

from __future__ import annotations

from shutro.bangla.verbs import fold
from shutro.meaning.cues.cues import Cue
from shutro.meaning.grammar.cases import guess_case
from shutro.meaning.grammar.tokens import BREAKS, QUOTES, STOPS
from shutro.meaning.lexicon import closed, folded, load, strings
from shutro.meaning.sentences.agreement import agrees
from shutro.meaning.sentences.scene import Sentence

_WORDS = load("subjects")
RELATIVE = folded(strings(_WORDS["relative"]["words"]))
_WHICH = fold("যে")
_SHORT_CLAUSE = 2
_THAT = closed("that")
_AND = closed("and")
_AT_HEAD = 3
_NOT = closed("not")
_PARTS = STOPS | (BREAKS - {"-"})
_THIS_THING = closed("this_thing")
_WHAT = closed("what")
_SPOKEN = fold("কথা")
WHO = folded(strings(_WORDS["relative"]["persons"]))


def introduces(sentence: Sentence, cue: Cue) -> bool:
    """Whether what is said follows the cue: after a comma, a colon, a dash, যে, a mark, or in যারা বলেন ….

    It may also follow with no mark at all: বিশ্লেষকরা মনে করছেন [নতুন দলগুলো মাঠ গোছাতে পারেনি]।
    """
    if cue.last + 1 >= len(sentence.tokens):
        return False
    token = sentence.tokens[cue.last + 1]
    if token.key in {",", ":", "—", "–", "-", _WHICH} or token.key in QUOTES:
        after = sentence.key(cue.last + 2)
        if token.key == "," and _only_who(sentence, cue):
            return False
        relative = token.key == "," and after in RELATIVE and cue.kind == "noun"
        return after != "" and not relative
    if cue.first and token.word and sentence.tokens[cue.first - 1].key in WHO:
        return True
    return _unmarked(sentence, cue) or _at_once(sentence, cue) or _asks_behind(sentence, cue)


def _asks_behind(sentence: Sentence, cue: Cue) -> bool:
    """Whether what is asked follows the asking with no mark: করিম জানতে চান [কেউ কিছু বলবেন কি না]?"""
    if cue.kind != "verb" or cue.stance != "asks" or cue.joined or not cue.tense:
        return False
    rest = sentence.tokens[cue.last + 1 :]
    return len(rest) > _SHORT_CLAUSE and any(t.finite is not None and t.key not in _THAT for t in rest)


def _only_who(sentence: Sentence, cue: Cue) -> bool:
    """Whether a comma parts a closing verb from nothing but its subject: … বলে জানিয়েছেন, সভাপতি করিম।"""
    rest = sentence.tokens[cue.last + 2 :]
    if any(t.finite is not None for t in rest):
        return False
    if cue.first and sentence.tokens[cue.first - 1].key in _THAT:
        return True
    words = [at for at in range(cue.last + 2, len(sentence.tokens)) if sentence.tokens[at].word]
    behind = [p for p in sentence.parties if words and p.last == words[-1] and p.first > cue.last]
    before = [p for p in sentence.parties if p.last < cue.first and p.case == "nom" and agrees(p, cue)]
    return bool(behind) and behind[-1].case == "nom" and agrees(behind[-1], cue) and not before


def _at_once(sentence: Sentence, cue: Cue) -> bool:
    """Whether somebody says at the head of a sentence what its rest is: তিনি বলেন ভোট আসছে আর সবাই ভয়ে।"""
    if cue.kind != "verb" or not cue.tense or cue.joined or cue.negated:
        return False
    speaker = next((p for p in sentence.parties if p.last == cue.first - 1 and p.case == "nom"), None)
    if speaker is None or speaker.first > _AT_HEAD or not (speaker.kind == "pronoun" or speaker.named):
        return False
    rest = sentence.tokens[cue.last + 1 :]
    words = [token for token in rest if token.word]
    return agrees(speaker, cue) and len(words) > _AT_HEAD and words[0].key not in _AND | RELATIVE


def _unmarked(sentence: Sentence, cue: Cue) -> bool:
    """Whether a clause of its own begins right behind a finite cue: the speaker before, its verb last."""
    tokens = sentence.tokens
    if cue.joined or cue.kind not in {"verb", "noun"} or not cue.tense:
        return False
    first = cue.last + 1
    verb = next((g for g in sentence.groups if g.first > cue.last and g.finite), None)
    last = next((at for at in range(first, len(tokens)) if tokens[at].key in _PARTS), len(tokens)) - 1
    while last > cue.last and not tokens[last].word:
        last -= 1
    end = verb.first if verb is not None else last if tokens[last].key in _NOT else 0
    if not end and tokens[first].key in _THIS_THING and guess_case(tokens[last].key) == "nom":
        end = last + 1
    if end - cue.last <= _SHORT_CLAUSE or end > last + 1:
        return False
    if tokens[first].key in _AND | _THAT | RELATIVE or any(t.key in _THAT for t in tokens[first:end]):
        return False
    if any(t.key in WHO or t.key in _WHAT or t.key == _WHICH for t in tokens[: cue.first]):
        return False
    own = [p for p in sentence.parties if first <= p.first and p.last < end and p.case == "nom"]
    speaker = any(p.last < cue.first and p.case == "nom" and agrees(p, cue) for p in sentence.parties)
    return bool(own or end - first > _SHORT_CLAUSE) and (speaker or cue.impersonal)


def told_before(sentence: Sentence, cue: Cue) -> int:
    """Where the comma stands that parts a whole clause from who says it, and how: -1 where none does.
    অনেকে মারা গেছেন, কর্মকর্তা করিম রয়টার্সকে বলেন।"""
    tokens = sentence.tokens
    at = next((at for at in range(cue.first - 1, 0, -1) if tokens[at].key == ","), -1)
    verb = tokens[at - 1].finite if at > 0 else None
    return at if verb is not None and not tokens[at - 1].is_("having") else -1


def last_that(sentence: Sentence, cue: Cue) -> int | None:
    """Where the last বলে (`that`) before the cue stands."""
    return next((at for at in range(cue.first - 1, -1, -1) if closes_speech(sentence, at)), None)


def closes_speech(sentence: Sentence, at: int) -> bool:
    """Whether a word is the বলে that ends what is said, and not that of কাজের কথা বলে."""
    return sentence.tokens[at].key in _THAT and (at == 0 or sentence.tokens[at - 1].key != _SPOKEN)
