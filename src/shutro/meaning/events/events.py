"""Events: what was done, by whom, to whom, when and where (after PLOVER); at most one a sentence."""

from __future__ import annotations

from dataclasses import replace

from shutro.bangla.verbs import fold
from shutro.meaning.document import Document
from shutro.meaning.events.plover import Kind, lexicon
from shutro.meaning.events.receivers import described, destination, place, recipients
from shutro.meaning.events.roles import doers, subject, victim
from shutro.meaning.events.triggers import TO_BE, Trigger, status_of, trigger_of
from shutro.meaning.lexicon import closed, load, strings
from shutro.meaning.sentences.acting import remember
from shutro.meaning.sentences.holders import memory_of
from shutro.meaning.sentences.memory import Known, Memory, is_state
from shutro.meaning.sentences.scene import Scene, Sentence, scene
from shutro.meaning.sentences.tokens import bare
from shutro.meaning.sentences.when import Days, days
from shutro.meaning.statements.attribution import heard_in, statements
from shutro.model import Event, Statement
from shutro.span import Span

_COURTS = strings(load("events")["courts"]["words"])
_AT_LAW = {"COERCE", "ACCUSE", "SANCTION", "YIELD"}
_MINDED = 3
_AFTER = closed("after_it")
_POINTING = closed("pointing_again")
_TELLING = {"now", "past"}
_COME, _STATES = fold("আসা"), {fold("আছে"), fold("থাকা")}
_CONTINUED = closed("continued")
_GOING = {"going", "going_past"}
_GET = fold("পাওয়া")
_BORNE_KINDS = {"COERCE", "ASSAULT", "SANCTION"}
_BODILY = {"COERCE", "ASSAULT"}
_HARM = {"death", "injury", "accident"}
_VISITS = strings(load("events")["visits"]["words"])
_MOURNING = strings(load("events")["mourning"]["words"])


def events(doc: Document) -> list[Event]:
    """The main event of every sentence that tells one, in order."""
    view = scene(doc)
    said = statements(doc)
    known_days = days(view)
    memory = memory_of(view)
    persons = {name.canonical for name in doc.names if name.kind == "PER"}
    found: list[Event] = []
    told, heard = _told_in(doc, said), heard_in(doc, said)
    for sentence in view.sentences:
        memory.meet(sentence.parties)
        here, inside = told.get(sentence.number, []), heard.get(sentence.number, [])
        for statement in here:
            if statement.source:
                memory.note_speaker(Known(statement.source, statement.source in persons))
        trigger = trigger_of(view, sentence, here)
        if trigger is not None:
            trigger = _again(sentence, trigger, found)
            made = _event(view, sentence, trigger, here, inside, memory, known_days, found)
            _keep_parties(made, persons, memory)
            found.append(made)
        if not here:
            remember(view, sentence, memory)
    return found


def _told_in(doc: Document, said: list[Statement]) -> dict[int, list[Statement]]:
    """The statements by the number of the sentence that their cue stands in."""
    told: dict[int, list[Statement]] = {}
    for statement in said:
        if statement.cue is not None:
            told.setdefault(doc.sentence_at(statement.cue.start), []).append(statement)
    return told


def _again(sentence: Sentence, trigger: Trigger, earlier: list[Event]) -> Trigger:
    """এ ঘটনা ঘটে tells again what the sentence before told: of the same kind."""
    noun = bare(sentence.tokens[trigger.first].key)
    if not earlier or trigger.kind.finer != "accident" or noun not in lexicon().happening:
        return trigger
    plover, finer = earlier[-1].kind, earlier[-1].rule.rpartition(":")[2]
    return replace(trigger, kind=Kind(plover, "" if finer == plover else finer), rule="again")


