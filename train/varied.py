"""The sentences of training as other texts would have them: persons nobody lists, names nobody has seen.

A tagger that is shown the same few thousand names, most of them in a list, learns them and the list by
heart. The texts it is for name people who are in neither. What is varied hangs on the sentence and the
word alone, so that the same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random
from zlib import crc32

import regex

from shutro.bangla.keys import folded
from shutro.bangla.stems import stem
from shutro.meaning.lexicon import load
from shutro.meaning.names.tagging.features import Look, looks
from shutro.meaning.names.tagging.tokens import Token
from train.corpus import Sentence, spans

_LETTER = regex.compile(r"\X")
_VOWELS = frozenset("ািীুূৃেৈোৌঅআইঈউঊঋএঐওঔ")
UNLISTED = 0.3  # the share of the words of names that no list knows
RENAMED = 0.5  # the share of the sentences whose persons have other names
MADE_UP, EXCHANGED = 0.4, 0.3  # the shares of the words of these persons that are made up, or another's
_TRIES = 8


def unlisted(sentence: Sentence, copy: int) -> list[Look]:
    """What the sentence looks like to a reader whose lists lack some words of its names.

    A sentence that counts several times lacks others in each `copy`, numbered from 1.
    """
    row = looks(sentence.keys)
    for i, (key, tag) in enumerate(zip(sentence.keys, sentence.tags, strict=True)):
        drawn = crc32(f"list{copy}|{sentence.id}|{i}|{key}".encode()) / 2**32
        if tag != "O" and drawn < UNLISTED:
            row[i + 2] = row[i + 2]._replace(kind=row[i + 2].kind._replace(flags="", parts=""))
    return row


def words_of_persons(sentences: Iterable[Sentence]) -> list[str]:
    """The words that persons' names are made of, without endings: those of the sentences, and the listed."""
    words = {folded(word) for word in load("parts")["person"].split()}
    for sentence in sentences:
        for first, last, kind in spans(sentence.tags):
            if kind == "PER":
                keys = sentence.keys[first:last]
                words.update(key for key in (*keys[:-1], _parted(keys[-1])[0]) if _is_word(key))
    return sorted(words)


def renamed(sentence: Sentence, words: list[str]) -> Sentence:
    """The sentence with other persons in it, half of the time; their names are of `words`, or like them."""
    persons = [(first, last) for first, last, kind in spans(sentence.tags) if kind == "PER"]
    draw = Random(sentence.id)
    if not persons or draw.random() >= RENAMED:
        return sentence
    row = list(sentence.tokens)
    for first, last in persons:
        for i in range(first, last):
            if _is_word(row[i].key):
                row[i] = _renamed(row[i], i == last - 1, words, draw)
    return replace(sentence, tokens=tuple(row))


def _renamed(token: Token, is_last: bool, words: list[str], draw: Random) -> Token:
    drawn = draw.random()
    if drawn >= MADE_UP + EXCHANGED:
        return token
    name, ending = _parted(token.key) if is_last else (token.key, "")
    for _ in range(_TRIES):
        new = _made_up(words, draw) if drawn < MADE_UP else draw.choice(words)
        if (new[-1] in _VOWELS) == (name[-1] in _VOWELS):  # else it would not bear the ending
            return token._replace(key=new + ending)
    return token


def _made_up(words: list[str], draw: Random) -> str:
    """A name nobody bears: the first half of one word and the second of another."""
    first, second = (_LETTER.findall(draw.choice(words)) for _ in range(2))
    return "".join(first[: max(1, (len(first) + 1) // 2)] + second[len(second) // 2 :])


def _parted(key: str) -> tuple[str, str]:
    bare = stem(key)
    return (bare, key[len(bare) :]) if key.startswith(bare) else (key, "")


def _is_word(key: str) -> bool:
    return len(_LETTER.findall(key)) > 1 and key[0].isalpha() and not key[0].isascii()
