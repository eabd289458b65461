"""Who does it, to whom and where: the parts parties play beside an event's trigger."""

from __future__ import annotations

from dataclasses import replace

from shutro.bangla.verbs import fold
from shutro.meaning.agents import Party
from shutro.meaning.cases import guess_case
from shutro.meaning.cues import Cue
from shutro.meaning.lexicon import closed, endings
from shutro.meaning.media import is_medium
from shutro.meaning.memory import Memory, government, is_state
from shutro.meaning.parties import located
from shutro.meaning.predicates import Predicate
from shutro.meaning.scene import Scene, Sentence
from shutro.meaning.speakers import known
from shutro.meaning.subjects import of_his_body, subject_of
from shutro.model import Statement

_NEAR = closed("near")
_BE = fold("হওয়া")
_PEOPLE = endings("people")
_TOWARDS = closed("towards")
_COMPANY = closed("with")
_BOTH = closed("both")
_OF_WHOM = {"COERCE", "YIELD", "SANCTION"}
# Done to people: তাদের আটক করে is not said of a body spoken of before.
_BODILY = {"COERCE", "ASSAULT"}
_ADDRESSED = {"REQUEST", "THREATEN", "AID"}
_OWN = closed("own")
_AGAINST = closed("against")
_BLAMED = endings("blamed")
_OF_MANY = fold("দের")
_NEAR_NOUN = 4
_NEAR_BEHIND = 3


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
    if group is None or (group.verb == _BE and group.person != "3h"):
        return _owners(view, sentence, first, memory)
    if group.passive:
        return ()
    cue = Cue(
        first, group.last, "", "noun", group.verb, group.person, group.tense, joined=group.shape == "having"
    )
    found = subject_of(view, sentence, cue, left)
    if found is None:
        if group.finite and (standing := _standing(view, sentence, first, left)) is not None:
            return _names(view, sentence, standing, memory)
        elided = memory.last_person() if group.person == "3h" else None
        return (elided.canonical,) if elided is not None and group.finite and left == 0 else ()
    names = [name for party in found[0] for name in _names(view, sentence, party, memory)]
    return tuple(dict.fromkeys(names))


def _standing(view: Scene, sentence: Sentence, first: int, left: int) -> Party | None:
    """A body that stands in the nominative of the trigger's own clause, though its verb wants a person."""
    before = max((g.last for g in sentence.groups if g.finite and g.last < first), default=left - 1)
    able = [p for p in sentence.parties if before < p.first and p.last < first and p.case == "nom"]
    bodies = [p for p in able if p.kind in {"ORG", "body"} and view.quote_at(p.start) is None]
    return bodies[-1] if len(bodies) == 1 and len(able) == 1 else None


def _names(view: Scene, sentence: Sentence, party: Party, memory: Memory) -> tuple[str, ...]:
    """The canonical names that a party stands for: of দুই নেতা those who met last."""
    before = sentence.tokens[party.first - 1].key if party.first else ""
    both = before in _BOTH or (party.kind == "pronoun" and party.many)
    if both and party.kind in {"person", "pronoun"} and memory.pair:
        return memory.pair
    who = known(view, sentence, party, memory)
    if who is None:
        return ()
    beside = _dashed(view, sentence, party)
    if beside and (first := memory.whole(beside)) not in {beside, who.canonical}:
        return first, who.canonical
    return (who.canonical,)


def _dashed(view: Scene, sentence: Sentence, party: Party) -> str:
    """The word that a dash joins to a person's name: [কিম]-পুতিন; empty where none is."""
    if party.kind != "PER":
        return ""
    beside, dash, _ = fold(view.doc.text[party.start : party.end]).partition("-")
    if dash:
        return beside
    mark, word = (sentence.tokens[at] if at >= 0 else None for at in (party.first - 1, party.first - 2))
    return word.key if mark is not None and word is not None and mark.key == "-" and word.word else ""


def _owners(view: Scene, sentence: Sentence, at: int, memory: Memory) -> tuple[str, ...]:
    """Whose a nominal event is: the genitive before it ([কিমের] এই সফর); with somebody, both of them."""
    tokens = sentence.tokens
    near = [p for p in sentence.parties if p.last < at <= p.last + _NEAR_NOUN and p.case == "gen"]
    owners = [
        p for p in near if tokens[p.last + 1].key not in _TOWARDS and not _located(sentence, p.last, at)
    ]
    if not owners:
        behind = [p for p in sentence.parties if p.case == "gen" and at < p.first <= at + _NEAR_BEHIND]
        owners = behind if behind and behind[-1].last >= _last_word(sentence) else []
    if not owners:
        return ()
    owner = owners[-1]
    names = _names(view, sentence, owner, memory)
    partner = next(
        (p for p in sentence.parties if p.last < owner.first and _with(sentence, p) and p.case == "gen"), None
    )
    others = _names(view, sentence, partner, memory) if partner is not None else ()
    return tuple(dict.fromkeys((*others, *names)))


