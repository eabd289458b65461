"""Parties: everybody and everything in a sentence that could be who speaks or acts.

A party is a name, a pronoun, an office (`প্রধান উপদেষ্টা`) or an unnamed person, body or source
(`নাম প্রকাশে অনিচ্ছুক এক কর্মকর্তা`, `পশ্চিমা সংবাদমাধ্যম`); its case says what part it can play.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from shutro.bangla import keys
from shutro.bangla.kept import kept
from shutro.bangla.stems import classes, classes_of, cuts
from shutro.bangla.verbs import fold
from shutro.meaning.lexicon import closed, endings, folded, load, strings
from shutro.meaning.sentences.agents import Party, PartyKind, agents, head_of, long_head
from shutro.meaning.sentences.bearers import of_name, office_in_name, with_ending
from shutro.meaning.sentences.cases import Case, case_of, guess_case
from shutro.meaning.sentences.cues import noun_of
from shutro.meaning.sentences.media import is_called_medium, medium_told, split_media
from shutro.meaning.sentences.tokens import Token
from shutro.model import Name

_GENITIVE = (fold("ের"), fold("র"))
_DEFINITE = fold("টি")
_AND = closed("and")
_ONE = closed("one")
_SEVERAL = folded(strings(load("phrases")["several"]["words"]))
_NOT_IN_NAME = (
    folded(strings(load("phrases")["stops"]["words"]))
    | folded(strings(load("phrases")["counting"]["words"]))
    | closed("no_name")
)
_SHORT_LOCATIVE = fold("ে")
_OFFICE_WORDS = 4
_NAME_WORDS = 4
_OF_MANY = endings("of_many")
_OTHERS = endings("others")
_BOTH = closed("both")
_ADJECTIVAL = folded(strings(load("subjects")["adjectival"]["words"]))


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
        if head is None or _leads_to_name(tokens, head, named_at):
            continue
        called = _called_after(tokens, head, covered)
        if called is not None:
            covered.update(range(called.first, called.last + 1))
        found.append(called or head)
    found.sort(key=lambda party: party.first)
    return _merge(tokens, [_whole_before_verb(tokens, party) for party in found])


def _whole_before_verb(tokens: list[Token], party: Party) -> Party:
    """A person right before a verb that wants one is no genitive, however he ends: [শশী কাপুর] বলেন."""
    at = party.last + 1
    if party.kind != "PER" or party.case != "gen" or at >= len(tokens):
        return party
    verb = tokens[at].finite
    if verb is None or verb.person != "3h":
        return party
    own = " ".join(token.key for token in tokens[party.first : at] if token.word)
    return replace(party, case="nom", canonical=own, name=None)


def _called_after(tokens: list[Token], head: Party, covered: set[int]) -> Party | None:
    """A name that no list knows, told by the noun it follows: কর্মকর্তা [মার্তা লুন্দ], সংবাদমাধ্যম [লা রিপাবলিকার].

    One to four words that are no verbs, the first or the last of them no dictionary word.
    """
    counted = head.first > 0 and tokens[head.first - 1].key in _SEVERAL
    if head.case != "nom" or head.many or counted or head.kind not in {"person", "media"}:
        return None
    lex = agents()
    first = head.last + 1
    while first < len(tokens) and (
        tokens[first].key in lex.before_name or (tokens[first].key == "." and first > head.last + 1)
    ):
        first += 1
    last, case = _end_of_name(tokens, first, covered)
    if last < first:
        return None
    medium = head.kind == "media" and is_called_medium(tokens[last].key)
    if not medium and not any(unheard(tokens[at].key) for at in (first, last)):
        return None
    if (
        last + 1 < len(tokens)
        and tokens[last + 1].word
        and not tokens[last + 1].forms
        and case != "gen"
        and last - first == _NAME_WORDS - 1
    ):
        return None
    words = [token.key for token in tokens[first : last + 1]]
    if case == "gen":
        ending = next((ending for ending in _GENITIVE if words[-1].endswith(ending)), "")
        words[-1] = words[-1].removesuffix(ending)
    kind: PartyKind = "PER" if head.kind == "person" else "ORG"
    return Party(first, last, tokens[first].start, tokens[last].end, kind, case, " ".join(words))


def _end_of_name(tokens: list[Token], first: int, covered: set[int]) -> tuple[int, Case]:
    """The last word from `first` on that may be of a name, `first - 1` where none is, and the name's case."""
    last = first - 1
    for at in range(first, min(len(tokens), first + _NAME_WORDS)):
        token = tokens[at]
        if not token.word or token.forms or at in covered or token.key in _NOT_IN_NAME:
            break
        ending = guess_case(token.key)
        if head_of(token.key)[0] or ending in {"acc", "loc"} or located(token.key):
            break
        last = at
        if ending == "gen":
            return last, "gen"
    return last, "nom"


def located(key: str) -> bool:
    """Whether a word is a known noun in the short locative: পোস্টে."""
    return key.endswith(_SHORT_LOCATIVE) and bool(classes_of(key[:-1]))


def unheard(key: str) -> bool:
    """Whether a word is in no dictionary, so that it may well be a name."""
    return not classes_of(key) and not any(classes(cut) for cut in cuts(keys.folded(key)))


def _titled(token: Token) -> bool:
    """Whether a token may stand between a rank and a name."""
    lex = agents()
    return token.key == "." or token.key in lex.before_name or f"{token.key}." in lex.before_name


@kept(50_000)
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


def _leads_to_name(tokens: list[Token], party: Party, named_at: dict[int, Party]) -> bool:
    """Whether an office stands before the name of its holder: প্রেসিডেন্ট [ভ্লাদিমির পুতিন],
    পরিচালক ও মুখপাত্র [আরিফ হোসেন]."""
    if party.case != "nom" or party.kind in {"pronoun", "again"}:
        return False
    lex = agents()
    if tokens[party.last].key.endswith(lex.people) and party.many:
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


def _apposed(tokens: list[Token], before: Party, party: Party) -> bool:
    """Whether an office behind a comma is that of the person before it: করিম হক, [এমপি] বলেন."""
    at = party.last + 1
    if party.kind != "person" or party.named or party.many or party.case != "nom" or before.kind != "PER":
        return False
    beside = before.last + 2 == party.first and tokens[before.last + 1].key == ","
    return beside and at < len(tokens) and tokens[at].finite is not None


def past_brackets(tokens: list[Token], at: int) -> int:
    """The next token behind what stands in brackets: করিম ব্যাংক (কেবি) [সূত্রে]."""
    if at < len(tokens) and tokens[at].key == "(":
        return next((i + 1 for i in range(at, len(tokens)) if tokens[i].key == ")"), at)
    return at


def one_of_many(tokens: list[Token], at: int) -> bool:
    """Whether a noun is one of many, whose name is not told: একজন [শিক্ষক] করিমের কাছে জানতে চান."""
    return at > 0 and tokens[at - 1].key in _ONE


def _merge(tokens: list[Token], found: list[Party]) -> list[Party]:
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
