"""Mentions grown: the words beside a name that are part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shutro.bangla.stems import classes, stem
from shutro.bangla.words import letters
from shutro.meaning.names.known.endings import EMPHATIC
from shutro.meaning.names.known.gazetteer import Gazetteer
from shutro.meaning.names.known.parts import is_taught, taught_nicknames
from shutro.meaning.names.known.words import heads, word_list
from shutro.meaning.names.tagging.mentions import Mention, covered
from shutro.meaning.names.tagging.tokens import (
    Token,
    forms_of,
    is_bare,
    is_foreign,
    is_mark,
    is_name_part,
    name_until,
)

_LONGEST_TAIL = 4


def joined(row: Sequence[Token], found: list[Mention]) -> list[Mention]:
    """Parts of one person's name that the tagger left apart (শাহ মো. জামাল উদ্দিন) put together."""
    out: list[Mention] = []
    for mention in sorted(found, key=lambda m: m.first):
        last = out[-1] if out else None
        if (
            last is not None
            and last.kind == mention.kind == "PER"
            and last.last == mention.first
            and not (last.is_known or mention.is_known)
            and is_bare(row[last.last - 1])
            and (last.last - last.first == 1 or mention.last - mention.first == 1)
        ):
            out[-1] = replace(last, last=mention.last)
        else:
            out.append(mention)
    return out


def grown(row: Sequence[Token], mention: Mention, found: list[Mention]) -> Mention:
    """A person's name with the initials before it and the parts of names beside it."""
    if mention.kind != "PER":
        return mention
    taken = covered(m for m in found if m is not mention)
    first, last = mention.first, mention.last
    start = first
    while (
        start > 0
        and start - 1 not in taken
        and (row[start - 1].key in letters() or row[start - 1].key == ".")
    ):
        start -= 1
    inside = first
    while inside < last - 1 and (row[inside].key in letters() or row[inside].key == "."):
        inside += 1
    if sum(not is_mark(row[i]) for i in range(start, inside)) >= 2:
        while is_mark(row[start]):
            start += 1
        first = start
    while (
        first > 0
        and first - 1 not in taken
        and is_name_part(row[first - 1])
        and (not mention.is_known or mention.last - mention.first == 1)
    ):
        first -= 1
    last = name_until(row, last, taken)
    if last - first >= 2 and last not in taken and _nickname(row, last):
        last += 1
    if first == mention.first and last == mention.last:
        return mention
    another = first < mention.first and mention.is_known  # of the well-known one's family
    return replace(mention, first=first, last=last, rule="tagger" if another else mention.rule)


def _nickname(row: Sequence[Token], at: int) -> bool:
    """Whether an unknown word or a nickname after a full name, before a mark or a verb, goes on with it."""
    if at >= len(row) or not is_taught(stem(row[at - 1].key)) or not is_bare(row[at - 1]):
        return False
    if not is_foreign(row[at]) and stem(row[at].key) not in taught_nicknames():
        return False
    return at + 1 == len(row) or is_mark(row[at + 1]) or row[at + 1].key in word_list("after")


def hyphened(row: Sequence[Token], mention: Mention, found: list[Mention]) -> Mention:
    """মাহবুব-উল আলম, শের-ই-বাংলা: a name whose first parts hang on it by a hyphen and a joining word."""
    first = mention.first
    joins = heads("joiner")
    if mention.kind == "LOC" and first >= 2 and row[first - 1].key == "-" and _twofold(row, mention):
        return replace(mention, first=first - 2)
    while (
        mention.kind in {"PER", "ORG"}
        and first >= 2
        and row[first - 1].key == "-"
        and row[first - 1].end == row[first].start
        and ((row[first].key,) in joins or (row[first - 2].key,) in joins)
        and not any(m.first < first - 1 <= m.last and m is not mention for m in found)
    ):
        first -= 2
    return mention if first == mention.first else replace(mention, first=first)


