"""Persons' names made whole by what stands around them: a title before, a nickname behind.

Between an office, a profession or a kinsman's word and a name stands nothing but more titles. So rare
words after one belong to the name that follows (কনভেনর খালিদ মকবুল সিদ্দিকি), and rare words that end in
a part of names are one (চিকিৎসক রজত শুভ্র ব্যানার্জী).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from shutro.bangla.kept import kept
from shutro.bangla.keys import folded
from shutro.bangla.stems import classes, count, cuts, stem
from shutro.bangla.verbs import fold, readings
from shutro.meaning.names.beside import heads, is_bare, is_foreign, known_as
from shutro.meaning.names.canonical import is_part
from shutro.meaning.names.features import Token
from shutro.meaning.names.gazetteer import Gazetteer, flags, nicknames
from shutro.meaning.names.repairs import apart
from shutro.meaning.names.sightings import Mention, Sentence, is_mark, word_list

_RARE = 40  # times that a dictionary's word stands in the counted news, at most, to be a name after a title
_NOUN = 50  # and behind a full name, before a comma
_SELDOM = 3  # and between two parts of a name, or in a list of persons
_LONGEST = 5


def titled(number: int, row: Sentence, known: Gazetteer) -> Sentence:
    """The sentence with its persons whole, and with those that only a title tells."""
    tokens = row.tokens
    after = [
        i for i, token in enumerate(tokens[:-1], 1) if _may_end(token.key) and _ends_title(tokens, i - 1)
    ]
    if not after and not row.mentions:
        return row
    found = [piece for mention in row.mentions for piece in _related(tokens, mention)]
    found = _whole(tokens, [_headless(tokens, mention) for mention in found])
    taken = {i for m in found for i in range(m.first, m.last)}
    found = [_tailed(tokens, _footless(tokens, _constructed(tokens, m, taken, known)), taken) for m in found]
    found = [_chained(tokens, m, taken) for m in found]
    taken = {i for m in found for i in range(m.first, m.last)}
    after += [m.last + 1 for m in found if m.kind == "PER" and _goes_on(tokens, m.last)]
    for i in sorted(after):
        if i in taken or i >= len(tokens):
            continue
        at = i
        if _says_how(tokens[i].key):
            continue
        while at < len(tokens) and at not in taken and at - i < _LONGEST and _may_name(tokens[at].key):
            at += 1
            if not is_bare(tokens[at - 1]):
                break
        person = _person_at(found, at) if at > i and is_bare(tokens[at - 1]) else None
        if person is not None and at - i <= 2:
            found[found.index(person)] = replace(person, first=i, rule="title")
        elif last := at if _glossed(tokens, i, at) else _named(tokens, i, at, at in taken):
            found.append(Mention(number, i, last, "PER", "title"))
        taken |= {j for m in found for j in range(m.first, m.last)}
    return Sentence(tokens, tuple(apart(found)))


def _goes_on(row: Sequence[Token], at: int) -> bool:
    """Whether a list of persons goes on at a token, behind one with no ending."""
    if at + 1 >= len(row) or (row[at].key,) not in heads("and") or not is_bare(row[at - 1]):
        return False
    key = row[at + 1].key
    if is_mark(row[at]) and key.endswith(_WHOSE) and not is_part(key):  # তোপখানার মোফাজ্জল
        return False
    family = row[at + 2].key if at + 2 < len(row) else ""
    if is_part(key) or key in nicknames() or _is_family(family):
        return True
    return not classes(key) and count(key) <= _SELDOM


def _is_family(key: str) -> bool:
    """Whether a word, with or without an ending, is a part of persons' names."""
    return any(is_part(form) for form in (key, *cuts(key, "name")))


def _person_at(found: Sequence[Mention], at: int) -> Mention | None:
    """The person of no list whose name begins at a token."""
    return next(
        (m for m in found if m.first == at and m.kind == "PER" and not m.rule.startswith("known")), None
    )


