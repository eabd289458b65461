"""Nouns that report without a verb: করিমের দাবি, …; … বলে অভিযোগ।; …, প্রশ্ন করিমের।"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import takewhile

from shutro.meaning.cues.cues import Cue, lexicon, noun_of
from shutro.meaning.cues.verbs import spoken
from shutro.meaning.grammar.cases import genitive
from shutro.meaning.grammar.predicates import Predicate
from shutro.meaning.grammar.tokens import BREAKS, QUOTES, Token
from shutro.meaning.lexicon import closed, folded, load, strings

_ACCORDING = closed("according")
_DASHES = frozenset("—–")
_LINKING = closed("linking")
_REACH = 5
_THAT = closed("that")
_NOT = closed("not")
_CLAUSE_WORDS = 5
_OWNER_REACH = 4
_OWNER_WORDS = 8
_THIS_SAID = closed("this_said")
_OF_A_SOURCE = closed("sourced_in")
_SETS_OFF = closed("sets_off")


def cues(tokens: list[Token], groups: list[Predicate]) -> list[Cue]:
    """Every cue of one sentence, in order; `groups` are its predicates."""
    found = spoken(tokens, groups)
    taken = {at for cue in found for at in range(cue.first, cue.last + 1)}
    nouns = [cue for cue in _bare_nouns(tokens) if cue.first not in taken]
    if nouns and found:
        found = [_participle(tokens, cue, nouns[-1]) for cue in found]
    if found and not nouns and found[-1].joined:
        found[-1] = _finite(tokens, found[-1])
    return sorted(found + nouns, key=lambda cue: cue.first)


def _participle(tokens: list[Token], cue: Cue, noun: Cue) -> Cue:
    """A verb that may be a participle is one where a noun has the say: কটাক্ষ [করে] করিমের মন্তব্য, ‘…’."""
    follower = tokens[noun.last + 1].key if noun.last + 1 < len(tokens) else ""
    if cue.last < noun.first and tokens[cue.last].is_("having") and follower in {",", ":"}:
        return replace(cue, joined=True, person="", tense="")
    return cue


def _finite(tokens: list[Token], cue: Cue) -> Cue:
    """A last cue that may be a participle opens what is said with a comma: রয়টার্স দাবি [করে], …."""
    follower = tokens[cue.last + 1].key if cue.last + 1 < len(tokens) else ""
    if follower in {",", ":"} and tokens[cue.last].finite is not None and cue.first == cue.last - 1:
        return replace(cue, joined=False, person="3", tense="now")
    return cue


@cache
def _alone() -> frozenset[str]:
    """The nouns that may be a cue without a verb: no other word needs a closer look."""
    lex = lexicon()
    return frozenset((*lex.bare, *lex.vocal, *lex.nouns, *lex.according))


def _bare_nouns(tokens: list[Token]) -> list[Cue]:
    lex = lexicon()
    alone = _alone()
    found = []
    for at, token in enumerate(tokens):
        key = token.key
        if key not in alone and not key.endswith(lex.according_ends):
            continue
        stance, last = _reports(tokens, at)
        if stance and owned(tokens, at) and (_closes(tokens, at) or not _told_of(tokens, at)):
            found.append(Cue(at, last, stance, "bare"))
        elif key in lex.vocal and _raises_voice(tokens, at):
            found.append(Cue(at, at, lex.vocal[key], "bare", noun=key))
        elif (turned := _of_whom(tokens, at)) is not None:
            found.append(Cue(at, at, turned, "bare"))
        elif stance and key in lex.unowned and (_said_of(tokens, at) or _heads(tokens, at)):
            found.append(Cue(at, last, stance, "bare", impersonal=True))
    return found


def _reports(tokens: list[Token], at: int) -> tuple[str | None, int]:
    """The stance of a noun that reports by what stands behind it, and the last token it takes for that."""
    lex, key = lexicon(), tokens[at].key
    follower = tokens[at + 1].key if at + 1 < len(tokens) else ""
    if written := _written_on(key):
        return written, at
    if follower in lex.according_words and key in lex.according:
        return lex.according[key], at + 1
    if key in lex.bare and _tied(tokens, at + 1):
        return lex.bare[key], at + 1
    if key in lex.nouns and _before_quotation(tokens, at + 1):
        return lex.bare.get(key, lex.nouns[key]), at
    if key in lex.bare and (
        key in _ACCORDING
        or follower in BREAKS | _DASHES
        or _closes(tokens, at)
        or _begins(tokens, at)
        or _sourced(tokens, at)
    ):
        return lex.bare[key], at
    return None, at


def _written_on(key: str) -> str | None:
    """The stance of a noun of saying with মতে or অনুযায়ী written onto it: বর্ণনামতে, তথ্যানুযায়ী."""
    lex = lexicon()
    stems = (key.removesuffix(ending) for ending in lex.according_ends if key.endswith(ending))
    return next((lex.according[stem] for stem in stems if stem in lex.according), None)


def _tied(tokens: list[Token], at: int) -> bool:
    """Whether a verb only ties a noun of saying to what is said behind a mark: আদালতের প্রশ্ন [ছিল], ‘…’"""
    after = tokens[at + 1].key if at + 1 < len(tokens) else ""
    return at < len(tokens) and tokens[at].key in _LINKING and (after in BREAKS or after in QUOTES)


def _before_quotation(tokens: list[Token], at: int) -> bool:
    """Whether a mark and a quotation follow a noun: করিমের তোপ, ‘…’."""
    return at + 1 < len(tokens) and tokens[at].key in {",", ":"} and tokens[at + 1].key in QUOTES


def _closes(tokens: list[Token], at: int) -> bool:
    """Whether a bare noun ends its sentence after what is said: … বলে এলাকাবাসীর দাবি।"""
    if any(token.word for token in tokens[at + 1 :]):
        return False
    return any(token.key in _THAT for token in tokens[max(0, at - _REACH) : at])


def _begins(tokens: list[Token], at: int) -> bool:
    """Whether a clause of its own follows a bare noun at the head of a sentence, no mark between them:
    তাদের অভিযোগ পুলিশ দুই দিনেও মামলা নেয়নি; করিম মিয়ার দাবি তার ভাই একাই ঘরে ছিলেন।"""
    words = [token for token in tokens[at + 1 :] if token.word]
    if at > _OWNER_REACH or len(words) < _CLAUSE_WORDS or not tokens[at + 1].word:
        return False
    if any(token.forms or not token.word for token in tokens[:at]):
        return False
    if any(noun_of(token.key) for token in words):
        return False
    clause = list(takewhile(lambda token: token.word, tokens[at + 1 :]))
    denied = len(clause) >= _CLAUSE_WORDS and clause[-1].key in _NOT and not _finite_words(clause)
    return denied or _finite_words(words) == words[-1:]


def _finite_words(words: list[Token]) -> list[Token]:
    """Those that can only be finite verbs."""
    return [token for token in words if token.finite is not None and not token.is_("having")]


def _sourced(tokens: list[Token], at: int) -> bool:
    """Whether a source at the head of a sentence has the news that follows it: পুলিশ সূত্রে খবর তদন্ত শুরু।"""
    words = sum(token.word for token in tokens[at + 1 :])
    return 0 < at <= _OWNER_REACH and tokens[at - 1].key in _OF_A_SOURCE and words >= _CLAUSE_WORDS


def _of_whom(tokens: list[Token], at: int) -> str | None:
    """The stance of a noun that closes a sentence with whose it is: …, প্রশ্ন [করিমের]; দলকে কটাক্ষ [করিমের]।

    No verb has it: what is said ends in a mark right before it (or in এমনটাই), the sentence has no verb
    at all, or it opens with a quotation.
    """
    lex = lexicon()
    stance = lex.nouns.get(tokens[at].key) or lex.bare.get(tokens[at].key)
    if stance is None:
        return None
    last = closing(tokens)
    after = tokens[at + 1 : last + 1]
    if not 0 < len(after) <= _OWNER_WORDS or not (genitive(after[-1].key) or _bracketed(tokens, last)):
        return None
    if any(not token.word or token.forms for token in after):
        return None
    before = tokens[at - 1] if at else None
    parted = before is None or not before.word or before.key in _THAT or before.key in _THIS_SAID
    verbless = not any(token.finite is not None and not token.is_("having") for token in tokens[:at])
    alone = verbless and (stance != "says" or at == 1)
    return stance if parted or alone or tokens[0].key in QUOTES else None


def _raises_voice(tokens: list[Token], at: int) -> bool:
    """Whether an adjective stands for the verb, with who speaks behind it: বঞ্চনা নিয়ে সরব [করিম হক]।"""
    after = tokens[at + 1 : closing(tokens) + 1]
    return 0 < len(after) <= _OWNER_WORDS and all(t.word and not t.forms for t in after) and at > 0


def closing(tokens: list[Token]) -> int:
    """The last word of a sentence, what stands in brackets behind it left out: করিম (Karim)।"""
    last = max((at for at, token in enumerate(tokens) if token.word), default=-1)
    if last + 1 < len(tokens) and tokens[last + 1].key == ")":
        opening = next((at for at in range(last, 0, -1) if tokens[at].key == "("), 0)
        return opening - 1 if opening and tokens[opening - 1].word else last
    return last


def _bracketed(tokens: list[Token], last: int) -> bool:
    """Whether a bracket behind the last word hides its case: দাবি নেতা করিম হক (Karim Haque)."""
    return last + 1 < len(tokens) and tokens[last + 1].key == "("


def _said_of(tokens: list[Token], at: int) -> bool:
    """Whether a bare noun that nobody owns ends its sentence right after what is said: … বলে অভিযোগ।"""
    return at > 0 and tokens[at - 1].key in _THAT and not any(token.word for token in tokens[at + 1 :])


def _heads(tokens: list[Token], at: int) -> bool:
    """Whether a bare noun that nobody owns opens its sentence, or what follows an opening word: অভিযোগ, …."""
    before = [token for token in tokens[:at] if token.word]
    follower = tokens[at + 1].key if at + 1 < len(tokens) else ""
    return follower in {",", ":"} and (not before or (len(before) == 1 and before[0].key in _openers()))


@cache
def _openers() -> frozenset[str]:
    return folded(strings(load("cues")["openers"]["words"]))


def owned(tokens: list[Token], at: int) -> bool:
    """Whether the word before a bare noun says whose it is: পুলিশের দাবি, পুলিশ সূত্রে খবর."""
    owner = owner_at(tokens, at)
    before = tokens[owner].key if owner >= 0 else ""
    return genitive(before) or before in _OF_A_SOURCE


def owner_at(tokens: list[Token], at: int) -> int:
    """Where the word stands that says whose a bare noun is: right before it, or before what is in brackets or
    one word that only sets it off (ব্যুরো[র] (বিবিএস) তথ্য, তাঁ[দের] একটাই দাবি); -1 where nothing stands."""
    at -= 1
    if at >= 0 and tokens[at].key in _SETS_OFF:
        at -= 1
    if at > 1 and tokens[at].key == ")":
        return next((i - 1 for i in range(at, 0, -1) if tokens[i].key == "("), -1)
    return at


def _told_of(tokens: list[Token], at: int) -> bool:
    """Whether a verb in the same part of the sentence has the noun: পেছনে ছিল কোচের পরামর্শ, …."""
    for before in range(at - 1, -1, -1):
        if not tokens[before].word:
            return False
        if tokens[before].finite is not None and not tokens[before].is_("having"):
            return True
    return False
