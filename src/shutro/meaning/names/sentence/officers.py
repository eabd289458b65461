"""Bodies of no list, told by their officers: চারণ সাংস্কৃতিক কেন্দ্রের সভাপতি, ডেসকোর চেয়ারম্যান."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.stems import classes, cuts
from shutro.bangla.verbs import fold, readings
from shutro.meaning.names.known.endings import OF
from shutro.meaning.names.known.parts import is_part, nicknames
from shutro.meaning.names.known.words import heads
from shutro.meaning.names.sentence.titles import is_family, is_letters, is_title
from shutro.meaning.names.tagging.mentions import Mention, Sentence, covered
from shutro.meaning.names.tagging.tokens import Token, is_bare, is_mark

_LONGEST = 6


def officed(row: Sentence) -> Sentence:
    """The sentence with the bodies that somebody is an officer of."""
    if not any(_presides(token.key) for token in row.tokens):
        return row
    row = row.having(_presided(row.tokens, m) for m in row.mentions)
    at = [i for i, token in enumerate(row.tokens) if _ends_body(token.key) and _has_officer(row.tokens, i)]
    if not at:
        return row
    taken = covered(row.mentions)
    found = []
    for i in at:
        first = _begins(row.tokens, i, taken)
        if first is not None:
            found.append(Mention(first, i + 1, "ORG", "officer"))
    return row.having((*row.mentions, *found)) if found else row


@kept(WORDS)
def _presides(key: str) -> bool:
    """Whether a word is an officer's title: without one a sentence is not looked through."""
    return (key,) in heads("presiding", "presiding_alone")


def _presided(row: Sequence[Token], m: Mention) -> Mention:
    """A lone word taken for a person, as the body that somebody presides over: রিসোর সমন্বয়কারী."""
    key = row[m.first].key
    lone = m.kind == "PER" and m.rule == "tagger" and m.last - m.first == 1 and m.last < len(row)
    if not lone or not key.endswith(OF) or is_family(key):
        return m
    if any(form in nicknames() for form in cuts(key, "name")):
        return m
    return replace(m, kind="ORG", rule="officer") if (row[m.last].key,) in heads("presiding_alone") else m


def _has_officer(row: Sequence[Token], at: int) -> bool:
    """Whether a body in the genitive at a token is one that somebody presides over or acts for."""
    behind = at + 1 + (at + 1 < len(row) and (row[at + 1].key,) in heads("loose"))
    owned = behind == at + 2 or row[at].key.endswith(OF)
    return owned and any(_presides(token.key) for token in row[behind : behind + 2])


@kept(WORDS)
def _ends_body(key: str) -> bool:
    """Whether a word could end a body's name: one of the nouns that do, or letters (এডাব, ডিবিএ)."""
    forms = (key, *cuts(key, "name"))
    return any((form,) in heads("closing", "presided") for form in forms) or any(map(is_letters, forms))


def _begins(row: Sequence[Token], at: int, taken: set[int]) -> int | None:
    """Where the name begins that ends with a token: behind a mark or another name; None where it is none."""
    if at in taken:
        return None
    if any(map(is_letters, (row[at].key, *cuts(row[at].key, "name")))):
        return at
    first = at
    while first and first - 1 not in taken and at - first < _LONGEST and _may_be(row[first - 1]):
        first -= 1
    opened = not first or is_mark(row[first - 1]) or (row[first - 1].key,) in heads("and")
    words = [token.key for token in row[first:at]]
    if not opened or len(words) < 2 or any((word,) in heads("unit_of") for word in words):
        return None
    return first


def _may_be(token: Token) -> bool:
    """Whether a word could stand in a body's name: bare, no title, no verb, no particle."""
    key = token.key
    kinds = set(classes(key))
    if not key[0].isalpha() or not is_bare(token) or is_part(key) or (key,) in heads("which"):
        return False
    if is_title(key) and (key,) not in heads("members"):
        return False
    return not kinds & set("cdp") and ("n" in kinds or not readings(fold(key)))
