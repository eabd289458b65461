"""To whom it is done: the parties that an event is with, for or against."""

from __future__ import annotations

from shutro.bangla.verbs import fold
from shutro.meaning.actors.bodies import people_of, state_of
from shutro.meaning.actors.identity import known
from shutro.meaning.actors.memory import Memory
from shutro.meaning.events.complaints import complained_of, protested_against
from shutro.meaning.events.deed import BODILY, Deed
from shutro.meaning.grammar.cases import guess_case, located
from shutro.meaning.lexicon import closed, endings
from shutro.meaning.parties.media import is_medium
from shutro.meaning.parties.party import Party
from shutro.meaning.parties.states import government, is_country
from shutro.meaning.sentences.joining import accompanied, joined
from shutro.meaning.sentences.naming import introduced, introduced_object
from shutro.meaning.sentences.scene import Scene, Sentence

_CHARGED = {"COERCE", "ASSAULT", "ACCUSE", "SANCTION", "YIELD"}
_GIVEN = {"AGREE", "SUPPORT", "AID"}
_ADDRESSED = {"REQUEST", "THREATEN", "AID"}
_OWN = closed("own")
_UNITS = endings("units")
_HELD = closed("held")
_UPON = closed("upon")
_COMPANY = closed("with")
_DONE_TO = endings("done_to")
_AGAINST = closed("against")
_LISTED = 9
_TO = fold("কে")
_BLAMED = endings("blamed")
_NEAR_BEHIND = 3
_NEAR_NOUN = 4
_OF_MANY = fold("দের")
_OF_WHOM = {"COERCE", "YIELD", "SANCTION"}
_TO_WHOM = closed("given_to")
_PEOPLE = endings("people")
_TOWARDS = closed("towards")
_FORCES = endings("forces")
_NEAR_PLACE = 2