def _ends_title(row: Sequence[Token], at: int) -> bool:
    """Whether the token `at` ends what is said of a person before his name."""
    key = row[at].key
    if key == "." and at:
        return row[at - 1].key in word_list("abbreviated") | word_list("shortened")
    if key == ")" and at >= 2:
        opened = _gloss_from(row, at)
        if opened:
            return is_title(row[opened - 1].key)
        return row[at - 2].key == "(" and row[at - 1].key in word_list("before")
    return is_title(key)


def _gloss_from(row: Sequence[Token], at: int) -> int:
    """Where the bracket opens that closes at a token and holds Latin words alone; else 0."""
    first = at - 1
    while first and row[first].key.isascii() and row[first].key.isalpha():
        first -= 1
    return first if first < at - 1 and row[first].key == "(" else 0


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


@kept(50_000)
def _may_end(key: str) -> bool:
    """Whether a token could end a title: most need no closer look."""
    return key in {".", ")"} or is_title(key)


@kept(50_000)
def is_title(key: str) -> bool:
    """Whether a word says what the person is whose name follows it."""
    return key in _titles() or (key.endswith(_compounds()) and not is_part(key))


@cache
def _titles() -> frozenset[str]:
    return word_list("before") | word_list("further") | word_list("kin") | word_list("in_law")


@cache
def _compounds() -> tuple[str, ...]:
    return tuple(word for (word,) in heads("title_tail"))


def _related(row: Sequence[Token], m: Mention) -> list[Mention]:
    """Two kin taken for one (অভিষেক পত্নী রুজিরা), each by themselves."""
    if m.kind != "PER" or m.rule.startswith("known"):
        return [m]
    kin = word_list("kin") | word_list("in_law")
    at = next((i for i in range(m.first + 1, m.last - 1) if row[i].key in kin), None)
    return [m] if at is None else [replace(m, last=at), replace(m, first=at + 1)]


def _headless(row: Sequence[Token], mention: Mention) -> Mention:
    """A person's name without the title that was taken for its first word (বুয়েটছাত্র, খাদ্যমন্ত্রী)."""
    if mention.rule.startswith("known"):
        return mention
    first = mention.first
    if mention.kind == "ORG" and mention.last - first == 2 and is_title(row[first].key):
        lone = row[first + 1]
        person = is_foreign(lone) and _may_name(lone.key)
        return replace(mention, first=first + 1, kind="PER") if person else mention
    if mention.kind != "PER":
        return mention
    while mention.last - first > 1 and (
        (is_title(row[first].key) and not is_part(row[first].key))
        or (first > mention.first and is_mark(row[first]))
    ):
        first += 1
    return mention if first == mention.first else replace(mention, first=first)


