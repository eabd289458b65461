"""Mentions taken apart: two names the tagger took for one, and what is only said of a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shutro.bangla.stems import classes, cuts, stem
from shutro.meaning.names.known.endings import OF, WHERE, WHOM
from shutro.meaning.names.known.gazetteer import Gazetteer, Spelling, known_as
from shutro.meaning.names.known.parts import flags, is_taught, taught_nicknames
from shutro.meaning.names.known.words import heads, tails, word_list
from shutro.meaning.names.tagging.mentions import Mention
from shutro.meaning.names.tagging.sightings import is_common
from shutro.meaning.names.tagging.tokens import Token, forms_of, is_mark


def split(row: Sequence[Token], mention: Mention, known: Gazetteer) -> list[Mention]:
    """Names that the tagger took for one, as the ones they are.

    মস্কো পিয়ংইয়ং and ট্রাম্প পুতিনকে stand side by side; in কাঠমান্ডুর ত্রিভুবন বিমানবন্দর and in
    এনসিপির আলমগীর ফেরদৌস one owns the other; in উইলিয়াম রুটো নাইরোবিতে a person is followed by where.
    """
    first, last = mention.first, mention.last
    if last - first < 2 or mention.is_known:
        return [mention]
    if halves := _hyphenated(row, mention, known) or _listed(row, mention, known):
        return halves
    if mention.kind == "PER" and (pieces := _cased(row, mention, known)):
        return pieces
    one, two = known_as(row[first].key, known), known_as(row[last - 1].key, known)
    if mention.kind == "PER" and two and two.kind == "LOC" and row[last - 1].key.endswith(WHERE):
        where = Mention(last - 1, last, "LOC", "known:name")
        return [replace(mention, last=last - 1), *([where] if known.find(row[last - 1].key) is None else [])]
    if last - first == 2 and two and two.kind != "MISC" and _said_of(row[first]) and one is None:
        kind = mention.kind if two.kind == mention.kind else two.kind
        return [replace(mention, first=last - 1, kind=kind, rule="known:name")]
    if one and _owns(row, mention, one, known):
        owner = Mention(first, first + 1, one.kind, "known:name")
        return [owner, *([] if is_common(row[first + 1 : last]) else [replace(mention, first=first + 1)])]
    if one is None or two is None or not one.kind == two.kind == mention.kind or one.known is two.known:
        return [mention]
    if last - first != 2 or {row[first].key, row[first + 1].key} & word_list("words"):
        return [mention]
    return [replace(mention, last=first + 1), replace(mention, first=first + 1, rule="known:name")]


def _cased(row: Sequence[Token], mention: Mention, known: Gazetteer) -> list[Mention]:
    """A person's name that goes on after a word with a case ending, as far as that word; else nothing.

    In ফারুক আহমেদ ইউএনবি’কে রায়ের somebody is told of something; in শান্তর অজুহাতের only শান্ত is a name.
    """
    for i in range(mention.first, mention.last - 1):
        key = row[i].key
        rest = row[i + 1 : mention.last]
        if is_mark(row[i]) or any(is_taught(t.key) for t in (row[i], *rest)):
            continue
        if key.endswith(WHOM) and i > mention.first and known_as(key, known):
            told = replace(mention, first=i, last=i + 1, kind="ORG", rule="known:name")
            return [replace(mention, last=i), told]
        if key.endswith(WHOM) and len(key) > 4 and not classes(key):
            return [replace(mention, last=i + 1)]
        owner = [cut for cut in cuts(key, "name") if is_taught(cut) or cut in taught_nicknames()]
        owner += [key[:-1]] if key[:-1] in taught_nicknames() else []
        if key.endswith(OF) and owner and stem(rest[0].key) != rest[0].key:
            return [replace(mention, last=i + 1)]
    return []


def _owns(row: Sequence[Token], mention: Mention, one: Spelling, known: Gazetteer) -> bool:
    """Whether the first word is a known name in the genitive, and no part of an organ's own name."""
    key = row[mention.first].key
    if not key.endswith(OF) or known.find(key) is not None or key in word_list("words"):
        return False
    if one.kind == "ORG":
        return mention.kind == "PER"
    organ = any(words in heads("organ") for words in forms_of(row[mention.first + 1 : mention.last]))
    return one.kind == "LOC" and not organ


def _listed(row: Sequence[Token], mention: Mention, known: Gazetteer) -> list[Mention]:
    """The two bodies of ছাত্রদল ও যুবদল, where the first is known by itself; two places; else nothing."""
    for i in range(mention.first + 1, mention.last - 1):
        if mention.kind == "LOC" and (row[i].key,) in heads("pair"):
            return [replace(mention, last=i), replace(mention, first=i + 1)]
        if mention.kind == "ORG" and (row[i].key,) in heads("pair"):
            left = " ".join(t.key for t in row[mention.first : i])
            if is_common(row[i + 1 : mention.last]):
                return [replace(mention, last=i)]
            if known_as(left, known):
                return [replace(mention, last=i), replace(mention, first=i + 1)]
    return []


def _said_of(token: Token) -> bool:
    """Whether a word is a verb, adjective or particle and no part of names: said of the name after it."""
    key = token.key
    return (
        bool(set(classes(key)) & set("vadcp"))
        and not set(flags(key)) & set("nbvP")
        and key not in word_list("words")
    )


def _hyphenated(row: Sequence[Token], mention: Mention, known: Gazetteer) -> list[Mention]:
    """The two names of মস্কো-পিয়ংইয়ং, where one of them is known by itself; else nothing."""
    middle = next((i for i in range(mention.first, mention.last) if row[i].key in {"-", "–"}), None)
    if middle is None or mention.kind == "ORG":
        return []
    if any(words in heads("twofold") for words in forms_of(row[mention.last - 1 : mention.last])):
        return []
    parts = [(mention.first, middle), (middle + 1, mention.last)]
    if not any(known_as(" ".join(t.key for t in row[a:b]), known) for a, b in parts):
        return []
    return [replace(mention, first=a, last=b) for a, b in parts if a < b and not row[a].key[0].isdigit()]


def undescribed(row: Sequence[Token], mention: Mention) -> Mention:
    """A body's name without what is said of it before (সংবাদমাধ্যম দ্য ভার্জ)."""
    if mention.kind != "ORG" or mention.is_known:
        return mention
    first = mention.first
    for i in range(mention.first, mention.last - 1):
        if (row[i].key,) in heads("describing") or tuple(t.key for t in row[i - 1 : i + 1]) in heads(
            "describing"
        ):
            first = i + 1
    while first < mention.last - 1 and is_mark(row[first]):
        first += 1
    return mention if first == mention.first else replace(mention, first=first)


def unplaced(row: Sequence[Token], mention: Mention) -> Mention:
    """A place's name without the noun that says what place it is, and without its quarter's adjective."""
    if mention.kind != "LOC" or mention.is_known:
        return mention
    first, last = mention.first, mention.last
    while last - first > 1 and any(words in heads("place_noun") for words in forms_of(row[last - 1 : last])):
        last -= 1
    while last - first > 1 and row[first].key.endswith(tails("quartered")):
        first += 1
    if first == mention.first and last == mention.last:
        return mention
    return replace(mention, first=first, last=last)
