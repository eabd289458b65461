"""Whose a noun of saying is: [পুলিশের] দাবি, …; …, প্রশ্ন [করিমের]।"""

from __future__ import annotations

from dataclasses import replace

from shutro.bangla.verbs import fold
from shutro.meaning.actors.memory import Memory
from shutro.meaning.actors.trust import TRUST
from shutro.meaning.cues.cues import Cue
from shutro.meaning.cues.nouns import closing, owned, owner_at
from shutro.meaning.grammar.tokens import QUOTES
from shutro.meaning.lexicon import endings
from shutro.meaning.parties.party import Party
from shutro.meaning.parties.strangers import unheard
from shutro.meaning.sentences.agreement import SPEAKS
from shutro.meaning.sentences.joining import joined
from shutro.meaning.sentences.phrases import called, phrase
from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.meaning.statements.source import Source, source_of, unknown
from shutro.span import Span

_CALLED = endings("called")
_PART = 0.8
_LONGEST_NAME = 2
_OPENS = frozenset(",:")
_UNHEARD = 0.6
_OF_MANY = fold("দের")


def owners(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory) -> list[Source]:
    """Whose a bare noun is: the genitive right before it, else the one that its sentence ends with."""
    tokens = sentence.tokens
    places = [owner_at(tokens, cue.first)] if cue.first and owned(tokens, cue.first) else []
    if cue.last + 1 < len(tokens) and tokens[cue.last + 1].word:
        places.append(closing(tokens))
    for at in places:
        # A bracket hides the case (দাবি করিম হক (Karim)); behind সরব, a cue with a noun, there is none.
        hidden = cue.noun != "" or (at + 1 < len(tokens) and tokens[at + 1].key == "(")
        for party in sentence.parties:
            whose = party.case == "gen" or party.kind == "source" or (hidden and party.case == "nom")
            if party.last == at and whose and party.kind in SPEAKS:
                able = [
                    p for p in sentence.parties if p.last < at and p.case == "nom" and p.kind == party.kind
                ]
                row = joined(sentence, party, able) if party.named else [party]
                made = [source_of(scene, sentence, p, memory, f"genitive:{p.kind}") for p in row]
                return [source or unknown("unknown") for source in made]
        someone = group_of_many(scene, sentence, at, "genitive:group") or _owner(sentence, at, memory)
        someone = someone or _unheard_owner(scene, sentence, cue, at)
        if someone is not None:
            return [someone]
    return []


def _owner(sentence: Sentence, at: int, memory: Memory) -> Source | None:
    """Somebody named before whom the text calls by a part of his name: … বলে [সুমনবাবু]র অভিযোগ।"""
    token = sentence.tokens[at]
    for ending in _CALLED:
        part = token.key.removesuffix(ending)
        if part != token.key and (who := memory.whole(part)) != part:
            return Source(who, token.span, True, "genitive:PER", TRUST["found"]["genitive"] * _PART)
    return None


def _unheard_owner(scene: Scene, sentence: Sentence, cue: Cue, at: int) -> Source | None:
    """Somebody that no list knows, whose word opens a quotation: [কেয়া মহল]ের মন্তব্য, ‘…’."""
    tokens = sentence.tokens
    follower = tokens[cue.last + 1 : cue.last + 3]
    opens = [t.key in QUOTES or t.key in _OPENS for t in follower] == [True, True]
    if at != cue.first - 1 or not opens or not unheard(tokens[at].key) or tokens[at].forms:
        return None
    first = at
    while first > max(0, at - _LONGEST_NAME) and tokens[first - 1].word and unheard(tokens[first - 1].key):
        first -= 1
    party = Party(first, at, tokens[first].start, tokens[at].end, "PER", "gen", "")
    name = called(scene, sentence, replace(party, kind="person"))
    return Source(name, Span(party.start, party.end), True, "genitive:unlisted", _UNHEARD)


def group_of_many(scene: Scene, sentence: Sentence, at: int, rule: str) -> Source | None:
    """People that no list knows, told by the ending of many: [কিছু মার্কিন রক্ষণশীল]দের, [সংশ্লিষ্ট]দের."""
    token = sentence.tokens[at]
    if not token.key.endswith(_OF_MANY):
        return None
    span = phrase(scene, sentence, Party(at, at, token.start, token.end, "person", "gen", ""))
    return Source(span.of(scene.doc.text)[: -len(_OF_MANY)], span, False, rule, 0.6)