def _event(
    view: Scene,
    sentence: Sentence,
    trigger: Trigger,
    here: list[Statement],
    inside: list[Statement],
    memory: Memory,
    known_days: Days,
    earlier: list[Event],
) -> Event:
    tokens = sentence.tokens
    span = Span(tokens[trigger.first].start, tokens[trigger.last].end)
    own = [s for s in here if s.cue and s.cue.overlaps(span)]
    reported = next((s for s in inside if s.content and s.content.covers(span) and not s.inferred), None)
    if own:
        actors = tuple(dict.fromkeys(s.source for s in own if s.source))
    else:
        actors = subject(view, sentence, trigger.first, trigger.group, reported, memory)
    kind = trigger.kind
    if kind.plover == "REQUEST" and any(actor.endswith(_COURTS) for actor in actors):
        kind = Kind("OTHER", "verdict")
    teller = None if own else next((s for s in inside if s.content and s.content.covers(span)), None)
    status = status_of(sentence, trigger, teller)
    tense = trigger.group.tense if trigger.group is not None else ""
    within = reported.content if reported is not None and reported.content else None
    date, how = known_days.of(
        sentence, span, status, within=within, past=tense == "done_past", telling=tense in _TELLING,
        lasting=_lasting(trigger),
    )  # fmt: skip
    if not own:
        actors = actors or _tellers(sentence, trigger, here, span)
    actors, others = _parties(view, sentence, trigger, kind, actors, memory, earlier)
    return Event(
        span.start,
        span.end,
        span.of(view.doc.text),
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


def _parties(
    view: Scene,
    sentence: Sentence,
    trigger: Trigger,
    kind: Kind,
    actors: tuple[str, ...],
    memory: Memory,
    earlier: list[Event],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who acts and to whom, once it is known what is done to its subject and what was told before."""
    before = _suffering(kind, earlier, memory)
    others = recipients(view, sentence, trigger.first, trigger.last, kind.plover, actors, memory, before)
    if not others:
        others = _from_context(sentence, kind, sentence.tokens[trigger.first].key, actors, memory)
    suffered = _suffered(sentence, trigger, kind)
    if suffered:
        borne = (*others, *actors, *victim(view, sentence, trigger.first, memory))
        actors = doers(view, sentence, trigger.first, memory)
        others = tuple(dict.fromkeys(name for name in borne if name not in actors))
    if kind.plover in _BODILY or kind.finer in _HARM:
        actors, others = (_meant(sentence, names, memory) for names in (actors, others))
    if kind.finer in _HARM:
        actors = actors if suffered else tuple(name for name in actors if not is_state(name))
        others = tuple(name for name in others if not described(name, sentence, view))
    if (same := _same_again(sentence, trigger, kind, earlier)) is not None:
        others = others or tuple(name for name in same.recipients if name not in actors)
    return actors, others


def _lasting(trigger: Trigger) -> bool:
    """Whether something is a state or goes on and so is of no one day: কারাগারে আছেন, হামলা অব্যাহত রেখেছে."""
    group = trigger.group
    if group is None or not group.finite:
        return False
    if group.verb in _STATES:
        return trigger.kind.plover in _BODILY
    return (group.link == _COME and group.tense in _GOING) or not _CONTINUED.isdisjoint(group.before[:1])


def _at_law(event: Event) -> bool:
    """Whether an event is one of those that befall somebody at law: arrest, charge, ruling, release."""
    return event.kind in _AT_LAW or event.rule.endswith(":verdict")


def _suffering(kind: Kind, earlier: list[Event], memory: Memory) -> tuple[str, ...]:
    """The people to whom the same was done just before: of the arrested and charged, of the hurt."""
    for event in reversed(earlier[-_MINDED:]):
        alike = _at_law(event) if kind.plover in _AT_LAW else event.kind == kind.plover == "ASSAULT"
        if alike and event.recipients and set(event.recipients) <= set(memory.people_named):
            return event.recipients
    return ()


def _same_again(sentence: Sentence, trigger: Trigger, kind: Kind, earlier: list[Event]) -> Event | None:
    """The event told before that a pointing word says is meant again: এই হামলা চালানো হয়, এ আদেশ দেন."""
    pointed = any(
        token.key in _POINTING for token in sentence.tokens[max(0, trigger.first - 2) : trigger.first]
    )
    if not pointed:
        return None
    noun = bare(sentence.tokens[trigger.first].key)
    for event in reversed(earlier[-_MINDED:]):
        told = event.kind == kind.plover and fold(event.text).startswith(noun)
        if told or (kind.plover in _AT_LAW and _at_law(event)):
            return event
    return None


def _suffered(sentence: Sentence, trigger: Trigger, kind: Kind) -> bool:
    """Whether a trigger says what becomes of its subject: গ্রেপ্তার হন, কারাগারে আছেন, নিহত হয়েছেন."""
    group = trigger.group
    if group is None or group.passive or group.verb not in TO_BE | {_GET}:
        return False
    words = {bare(token.key) for token in sentence.tokens[trigger.first : group.first]}
    if group.verb == _GET:
        return kind.plover == "YIELD"
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
    at = trigger.last + 1
    return at < len(sentence.tokens) and sentence.tokens[at].key in _AFTER


def _who_tells(here: list[Statement], span: Span, over: bool) -> tuple[str, ...]:
    """Who met, where the sentence tells of the meeting only what he says after it: বৈঠক শেষে করিম বলেন."""
    after = [s for s in here if s.source and s.cue and s.cue.start > span.end]
    told = [s for s in after[:1] if over or not (s.content and s.content.covers(span))]
    return tuple(s.source for s in told if s.source)


def _from_context(
    sentence: Sentence, kind: Kind, noun: str, actors: tuple[str, ...], memory: Memory
) -> tuple[str, ...]:
    """Whom an event is with or for by what came before: the state visited, the dead mourned."""
    if kind.plover == "CONSULT":
        visited = memory.visit
        same = visited is not None and visited[0] == actors and bare(noun).startswith(_VISITS)
        return destination(sentence, actors, memory) or (visited[1] if visited is not None and same else ())
    if kind.plover == "SUPPORT" and noun.startswith(_MOURNING):
        return tuple(name for name in memory.mourned if name not in actors)
    return ()


def _keep_parties(event: Event, persons: set[str], memory: Memory) -> None:
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
