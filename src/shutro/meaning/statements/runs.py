"""Speech that runs on: sentences without a cue that go on with the speaker before them.

Unquoted speech is continued while nothing speaks against it: the cue stood before what was said, a
person or a paper speaks, and no sign of narration has come back. What goes on so is marked
`inferred`, and is sure only where the sentence itself speaks in the first person.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from shutro.meaning.lexicon import closed, folded, load, strings
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.statements.stated import stated
from shutro.model import Statement
from shutro.span import Span

_FIRST_PERSON = closed("first_person")
_FULL_NAME = 2
_UNSUPPORTED = 3
_VAGUE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
SILENT = frozenset(load("runs")["silent"]["stances"])


@dataclass(slots=True)
class Run:
    """The statement that may run on, and how many sentences it has done so without a sign of its own.

    `told`: reported once (জানিয়েছেন), not followed as it is spoken (বলেন). `quote_open`: its quotation
    was never closed. `silent`: after its verb nothing runs on. `spoke`: a sentence of it has stood in
    the first person.
    """

    statement: Statement
    after_cue: bool
    one: bool
    paper: bool
    told: bool
    quote_open: bool
    silent: bool = False
    unsupported: int = 0
    spoke: bool = False


@cache
def _openers(group: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in strings(load("runs")[group]["openers"]))


@cache
def _speaking() -> frozenset[str]:
    return folded(strings(load("runs")["speaking"]["words"]))


def goes_on(view: Scene, sentence: Sentence, run: Run | None) -> Statement | None:
    """The statement that a sentence without a cue makes by going on, None where narration is back."""
    if run is None or not sentence.tokens or (_opens(sentence, "narration") and not _ours(sentence)):
        return None
    if not sentence.groups and any(token.key == "/" for token in sentence.tokens):
        return None  # the desk's sign-off: ঢাকা/করিম/এস
    last = run.statement
    quoted = _stands_in_marks(view, sentence)
    if not run.after_cue and not (quoted and run.one):
        return None
    speaking = speaks(sentence)
    if not quoted and not (speaking or _may_run(view, sentence, run)):
        return None
    run.unsupported = 0 if speaking else run.unsupported + 1
    run.spoke = run.spoke or speaking
    said = _said(sentence)
    if said is None:
        return None
    asked = last.stance == "asks" and sentence.tokens[-1].key != "?"
    return stated(
        view,
        sentence.span,
        last.source,
        "direct" if speaking or quoted else last.form,
        "says" if asked else last.stance,
        source_span=last.source_span,
        content=said,
        to=last.to,
        via=last.via,
        rule=f"run:{'speaking' if speaking else 'quoted' if quoted else 'silent'}",
        sure=min(last.sure, 0.9) * (0.95 if speaking else 0.7),
        inferred=True,
    )


def _stands_in_marks(view: Scene, sentence: Sentence) -> bool:
    """Whether a sentence without a cue stands in quotation marks from its first word on."""
    first = next((token for token in sentence.tokens if token.word), None)
    return first is not None and view.quote_at(first.start) is not None


def speaks(sentence: Sentence) -> bool:
    """Whether a sentence is in the first or second person, quotations aside."""
    words = _speaking()
    for token in sentence.tokens:
        if token.key in words:
            return True
        if token.finite is not None and token.finite.person == "1" and token.finite.tense != "now":
            return True
    last = next((token for token in reversed(sentence.tokens) if token.word), None)
    return last is not None and last.is_("order") and last.finite is None


def _ours(sentence: Sentence) -> bool:
    """Whether the first person itself stands in a sentence: বর্তমানে [আমাদের] জমা টাকা কম।"""
    return any(token.key in _FIRST_PERSON for token in sentence.tokens)


def _may_run(view: Scene, sentence: Sentence, run: Run) -> bool:
    if run.quote_open:
        return run.unsupported < 2 * _UNSUPPORTED
    if _opens(sentence, "joining"):
        return not run.silent
    limit = _UNSUPPORTED - 1 if run.told else _UNSUPPORTED
    if run.unsupported >= limit or run.silent or not (run.one or run.paper or run.spoke):
        return False
    if _ended_by_quote(view, run.statement) or _verb_first(sentence):
        return False
    named = [p for p in sentence.parties if p.named and p.case == "nom" and view.quote_at(p.start) is None]
    if any(p.kind == "PER" and len(p.canonical.split()) >= _FULL_NAME and p.last > p.first for p in named):
        return False
    if any(p.canonical == run.statement.source for p in named):
        return False
    opening = sentence.tokens[min(2, len(sentence.tokens) - 1)].end
    times = view.doc.times
    first = bisect_left(times, sentence.span.start, key=lambda time: time.start)
    last = bisect_left(times, opening, key=lambda time: time.start)
    dated = any(time.type in {"DATE", "TIME"} and time.value not in _VAGUE for time in times[first:last])
    return not (dated and named)


def _verb_first(sentence: Sentence) -> bool:
    """Whether the subject stands behind the verb (তদন্ত শুরু করে পুলিশ): the order of a report, not of speech."""
    words = [at for at, token in enumerate(sentence.tokens) if token.word]
    subject = next((p for p in sentence.parties if words and p.last == words[-1] and p.case == "nom"), None)
    if subject is None or subject.first == 0:
        return False
    verb = next((group for group in reversed(sentence.groups) if group.finite), None)
    between = sentence.tokens[verb.last + 1 : subject.first] if verb is not None else []
    behind = verb is not None and verb.last < subject.first and all(token.word for token in between)
    return behind or sentence.tokens[subject.first - 1].finite is not None


def _opens(sentence: Sentence, group: str) -> bool:
    """Whether a sentence opens with one of a group: as the reporter's own, or joined to the one before."""
    keys = tuple(token.key for token in sentence.tokens[:4] if token.word)
    return any(keys[: len(opener)] == opener for opener in _openers(group))


def _ended_by_quote(view: Scene, statement: Statement) -> bool:
    """Whether what was said ended with a closing mark: then nothing unquoted goes on."""
    said = statement.content
    if said is None or statement.inferred:
        return False
    quote = view.quote_before(said.start + 1)
    return quote is not None and quote.closed and said.end <= quote.end + 2


def _said(sentence: Sentence) -> Span | None:
    words = [token for token in sentence.tokens if token.word]
    return Span(words[0].start, words[-1].end) if words else None
