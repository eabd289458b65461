"""A person's name with all that belongs to it and nothing else, by what stands before and behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.stems import classes, count, cuts, stem
from shutro.bangla.verbs import fold, readings
from shutro.meaning.names.known.endings import CASED, OF
from shutro.meaning.names.known.gazetteer import Gazetteer, known_as
from shutro.meaning.names.known.parts import flags, is_part, is_surname, nicknames
from shutro.meaning.names.known.words import heads, is_noun, tails, word_list
from shutro.meaning.names.sentence.titles import (
    RARE,
    ends_title,
    is_family,
    is_title,
    is_where,
    may_name,
    says_how,
)
from shutro.meaning.names.tagging.mentions import Mention
from shutro.meaning.names.tagging.tokens import Token, is_bare, is_foreign, is_mark

_NOUN = 50  # and behind a full name, before a comma
SELDOM = 3  # and between two parts of a name, or in a list of persons
CLOSING = frozenset({",", "।", "(", ";"})


def related(row: Sequence[Token], m: Mention) -> list[Mention]:
    """Two kin taken for one (অভিষেক পত্নী রুজিরা), each alone; who has an office, without whose it is."""
    if m.kind != "PER" or m.is_known:
        return [m]
    kin = word_list("kin") | word_list("in_law")
    inner = range(m.first + 1, m.last - 1)
    at = next((i for i in inner if row[i].key in kin), None)
    if at is not None:
        return [replace(m, last=at), replace(m, first=at + 1)]
    at = next((i for i in reversed(inner) if is_title(row[i].key) and not is_part(row[i].key)), None)
    if at is None or any(is_family(token.key) for token in row[m.first : at]):
        return [m]
    return [replace(m, first=at + 1)]


def headless(row: Sequence[Token], mention: Mention) -> Mention:
    """A person's name without the title that was taken for its first word (বুয়েটছাত্র, খাদ্যমন্ত্রী)."""
    if mention.is_known:
        return mention
    first = mention.first
    if mention.kind == "ORG" and mention.last - first == 2 and is_title(row[first].key):
        lone = row[first + 1]
        person = is_foreign(lone) and may_name(lone.key)
        return replace(mention, first=first + 1, kind="PER") if person else mention
    if mention.kind != "PER":
        return mention
    while mention.last - first > 1 and (
        (is_title(row[first].key) and not is_part(row[first].key))
        or (first > mention.first and is_mark(row[first]))
        or (mention.last - first > 2 and is_where(row[first].key))
    ):
        first += 1
    return mention if first == mention.first else replace(mention, first=first)


def rejoined(row: Sequence[Token], found: Sequence[Mention]) -> list[Mention]:
    """The mentions with the halves of a person's name as one (মো. আমিমুল, এহসান, জোবায়ের)."""
    out: list[Mention] = []
    for m in found:
        last = out[-1] if out else None
        if (
            last is not None
            and last.kind == m.kind == "PER"
            and not (last.is_known or m.is_known)
            and is_bare(row[last.last - 1])
            and (_headed_by(row, last, m) or _inner(row, last.last, m.first))
        ):
            out[-1] = replace(last, last=m.last)
        else:
            out.append(m)
    return out


def _headed_by(row: Sequence[Token], lone: Mention, m: Mention) -> bool:
    """Whether a lone name stands between a title and the name that it opens."""
    first = lone.first
    if lone.last != m.first or lone.last - first != 1 or not first:
        return False
    return ends_title(row, first - 1) and not is_title(row[first].key)


def _inner(row: Sequence[Token], at: int, end: int) -> bool:
    """Whether one word alone, that no dictionary has or names are made of, parts two halves of a name."""
    if end - at != 1 or not is_bare(row[at]):
        return False
    return is_part(row[at].key) or (may_name(row[at].key) and count(row[at].key) <= SELDOM)


def chained(row: Sequence[Token], mention: Mention, taken: set[int]) -> Mention:
    """A person with the words that hang before the name by hyphens: মং-চিং-নু মারমা."""
    first = mention.first
    if mention.kind != "PER" or mention.is_known:
        return mention
    while at := _initial_before(row, first, taken):
        first = at - 1
    while (
        first >= 2
        and row[first - 1].key == "-"
        and row[first - 2].end + 1 == row[first].start
        and first - 2 not in taken
        and row[first - 2].key[0].isalpha()
        and not classes(row[first - 2].key)
    ):
        first -= 2
    return mention if first == mention.first else replace(mention, first=first)


def _initial_before(row: Sequence[Token], first: int, taken: set[int]) -> int:
    """The token behind an initial before a token, with a stop or without; 0 where there is none."""
    at = first - 1 if first > 1 and row[first - 1].key == "." else first
    return at if at and not taken & {at - 1, first - 1} and _is_initial(row, at - 1) else 0


