"""Whom a sentence is about, and the next may leave unnamed."""

from __future__ import annotations

from dataclasses import replace

from shutro.meaning.actors.identity import known
from shutro.meaning.actors.memory import Memory
from shutro.meaning.grammar.cases import guess_case
from shutro.meaning.parties.party import Party
from shutro.meaning.parties.states import is_state
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.sentences.subjects import of_his_body


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
    if verb is None or verb.person not in {"3", "3h"}:
        return []
    kinds = {"PER", "person"} if verb.person == "3h" else {"ORG"}
    return [p for p in sentence.parties if p.first > verb.last and p.kind in kinds][:1]


def _acts(sentence: Sentence, party: Party) -> bool:
    """Whether a name that is no case form can be whom the next sentence speaks on of."""
    if party.kind != "LOC":
        return party.kind in {"PER", "ORG"}
    at = party.last + 1
    following = sentence.tokens[at] if at < len(sentence.tokens) else None
    qualifies = following is not None and following.word and guess_case(following.key) != "nom"
    return is_state(party.canonical) and not qualifies
