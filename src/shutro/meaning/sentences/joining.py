"""Parties that belong together: in a row that commas and ও make, on both sides of a thing, in company."""

from __future__ import annotations

from itertools import pairwise

from shutro.meaning.grammar.cases import guess_case
from shutro.meaning.grammar.tokens import past_brackets
from shutro.meaning.lexicon import closed
from shutro.meaning.parties.party import Party
from shutro.meaning.sentences.scene import Sentence

_AND = closed("and")
_BETWEEN = closed("between_two")
_COMPANY = closed("with")


def joined(sentence: Sentence, head: Party, candidates: list[Party]) -> list[Party]:
    """`head` with the parties that a comma, ও or এবং joins to it, in order."""
    chain = [head]
    for party in reversed([p for p in candidates if p.last < head.first]):
        if party.kind == "pronoun" or not _link(sentence, party, chain[0], chain):
            break
        chain.insert(0, party)
    for party in [p for p in candidates if p.first > head.last]:
        gap = sentence.tokens[past_brackets(sentence.tokens, chain[-1].last + 1) : party.first]
        if (
            not gap
            or gap[0].key not in _AND | {","}
            or len(gap) > 7
            or any(t.finite is not None for t in gap)
        ):
            break
        if gap[0].key == "," and not any(
            t.key in _AND for t in sentence.tokens[party.first : candidates[-1].last]
        ):
            break
        chain.append(party)
    return _with_unlisted(sentence, chain)


def _with_unlisted(sentence: Sentence, chain: list[Party]) -> list[Party]:
    """A list of bodies with those that no list knows, between two marks of it: জোট, [নদী আন্দোলন] ও সমিতি."""
    tokens, row = sentence.tokens, chain[:1]
    for party in chain[1:]:
        before = row[-1]
        begun = past_brackets(tokens, before.last + 1)
        marks = [at for at in range(begun, party.first) if tokens[at].key in _AND | {","}]
        bodies = {before.kind, party.kind} <= {"ORG", "body"}
        for first, last in pairwise(marks) if bodies and marks[:1] == [begun] else ():
            words = tokens[first + 1 : last]
            if words and all(t.word and not t.forms and guess_case(t.key) == "nom" for t in words):
                name = " ".join(token.key for token in words)
                row.append(Party(first + 1, last - 1, words[0].start, words[-1].end, "ORG", "nom", name))
        row.append(party)
    return row


def _link(sentence: Sentence, party: Party, following: Party, chain: list[Party]) -> bool:
    gap = sentence.tokens[past_brackets(sentence.tokens, party.last + 1) : following.first]
    if not gap or len(gap) > 8 or any(t.finite is not None for t in gap):
        return False
    if gap[0].key in _AND:
        return True
    listed = any(t.key in _AND for t in sentence.tokens[party.first : chain[-1].last])
    return gap[0].key == "," and listed


def paired(sentence: Sentence, party: Party) -> bool:
    """Whether ও joins a bare name to one in another case, which is then its own: [করিম] ও রহিমের বৈঠক."""
    at = party.last + 1
    if party.case != "nom" or at >= len(sentence.tokens):
        return False
    other = next((p for p in sentence.parties if p.first > at), None)
    if sentence.tokens[at].key == "," and other is not None and other.first == at + 1:
        return other.kind == party.kind and paired(sentence, other)
    if sentence.tokens[at].key not in _AND:
        return False
    if other is None or other.kind != party.kind or other.case in {"nom", "with"}:
        return False
    return all(token.word and token.finite is None for token in sentence.tokens[at + 1 : other.first])


def between(sentence: Sentence, party: Party) -> list[Party]:
    """Both of two that something is between: [ক] ও [খ]-এর মধ্যে, [ক] ও [খ]-এর বৈঠক; else the one given."""
    first = party.first
    while (
        owner := next((p for p in sentence.parties if p.last == first - 1 and p.case == "gen"), None)
    ) is not None:
        first = owner.first
    mark = first - 1
    if mark > 0 and sentence.tokens[mark].key in _AND:
        other = next((p for p in sentence.parties if p.last == mark - 1), None)
        if other is not None and other.case in {"nom", "gen"} and (other.kind == party.kind or other.named):
            return [other, party]
    return [party]


def midway(sentence: Sentence, party: Party) -> bool:
    """Whether a postposition behind a party says that something is between it and another."""
    return sentence.key(party.last + 1) in _BETWEEN


def accompanied(sentence: Sentence, party: Party) -> bool:
    """Whether something is done in company of a party: [করিমের] সঙ্গে."""
    return sentence.key(party.last + 1) in _COMPANY
