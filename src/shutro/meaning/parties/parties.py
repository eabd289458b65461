"""Parties: everybody and everything in a sentence that could be who speaks or acts.

A party is a name, a pronoun, an office (`প্রধান উপদেষ্টা`) or an unnamed person, body or source
(`নাম প্রকাশে অনিচ্ছুক এক কর্মকর্তা`, `পশ্চিমা সংবাদমাধ্যম`); its case says what part it can play.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.verbs import fold
from shutro.meaning.grammar.cases import Case, case_of
from shutro.meaning.grammar.tokens import Token
from shutro.meaning.lexicon import closed, endings, folded, load, strings
from shutro.meaning.parties.agents import agents, head_of, long_head
from shutro.meaning.parties.bearers import of_name, office_in_name, with_ending
from shutro.meaning.parties.media import medium_told, split_media
from shutro.meaning.parties.merging import leads_to_name, merged
from shutro.meaning.parties.party import Party
from shutro.meaning.parties.strangers import called_after
from shutro.model import Name

_DEFINITE = fold("টি")
_OF_MANY = endings("of_many")
_BOTH = closed("both")
_SEVERAL = folded(strings(load("phrases")["several"]["words"]))


def parties(tokens: list[Token], names: list[Name]) -> list[Party]:
    """The parties of one sentence in order; `names` are those that lie in it."""
    if not tokens:
        return []
    starts = [token.start for token in tokens]
    covered: set[int] = set()
    whole = [range(bisect_left(starts, n.start), bisect_left(starts, n.end)) for n in names]
    found = split_media(tokens, whole, covered)
    for name in names:
        first = bisect_left(starts, name.start)
        last = bisect_left(starts, name.end) - 1
        if first > last or first >= len(tokens) or not covered.isdisjoint(range(first, last + 1)):
            continue
        covered.update(range(first, last + 1))
        if parts := medium_told(tokens, first, last, name):
            found += parts
            continue
        party = with_ending(tokens, of_name(first, last, name), covered)
        found.append(office_in_name(tokens, party) or party)
    named_at = {p.first: p for p in found if p.kind == "PER" or p.case in {"nom", "gen"}}
    for at, token in enumerate(tokens):
        if at in covered or not token.word or not _may_head(token.key):
            continue
        head = _unnamed(tokens, at, covered)
        if head is None or leads_to_name(tokens, head, named_at):
            continue
        called = called_after(tokens, head, covered)
        if called is not None:
            covered.update(range(called.first, called.last + 1))
        found.append(called or head)
    found.sort(key=lambda party: party.first)
    return merged(tokens, [_whole_before_verb(tokens, party) for party in found])


def _whole_before_verb(tokens: list[Token], party: Party) -> Party:
    """A person right before a verb that wants one is no case form, however he ends: [শশী কাপুর] বলেন."""
    at = party.last + 1
    if party.kind != "PER" or party.case not in {"gen", "loc"} or at >= len(tokens):
        return party
    verb = tokens[at].finite
    if verb is None or verb.person != "3h":
        return party
    own = " ".join(token.key for token in tokens[party.first : at] if token.word)
    return replace(party, case="nom", canonical=own, name=None)


@kept(WORDS)
def _may_head(key: str) -> bool:
    """Whether a word can stand for somebody unnamed: most words cannot, and need no closer look."""
    lex = agents()
    if key in lex.pronouns or key.startswith(lex.again) or key in lex.last_words:
        return True
    return head_of(key)[0] is not None or key.startswith(tuple(lex.counted))


def _unnamed(tokens: list[Token], at: int, covered: set[int]) -> Party | None:
    lex = agents()
    token = tokens[at]
    if (pronoun := lex.pronouns.get(token.key)) is not None:
        many, case = pronoun
        return Party(at, at, token.start, token.end, "pronoun", case, "", many=many)
    if token.key.startswith(lex.again):
        for again in lex.again:
            if token.key.startswith(again) and (again_case := case_of(token.key, again)):
                title = again.removesuffix(_DEFINITE)
                return Party(at, at, token.start, token.end, "again", again_case, "", title=title)
    kind, case, base = head_of(token.key)
    if kind is None:
        kind, _ = long_head(tokens, at)
        base = token.key
        if kind is None and (counted := _counted(tokens, at)) is not None:
            kind, case, base = "body", *counted
        if kind is None:
            return None
    first = at
    for back in range(max(0, at - 3), at):
        longer = " ".join([*(token.key for token in tokens[back:at]), base])
        if longer in lex.heads and not covered.intersection(range(back, at)):
            first, base, kind = back, longer, lex.heads[longer]
            break
    pair = _pair(tokens, first)
    first -= 2 * pair
    many = pair or (token.key.endswith((*lex.plural, *_OF_MANY)) and kind in {"person", "media"})
    many = many or base in lex.crowds
    return Party(first, at, tokens[first].start, token.end, kind, case, "", many=many, title=base)


def _counted(tokens: list[Token], at: int) -> tuple[Case, str] | None:
    """The case and bare form of a noun of bodies of which there are several: কয়েকটি [দেশ], আরব [দেশগুলো]."""
    lex, key = agents(), tokens[at].key
    base = next((noun for noun in lex.counted if key.startswith(noun)), None)
    if base is None:
        return None
    plural = next((ending for ending in lex.plural if key.startswith(base + ending)), "")
    counted = at > 0 and tokens[at - 1].key in _SEVERAL - _BOTH
    case = case_of(key, base + plural)
    return (case, base) if case is not None and (plural or counted) else None


def _pair(tokens: list[Token], first: int) -> bool:
    """Whether a hyphen makes two persons one phrase: বাবা-[মা]."""
    if first < 2 or tokens[first - 1].key != "-" or tokens[first - 1].end != tokens[first].start:
        return False
    return tokens[first - 2].end == tokens[first - 1].start and head_of(tokens[first - 2].key)[0] == "person"
