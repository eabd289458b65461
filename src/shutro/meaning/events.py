"""Events: what was done, by whom, to whom, when and where (after PLOVER); at most one a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from shutro.meaning.attribution import statements
from shutro.meaning.document import Document
from shutro.meaning.memory import Known, Memory, offices
from shutro.meaning.plover import Kind, kind_of, nominal
from shutro.meaning.predicates import Predicate
from shutro.meaning.roles import place, recipients, subject
from shutro.meaning.scene import Scene, Sentence, scene
from shutro.meaning.when import Days, days
from shutro.model import Event, Statement, Status
from shutro.span import Span


@dataclass(frozen=True, slots=True)
class _Trigger:
    first: int
    last: int
    kind: Kind
    group: Predicate | None
    rule: str
    sure: float


def events(doc: Document) -> list[Event]:
    """The main event of every sentence that tells one, in order."""
    view = scene(doc)
    said = statements(doc)
    known_days = days(view)
    memory = Memory(offices=offices(view))
    found = []
    for sentence in view.sentences:
        here = [s for s in said if s.cue and sentence.span.start <= s.cue.start < sentence.span.end]
        inside = [
            s
            for s in said
            if s.content and s.content.start < sentence.span.end and sentence.span.start < s.content.end
        ]
        for statement in here:
            if statement.source:
                memory.note(Known(statement.source, True))
        trigger = _trigger(view, sentence, here, inside)
        if trigger is not None:
            found.append(_event(view, sentence, trigger, here, inside, memory, known_days))
    return found


def _trigger(
    view: Scene, sentence: Sentence, here: list[Statement], inside: list[Statement]
) -> _Trigger | None:
    options: list[_Trigger] = []
    for group in sentence.groups:
        hit = kind_of(group)
        if hit is None or group.person in {"1", "2"} or group.shape in {"order", "if"}:
            continue
        kind, words = hit
        first = group.first - words
        quote = view.quote_at(sentence.tokens[first].start)
        if quote is not None and quote.words > 3:
            continue
        rank = 0.9 if group.finite else 0.5
        options.append(_Trigger(first, group.last, kind, group, "predicate", rank))
    for at, token in enumerate(sentence.tokens):
        if (
            token.word
            and (bare_kind := nominal(token.key))
            and not any(o.first <= at <= o.last for o in options)
        ):
            quote = view.quote_at(token.start)
            if quote is None:
                options.append(_Trigger(at, at, bare_kind, None, "nominal", 0.4))
    if not options:
        return None
    return max(
        options,
        key=lambda o: (o.kind.plover != "OTHER" and o.sure > 0.45, o.sure, o.kind.plover != "OTHER", o.first),
    )


def _event(
    view: Scene,
    sentence: Sentence,
    trigger: _Trigger,
    here: list[Statement],
    inside: list[Statement],
    memory: Memory,
    known_days: Days,
) -> Event:
    tokens = sentence.tokens
    span = Span(tokens[trigger.first].start, tokens[trigger.last].end)
    own = next((s for s in here if s.cue and s.cue.overlaps(span)), None)
    reported = next((s for s in inside if s.content and s.content.covers(span)), None)
    if own is not None:
        actors = tuple(dict.fromkeys(s.source for s in here if s.source and s.cue and s.cue.overlaps(span)))
    else:
        actors = subject(view, sentence, trigger.group, memory)
    status = _status(trigger.group, reported)
    date, how = known_days.of(sentence, span, status)
    return Event(
        span.start,
        span.end,
        span.of(view.doc.text),
        trigger.kind.plover,
        actors=actors,
        recipients=recipients(view, sentence, trigger.first, trigger.last, actors, memory),
        date=date,
        date_how=how,
        place=place(sentence),
        status=status,
        rule=f"{trigger.rule}:{trigger.kind.finer or trigger.kind.plover}",
        sure=trigger.sure,
    )


def _status(group: Predicate | None, reported: Statement | None) -> Status:
    if group is not None:
        if group.modal:
            return "hypothetical"
        if group.tense == "will" or group.duty:
            return "planned"
        if group.negated:
            return "denied"
    if reported is not None:
        return "denied" if reported.stance in {"denies"} else "reported"
    return "asserted"
