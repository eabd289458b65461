"""To whom it is done and where: the parties that an event is with, for or against."""

from __future__ import annotations

from shutro.bangla.verbs import fold
from shutro.meaning.lexicon import closed, endings
from shutro.meaning.sentences.agents import Party
from shutro.meaning.sentences.cases import guess_case
from shutro.meaning.sentences.groups import accompanied, introduced, introduced_object, people_of, state_of
from shutro.meaning.sentences.media import is_medium
from shutro.meaning.sentences.memory import Memory, government, is_country, is_state
from shutro.meaning.sentences.parties import located
from shutro.meaning.sentences.rows import joined
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.sentences.speakers import known

_NEAR = closed("near")
_PEOPLE = endings("people")
_TOWARDS = closed("towards")
_COMPANY = closed("with")
_UPON = closed("upon")
_OF_WHOM = {"COERCE", "YIELD", "SANCTION"}
# Done to people: তাদের আটক করে is not said of a body spoken of before.
_BODILY = {"COERCE", "ASSAULT"}
_CHARGED = {"COERCE", "ASSAULT", "ACCUSE", "SANCTION", "YIELD"}
_ADDRESSED = {"REQUEST", "THREATEN", "AID"}
_GIVEN = {"AGREE", "SUPPORT", "AID"}
_TO_WHOM = closed("given_to")
_OWN = closed("own")
_AGAINST = closed("against")
_BLAMED = endings("blamed")
_COMPLAINED = endings("complained")
_DEMANDED = endings("demanded")
_FORCES = endings("forces")
_DONE_TO = endings("done_to")
_MISSIONS = endings("missions")
_FRONT = closed("in_front")
_OF_MANY = fold("দের")
_TO = fold("কে")
_UNITS = endings("units")
_NEAR_NOUN = 4
_NEAR_BEHIND = 3
_NEAR_PLACE = 2
_LISTED = 9


def recipients(
    view: Scene,
    sentence: Sentence,
    first: int,
    last: int,
    kind: str,
    actors: tuple[str, ...],
    memory: Memory,
    suffering: tuple[str, ...] = (),
) -> tuple[str, ...]:
    """The canonical names of whom it is done to, with or for; `kind` is the PLOVER kind.

    `suffering` is whom the same was done to before, of whom তাকে and তাদের speak on.
    """
    if kind in _GIVEN and (state := people_of(view, sentence)) and state not in actors:
        return (state,)
    if whose := _complained_of(sentence, first, last, kind, actors) or _protested(sentence, kind):
        return whose
    if kind in _CHARGED and (whose := introduced_object(sentence, first)):
        return whose
    for party in sentence.parties:
        if party.last >= first and party.first <= last:
            continue
        if not _is_recipient(sentence, party, first, kind, actors):
            continue
        if names := _names(view, sentence, party, kind, actors, memory, suffering):
            return names
    return ()


def _is_recipient(sentence: Sentence, party: Party, first: int, kind: str, actors: tuple[str, ...]) -> bool:
    """Whether something is done to a party, or with or for it, by its case and what stands beside it."""
    if is_medium(party) or (not party.named and party.first and sentence.tokens[party.first - 1].key in _OWN):
        return False
    if kind == "CONSULT" and _against(sentence, party):
        return False
    if kind == "ACCUSE" and _upon_another(sentence, party, first):
        return False
    if kind == "REQUEST" and _upon(sentence, party):
        return False
    return (
        _receives(sentence, party)
        or _suffers(sentence, party, first, kind, actors)
        or (kind in _CHARGED and _heads_list(sentence, party, first))
        or (kind in _ADDRESSED and _given(sentence, party))
    )


def _names(
    view: Scene,
    sentence: Sentence,
    party: Party,
    kind: str,
    actors: tuple[str, ...],
    memory: Memory,
    suffering: tuple[str, ...],
) -> tuple[str, ...]:
    """The canonical names of a recipient and of whoever is joined to it; empty where it is nobody known."""
    if names := introduced(sentence, party):
        return tuple(name.canonical for name in names)
    if party.kind == "pronoun" and suffering and (len(suffering) > 1) == party.many:
        return suffering
    who = state_of(view, sentence, party) or known(view, sentence, party, memory)
    if who is None or who.canonical in actors or _in_an_actor(party, actors):
        return ()
    if party.kind == "pronoun" and party.many and kind in _BODILY and not who.people:
        return ()
    by_name = party.named or party.kind != "person" or kind in _ADDRESSED
    if not by_name and described(who.canonical, sentence, view):
        return ()
    if _cut_short(who.canonical):
        return ()
    with_him = _joined_before(view, sentence, party, memory)
    return (*(name for name in with_him if name not in actors), who.canonical)


