"""Persons' names made whole by what stands around them: a title before, a nickname behind.

Between an office, a profession or a kinsman's word and a name stands nothing but more titles. So rare
words after one belong to the name that follows (কনভেনর খালিদ মকবুল সিদ্দিকি), and rare words that end in
a part of names are one (চিকিৎসক রজত শুভ্র ব্যানার্জী).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shutro.bangla.stems import classes, count
from shutro.meaning.names.known.endings import OF
from shutro.meaning.names.known.gazetteer import Gazetteer
from shutro.meaning.names.known.parts import is_part, is_surname, nicknames
from shutro.meaning.names.known.words import heads, is_noun
from shutro.meaning.names.sentence.titles import (
    ends_title,
    is_family,
    may_be_kin,
    may_end_title,
    may_name,
    says_how,
)
from shutro.meaning.names.sentence.whole import (
    SELDOM,
    chained,
    constructed,
    headless,
    opened,
    rejoined,
    related,
    tailed,
    undecorated,
)
from shutro.meaning.names.tagging.mentions import Mention, Sentence, apart, covered
from shutro.meaning.names.tagging.tokens import Token, is_bare, is_mark

_LONGEST = 5


def titled(row: Sentence, known: Gazetteer) -> Sentence:
    """The sentence with its persons whole, and with those that only a title tells."""
    tokens = row.tokens
    after = [
        i for i, token in enumerate(tokens[:-1], 1) if may_end_title(token.key) and ends_title(tokens, i - 1)
    ]
    if not after and not row.mentions:
        return row
    found = [piece for mention in row.mentions for piece in related(tokens, mention)]
    found = rejoined(tokens, [headless(tokens, mention) for mention in found])
    taken = covered(found)
    found = [opened(tokens, mention, taken) for mention in found]
    found = [tailed(tokens, undecorated(tokens, constructed(tokens, m, taken, known)), taken) for m in found]
    found = [chained(tokens, m, taken) for m in found]
    taken = covered(found)
    after += [m.last + 1 for m in found if m.kind == "PER" and _goes_on(tokens, m.last)]
    for i in sorted(after):
        if i in taken or i >= len(tokens):
            continue
        at = i
        if says_how(tokens[i].key) and not (i + 1 < len(tokens) and is_surname(tokens[i + 1].key)):
            continue
        while at < len(tokens) and at not in taken and at - i < _LONGEST and may_name(tokens[at].key):
            at += 1
            if not is_bare(tokens[at - 1]):
                break
        if at == i and _is_first(tokens, i):
            at += 1
        person = _person_at(found, at) if at > i and is_bare(tokens[at - 1]) else None
        if person is not None and at - i <= 2:
            found[found.index(person)] = replace(person, first=i, rule="title")
        elif last := _told_until(tokens, i, at, taken):
            found.append(Mention(i, last, "PER", "title"))
        taken |= covered(found)
    return row.having(apart(found))


def _goes_on(row: Sequence[Token], at: int) -> bool:
    """Whether a list of persons goes on at a token, behind one with no ending."""
    if at + 1 >= len(row) or (row[at].key,) not in heads("and") or not is_bare(row[at - 1]):
        return False
    key = row[at + 1].key
    if is_mark(row[at]) and key.endswith(OF) and not is_part(key):  # তোপখানার মোফাজ্জল
        return False
    family = row[at + 2].key if at + 2 < len(row) else ""
    if is_part(key) or key in nicknames() or is_family(family):
        return True
    return not classes(key) and count(key) <= SELDOM


def _person_at(found: Sequence[Mention], at: int) -> Mention | None:
    """The person of no list whose name begins at a token."""
    return next((m for m in found if m.first == at and m.kind == "PER" and not m.is_known), None)


def _glossed(row: Sequence[Token], first: int, last: int) -> bool:
    """Whether as many Latin words follow in brackets as stand from `first` to `last`: বিপি দাস (BP Das)."""
    inside = row[last + 1 : last + 2 + last - first]
    return (
        last - first >= 2
        and len(inside) == last - first + 1
        and row[last].key == "("
        and inside[-1].key == ")"
        and all(token.key.isascii() and token.key.isalpha() for token in inside[:-1])
    )


def _told_until(row: Sequence[Token], first: int, at: int, taken: set[int]) -> int | None:
    """Where the name ends that a title before `first` tells, of words that could be one up to `at`."""
    if _glossed(row, first, at):
        return at
    return _named(row, first, at, at in taken) or _parent(row, first, taken)


def _parent(row: Sequence[Token], first: int, taken: set[int]) -> int | None:
    """Where the name ends, behind a title, of whom somebody is the child: মৃত বাহাদুল্লা ব্যাপারীর ছেলে."""
    last = first
    while last < len(row) - 1 and last not in taken and last - first < _LONGEST and may_be_kin(row[last].key):
        last += 1
        if row[last - 1].key.endswith(OF) and is_noun(row[last].key, "offspring"):
            words = [token.key for token in row[first:last]]
            return last if len(words) > 1 or not classes(words[0]) else None
        if not is_bare(row[last - 1]):
            return None
    return None


def _is_first(row: Sequence[Token], at: int) -> bool:
    """Whether a title is somebody's first name, behind another that is written short: ড. তরুণ কান্তি."""
    return row[at].key[0].isalpha() and is_part(row[at].key) and row[at - 1].key == "."


def _named(row: Sequence[Token], first: int, last: int, closed: bool) -> int | None:
    """Where the name ends that begins at `first` and reaches `last` at most; None where there is none.

    `closed` where another name stands at `last`.
    """
    end = last
    while end - first >= 2:
        if is_family(row[end - 1].key):
            return end
        end -= 1
    key = row[first].key
    lone = end - first == 1 and len(key) > 2 and is_part(key) and not classes(key)
    ends = end == len(row) or (closed and end == last) or not may_name(row[end].key)
    return end if lone and ends else None