def recipients(view: Scene, deed: Deed, memory: Memory, suffering: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The canonical names of whom it is done to, with or for.

    `suffering` is whom the same was done to before, of whom তাকে and তাদের speak on.
    """
    sentence, kind = deed.sentence, deed.kind.plover
    if kind in _GIVEN and (state := people_of(view, sentence)) and state not in deed.actors:
        return (state,)
    if whose := complained_of(deed) or protested_against(deed):
        return whose
    if kind in _CHARGED and (whose := introduced_object(sentence, deed.first)):
        return whose
    for party in sentence.parties:
        if party.last >= deed.first and party.first <= deed.last:
            continue
        if _is_recipient(deed, party) and (names := _names(view, deed, party, memory, suffering)):
            return names
    return ()


def _is_recipient(deed: Deed, party: Party) -> bool:
    """Whether something is done to a party, or with or for it, by its case and what stands beside it."""
    sentence, kind = deed.sentence, deed.kind.plover
    if is_medium(party) or (not party.named and sentence.key(party.first - 1) in _OWN):
        return False
    behind = sentence.key(party.last + 1)
    if kind == "CONSULT" and behind in _AGAINST:  # whom nobody meets: করিমের [বিরুদ্ধে] সংবাদ সম্মেলন
        return False
    if kind == "ACCUSE" and _upon_another(deed, party):
        return False
    if kind == "REQUEST" and behind in _UPON:  # asked nothing: [জনগণের] ওপর হামলা বন্ধের আহ্বান
        return False
    return (
        _receives(sentence, party)
        or _suffers(deed, party)
        or (kind in _CHARGED and _heads_list(deed, party))
        or (kind in _ADDRESSED and party.case == "gen" and behind in _TO_WHOM)  # [ইউক্রেনের] জন্য সহায়তা
    )


def _names(
    view: Scene, deed: Deed, party: Party, memory: Memory, suffering: tuple[str, ...]
) -> tuple[str, ...]:
    """The canonical names of a recipient and of whoever is joined to it; empty where it is nobody known."""
    sentence, kind, actors = deed.sentence, deed.kind.plover, deed.actors
    if names := introduced(sentence, party):
        return tuple(name.canonical for name in names)
    again = party.kind == "pronoun" or party.title in _HELD
    if again and suffering and (len(suffering) > 1) == party.many:
        return suffering
    who = state_of(view, sentence, party) or known(view, sentence, party, memory)
    if who is None or who.canonical in actors or _in_an_actor(party, actors):
        return ()
    if party.kind == "pronoun" and party.many and kind in BODILY and not who.people:
        return ()
    by_name = party.named or party.kind != "person" or kind in _ADDRESSED
    if (not by_name and described(who.canonical, sentence, view)) or _cut_short(who.canonical):
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


def _upon_another(deed: Deed, party: Party) -> bool:
    """Whether what is done upon or with a party is only the matter complained of: [জনগণের] ওপর হামলার নিন্দা."""
    tokens, at = deed.sentence.tokens, party.last + 1
    if at >= deed.first - 1:
        return False
    suffers = any(token.key.startswith(_DONE_TO) for token in tokens[at : deed.first])
    return tokens[at].key in _UPON | _COMPANY or (party.case == "acc" and suffers)


def _heads_list(deed: Deed, party: Party) -> bool:
    """Whether a name stands for a number it is told with: [করিম]সহ ১৮ জনের বিরুদ্ধে, [করিম]সহ পাঁচজনকে."""
    if party.case != "with" or not party.named or party.last >= deed.first:
        return False
    tokens = deed.sentence.tokens[party.last + 1 : min(deed.first, party.last + 1 + _LISTED)]
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token.finite is not None:
            return False
        if token.word and (token.key.endswith(_TO) or (following is not None and following.key in _AGAINST)):
            return True
    return False


def described(canonical: str, sentence: Sentence, view: Scene) -> bool:
    """Whether somebody is only described in the sentence's own words, so that no name is known for him."""
    if any(party.canonical == canonical for party in sentence.parties):
        return False
    return fold(canonical) in fold(sentence.span.of(view.doc.text))


def _suffers(deed: Deed, party: Party) -> bool:
    """Whether a genitive is whom it is done to: [করিমের] রিমান্ড মঞ্জুর, [কর্মকর্তাদের] নির্দেশ দেন.

    Nobody gives way to whoever is only by (করিমের উপস্থিতিতে অনশন ভাঙেন).
    """
    sentence, first, kind = deed.sentence, deed.first, deed.kind.plover
    if kind == "ASSAULT":
        return _struck(deed, party)
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


def _receives(sentence: Sentence, party: Party) -> bool:
    """Whether a party's case says that something is done to it, or with it: [করিমকে], [করিমের] সঙ্গে."""
    if party.case == "acc":
        return True
    follower = sentence.key(party.last + 1)
    people = follower.startswith(_PEOPLE) and party.kind == "LOC"
    return party.case == "gen" and (follower in _TOWARDS or people)


def _struck(deed: Deed, party: Party) -> bool:
    """Whether an attack is on a party: [ইউক্রেনে] হামলা, [সিরিয়ায়] বিমান হামলা, [রাশিয়ার] তেলক্ষেত্রে হামলা.

    A place that is no country is struck by states and their forces; others only strike there.
    """
    if not 0 < deed.first - party.last <= _NEAR_NOUN:
        return False
    between = deed.sentence.tokens[party.last + 1 : deed.first]
    if any(not token.word or token.finite is not None for token in between):
        return False
    if party.case == "loc":
        war = any(is_country(actor) or actor.endswith(_FORCES) for actor in deed.actors)
        land = is_country(party.canonical) and government(party) == party.canonical
        return party.kind == "LOC" and len(between) < _NEAR_PLACE and (land or war)
    if party.case != "gen" or not party.named or not between:
        return False
    owned = guess_case(between[-1].key) == "loc" or located(between[-1].key)
    able = party.kind in {"PER", "ORG"} or is_country(party.canonical)
    return able and owned and not any(token.key.startswith(_DONE_TO) for token in between)
