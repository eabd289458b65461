"""Spellings that mean somebody or something else, too: what is meant is for the text to say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from shutro.bangla.keys import folded
from shutro.bangla.stems import classes, count, cuts
from shutro.bangla.words import extents
from shutro.meaning.lexicon import load
from shutro.meaning.names.canonical.base import bases
from shutro.meaning.names.known.gazetteer import Gazetteer
from shutro.meaning.names.known.parts import flags
from shutro.meaning.names.tagging.mentions import Mention, Sentence

_SHORT = 4  # signs: a word with fewer begins words that have nothing to do with it (গোল and গোলাম)
_EVERYWHERE = 200  # times that a common noun stands in the counted news, at least, to be in news of all kinds
_NEAR = 12  # words: so near to the name such a noun tells of its bearer


@cache
def _borne() -> dict[str, tuple[str, ...]]:
    """The spellings of `data/ambiguous.toml`, each with the words that say who is meant; as search keys."""
    rows = load("ambiguous")["borne_by_others"]
    return {folded(spelling): tuple(map(folded, words)) for spelling, words in rows.items()}


def of_others(text: str, printed: Iterable[str], known: Gazetteer) -> frozenset[str]:
    """Which of the printed names are well-known persons' spellings that mean somebody else here.

    They mean the well-known person where the text has another spelling of two words or more, or one of
    the words that go with him; a noun of any news (ম্যাচ, ছবি) only near the name, or with another of
    them. A user's own names are always meant.
    """
    keys = {base.key for name in printed for base in bases(name)}
    unsure = keys & _borne().keys()
    if not unsure:
        return frozenset()
    row = [folded(text[start:end]) for start, end in extents(text)]
    out = set()
    for key in unsure:
        found = known.find(key)
        if found is None or found.known.source != "persons.toml":
            continue
        fuller = {folded(spelling) for spelling in found.known.spellings} - {key}
        fuller = {spelling for spelling in fuller if " " in spelling and len(spelling) > len(key)}
        if not keys & fuller and not _vouched(row, key, _borne()[key]):
            out.add(key)
    return frozenset(out)


def _vouched(row: Sequence[str], key: str, words: Sequence[str]) -> bool:
    """Whether a text, as its words, has words that go with the well-known bearer of a spelling."""
    there = [word for word in words if _has(row, word)]
    if len(there) != 1:
        return bool(there)
    if not _is_everywhere(there[0]):
        return True
    first = key.split(" ")[0]
    places = (i for i, word in enumerate(row) if word.startswith(first))
    return any(_has(row[max(0, i - _NEAR) : i + _NEAR], there[0]) for i in places)


@cache
def _is_everywhere(word: str) -> bool:
    """Whether a word is a common noun of any news, and no name."""
    return "n" in classes(word) and count(word) >= _EVERYWHERE and flags(word) == "+"


def _has(row: Sequence[str], word: str) -> bool:
    """Whether a text has a word or one that begins with it (ক্রিকেটার); a short one only in its cases."""
    if len(word) < _SHORT:
        return any(key == word or word in cuts(key, "name") for key in row if key.startswith(word))
    return f" {word}" in " ".join(["", *row])


def unvouched(text: str, rows: Sequence[Sentence]) -> list[Sentence]:
    """The sentences without the bodies called by a common word that nothing in the text tells of.

    They stand in `data/ambiguous.toml` with the words that do: তৃণমূল is the grass roots of any party.
    """
    unsure = {word for row in rows for m in row.mentions if (word := _common_word(row, m))}
    if not unsure:
        return list(rows)
    words = [folded(text[start:end]) for start, end in extents(text)]
    out = {word for word in unsure if not any(_has(words, witness) for witness in _common()[word])}
    return [row.having(m for m in row.mentions if _common_word(row, m) not in out) for row in rows]


@cache
def _common() -> dict[str, tuple[str, ...]]:
    """Such words, each with what tells that the body is meant; as search keys."""
    rows = load("ambiguous")["common_unless"]
    return {folded(word): tuple(map(folded, witnesses)) for word, witnesses in rows.items()}


def _common_word(row: Sentence, m: Mention) -> str:
    """The common word that a mention of a body is, without its ending; nothing for any other."""
    if m.kind != "ORG" or m.last - m.first > 1:
        return ""
    key = row.tokens[m.first].key
    return next((form for form in (key, *cuts(key, "name")) if form in _common()), "")