def _in_an_actor(party: Party, actors: tuple[str, ...]) -> bool:
    """Whether a person is only named in what a body that acts is called: [করিমের] নেতৃত্বাধীন বেঞ্চ."""
    return party.kind == "PER" and any(party.canonical in actor for actor in actors)


def _cut_short(called: str) -> bool:
    """Whether some are called by the word that a number before them counts by, the number gone: [জন] বন্দী."""
    return fold(called.partition(" ")[0]) in _UNITS


def _joined_before(view: Scene, sentence: Sentence, party: Party, memory: Memory) -> tuple[str, ...]:
    """Who is named before a name and joined to it, sharing its case: [করিম] ও রহিমকে, [চীন] ও নেপালের সঙ্গে."""
    if not party.named:
        return ()
    able = [p for p in sentence.parties if p.last < party.first and p.kind == party.kind and p.case == "nom"]
    row = joined(sentence, party, [*able, party])[:-1]
    found = (known(view, sentence, p, memory) for p in row)
    return tuple(who.canonical for who in found if who is not None)


def _complained_of(
    sentence: Sentence, first: int, last: int, kind: str, actors: tuple[str, ...]
) -> tuple[str, ...]:
    """Whose words or deeds are complained of: [রাশিয়ার] হামলার নিন্দা, [ভারতের] সিদ্ধান্তের সমালোচনা.

    The nearest genitive of a name before the complaint whose noun leads on to it, so not whom the deed
    is done to (করিম হত্যার নিন্দা) nor one of two who share it.
    """
    tokens = sentence.tokens
    if not any(token.key.startswith(_COMPLAINED) for token in tokens[first : last + 1]):
        return ()
    for party in reversed(sentence.parties):
        if party.last >= first or not party.named or party.case != "gen" or is_medium(party):
            continue
        if party.kind not in {"PER", "ORG"} and not is_country(party.canonical):
            continue
        between = tokens[party.last + 1 : first]
        if not between or any(not token.word or token.finite is not None for token in between):
            return ()
        if between[0].key in _TOWARDS or between[0].key.startswith((*_DONE_TO, *_PEOPLE)):
            continue
        shared = any(p.last < party.first and accompanied(sentence, p) for p in sentence.parties)
        name = government(party)
        turned = any(guess_case(token.key) in {"gen", "loc", "acc"} for token in between)
        leads = turned or (kind == "REJECT" and len(between) < _NEAR_BEHIND)
        return () if shared or not leads or name in actors else (name,)
    return ()


def _protested(sentence: Sentence, kind: str) -> tuple[str, ...]:
    """Against whom people protest: whose fall they demand ([করিমের] পদত্যাগের দাবিতে), before whose mission."""
    if kind != "PROTEST":
        return ()
    tokens = sentence.tokens
    for party in sentence.parties:
        after = [token.key for token in tokens[party.last + 1 : party.last + 3]]
        if not after or not party.named or party.case not in {"gen", "nom"}:
            continue
        if party.case == "gen" and party.kind == "PER" and after[0].startswith(_DEMANDED):
            return (party.canonical,)
        mission = tokens[party.last].key if party.kind == "ORG" else after[0]
        front = after[0] if party.kind == "ORG" else after[-1]
        if mission.startswith(_MISSIONS) and front in _FRONT:
            state = party.canonical.split()[0] if party.kind == "ORG" else party.canonical
            if is_country(state):
                return (state,)
    return ()


def _upon(sentence: Sentence, party: Party) -> bool:
    """Whether something is done upon a party, of whom nothing is asked: [জনগণের] ওপর হামলা বন্ধের আহ্বান."""
    at = party.last + 1
    return at < len(sentence.tokens) and sentence.tokens[at].key in _UPON


def _upon_another(sentence: Sentence, party: Party, first: int) -> bool:
    """Whether what is done upon or with a party is only the matter complained of: [জনগণের] ওপর হামলার নিন্দা."""
    at = party.last + 1
    if at >= first - 1:
        return False
    suffers = any(token.key.startswith(_DONE_TO) for token in sentence.tokens[at:first])
    return sentence.tokens[at].key in _UPON | _COMPANY or (party.case == "acc" and suffers)


