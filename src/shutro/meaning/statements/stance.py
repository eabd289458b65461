"""The stance of a statement: the cue's own, turned by negation and by what goes with it or is said."""

from __future__ import annotations

from functools import cache

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.stems import classes_of
from shutro.meaning.cues.cues import Cue
from shutro.meaning.grammar.cases import guess_case
from shutro.meaning.grammar.tokens import Token, bare
from shutro.meaning.lexicon import closed, load, strings
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.statements.asides import has_verb
from shutro.span import Span

_NEGATED = {
    "confirms": "does_not_confirm",
    "denies": "admits",
    "rejects": "accepts",
    "accepts": "rejects",
    "supports": "rejects",
    "promises": "rejects",
}
_WHAT = closed("what")
_DEMANDED = closed("to_be_done")
_CASES = 5


def stance(scene: Scene, sentence: Sentence, cue: Cue, said: Span | None) -> str:
    """The stance of one statement; a negation is never lost."""
    if cue.negated:
        return _NEGATED.get(cue.stance, "does_not_confirm")
    if cue.stance == "claims" and _demands(sentence, said):
        return "asks"
    if cue.stance != "says":
        return cue.stance
    for other in sentence.cues:
        before = sentence.tokens[: other.first]  # what is said so may be another clause: … দাবি করে দল বলছে, …
        own = has_verb(before) or any(token.key == "," for token in before)
        if other.joined and other.last < cue.first and other.stance != "says" and not own:
            return other.stance
    if said is None:
        return "says"
    inside = [token for token in sentence.tokens if said.start <= token.start < said.end]
    if inside and inside[-1].key in _WHAT:
        return "says"
    return _asked(scene, sentence, inside, said) or _tone(inside) or "says"


def _demands(sentence: Sentence, said: Span | None) -> bool:
    """Whether what is claimed is a thing to be done, and no fact: সচিবের [পদত্যাগ] দাবি করেছেন।"""
    if said is None:
        return False
    words = [token for token in sentence.tokens if token.word and said.start <= token.start < said.end]
    return bool(words) and bare(words[-1].key) in _DEMANDED


def _asked(scene: Scene, sentence: Sentence, inside: list[Token], said: Span) -> str | None:
    """A question, or a request in the imperative, at the end of what is said."""
    words = [token for token in inside if token.word]
    after = scene.doc.text[said.end - 1 : said.end + 2]
    last = words[-1] if words else None
    if "?" in after and said.end <= sentence.span.end:
        return "asks"
    if last is None or not last.is_("order") or last.finite is not None:
        return None
    return "asks" if _orders(words) else None


def _orders(words: list[Token]) -> bool:
    """Whether a last word that can be an imperative is one: ভোট দিন, and not প্রথম দিন."""
    if "n" not in classes_of(words[-1].key):
        return True
    before = words[-2] if len(words) > 1 else None
    if before is None or before.is_("having"):
        return before is not None
    known = classes_of(before.key)
    return "n" in known and "a" not in known and guess_case(before.key) == "nom"


@cache
def _lexicon() -> list[tuple[str, frozenset[str], tuple[tuple[str, ...], ...]]]:
    return [
        (
            stance,
            frozenset(strings(table["words"])),
            tuple(tuple(phrase.split()) for phrase in strings(table["phrases"])),
        )
        for stance, table in load("stances").items()
    ]


def _tone(inside: list[Token]) -> str | None:
    """The stance that the words themselves take; the first kind of the lexicon wins."""
    keys = [bare(token.key) for token in inside if token.word]
    held = {stance for key in keys for stance in _held(key)}
    for stance, _, phrases in _lexicon():
        if stance in held:
            return stance
        for phrase in phrases:
            if phrase[0] not in keys:
                continue
            size = len(phrase)
            if any(tuple(keys[at : at + size]) == phrase for at in range(len(keys) - size + 1)):
                return stance
    return None


@kept(WORDS)
def _held(key: str) -> tuple[str, ...]:
    """The stances whose lists hold a word, its case ending looked through."""
    stems = [key[:cut] for cut in range(len(key), max(1, len(key) - _CASES), -1)]
    return tuple(stance for stance, words, _ in _lexicon() if any(stem in words for stem in stems))
