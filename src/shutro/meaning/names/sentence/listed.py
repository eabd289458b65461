"""Names that the lists know, where the tagger left them out or took them together with a neighbour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.stems import classes, cuts
from shutro.meaning.names.canonical.base import Base
from shutro.meaning.names.canonical.slips import slip_of
from shutro.meaning.names.known.endings import LISTED, OF, WHERE
from shutro.meaning.names.known.entries import UNITS
from shutro.meaning.names.known.gazetteer import Gazetteer, known_as
from shutro.meaning.names.known.parts import is_taught
from shutro.meaning.names.known.words import heads, lone, word_list
from shutro.meaning.names.tagging.mentions import Mention, Sentence, covered
from shutro.meaning.names.tagging.tokens import Token, is_mark


def listed(row: Sentence, known: Gazetteer) -> Sentence:
    """The sentence with its places of the lists found and parted from what stands beside them."""
    found = [piece for mention in row.mentions for piece in _parted(row, mention, known)]
    taken = covered(found)
    for i, token in enumerate(row.tokens):
        if i in taken or not _may_be(token.key):
            continue
        length = 2 if _misspelt(row, i, known) and i + 1 not in taken else int(_is_listed(row, i, known))
        if length:
            found.append(Mention(i, i + length, "LOC", "list"))
            taken |= set(range(i, i + length))
    found += [Mention(i, i + 1, "ORG", "known:name") for i in _credited(row.tokens, known) if i not in taken]
    return row.having(found) if found else row


def _credited(row: Sequence[Token], known: Gazetteer) -> list[int]:
    """The media whose report it is said to be, however common a word one is: খবর তাসের."""
    credit = lone("credit")
    at = [i for i, token in enumerate(row[:-1], 1) if token.key in credit]
    return [
        i
        for i in at
        if row[i].key.endswith(OF) and (found := known_as(row[i].key, known)) and found.kind == "ORG"
    ]


def _parted(row: Sentence, mention: Mention, known: Gazetteer) -> list[Mention]:
    """Two names the tagger took for one, each of them known and of its own kind (বিবিএলে সিডনি থান্ডারের)."""
    if mention.rule != "tagger" or mention.last - mention.first < 2 or mention.kind == "PER":
        return [mention]
    tokens = row.tokens[mention.first : mention.last]
    first = known_as(tokens[0].key, known)
    rest = known_as(" ".join(token.key for token in tokens[1:] if not is_mark(token)), known)
    if first is None or rest is None or first.kind == rest.kind or is_mark(tokens[1]):
        return [mention]
    if {tokens[0].key, tokens[-1].key} & word_list("words"):
        return [mention]
    where = known.find(tokens[0].key) is None and tokens[0].key.endswith(WHERE)
    if not where and (first.kind, rest.kind) != ("MISC", "LOC"):
        return [mention]
    return [
        replace(mention, last=mention.first + 1, kind=first.kind, rule=f"known:{first.how}"),
        replace(mention, first=mention.first + 1, kind=rest.kind, rule=f"known:{rest.how}"),
    ]


def _is_listed(row: Sentence, i: int, known: Gazetteer) -> bool:
    """Whether a word with an ending is a district or upazila, no other word and no part of persons' names."""
    key = row.tokens[i].key
    if not key.endswith(LISTED) or classes(key) or is_taught(key):
        return False
    for cut in cuts(key, "name"):
        place = known.find(cut)
        if place and place.known.source in UNITS:
            return not classes(cut) and not is_taught(cut)
    return False


@kept(WORDS)
def _may_be(key: str) -> bool:
    """Whether a word could be a place of the lists, or begin one: most words need no closer look."""
    if (key,) in heads("direction"):
        return True
    return key[0].isalnum() and key.endswith(LISTED) and not classes(key)


def _misspelt(row: Sentence, i: int, known: Gazetteer) -> bool:
    """Whether a quarter and an unknown word are a well-known place with a sign wrong (উত্তর কোরিরা)."""
    if (row.tokens[i].key,) not in heads("direction") or i + 1 >= len(row.tokens):
        return False
    key = row.tokens[i + 1].key
    forms = [form for form in (key, *cuts(key, "name")) if len(form) > 3 and not classes(form)]
    names = (f"{row.tokens[i].key} {form}" for form in forms)
    return not classes(key) and any(slip_of(Base(name, name), "LOC", known) for name in names)
