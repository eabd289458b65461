"""Events: what was done, by whom, to whom, when and where (after PLOVER); at most one a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from shutro.bangla.verbs import fold
from shutro.meaning.actors.holders import memory_of
from shutro.meaning.actors.memory import Known, Memory
from shutro.meaning.actors.topics import remember
from shutro.meaning.document import Document
from shutro.meaning.events.deed import BODILY, Deed
from shutro.meaning.events.doers import doers, subject, victim
from shutro.meaning.events.earlier import again, from_context, keep_parties, same_again, suffering
from shutro.meaning.events.places import place
from shutro.meaning.events.plover import Kind, lexicon
from shutro.meaning.events.receivers import described, recipients
from shutro.meaning.events.triggers import TO_BE, Trigger, status_of, trigger_of
from shutro.meaning.grammar.tokens import bare
from shutro.meaning.lexicon import closed, load, strings
from shutro.meaning.parties.states import is_state
from shutro.meaning.sentences.days import Days, days
from shutro.meaning.sentences.scene import Scene, Sentence, scene
from shutro.meaning.statements.attribution import statements
from shutro.meaning.statements.placed import heard_in, told_in
from shutro.model import Event, Statement
from shutro.span import Span

_COURTS = strings(load("events")["courts"]["words"])
_TELLING = {"now", "past"}
_HARM = {"death", "injury", "accident"}
_COME, _STATES = fold("আসা"), {fold("আছে"), fold("থাকা")}
_CONTINUED = closed("continued")
_GOING = {"going", "going_past"}
_BORNE_KINDS = {"COERCE", "ASSAULT", "SANCTION"}
_GET = fold("পাওয়া")
_GOT = {"YIELD", "SUPPORT", "AID"}
_AFTER = closed("after_it")


@dataclass(slots=True)
class _Reading:
    """A text while its events are read: what it says of its days, and what has been told so far."""

    view: Scene
    memory: Memory
    days: Days
    persons: frozenset[str]
    told: list[Event] = field(default_factory=list)


def events(doc: Document) -> list[Event]:
    """The main event of every sentence that tells one, in order."""
    view = scene(doc)
    said = statements(doc)
    persons = frozenset(name.canonical for name in doc.names if name.kind == "PER")
    reading = _Reading(view, memory_of(view), days(view), persons)
    told, heard = told_in(doc, said), heard_in(doc, said)
    for sentence in view.sentences:
        reading.memory.meet(sentence.parties)
        here, inside = told.get(sentence.number, []), heard.get(sentence.number, [])
        _read(reading, sentence, here, inside)
    return reading.told


def _read(reading: _Reading, sentence: Sentence, here: list[Statement], inside: list[Statement]) -> None:
    """Read on by a sentence: the cues of `here` stand in it, the content of `inside` reaches into it."""
    memory, persons = reading.memory, reading.persons
    for statement in here:
        if statement.source:
            memory.note_speaker(Known(statement.source, statement.source in persons))
    trigger = trigger_of(reading.view, sentence, here)
    if trigger is not None:
        made = _event(reading, sentence, again(sentence, trigger, reading.told), here, inside)
        keep_parties(made, persons, memory)
        reading.told.append(made)
    if not here:
        remember(reading.view, sentence, memory)


def _event(
    reading: _Reading,
    sentence: Sentence,
    trigger: Trigger,
    here: list[Statement],
    inside: list[Statement],
) -> Event:
    tokens = sentence.tokens
    span = Span(tokens[trigger.first].start, tokens[trigger.last].end)
    own = [s for s in here if s.cue and s.cue.overlaps(span)]
    around = [s for s in inside if s.content and s.content.covers(span)]
    reported = next((s for s in around if not s.inferred), None)
    if own:
        actors = tuple(dict.fromkeys(s.source for s in own if s.source))
    else:
        actors = subject(reading.view, sentence, trigger, reported, reading.memory)
    kind = trigger.kind
    if kind.plover == "REQUEST" and any(actor.endswith(_COURTS) for actor in actors):
        kind = Kind("OTHER", "verdict")
    status = status_of(sentence, trigger, next(iter(around), None) if not own else None)
    date, how = reading.days.of(
        sentence, span, status, within=reported.content if reported is not None else None, **_aspect(trigger)
    )
    if not own:
        actors = actors or _tellers(sentence, trigger, here, span)
    actors, others = _parties(reading, Deed(sentence, trigger, kind, actors))
    return Event(
        span.start,
        span.end,
        span.of(reading.view.doc.text),
        kind.plover,
        actors=actors,
        recipients=others,
        date=date,
        date_how=how,
        place=place(sentence),
        status=status,
        rule=f"{trigger.rule}:{kind.finer or kind.plover}",
        sure=trigger.sure,
    )


def _tellers(sentence: Sentence, trigger: Trigger, here: list[Statement], span: Span) -> tuple[str, ...]:
    """Who acts where that is left to who says something: করিমের সঙ্গে বৈঠক শেষে রহিম বলেন."""
    if trigger.group is not None and trigger.group.shape == "having":
        telling = [s for s in here if s.source and not (s.content and s.content.covers(span))]
        return tuple(dict.fromkeys(s.source for s in telling if s.source))
    if trigger.group is None and trigger.kind.plover == "CONSULT":
        return _who_tells(here, span, over=_over(sentence, trigger))
    return ()


def _parties(reading: _Reading, deed: Deed) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who acts and to whom, once it is known what is done to its subject and what was told before."""
    view, memory = reading.view, reading.memory
    kind, actors = deed.kind, deed.actors
    before = suffering(kind, reading.told, memory)
    others = recipients(view, deed, memory, before) or from_context(deed, memory)
    suffered = _suffered(deed)
    if suffered:
        borne = (*others, *actors, *victim(view, deed.sentence, deed.first, memory))
        actors = doers(view, deed.sentence, deed.first, memory)
        others = tuple(dict.fromkeys(name for name in borne if name not in actors))
    if kind.plover in BODILY or kind.finer in _HARM:
        actors, others = (_meant(deed.sentence, names, memory) for names in (actors, others))
    if kind.finer in _HARM:
        actors = actors if suffered else tuple(name for name in actors if not is_state(name))
        others = tuple(name for name in others if not described(name, deed.sentence, view))
    if (same := same_again(deed, reading.told)) is not None:
        others = others or tuple(name for name in same.recipients if name not in actors)
    return actors, others


