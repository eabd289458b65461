"""Who does it, to whom and where: the parts parties play beside an event's trigger."""

from __future__ import annotations

from shutro.bangla.verbs import fold
from shutro.meaning.cues import Cue
from shutro.meaning.lexicon import folded
from shutro.meaning.memory import Memory
from shutro.meaning.parties import Party
from shutro.meaning.predicates import Predicate
from shutro.meaning.scene import Scene, Sentence
from shutro.meaning.sources import known
from shutro.meaning.subjects import subject_of

_TOWARDS = folded(
    [
        "সঙ্গে",
        "সাথে",
        "প্রতি",
        "বিরুদ্ধে",
        "কাছে",
        "ওপর",
        "উপর",
        "উদ্দেশে",
        "উদ্দেশ্যে",
        "মৃত্যুতে",
        "বিপক্ষে",
        "নেতৃত্বের",
        "ওপরে",
        "উপরে",
    ]
)


def subject(view: Scene, sentence: Sentence, group: Predicate | None, memory: Memory) -> tuple[str, ...]:
    """The canonical names of who acts; empty when the sentence does not tell."""
    if group is None or group.passive:
        return ()
    cue = Cue(group.first, group.last, "", "noun", group.verb, group.person, group.tense)
    found = subject_of(view, sentence, cue, 0)
    if not found:
        return ()
    names = [who.canonical for m in found[0] if (who := known(view, sentence, m, memory))]
    return tuple(dict.fromkeys(names))


def recipients(
    view: Scene, sentence: Sentence, first: int, last: int, actors: tuple[str, ...], memory: Memory
) -> tuple[str, ...]:
    """The canonical names of whom it is done to, with or for."""
    for party in sentence.parties:
        if party.last >= first and party.first <= last:
            continue
        if not _receives(sentence, party):
            continue
        who = known(view, sentence, party, memory)
        if who is not None and who.canonical not in actors and (party.named or party.kind != "person"):
            return (who.canonical,)
    return ()


def _receives(sentence: Sentence, party: Party) -> bool:
    if party.case == "acc":
        return True
    at = party.last + 1
    follower = sentence.tokens[at].key if at < len(sentence.tokens) else ""
    return party.case == "gen" and follower in _TOWARDS


def place(sentence: Sentence) -> str | None:
    """Where it is done: a place in the locative."""
    for party in sentence.parties:
        if party.kind == "LOC" and party.case == "loc":
            return party.canonical
        if party.kind in {"LOC", "ORG"} and party.named and party.last + 1 < len(sentence.tokens):
            if sentence.tokens[party.last + 1].key in {fold("এলাকায়"), fold("সামনে")}:
                return party.canonical
    return None