def _twofold(row: Sequence[Token], mention: Mention) -> bool:
    """Whether a place is a unit that two villages give their name to, the other one before a hyphen."""
    ends = (row[mention.last - 1 : mention.last], row[mention.last : mention.last + 1])
    joined = row[mention.first - 2].end + 1 == row[mention.first].start
    return joined and any(words in heads("twofold") for end in ends if end for words in forms_of(end))


def headed(row: Sequence[Token], mention: Mention, known: Gazetteer) -> Mention:
    """চীনা দূতাবাস, কাপ্তাই থানা, কারওয়ান বাজার: the noun that makes one name with a bare one."""
    if mention.kind == "PER":
        return _instituted(row, mention)
    if mention.kind not in {"LOC", "MISC", "ORG"}:
        return mention
    last = row[mention.last - 1].key
    bare = last in {stem(last) + ending for ending in ("", *EMPHATIC)}
    if bare and mention.is_known:  # a place that no dictionary has may carry an ending
        bare = (
            known.find(" ".join(t.key for t in row[mention.first : mention.last] if not is_mark(t)))
            is not None
        )
    for length in range(_LONGEST_TAIL, 0, -1):
        tail = row[mention.last : mention.last + length]
        if len(tail) < length or any(is_mark(token) for token in tail):
            continue
        if _organ(mention, tail):
            return replace(mention, last=mention.last + length, kind="ORG", rule="organ")
        if not bare:
            continue
        if any(words in heads("body", "team") for words in forms_of(tail)):
            return replace(mention, last=mention.last + length, kind="ORG", rule="head")
        if mention.kind in {"LOC", "MISC"} and any(words in heads("place") for words in forms_of(tail)):
            return replace(mention, last=mention.last + length, kind="LOC", rule="head")
        if length > 1 and mention.kind == "LOC" and _opened(tail):
            return replace(mention, last=mention.last + length, kind="ORG", rule="opened")
    return mention


def _instituted(row: Sequence[Token], mention: Mention) -> Mention:
    """শহীদ জিয়াউর রহমান মেডিকেল কলেজ: a body called after a person."""
    if not is_bare(row[mention.last - 1]):
        return mention
    for length in range(_LONGEST_TAIL, 0, -1):
        tail = row[mention.last : mention.last + length]
        if len(tail) == length and any(words in heads("institution") for words in forms_of(tail)):
            first = mention.first
            while first and (row[first - 1].key,) in heads("honour"):
                first -= 1
            return replace(mention, first=first, last=mention.last + length, kind="ORG", rule="head")
    return mention


def _opened(tail: Sequence[Token]) -> bool:
    """Whether bare nouns up to the noun of a body follow the place that opens its name."""
    inner = all(
        is_bare(t) and not set(classes(t.key)) & set("vcdp") and not is_name_part(t) for t in tail[:-1]
    )
    return inner and any(words[-1:] in heads("after_place") for words in forms_of(tail[-1:]))


def _organ(mention: Mention, tail: Sequence[Token]) -> bool:
    """Whether `tail` is an organ of the state just named: রাশিয়ার নিরাপত্তা পরিষদ."""
    return mention.is_known and any(words in heads("organ") for words in forms_of(tail))


def directed(row: Sequence[Token], mention: Mention) -> Mention:
    """উত্তর-পশ্চিম এশিয়া: the quarter of a continent belongs to its name."""
    if mention.kind != "LOC" or mention.last - mention.first > 2 or not mention.first:
        return mention
    if not any(words in heads("continent") for words in forms_of(row[mention.last - 1 : mention.last])):
        return mention
    first = mention.first
    while first and (row[first - 1].key,) in heads("direction") | {("-",)}:
        first -= 1
    return mention if is_mark(row[first]) else replace(mention, first=first)


def seat(row: Sequence[Token], mention: Mention) -> Mention:
    """ঢাকা-১৩: a constituency takes its number."""
    at = mention.last
    if (
        mention.kind != "LOC"
        or at + 1 >= len(row)
        or row[at].key not in {"-", "–"}
        or not row[at + 1].key[0].isdigit()
    ):
        return mention
    if row[at].start != row[at - 1].end or row[at + 1].start != row[at].end:
        return mention
    return replace(mention, last=at + 2, rule="seat")
