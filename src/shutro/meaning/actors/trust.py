"""How sure it is who somebody is: by how he was found, what he is called, and whether his name is whole."""

from __future__ import annotations

from functools import lru_cache

from shutro.bangla.keys import folded
from shutro.bangla.stems import classes_of
from shutro.meaning.actors.memory import Known
from shutro.meaning.cues.cues import noun_of
from shutro.meaning.grammar.cases import guess_case, located
from shutro.meaning.grammar.tokens import bare
from shutro.meaning.lexicon import closed, load
from shutro.meaning.names.known.parts import is_part
from shutro.meaning.parties.agents import agents, head_of
from shutro.meaning.parties.party import Party
from shutro.meaning.parties.strangers import unheard
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.sentences.unlisted import NO_NAME

_MORE = closed("more")
_NO_PART = NO_NAME | _MORE | closed("adverbs") | closed("and") | closed("between") | closed("pointing")
_TITLES = frozenset(word.rstrip(".") for word in agents().before_name)
TRUST: dict[str, dict[str, float]] = load("trust")


def trust(found: str, party: Party, who: Known) -> float:
    """How sure a source is: how it was found, what kind of party it is, and how sure its name is."""
    kind = TRUST["kind"].get(party.kind, 1.0) if party.kind in {"pronoun", "again"} else 1.0
    return TRUST["found"].get(found, 0.7) * kind * who.trust


def name_trust(party: Party) -> float:
    """How sure a name is to be right and whole, by the rule that found it.

    Of a rule whose names were never counted no more is believed than of the tagger.
    """
    if party.name is None:
        return TRUST["name"]["PER tagger alone"]
    rule = f"{party.kind} {party.name.rule.partition(':')[0]}"
    if rule == "PER tagger" and " " not in party.canonical:
        rule += " alone"
    shares = TRUST["name"]
    return shares.get(rule, shares[f"{party.kind} tagger"])


@lru_cache(maxsize=1)
def cut_names(scene: Scene) -> frozenset[str]:
    """The persons whose name seems to be cut somewhere in the text: wherever they speak, it is less sure."""
    return frozenset(
        party.canonical
        for sentence in scene.sentences
        for party in sentence.parties
        if party.kind == "PER" and party.name is not None and party.name.rule == "tagger"
        if party.case == "loc" or _lacks_its_first(sentence, party) or _lacks_its_last(scene, sentence, party)
    )


def _lacks_its_first(sentence: Sentence, party: Party) -> bool:
    """Whether a part of names, or any word between it and an office, stands right before a name:
    আধিকারিক হরি [প্রসাদ পন্ত]."""
    at = party.first - 1
    token = sentence.tokens[at] if at >= 0 else None
    if token is None or not token.word or token.forms or bare(token.key) in _NO_PART or token.key in _TITLES:
        return False
    if any(p.first <= at <= p.last for p in sentence.parties) or head_of(token.key)[0] is not None:
        return False
    held = at > 0 and head_of(sentence.tokens[at - 1].key)[:2] == ("person", "nom")
    return (held or is_part(folded(token.key))) and guess_case(token.key) == "nom"


def _lacks_its_last(scene: Scene, sentence: Sentence, party: Party) -> bool:
    """Whether one word stands between a name and its verb, the next office or the end, that could be its
    last part: [কেয়া মহল] শিমুল বলেন; [করিম হক] টুকু সচিব রহিমকে ডাকেন."""
    at = party.last + 1
    if party.case != "nom" or at >= len(sentence.tokens):
        return False
    token = sentence.tokens[at]
    if not token.word or token.forms or bare(token.key) in _NO_PART or scene.doc.in_time(token.start):
        return False
    if any(p.first <= at <= p.last for p in sentence.parties) or noun_of(token.key) is not None:
        return False
    follower = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    office = follower is not None and head_of(follower.key)[:2] == ("person", "nom")
    office = office and "a" not in classes_of(token.key)
    if follower is not None and follower.word and not follower.forms and not office:
        return False
    # A genitive has no place right before a verb that honours: [সেলিম] কেয়ার বলেন.
    whole = unheard(token.key) and follower is not None and any(f.person == "3h" for f in follower.forms)
    if guess_case(token.key) != "nom" and not (whole and guess_case(token.key) == "gen"):
        return False
    return not located(token.key) and not token.key[0].isdigit()
