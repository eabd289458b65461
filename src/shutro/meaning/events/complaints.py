"""Against whom people complain and protest, told by what they complain of."""

from __future__ import annotations

from shutro.meaning.events.deed import Deed
from shutro.meaning.grammar.cases import guess_case
from shutro.meaning.lexicon import closed, endings
from shutro.meaning.parties.media import is_medium
from shutro.meaning.parties.states import government, is_country
from shutro.meaning.sentences.joining import accompanied

_COMPLAINED = endings("complained")
_DONE_TO = endings("done_to")
_NEAR_BEHIND = 3
_PEOPLE = endings("people")
_TOWARDS = closed("towards")
_DEMANDED = endings("demanded")
_FRONT = closed("in_front")
_MISSIONS = endings("missions")


def complained_of(deed: Deed) -> tuple[str, ...]:
    """Whose words or deeds are complained of: [রাশিয়ার] হামলার নিন্দা, [ভারতের] সিদ্ধান্তের সমালোচনা.

    The nearest genitive of a name before the complaint whose noun leads on to it, so not whom the deed
    is done to (করিম হত্যার নিন্দা) nor one of two who share it.
    """
    sentence, tokens, first = deed.sentence, deed.sentence.tokens, deed.first
    if not any(token.key.startswith(_COMPLAINED) for token in tokens[first : deed.last + 1]):
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
        if any(p.case == "nom" and party.last < p.first and p.last < first for p in sentence.parties):
            return ()
        shared = any(p.last < party.first and accompanied(sentence, p) for p in sentence.parties)
        name = government(party)
        turned = any(guess_case(token.key) in {"gen", "loc", "acc"} for token in between)
        leads = turned or (deed.kind.plover == "REJECT" and len(between) < _NEAR_BEHIND)
        return () if shared or not leads or name in deed.actors else (name,)
    return ()


def protested_against(deed: Deed) -> tuple[str, ...]:
    """Against whom people protest: whose fall they demand ([করিমের] পদত্যাগের দাবিতে), before whose mission."""
    if deed.kind.plover != "PROTEST":
        return ()
    tokens = deed.sentence.tokens
    for party in deed.sentence.parties:
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
