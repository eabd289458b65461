"""Persons told by the words নাম and ওরফে before them: ধৃতের নাম লকাই মল্লিক; করিম শেখ ওরফে বাপন."""

from __future__ import annotations

from collections.abc import Sequence

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.stems import classes, cuts
from shutro.meaning.names.known.endings import OF
from shutro.meaning.names.known.parts import is_part
from shutro.meaning.names.known.words import heads
from shutro.meaning.names.sentence.titles import is_hardly_common, is_title, may_be_called
from shutro.meaning.names.sentence.whole import CLOSING
from shutro.meaning.names.tagging.mentions import Mention, Sentence
from shutro.meaning.names.tagging.tokens import Token, is_bare, is_mark

_LONGEST = 4


def called(row: Sentence) -> Sentence:
    """The sentence with the persons whose name it says to be their name, whole."""
    before = heads("name")
    at = [i for i, token in enumerate(row.tokens) if (token.key,) in before]
    found = _otherwise(row)
    if not at:
        return row if len(found) == len(row.mentions) else row.having(found)
    for i in at:
        if not i or not _is_whose(row.tokens[i - 1].key):
            continue
        first = i + 1
        while last := _name_from(row.tokens, first):
            inside = [m for m in found if m.first < last and first < m.last]
            if any(m.kind != "PER" or m.last > last or m.first < first for m in inside):
                break
            found = [m for m in found if m not in inside]
            found.append(Mention(first, last, "PER", "called"))
            if last >= len(row.tokens) or (row.tokens[last].key,) not in heads("and"):
                break
            first = last + 1
    return row.having(found)


def _otherwise(row: Sentence) -> list[Mention]:
    """The mentions, with the other name that a person goes by: সোমনাথ বন্দ্যোপাধ্যায় ওরফে বাপন."""
    found = list(row.mentions)
    for i in [i for i, token in enumerate(row.tokens[:-1]) if (token.key,) in heads("alias")]:
        key = row.tokens[i + 1].key
        free = _is_word(row.tokens[i + 1]) and not any(m.first <= i + 1 < m.last for m in found)
        titles = any(map(is_title, (key, *cuts(key, "name"))))
        if free and not titles and any(m.kind == "PER" and m.last == i for m in found):
            last = i + 2
            while last < len(row.tokens) and is_part(row.tokens[last].key) and is_bare(row.tokens[last - 1]):
                last += 1
            if not any(m.first < last and i < m.first for m in found):
                found.append(Mention(i + 1, last, "PER", "alias"))
    return found


def _name_from(row: Sequence[Token], first: int) -> int:
    """Where the name ends that begins at a token and is all up to a mark or to another name; else 0."""
    last = first
    while last < len(row) and last - first < _LONGEST and (_is_word(row[last]) or _joins(row, first, last)):
        last += 1
    words = [token.key for token in row[first:last] if not is_mark(token)]
    ends = last == len(row) or row[last].key in CLOSING or (row[last].key,) in heads("and")
    if not words or not ends:
        return 0
    family = is_part(words[-1]) or (is_hardly_common(words[0]) and not set(classes(words[-1])) & set("vcdp"))
    family = family and len(words) > 1
    return last if family or (all(map(may_be_called, words)) and any(map(is_hardly_common, words))) else 0


def _is_word(token: Token) -> bool:
    return token.key[0].isalpha() and not token.key.isascii() and (token.key,) not in heads("and")


def _joins(row: Sequence[Token], first: int, at: int) -> bool:
    """Whether a token is the stop of an abbreviation inside the name (মো. করিম)."""
    return at > first and row[at].key == "." and row[at].start == row[at - 1].end


@kept(WORDS)
def _is_whose(key: str) -> bool:
    """Whether a word is a person in the genitive (নিহতের, ব্যবসায়ীর, তার)."""
    if (key,) in heads("whose"):
        return True
    somebody = any(is_title(cut) or (cut,) in heads("somebody") for cut in cuts(key, "name"))
    return somebody and key.endswith(OF)
