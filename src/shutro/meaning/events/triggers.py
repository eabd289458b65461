"""Triggers: which words of a sentence tell its main event, of what kind, and as what they tell it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from shutro.bangla.verbs import fold
from shutro.meaning.events.plover import Kind, claimed, excepted, kind_of, lexicon, nominal, refined
from shutro.meaning.grammar.cases import genitive
from shutro.meaning.grammar.predicates import Predicate
from shutro.meaning.lexicon import closed, folded, load, strings
from shutro.meaning.parties.states import is_state
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.model import Statement, Status

_AND = closed("and")
_DEAD = Kind("OTHER", "death")
_GO = fold("যাওয়া")
_DUE = folded(strings(load("events")["status"]["due"]))
_ABOUT, _THAN = closed("about"), closed("than")
_COMPOUNDS = strings(load("events")["compounds"]["words"])
_PLANNED = folded(strings(load("events")["status"]["planned"]))
_WANT = fold("চাওয়া")
TO_BE = frozenset((fold("হওয়া"), fold("আছে"), fold("থাকা")))


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens `first` to `last` of a sentence, both included; `group` is the predicate they are, if any."""

    first: int
    last: int
    kind: Kind
    group: Predicate | None
    rule: str
    sure: float


def trigger_of(view: Scene, sentence: Sentence, here: list[Statement]) -> Trigger | None:
    """The words that tell the main event of a sentence; `here` are the statements whose cue stands in it."""
    told = [(group, *hit) for group in sentence.groups if (hit := kind_of(group)) is not None]
    options = [
        trigger
        for group, kind, words in told
        if (trigger := _predicate(view, sentence, group, kind, words)) is not None
    ]
    covered = {at for group, _, back in told for at in range(group.first - back, group.last + 1)}
    for at, token in enumerate(sentence.tokens):
        if (
            token.word
            and at not in covered
            and (kind := nominal(token.key))
            and not _compound(sentence, at)
            and not _excepted(sentence, at)
            and view.quote_at(token.start) is None
        ):
            options.append(Trigger(at, at, kind, None, "nominal", 0.4))
    if accused := _accusation(sentence, here):
        options.append(accused)
    if not options:
        return None
    best = max(options, key=_rank)
    return _with_dead(sentence, best) if best.kind.finer == "injury" else best


def _with_dead(sentence: Sentence, trigger: Trigger) -> Trigger:
    """Of the hurt and the dead that one verb tells, the dead: [দুজন নিহত] ও দশজন আহত হয়েছেন."""
    for at, token in enumerate(sentence.tokens[: trigger.first - 1]):
        if lexicon().nouns.get(token.key) == _DEAD and sentence.tokens[at + 1].key in _AND | {","}:
            return replace(trigger, first=at, last=at, kind=_DEAD)
    return trigger


def _rank(option: Trigger) -> tuple[bool, float, bool, int]:
    plover = option.kind.plover != "OTHER"
    return plover and option.sure > 0.45, option.sure, plover, option.first


def _predicate(view: Scene, sentence: Sentence, group: Predicate, kind: Kind, words: int) -> Trigger | None:
    """The trigger that a predicate is: a verb that says something happened, not that it could or did not."""
    if group.person in {"1", "2"} or group.shape in {"order", "if", "noun_at"}:
        return None
    if group.negated or group.duty or _postposition(sentence, group):
        return None
    expected = _expected(sentence, group)
    if group.passive and group.link == _GO and group.tense == "will":
        return None
    later = [cue for cue in sentence.cues if cue.first > group.last and not cue.joined]
    if group.shape in {"having", "noun", "noun_of", "to"} and not later and not expected:
        return None
    first = group.first - words
    quote = view.quote_at(sentence.tokens[first].start)
    if quote is not None and quote.words > 3:
        return None
    kind = refined(_abroad(sentence, kind), (token.key for token in sentence.tokens))
    return Trigger(first, group.last, kind, group, "predicate", 0.9 if group.finite or expected else 0.5)


def _expected(sentence: Sentence, group: Predicate) -> bool:
    """Whether something is said to be due: বৈঠক হওয়ার কথা রয়েছে, চুক্তি সই হওয়ার কথা।"""
    if group.shape != "noun_of":
        return False
    after = [token for token in sentence.tokens[group.last + 1 : group.last + 3] if token.word]
    if not after or after[0].key not in _DUE:
        return False
    return len(after) == 1 or any(form.verb in TO_BE for form in after[1].forms)


def _postposition(sentence: Sentence, group: Predicate) -> bool:
    """Whether what looks like a participle only goes with the noun before it: মুক্তি নিয়ে, আয়ের চেয়ে."""
    key = sentence.tokens[group.first].key
    before = sentence.key(group.first - 1)
    return key in _ABOUT or (key in _THAN and genitive(before))


def _abroad(sentence: Sentence, kind: Kind) -> Kind:
    """To go to another country, or to arrive there, is a visit."""
    if kind.finer != "move":
        return kind
    people = any(p.kind in {"PER", "pronoun"} and p.case == "nom" for p in sentence.parties)
    lands = any((p.kind == "LOC" and is_state(p.canonical)) or p.kind == "again" for p in sentence.parties)
    return Kind("CONSULT", "visit") if people and lands else kind


def _accusation(sentence: Sentence, here: list[Statement]) -> Trigger | None:
    """A statement that accuses is an event, whatever verb it is said with."""
    for statement in here:
        cue = next(
            (
                c
                for c in sentence.cues
                if statement.cue and sentence.tokens[c.first].start == statement.cue.start
            ),
            None,
        )
        if cue is not None and statement.stance in {"accuses", "criticises"} and not cue.joined:
            return Trigger(cue.first, cue.last, Kind("ACCUSE"), None, "statement", 0.6)
    return None


def _compound(sentence: Sentence, at: int) -> bool:
    """Whether a noun of an event only tells the kind of the noun behind it: হুঁশিয়ারি [সংকেত]."""
    following = sentence.key(at + 1)
    return following.startswith(_COMPOUNDS)


def _excepted(sentence: Sentence, at: int) -> bool:
    """Whether the verb behind a noun makes it no event: [আলোচনায়] এসেছে."""
    following = sentence.tokens[at + 1 : at + 2]
    return any(excepted(sentence.tokens[at].key, form.verb) for token in following for form in token.forms)


def status_of(sentence: Sentence, trigger: Trigger, reported: Statement | None) -> Status:
    """As what an event is told; `reported` is the statement whose words tell it, if any."""
    group = trigger.group
    if group is not None:
        if group.modal or (group.link == _WANT and group.verb != _WANT):
            return "hypothetical"
        after = sentence.key(group.last + 1)
        if group.tense == "will" or group.duty or after in _PLANNED or _expected(sentence, group):
            return "planned"
        if claimed(group):
            return "reported"
    if reported is not None:
        return "denied" if reported.stance == "denies" else "reported"
    return "asserted"
