"""What the events told before say of the next: what is meant again, to whom it was done, who met."""

from __future__ import annotations

from dataclasses import replace

from shutro.bangla.verbs import fold
from shutro.meaning.actors.memory import Memory
from shutro.meaning.events.deed import Deed
from shutro.meaning.events.places import destination
from shutro.meaning.events.plover import Kind, lexicon
from shutro.meaning.events.triggers import Trigger
from shutro.meaning.grammar.tokens import bare
from shutro.meaning.lexicon import closed, load, strings
from shutro.meaning.sentences.scene import Sentence
from shutro.model import Event

_AT_LAW = {"COERCE", "ACCUSE", "SANCTION", "YIELD"}
_MINDED = 3
_POINTING = closed("pointing_again")
_MOURNING = strings(load("events")["mourning"]["words"])
_VISITS = strings(load("events")["visits"]["words"])


def again(sentence: Sentence, trigger: Trigger, earlier: list[Event]) -> Trigger:
    """এ ঘটনা ঘটে tells again what the sentence before told: of the same kind."""
    noun = bare(sentence.tokens[trigger.first].key)
    if not earlier or trigger.kind.finer != "accident" or noun not in lexicon().happening:
        return trigger
    plover, finer = earlier[-1].kind, earlier[-1].rule.rpartition(":")[2]
    return replace(trigger, kind=Kind(plover, "" if finer == plover else finer), rule="again")


def _at_law(event: Event) -> bool:
    """Whether an event is one of those that befall somebody at law: arrest, charge, ruling, release."""
    return event.kind in _AT_LAW or event.rule.endswith(":verdict")


def suffering(kind: Kind, earlier: list[Event], memory: Memory) -> tuple[str, ...]:
    """The people to whom the same was done just before: of the arrested and charged, of the hurt."""
    for event in reversed(earlier[-_MINDED:]):
        alike = _at_law(event) if kind.plover in _AT_LAW else event.kind == kind.plover == "ASSAULT"
        if alike and event.recipients and set(event.recipients) <= set(memory.people_named):
            return event.recipients
    return ()


def same_again(deed: Deed, earlier: list[Event]) -> Event | None:
    """The event told before that a pointing word says is meant again: এই হামলা চালানো হয়, এ আদেশ দেন."""
    near = deed.sentence.tokens[max(0, deed.first - 2) : deed.first]
    if not any(token.key in _POINTING for token in near):
        return None
    kind, noun = deed.kind, bare(deed.noun)
    for event in reversed(earlier[-_MINDED:]):
        told = event.kind == kind.plover and fold(event.text).startswith(noun)
        if told or (kind.plover in _AT_LAW and _at_law(event)):
            return event
    return None


def from_context(deed: Deed, memory: Memory) -> tuple[str, ...]:
    """Whom an event is with or for by what came before: the state visited, the dead mourned."""
    noun, actors = deed.noun, deed.actors
    if deed.kind.plover == "CONSULT":
        if state := destination(deed.sentence, actors, memory):
            return state
        visitor, visited = memory.visit or (None, ())
        return visited if visitor == actors and bare(noun).startswith(_VISITS) else ()
    if deed.kind.plover == "SUPPORT" and noun.startswith(_MOURNING):
        return tuple(name for name in memory.mourned if name not in actors)
    return ()


def keep_parties(event: Event, persons: frozenset[str], memory: Memory) -> None:
    """Keep in mind which two met, who visits whom, and who is mourned."""
    both = tuple(dict.fromkeys((*event.actors, *event.recipients)))
    noun = bare(fold(event.text.split()[0]))
    if event.kind in {"CONSULT", "AGREE"}:
        if len(both) == 2 and persons.issuperset(both):
            memory.pair = both
        if event.recipients and noun.startswith(_VISITS):
            memory.visit = (event.actors, event.recipients)
    elif event.kind == "SUPPORT" and noun.startswith(_MOURNING):
        mourned = event.recipients if persons.issuperset(event.recipients) else ()
        memory.mourned = mourned or memory.mourned