def _is_initial(row: Sequence[Token], at: int) -> bool:
    """Whether a token is a word of one sign that stands for a name (শ ম রেজাউল করিম)."""
    key = row[at].key
    alone = not at or row[at - 1].end < row[at].start  # not the s of কুইন’স
    letter = len(key) == 1 and key.isalpha() and not key.isascii() and (key,) not in heads("and")
    return alone and letter and not is_title(key)


def constructed(row: Sequence[Token], mention: Mention, taken: set[int], known: Gazetteer) -> Mention:
    """A person with the Arabic given name before, whose article is the second name's: নাজমুস সাকিব."""
    at = mention.first - 1
    if mention.kind != "PER" or at < 0 or at in taken or mention.is_known:
        return mention
    key = row[at].key
    if len(key) < 5 or not key.endswith(tails("article")) or classes(key) or known_as(key, known):
        return mention
    return replace(mention, first=at) if may_name(key) else mention


def opened(row: Sequence[Token], m: Mention, taken: set[int]) -> Mention:
    """A lone last name with the word before, which nothing else could be: জমির উদ্দিন, বিরতা খীসা."""
    at = m.first - 1
    if m.kind != "PER" or m.is_known or m.last - m.first != 1 or at < 0 or at in taken:
        return m
    before, last = row[at], row[m.first].key
    if is_mark(before) or before.key.isascii() or len(before.key) < 3 or is_title(before.key):
        return m
    unheard = (is_foreign(before) or not count(before.key)) and not before.key.endswith(CASED)
    return replace(m, first=at) if is_noun(last, "second") or (unheard and is_surname(last)) else m


def undecorated(row: Sequence[Token], m: Mention) -> Mention:
    """A person's name without what was conferred on him or follows in a list: শাহজাহান ওমর বীর উত্তম."""
    if m.kind != "PER" or m.is_known:
        return m
    while m.last - m.first > 1 and (row[m.last - 1].key,) in heads("trailing"):
        m = replace(m, last=m.last - 1)
    keys = tuple(token.key for token in row[m.first : m.last])
    for length in (1, 2):
        if keys[-length:] in heads("gallantry") and len(keys) - length >= 2:
            return replace(m, last=m.last - length)
    return m


def tailed(row: Sequence[Token], mention: Mention, taken: set[int]) -> Mention:
    """A full name with the nickname that ends it (ফারজানা শারমিন পুতুল), or what its article asks for."""
    at = mention.last
    if mention.kind != "PER" or at >= len(row) or at in taken or mention.last - mention.first < 2:
        return mention
    last = row[at - 1]
    article = (last.key.endswith(tails("article")) and len(last.key) > 5) or (last.key,) in heads("the")
    part = is_part(stem(last.key)) or last.key in nicknames()
    part = part or (article and not last.key.endswith(OF))
    if not is_bare(last) or not part or not row[at].key[0].isalpha():
        return mention
    forms = (row[at].key, *cuts(row[at].key, "name"))
    closed = at + 1 == len(row) or row[at + 1].key in CLOSING or (row[at + 1].key,) in heads("and")
    nick = any(form in nicknames() and (closed or count(form) <= RARE) for form in forms)
    asked = article and may_name(row[at].key)
    if nick or (asked and not says_how(row[at].key)) or _ends_name(row, mention):
        return replace(mention, last=at + 1)
    return mention


def _ends_name(row: Sequence[Token], person: Mention) -> bool:
    """Whether the common word behind a person is the end of his name: সচিব মো. আনোয়ার হোসেন পঞ্চায়েত, …

    It is where nothing but a title or a list of persons stands before the name, and nothing but the end
    of what is said of him behind the word.
    """
    at, first = person.last, person.first
    if not _may_end_name(row[at].key) or not first:
        return False
    after = row[at + 1].key if at + 1 < len(row) else "।"
    goes_on = (after,) in heads("and") and is_part(row[at].key)
    if not goes_on and after not in CLOSING and (after,) not in heads("loose", "telling"):
        return False
    before = row[first - 1].key
    if before in word_list("kin") or before in word_list("in_law"):
        return False
    if (before,) in heads("and"):
        return first >= 2 and is_family(row[first - 2].key)
    if count(row[at].key) <= SELDOM:
        return True
    return ends_title(row, first - 1)


@kept(WORDS)
def _may_end_name(key: str) -> bool:
    """Whether a word could be the last of a person's name: a seldom noun that says nothing of him."""
    if len(key) < 3 or not key[0].isalpha() or key.isascii() or stem(key) != key or key in word_list("after"):
        return False
    if is_title(key):
        return is_part(key)
    kinds = set(classes(key))
    if (key,) in heads("river"):
        return True
    if (kinds and "n" not in kinds) or kinds & set("vcdp") or set(flags(key)) & set("bvLO"):
        return False
    return (count(key) <= _NOUN or key in nicknames()) and not readings(fold(key))