def _heads_list(sentence: Sentence, party: Party, first: int) -> bool:
    """Whether a name stands for a number it is told with: [করিম]সহ ১৮ জনের বিরুদ্ধে, [করিম]সহ পাঁচজনকে."""
    if party.case != "with" or not party.named or party.last >= first:
        return False
    tokens = sentence.tokens[party.last + 1 : min(first, party.last + 1 + _LISTED)]
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token.finite is not None:
            return False
        if token.word and (token.key.endswith(_TO) or (following is not None and following.key in _AGAINST)):
            return True
    return False


def _against(sentence: Sentence, party: Party) -> bool:
    """Whether it is against somebody, whom nobody meets: করিমের [বিরুদ্ধে] সংবাদ সম্মেলন."""
    at = party.last + 1
    return at < len(sentence.tokens) and sentence.tokens[at].key in _AGAINST


def described(canonical: str, sentence: Sentence, view: Scene) -> bool:
    """Whether somebody is only described in the sentence's own words, so that no name is known for him."""
    if any(party.canonical == canonical for party in sentence.parties):
        return False
    return fold(canonical) in fold(sentence.span.of(view.doc.text))


def _suffers(sentence: Sentence, party: Party, first: int, kind: str, actors: tuple[str, ...]) -> bool:
    """Whether a genitive is whom it is done to: [করিমের] রিমান্ড মঞ্জুর, [কর্মকর্তাদের] নির্দেশ দেন.

    Nobody gives way to whoever is only by (করিমের উপস্থিতিতে অনশন ভাঙেন).
    """
    if kind == "ASSAULT":
        return _struck(sentence, party, first, actors)
    if kind == "SANCTION" and party.named and party.case == "gen":
        after = [token.key for token in sentence.tokens[party.last + 1 : party.last + 3]]
        if len(after) == 2 and guess_case(after[0]) == "gen" and after[1] in _UPON:
            return True
    if kind == "ACCUSE":
        blamed = sentence.tokens[party.last + 1 : party.last + 1 + _NEAR_BEHIND]
        return party.named and party.last < first and any(t.key.startswith(_BLAMED) for t in blamed)
    if party.case != "gen" or not 0 < first - party.last <= _NEAR_NOUN + 1:
        return False
    if any(other.first == party.last + 1 for other in sentence.parties):
        return False
    if any(other.case == "acc" and party.last < other.first < first for other in sentence.parties):
        return False
    if kind in _OF_WHOM:
        between = sentence.tokens[party.last + 1 : first]
        beside = kind == "YIELD" and any(guess_case(token.key) == "loc" for token in between)
        return party.kind in {"PER", "person", "pronoun"} and not beside and not accompanied(sentence, party)
    many = sentence.tokens[party.last].key.endswith(_OF_MANY)
    return kind in _ADDRESSED and many and first - party.last <= _NEAR_BEHIND


def _given(sentence: Sentence, party: Party) -> bool:
    """Whether something is given or threatened to somebody: [ইউক্রেনের] জন্য সহায়তা."""
    at = party.last + 1
    return party.case == "gen" and at < len(sentence.tokens) and sentence.tokens[at].key in _TO_WHOM


def _struck(sentence: Sentence, party: Party, first: int, actors: tuple[str, ...]) -> bool:
    """Whether an attack is on a party: [ইউক্রেনে] হামলা, [সিরিয়ায়] বিমান হামলা, [রাশিয়ার] তেলক্ষেত্রে হামলা.

    A place that is no country is struck by states and their forces; others only strike there.
    """
    if not 0 < first - party.last <= _NEAR_NOUN:
        return False
    between = sentence.tokens[party.last + 1 : first]
    if any(not token.word or token.finite is not None for token in between):
        return False
    if party.case == "loc":
        war = any(is_country(actor) or actor.endswith(_FORCES) for actor in actors)
        land = is_country(party.canonical) and government(party) == party.canonical
        return party.kind == "LOC" and len(between) < _NEAR_PLACE and (land or war)
    if party.case != "gen" or not party.named or not between:
        return False
    owned = guess_case(between[-1].key) == "loc" or located(between[-1].key)
    able = party.kind in {"PER", "ORG"} or is_country(party.canonical)
    return able and owned and not any(token.key.startswith(_DONE_TO) for token in between)


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
