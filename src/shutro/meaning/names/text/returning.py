"""Persons who come back by a first name or a nickname that is a common word beside (তুষার, অন্তর, বাদল).

The word counts for the person of the text where something says so: another person beside it, a title
or a kinsman's word before it, the ending of a person, or that the word is a rare one.
"""

from __future__ import annotations

from collections.abc import Sequence

from shutro.bangla.stems import classes, count, cuts
from shutro.meaning.names.known.endings import AGAIN, OF
from shutro.meaning.names.known.parts import is_part, nicknames
from shutro.meaning.names.known.words import heads, word_list
from shutro.meaning.names.sentence.titles import is_title
from shutro.meaning.names.tagging.mentions import Mention, Sentence, covered
from shutro.meaning.names.tagging.tokens import Token, is_mark

_RARE, _MOST = 30, 90  # times that the word stands in the counted news: rare by itself, and at most


def returning(rows: Sequence[Sentence]) -> list[Sentence]:
    """The sentences with the persons of the text who return by a common word."""
    whole = {
        key
        for row in rows
        for m in row.mentions
        if m.kind == "PER" and m.last - m.first > 1
        for key in _ends(row.tokens, m)
    }
    if not whole:
        return list(rows)
    out = []
    begins = tuple(whole)
    for row in rows:
        taken = covered(row.mentions)
        new = [
            Mention(i, i + 1, "PER", "again")
            for i, token in enumerate(row.tokens)
            if token.key.startswith(begins)
            and i not in taken
            and (form := _form(token.key, whole))
            and _meant(row, i, form)
        ]
        out.append(row.having([*row.mentions, *new]) if new else row)
    return out


def _ends(row: Sequence[Token], m: Mention) -> list[str]:
    """The first and the last word of a full name that are common words beside, without their ending."""
    words = [t.key for t in row[m.first : m.last] if not is_mark(t)]
    last = next((form for form in (words[-1], *cuts(words[-1], "name")) if _is_both(form)), "")
    return [word for word in (words[0], last) if word and _is_both(word)]


def _is_both(word: str) -> bool:
    """Whether a word is a noun or an adjective that people are called by as well."""
    kinds = set(classes(word))
    return (
        len(word) >= 3
        and bool(kinds)
        and not kinds & set("cdp")
        and count(word) <= _MOST
        and not is_title(word)
    )


def _form(key: str, whole: set[str]) -> str | None:
    return next((form for form in (key, *cuts(key, "name")) if form in whole), None)


def _meant(row: Sentence, at: int, form: str) -> bool:
    """Whether the word at a token stands for the person."""
    tokens = row.tokens
    before = tokens[at - 1].key if at else ""
    after = tokens[at + 1].key if at + 1 < len(tokens) else ""
    firsts = {m.first for m in row.mentions if m.kind == "PER"}
    lasts = {m.last for m in row.mentions if m.kind == "PER"}
    joins = heads("and")
    if ((before,) in joins and at - 1 in lasts) or ((after,) in joins and at + 2 in firsts):
        return True
    if is_title(before) or (tokens[at].key.endswith(AGAIN) and len(tokens[at].key) > len(form) + 1):
        return True
    if (after in word_list("after") and (after,) not in joins) or (after,) in heads("telling"):
        return True
    own = is_part(form) or form in nicknames()
    return own and count(form) <= _RARE and tokens[at].key.endswith(OF) and tokens[at].key != form
