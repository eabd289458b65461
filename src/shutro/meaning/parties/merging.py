"""Parties that are one: an office before its holder's name, a rank, what only qualifies the next noun."""

from __future__ import annotations

from shutro.meaning.cues.cues import noun_of
from shutro.meaning.grammar.cases import guess_case
from shutro.meaning.grammar.tokens import Token
from shutro.meaning.lexicon import closed, endings, folded, load, strings
from shutro.meaning.parties.agents import agents, head_of
from shutro.meaning.parties.party import Party

_AND = closed("and")
_ONE = closed("one")
_ADJECTIVAL = folded(strings(load("subjects")["adjectival"]["words"]))
_OTHERS = endings("others")
_TEAMS = closed("teams")
_ONE_TEAM = closed("one_team")
_OFFICE_WORDS = 4


def leads_to_name(tokens: list[Token], party: Party, named_at: dict[int, Party]) -> bool:
    """Whether an office stands before the name of its holder: প্রেসিডেন্ট [ভ্লাদিমির পুতিন],
    পরিচালক ও মুখপাত্র [আরিফ হোসেন]."""
    if party.case != "nom" or party.kind in {"pronoun", "again"}:
        return False
    lex = agents()
    if (tokens[party.last].key.endswith(lex.people) and party.many) or _sent(tokens, party):
        return False
    following = named_at.get(party.last + 1)
    if following is not None and one_of_many(tokens, party.first) and following.case != "nom":
        return False
    depth = 0
    joined = False
    for at in range(party.last + 1, min(len(tokens), party.last + 12)):
        key = tokens[at].key
        if (
            at in named_at
            and (named_at[at].kind == "PER") == (party.kind == "person")
            and not depth
            and (not joined or tokens[at - 1].key not in _AND)
        ):
            return True
        if key in "()":
            depth += 1 if key == "(" else -1
        elif depth or key == "." or key in lex.before_name or head_of(key)[0] is not None:
            continue
        elif key in _AND:
            joined = True
        elif not (
            joined and tokens[at].word and guess_case(key) not in {"acc", "loc"} and tokens[at].finite is None
        ):
            return False
    return False


def merged(tokens: list[Token], found: list[Party]) -> list[Party]:
    """Drop what only qualifies what stands right after it: [জামায়াত] আমির, [লে. কর্নেল] করিম হক, [একজন] শিক্ষক."""
    kept: list[Party] = []
    for at, party in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        qualifies = (
            following is not None
            and party.named
            and party.kind in {"ORG", "LOC", "MISC"}
            and party.case == "nom"
            and following.first == party.last + 1
            and (not following.named or following.kind == "PER")
            and following.kind != "pronoun"
        )
        compound = (
            following is not None
            and not party.named
            and party.kind in {"person", "body", "media"}
            and not party.many
            and following.kind in {"person", "source", "body"}
            and not following.named
            and party.case == "nom"
            and following.first == party.last + 1
            and not _acted_upon(tokens, party, following)
        )
        rank = (
            following is not None
            and party.kind == following.kind == "PER"
            and party.case == following.case == "nom"
            and all(_titled(token) for token in tokens[party.last + 1 : following.first])
        )
        counts = (
            following is not None
            and tokens[party.first].key in _ONE
            and party.first == party.last
            and _one_such(tokens, party, following)
        )
        held = following is not None and following.first <= party.first
        if qualifies or compound or rank or counts or held or (kept and _apposed(tokens, kept[-1], party)):
            continue
        kept.append(party)
    return kept


def _titled(token: Token) -> bool:
    """Whether a token may stand between a rank and a name."""
    lex = agents()
    return token.key == "." or token.key in lex.before_name or f"{token.key}." in lex.before_name


def _sent(tokens: list[Token], party: Party) -> bool:
    """Whether a team is of some who are sent, and no name of it follows: প্রতিনিধি [দল] করিমের সঙ্গে বসে."""
    before = tokens[party.first - 1].key if party.first else ""
    return party.title in _TEAMS and (before in _ONE_TEAM or head_of(before)[0] == "person")


def _apposed(tokens: list[Token], before: Party, party: Party) -> bool:
    """Whether an office behind a comma is that of the person before it: করিম হক, [এমপি] বলেন."""
    at = party.last + 1
    if party.kind != "person" or party.named or party.many or party.case != "nom" or before.kind != "PER":
        return False
    beside = before.last + 2 == party.first and tokens[before.last + 1].key == ","
    return beside and at < len(tokens) and tokens[at].finite is not None


def _acted_upon(tokens: list[Token], party: Party, following: Party) -> bool:
    """Whether a body is told from people who are none of its own, and whom its verb has:
    [পুলিশ] বিক্ষোভকারীদের জানায়; and not বিশ্ববিদ্যালয় শিক্ষার্থীদের দাবি, …."""
    other = following.title.endswith(_OTHERS)
    own = party.kind == "person" and party.title in _ADJECTIVAL
    if own or party.kind not in {"body", "person"} or following.case not in {"gen", "acc"} or not other:
        return False
    verb = next((t.finite for t in tokens[following.last + 1 :] if t.finite is not None), None)
    at = following.last + 2
    alone = noun_of(tokens[at - 1].key) is not None if at <= len(tokens) else True
    closes = at >= len(tokens) or not tokens[at].word
    agrees = verb is not None and verb.person == ("3" if party.kind == "body" else "3h")
    return agrees and not (alone and closes)


def _one_such(tokens: list[Token], party: Party, following: Party) -> bool:
    """Whether একজন counts somebody whose office or name comes after it: [একজন] ঊর্ধ্বতন কর্মকর্তা করিম হক."""
    gap = tokens[party.last + 1 : following.first]
    if not gap:
        return following.kind == "person"
    plain = all(token.word and not token.forms and guess_case(token.key) == "nom" for token in gap)
    person = following.kind == "person" or head_of(gap[-1].key)[0] == "person"
    return plain and person and len(gap) <= _OFFICE_WORDS and following.case == "nom"


def one_of_many(tokens: list[Token], at: int) -> bool:
    """Whether a noun is one of many, whose name is not told: একজন [শিক্ষক] করিমের কাছে জানতে চান."""
    return at > 0 and tokens[at - 1].key in _ONE
