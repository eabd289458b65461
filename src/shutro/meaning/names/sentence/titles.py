"""Words and signs that say what somebody is, right before the name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.stems import classes, count, cuts, stem
from shutro.bangla.verbs import fold, readings
from shutro.bangla.words import letters
from shutro.meaning.names.known.endings import WHERE
from shutro.meaning.names.known.parts import is_part, nicknames
from shutro.meaning.names.known.words import heads, tails, word_list
from shutro.meaning.names.tagging.sightings import is_common
from shutro.meaning.names.tagging.tokens import Token, is_bare

RARE = 40  # times that a dictionary's word stands in the counted news, at most, to be a name after a title


_E = "\u09c7"
_LETTERS = 3  # of a short form, at least
SELDOM = 20  # times that a lone noun stands there, at most, to be what somebody is called
_OFTEN = 20  # times that a common noun stands there, at least, to be one before a name


@kept(WORDS)
def may_end_title(key: str) -> bool:
    """Whether a token could end a title: most need no closer look."""
    return key in {".", ")"} or is_title(key)


@kept(WORDS)
def is_title(key: str) -> bool:
    """Whether a word says what the person is whose name follows it."""
    return key in _titles() or (key.endswith(tails("title_tail")) and not is_part(key))


@cache
def _titles() -> frozenset[str]:
    return word_list("before") | word_list("further") | word_list("kin") | word_list("in_law")


def ends_title(row: Sequence[Token], at: int) -> bool:
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


@kept(WORDS)
def may_name(key: str) -> bool:
    """Whether a word could be part of a person's name behind a title: no title, verb or frequent word."""
    if len(key) < 2 or not key[0].isalpha() or key.isascii() or is_title(key):
        return False
    own = stem(key)
    if is_part(key) or is_part(own):
        return True
    kinds = set(classes(key)) | set(classes(own))
    if kinds & set("cdp") or (kinds and not kinds & set("nha")) or readings(fold(key)):
        return False
    return max(count(key), count(own)) <= RARE


@kept(WORDS)
def may_be_kin(key: str) -> bool:
    """Whether a word could be part of the name of somebody's father or husband, behind a title."""
    forms = (key, *cuts(key, "name"))
    if (
        not key[0].isalpha()
        or key.isascii()
        or any(is_title(form) or (form,) in heads("somebody") for form in forms)
    ):
        return False
    return not set(classes(key)) & set("vcdp") and not readings(fold(key))


@kept(WORDS)
def may_be_called(key: str) -> bool:
    """Whether a word could be a part of what somebody is said to be called: no title, verb or particle."""
    if not key[0].isalpha() or key.isascii() or (is_title(key) and not is_part(key)):
        return False
    if is_part(key) or key in nicknames():
        return True
    return stem(key) == key and not set(classes(key)) & set("vcdp") and not readings(fold(key))


def is_hardly_common(key: str) -> bool:
    """Whether a word is hardly anything but a name."""
    return is_part(key) or key in nicknames() or not classes(key) or count(key) <= SELDOM


def is_family(key: str) -> bool:
    """Whether a word, with or without an ending, is a part of persons' names."""
    return any(is_part(form) for form in (key, *cuts(key, "name")))


@kept(WORDS)
def says_how(key: str) -> bool:
    """Whether a word is an adjective, which says of a person how he is before his name (পঙ্গু)."""
    return "a" in classes(key) and "n" not in classes(key) and not is_part(key) and key not in nicknames()


@kept(WORDS)
def is_where(key: str) -> bool:
    """Whether a word is a common noun with the ending of where or when (কবিতায়, বিকেলে), and no name."""
    if not key.endswith(WHERE) or is_part(key):
        return False
    forms = [form for form in cuts(key, "name") if len(form) > 2]
    if any(is_part(form) and key == form + _E for form in forms):  # নূরে আলম
        return False
    return any("n" in classes(form) and count(form) >= _OFTEN for form in forms)


def is_inner(token: Token) -> bool:
    """Whether a word could stand between a place and the noun for a crossing (সোনারগাঁও জনপদ মোড়)."""
    kinds = set(classes(token.key))
    if is_title(token.key) or (token.key,) in heads("which") or is_common([token]):
        return False
    return is_bare(token) and token.key[0].isalpha() and "n" in kinds and not kinds & set("vcdp")


@kept(WORDS)
def is_letters(key: str) -> bool:
    """Whether a word is nothing but the names of letters, three or more, and no office (ওসি, এএসপি)."""
    if is_title(key) or classes(key) or len(key) < 2 * _LETTERS - 1:
        return False
    return _spelt(key, 0) >= _LETTERS


def _spelt(key: str, letters_before: int) -> int:
    """How many names of letters a word is made of; 0 where it is made of anything else."""
    if not key:
        return letters_before
    return max(
        (_spelt(key[len(one) :], letters_before + 1) for one in letters() if key.startswith(one)), default=0
    )
