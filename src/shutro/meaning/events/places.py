"""Where an event is, and the state that a visit goes to."""

from __future__ import annotations

from shutro.meaning.actors.memory import Memory
from shutro.meaning.lexicon import closed
from shutro.meaning.parties.states import government, is_state
from shutro.meaning.sentences.scene import Sentence

_NEAR = closed("near")


def place(sentence: Sentence) -> str | None:
    """Where it is done: a place in the locative."""
    for party in sentence.parties:
        if party.kind == "LOC" and party.case == "loc":
            return party.canonical
        at = party.last + 1
        if party.kind in {"LOC", "ORG"} and sentence.key(at) in _NEAR:
            return party.canonical
    return None


def destination(sentence: Sentence, actors: tuple[str, ...], memory: Memory) -> tuple[str, ...]:
    """The state that a visit goes to."""
    for party in sentence.parties:
        if party.kind == "LOC" and party.case != "gen" and is_state(party.canonical):
            state = government(party)
        elif party.kind == "again" and party.case == "loc" and (body := memory.again(party.title)):
            state = body.canonical
        else:
            continue
        if state not in actors:
            return (state,)
    return ()
