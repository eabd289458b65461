"""Mentions that are no names: reporters' places, offices, what somebody does (এর সঞ্চালনায়), misspelt words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.stems import classes, count, cuts, stem
from shutro.meaning.lexicon import endings
from shutro.meaning.names.known.endings import OF, WHERE
from shutro.meaning.names.known.parts import flags, is_part
from shutro.meaning.names.known.words import heads, word_list
from shutro.meaning.names.sentence.titles import is_title
from shutro.meaning.names.tagging.mentions import Mention, Sentence
from shutro.meaning.names.tagging.tokens import Token

_KNOWN = 20  # times that a word stands in the counted news, at least, to be what a misspelt one means


def is_nameless(row: Sentence, mention: Mention) -> bool:
    """Whether a mention is no name by what it is or where it stands."""
    tokens = row.tokens
    if is_byline(tokens, mention):
        return True
    if mention.last - mention.first > 1:
        words = [token.key for token in tokens[mention.first : mention.last]]
        return mention.kind == "LOC" and not mention.is_known and all(map(_is_cased_noun, words))
    key = tokens[mention.first].key
    if mention.kind == "PER" and (key,) in heads("loose"):
        return True
    if key in _offices() or (mention.kind == "PER" and (key,) in heads("pronoun")):
        return True
    if mention.kind == "ORG" and not mention.is_known:
        return any(cut in word_list("common") for cut in cuts(key, "name"))
    if mention.kind != "LOC" or mention.is_known:
        return False
    if is_title(key) and not is_part(key):
        return True
    return _is_done(row, mention) or _is_misspelt(key)


@kept(WORDS)
def _is_cased_noun(key: str) -> bool:
    """Whether a word is a noun of the dictionary with the ending of where, and no place (সঞ্চালনায় সভায়)."""
    forms = cuts(key, "name") if key.endswith(WHERE) else ()
    return any("n" in classes(form) for form in forms) and not any("L" in flags(form) for form in forms)


@cache
def _offices() -> frozenset[str]:
    """What looks like a name with an ending (ইউএনও is not ইউএন-ও)."""
    return word_list("before") | word_list("further") | word_list("common")


def _is_done(row: Sentence, mention: Mention) -> bool:
    """Whether a word with the ending of where is what the person before it does: রহিম শেখ এর সঞ্চালনায়."""
    key, before = row.tokens[mention.first].key, row.tokens[mention.first - 1].key
    if not mention.first or not key.endswith(WHERE) or any("L" in flags(cut) for cut in cuts(key, "name")):
        return False
    loose = (before,) in heads("loose")
    owns = loose or (before.endswith(OF) and stem(before) != before)
    return owns and any(m.kind == "PER" and m.last == mention.first - loose for m in row.mentions)


@cache
def _mistaken() -> tuple[tuple[str, str], ...]:
    """Signs, each with one that it is taken for in writing."""
    pairs = (words.split() for words in endings("mistaken"))
    return tuple((wrong, right) for wrong, right in pairs)


@kept(WORDS)
def _is_misspelt(key: str) -> bool:
    """Whether a word is one of the dictionary with a sign taken for another (পরিদর্শণে)."""
    forms = (key, *cuts(key, "name"))
    meant = (form.replace(wrong, right) for form in forms for wrong, right in _mistaken() if wrong in form)
    return any(
        count(form) >= _KNOWN and "n" in classes(form) and not flags(form).strip("+") for form in meant
    )


def is_byline(row: Sequence[Token], mention: Mention) -> bool:
    """পাবনা প্রতিনিধি; ফুলতলা (খুলনা) সংবাদদাতা: the places that the reporter of an article is named by."""
    if mention.kind != "LOC":
        return False
    at = mention.last
    if mention.first == 0 and row[at : at + 1] and row[at].key == "(":
        return at + 2 < len(row) and row[at + 2].key == ")" and _reports(row, at + 3)
    if mention.first == 2 and row[1].key == "(" and row[at : at + 1] and row[at].key == ")":
        return _reports(row, at + 1)
    return mention.first == 0 and _reports(row, at)


def _reports(row: Sequence[Token], at: int) -> bool:
    """Whether the noun for a reporter stands at a token, and the end of the line or a mark soon after it."""
    following = row[at : at + 4]
    if not following or (following[0].key,) not in heads("byline"):
        return False
    return len(following) == 1 or any(t.key in _PARTING for t in following[1:])


_PARTING = frozenset({"|", ":", "।", "॥", "(", "—", "–", "-", ",", "ঃ"})
