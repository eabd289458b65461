"""Who does it, to whom and where: the parts parties play beside an event's trigger."""

from __future__ import annotations

from shutro.bangla.verbs import fold
from shutro.meaning.agents import Party
from shutro.meaning.cases import guess_case
from shutro.meaning.cues import Cue
from shutro.meaning.lexicon import closed, endings
from shutro.meaning.media import is_medium
from shutro.meaning.memory import Memory, is_state
from shutro.meaning.predicates import Predicate
from shutro.meaning.scene import Scene, Sentence
from shutro.meaning.speakers import known
from shutro.meaning.subjects import subject_of
from shutro.model import Statement

_NEAR = closed("near")
_BE = fold("হওয়া")
_PEOPLE = endings("people")
_TOWARDS = closed("towards")


def subject(
    view: Scene,
    sentence: Sentence,
    first: int,
    group: Predicate | None,
    reported: Statement | None,
    memory: Memory,
) -> tuple[str, ...]:
    """The canonical names of who acts; empty when the sentence does not tell.

    `first` is the first token of the trigger; an event that is reported has its actor among the words
    that are said.
    """
    left = 0
    if reported is not None and reported.content is not None:
        left = next((at for at, t in enumerate(sentence.tokens) if t.start >= reported.content.start), 0)
    if group is None:
        return _owners(view, sentence, first, memory)
    if group.passive or group.verb == _BE:
        return ()
    cue = Cue(
        first, group.last, "", "noun", group.verb, group.person, group.tense, joined=group.shape == "having"
    )
    found = subject_of(view, sentence, cue, left)
    if found is None:
        elided = memory.last_person() if group.person == "3h" else None
        return (elided.canonical,) if elided is not None and group.finite and left == 0 else ()
    names = [who.canonical for party in found[0] if (who := known(view, sentence, party, memory))]
    return tuple(dict.fromkeys(names))


def _owners(view: Scene, sentence: Sentence, at: int, memory: Memory) -> tuple[str, ...]:
    """Whose a nominal event is: the genitive before it ([কিমের] এই সফর), and whom it is with."""
    owners = [p for p in sentence.parties if p.last < at <= p.last + 4 and p.case == "gen"]
    names = [who.canonical for p in owners[-1:] if (who := known(view, sentence, p, memory))]
    return tuple(names)


def _acts(sentence: Sentence, party: Party) -> bool:
    """Whether a name that is no case form can be whom the next sentence speaks on of."""
    if party.kind != "LOC":
        return party.kind in {"PER", "ORG"}
    at = party.last + 1
    following = sentence.tokens[at] if at < len(sentence.tokens) else None
    qualifies = following is not None and following.word and guess_case(following.key) != "nom"
    return is_state(party.canonical) and not qualifies


def remember(view: Scene, sentence: Sentence, memory: Memory) -> None:
    """Who acts in a sentence, the first of its persons and bodies, is whom the next may leave unnamed."""
    seen: set[bool] = set()
    for party in sentence.parties:
        if not party.named or party.case != "nom" or view.quote_at(party.start) is not None:
            continue
        who = known(view, sentence, party, memory)
        if who is not None and who.one not in seen and _acts(sentence, party):
            seen.add(who.one)
            memory.note(who)


def recipients(
    view: Scene, sentence: Sentence, first: int, last: int, actors: tuple[str, ...], memory: Memory
) -> tuple[str, ...]:
    """The canonical names of whom it is done to, with or for."""
    for party in sentence.parties:
        if (
            (party.last >= first and party.first <= last)
            or not _receives(sentence, party)
            or is_medium(party)
        ):
            continue
        who = known(view, sentence, party, memory)
        if who is not None and who.canonical not in actors and (party.named or party.kind != "person"):
            return (who.canonical,)
    return ()


def destination(sentence: Sentence, actors: tuple[str, ...]) -> tuple[str, ...]:
    """The state that a visit goes to."""
    states = (
        p.canonical for p in sentence.parties if p.kind == "LOC" and p.case != "gen" and is_state(p.canonical)
    )
    return tuple(dict.fromkeys(state for state in states if state not in actors))[:1]


def _receives(sentence: Sentence, party: Party) -> bool:
    if party.case == "acc":
        return True
    at = party.last + 1
    follower = sentence.tokens[at].key if at < len(sentence.tokens) else ""
    people = follower.startswith(_PEOPLE) and party.kind == "LOC"
    return party.case == "gen" and (follower in _TOWARDS or people)


def place(sentence: Sentence) -> str | None:
    """Where it is done: a place in the locative."""
    for party in sentence.parties:
        if party.kind == "LOC" and party.case == "loc":
            return party.canonical
        at = party.last + 1
        if party.kind in {"LOC", "ORG"} and at < len(sentence.tokens) and sentence.tokens[at].key in _NEAR:
            return party.canonical
    return None