def _with(sentence: Sentence, party: Party) -> bool:
    at = party.last + 1
    return at < len(sentence.tokens) and sentence.tokens[at].key in _COMPANY


def _located(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a noun in another case stands between: then what is before it owns that noun."""
    between = sentence.tokens[first + 1 : last]
    return any(
        guess_case(token.key) in {"loc", "acc"} or located(token.key) for token in between if token.word
    )


def _last_word(sentence: Sentence) -> int:
    return max((at for at, token in enumerate(sentence.tokens) if token.word), default=-1)


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
    behind = _behind_verb(sentence)
    for party in (*behind, *sentence.parties):
        group = party.kind == "person" and party.many
        office = party.kind == "person" and party in behind
        if (
            not (party.named or group or office)
            or party.case != "nom"
            or view.quote_at(party.start) is not None
        ):
            continue
        who = known(view, sentence, party, memory)
        if of_his_body(sentence, party):
            continue
        if who is not None and who.one not in seen and (group or office or _acts(sentence, party)):
            seen.add(who.one)
            memory.note(replace(who, people=group))


def _behind_verb(sentence: Sentence) -> list[Party]:
    """Whoever stands behind the sentence's last verb and agrees with it is whom it is about:
    মন্ত্রী না থাকায় উত্তর দিতে দাঁড়ান [করিম হক]।"""
    verb = next((g for g in reversed(sentence.groups) if g.finite), None)
    if verb is None or verb.person != "3h":
        return []
    return [p for p in sentence.parties if p.first > verb.last and p.kind in {"PER", "person"}][:1]


def recipients(
    view: Scene,
    sentence: Sentence,
    first: int,
    last: int,
    kind: str,
    actors: tuple[str, ...],
    memory: Memory,
) -> tuple[str, ...]:
    """The canonical names of whom it is done to, with or for; `kind` is the PLOVER kind."""
    for party in sentence.parties:
        if (party.last >= first and party.first <= last) or is_medium(party):
            continue
        if kind == "CONSULT" and _against(sentence, party):
            continue
        if not (_receives(sentence, party) or _suffers(sentence, party, first, kind)):
            continue
        if not party.named and sentence.tokens[party.first - 1 if party.first else 0].key in _OWN:
            continue
        who = known(view, sentence, party, memory)
        if who is None or who.canonical in actors:
            continue
        if party.kind == "pronoun" and party.many and kind in _BODILY and not who.people:
            continue
        if (
            party.named
            or party.kind != "person"
            or kind in _ADDRESSED
            or not _described(who.canonical, sentence, view)
        ):
            return (who.canonical,)
    return ()


def _against(sentence: Sentence, party: Party) -> bool:
    """Whether it is against somebody, whom nobody meets: করিমের [বিরুদ্ধে] সংবাদ সম্মেলন."""
    at = party.last + 1
    return at < len(sentence.tokens) and sentence.tokens[at].key in _AGAINST


def _described(canonical: str, sentence: Sentence, view: Scene) -> bool:
    """Whether somebody is only described in the sentence's own words, so that no name is known for him."""
    return fold(canonical) in fold(sentence.span.of(view.doc.text))


def _suffers(sentence: Sentence, party: Party, first: int, kind: str) -> bool:
    """Whether a genitive is whom it is done to: [করিমের] রিমান্ড মঞ্জুর, [কর্মকর্তাদের] নির্দেশ দেন."""
    if kind == "ASSAULT":
        return party.kind == "LOC" and party.case == "loc" and party.last == first - 1
    if kind == "ACCUSE":
        blamed = sentence.tokens[party.last + 1 : party.last + 1 + _NEAR_BEHIND]
        return party.named and party.last < first and any(t.key.startswith(_BLAMED) for t in blamed)
    if party.case != "gen" or not 0 < first - party.last <= _NEAR_NOUN + 1:
        return False
    if any(other.first == party.last + 1 for other in sentence.parties):
        return False
    if kind in _OF_WHOM:
        return party.kind in {"PER", "person", "pronoun"} and not _with(sentence, party)
    many = sentence.tokens[party.last].key.endswith(_OF_MANY)
    return kind in _ADDRESSED and many and first - party.last <= _NEAR_BEHIND


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