def _whole(row: Sequence[Token], found: Sequence[Mention]) -> list[Mention]:
    """The mentions with the halves of a person's name as one (মো. আমিমুল, এহসান, জোবায়ের)."""
    out: list[Mention] = []
    for m in found:
        last = out[-1] if out else None
        if (
            last is not None
            and last.kind == m.kind == "PER"
            and not (last.rule.startswith("known") or m.rule.startswith("known"))
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
    return _ends_title(row, first - 1) and not is_title(row[first].key)


def _inner(row: Sequence[Token], at: int, end: int) -> bool:
    """Whether one word alone, that no dictionary has or names are made of, parts two halves of a name."""
    if end - at != 1 or not is_bare(row[at]):
        return False
    return is_part(row[at].key) or (_may_name(row[at].key) and count(row[at].key) <= _SELDOM)


def _chained(row: Sequence[Token], mention: Mention, taken: set[int]) -> Mention:
    """A person with the words that hang before the name by hyphens: মং-চিং-নু মারমা."""
    first = mention.first
    if mention.kind != "PER" or mention.rule.startswith("known"):
        return mention
    while first and first - 1 not in taken and _is_initial(row, first - 1):
        first -= 1
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


def _is_initial(row: Sequence[Token], at: int) -> bool:
    """Whether a token is a word of one sign that stands for a name (শ ম রেজাউল করিম)."""
    key = row[at].key
    alone = not at or row[at - 1].end < row[at].start  # not the s of কুইন’স
    return alone and len(key) == 1 and key.isalpha() and not key.isascii() and (key,) not in heads("and")


def _constructed(row: Sequence[Token], mention: Mention, taken: set[int], known: Gazetteer) -> Mention:
    """A person with the Arabic given name before, whose article is the second name's: নাজমুস সাকিব."""
    at = mention.first - 1
    if mention.kind != "PER" or at < 0 or at in taken or mention.rule.startswith("known"):
        return mention
    key = row[at].key
    if len(key) < 5 or not key.endswith(_article()) or classes(key) or known_as(key, known):
        return mention
    return replace(mention, first=at) if _may_name(key) else mention


def _footless(row: Sequence[Token], m: Mention) -> Mention:
    """A person's name without what was conferred on him: শাহজাহান ওমর বীর উত্তম."""
    if m.kind != "PER" or m.rule.startswith("known") or m.last - m.first < 3:
        return m
    keys = tuple(token.key for token in row[m.first : m.last])
    for length in (1, 2):
        if keys[-length:] in heads("gallantry") and len(keys) - length >= 2:
            return replace(m, last=m.last - length)
    return m


def _tailed(row: Sequence[Token], mention: Mention, taken: set[int]) -> Mention:
    """A full name with the nickname that ends it (ফারজানা শারমিন পুতুল), or what its article asks for."""
    at = mention.last
    if mention.kind != "PER" or at >= len(row) or at in taken or mention.last - mention.first < 2:
        return mention
    last = row[at - 1]
    article = (last.key.endswith(_article()) and len(last.key) > 5) or last.key == _AL
    part = is_part(stem(last.key)) or last.key in nicknames()
    part = part or (article and not last.key.endswith(_WHOSE))
    if not is_bare(last) or not part or not row[at].key[0].isalpha():
        return mention
    forms = (row[at].key, *cuts(row[at].key, "name"))
    nick = any(form in nicknames() and count(form) <= _RARE for form in forms)
    asked = article and _may_name(row[at].key)
    if nick or (asked and not _says_how(row[at].key)) or _ends_name(row, mention):
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
    if not goes_on and after not in _CLOSING and (after,) not in heads("loose", "telling"):
        return False
    before = row[first - 1].key
    if before in word_list("kin") or before in word_list("in_law"):
        return False
    if (before,) in heads("and"):
        return first >= 2 and _is_family(row[first - 2].key)
    if count(row[at].key) <= _SELDOM:
        return True
    return _ends_title(row, first - 1)


_CLOSING = frozenset({",", "।", "(", ";"})
_WHOSE = folded("র")
_AL = folded("আল")  # no name ends in it


@kept(20_000)
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


@cache
def _article() -> tuple[str, ...]:
    return tuple(word for (word,) in heads("article"))


@kept(50_000)
def _may_name(key: str) -> bool:
    """Whether a word could be part of a person's name behind a title: no title, verb or frequent word."""
    if len(key) < 2 or not key[0].isalpha() or key.isascii() or is_title(key):
        return False
    own = stem(key)
    if is_part(key) or is_part(own):
        return True
    kinds = set(classes(key)) | set(classes(own))
    if kinds & set("cdp") or (kinds and not kinds & set("nha")) or readings(fold(key)):
        return False
    return max(count(key), count(own)) <= _RARE


@kept(20_000)
def _says_how(key: str) -> bool:
    """Whether a word is an adjective, which says of a person how he is before his name (পঙ্গু)."""
    return "a" in classes(key) and "n" not in classes(key) and not is_part(key) and key not in nicknames()


def _named(row: Sequence[Token], first: int, last: int, closed: bool) -> int | None:
    """Where the name ends that begins at `first` and reaches `last` at most; None where there is none.

    `closed` where another name stands at `last`.
    """
    end = last
    while end - first >= 2:
        if _is_family(row[end - 1].key):
            return end
        end -= 1
    key = row[first].key
    lone = end - first == 1 and len(key) > 2 and is_part(key) and not classes(key)
    ends = end == len(row) or (closed and end == last) or not _may_name(row[end].key)
    return end if lone and ends else None