def _aspect(trigger: Trigger) -> dict[str, bool]:
    """What the form of a trigger's verb says of its day, as `Days.of` asks for it."""
    tense = trigger.group.tense if trigger.group is not None else ""
    return {"past": tense == "done_past", "telling": tense in _TELLING, "lasting": _lasting(trigger)}


def _lasting(trigger: Trigger) -> bool:
    """Whether something is a state or goes on and so is of no one day: কারাগারে আছেন, হামলা অব্যাহত রেখেছে."""
    group = trigger.group
    if group is None or not group.finite:
        return False
    if group.verb in _STATES:
        return trigger.kind.plover in BODILY
    return (group.link == _COME and group.tense in _GOING) or not _CONTINUED.isdisjoint(group.before[:1])


def _suffered(deed: Deed) -> bool:
    """Whether a trigger says what becomes of its subject: গ্রেপ্তার হন, কারাগারে আছেন, নিহত হয়েছেন."""
    group, kind = deed.trigger.group, deed.kind
    if group is None or group.passive or group.verb not in TO_BE | {_GET}:
        return False
    words = {bare(token.key) for token in deed.sentence.tokens[deed.first : group.first]}
    if group.verb == _GET:
        return kind.plover in _GOT
    return (kind.plover in _BORNE_KINDS and group.person == "3h") or not words.isdisjoint(lexicon().suffered)


def _meant(sentence: Sentence, names: tuple[str, ...], memory: Memory) -> tuple[str, ...]:
    """Those of `names` who can be whom harm is done to, or by: no body or official that only tells of it.

    Whoever the sentence itself names is meant.
    """
    here = {party.canonical for party in sentence.parties if party.named}
    tells = memory.officials() | set(memory.bodies_named)
    return tuple(name for name in names if name in here or name not in tells)


def _over(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a meeting is over before what is told of it: বৈঠক [শেষে]."""
    return sentence.key(trigger.last + 1) in _AFTER


def _who_tells(here: list[Statement], span: Span, over: bool) -> tuple[str, ...]:
    """Who met, where the sentence tells of the meeting only what he says after it: বৈঠক শেষে করিম বলেন."""
    after = [s for s in here if s.source and s.cue and s.cue.start > span.end]
    told = [s for s in after[:1] if over or not (s.content and s.content.covers(span))]
    return tuple(s.source for s in told if s.source)
