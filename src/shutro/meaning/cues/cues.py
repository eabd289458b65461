"""Cues: the words of a sentence that say that somebody said something, and in what stance."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from shutro.bangla.verbs import fold
from shutro.meaning.grammar.tokens import bare
from shutro.meaning.lexicon import folded, load, mapping, pair, strings

CueKind = Literal["verb", "noun", "bare", "media"]
_SHORT_LOCATIVE = fold("ে")


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens `first` to `last` of a sentence, both included.

    `kind`: a verb of saying, a noun with its light verb, a noun alone after a genitive, a medium that
    prints or shows (গণমাধ্যমে প্রকাশিত হয়). `impersonal`: a passive or a rumour, whose grammar names no
    speaker. `joined`: a participle (অস্বীকার করে) whose subject is that of a later verb.
    """

    first: int
    last: int
    stance: str
    kind: CueKind
    verb: str = ""
    person: str = ""
    tense: str = ""
    impersonal: bool = False
    joined: bool = False
    negated: bool = False
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of `data/cues.toml`, folded; pairs are a noun and its verb."""

    verbs: dict[str, str]
    phrases: dict[tuple[str, str], str]
    of_noun: dict[tuple[str, str], str]
    states: frozenset[str]
    stative: frozenset[str]
    ensured: frozenset[str]
    sure_noun: str
    light: frozenset[str]
    carriers: frozenset[str]
    nouns: dict[str, str]
    excepted: dict[str, frozenset[str]]
    turns: dict[tuple[str, str], str]
    deserved: frozenset[tuple[str, str]]
    honoured: frozenset[str]
    of_honoured: frozenset[str]
    struck: frozenset[str]
    ruled: frozenset[str]
    ruled_upon: tuple[str, ...]
    needing: frozenset[str]
    emerged: frozenset[tuple[str, str]]
    emerged_in: tuple[str, ...]
    unowned: frozenset[str]
    bare: dict[str, str]
    vocal: dict[str, str]
    according: dict[str, str]
    according_words: frozenset[str]
    according_ends: tuple[str, ...]
    added: frozenset[tuple[str, str]]
    examined: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The cue lexicon, `data/cues.toml`."""
    data = load("cues")
    nouns: dict[str, str] = {}
    for stance, words in data["nouns"].items():
        for word in strings(words):
            nouns[word] = stance
    alone = mapping(data["bare"])
    return Lexicon(
        verbs=mapping(data["verbs"]),
        phrases={pair(key): stance for key, stance in mapping(data["phrases"]).items()},
        of_noun={pair(key): stance for key, stance in mapping(data["phrases_of_noun"]).items()},
        states=folded(strings(data["states"]["verbs"])),
        stative=frozenset(data["states"]["stances"]),
        ensured=folded(strings(data["ensured"]["words"])),
        sure_noun=fold(data["ensured"]["noun"]),
        light=folded(strings(data["light"]["verbs"])),
        carriers=folded(strings(data["light"]["carriers"])),
        nouns=nouns,
        excepted={fold(noun): frozenset(strings(verbs)) for noun, verbs in data["except"].items()},
        turns={pair(key): stance for key, stance in mapping(data["turns"]).items()},
        deserved=frozenset(pair(both) for both in data["deserved"]["pairs"]),
        honoured=folded(strings(data["honoured"]["nouns"])),
        of_honoured=folded(strings(data["honoured"]["verbs"])),
        struck=folded(strings(data["struck"]["nouns"])),
        ruled=folded(strings(data["ruled"]["nouns"])),
        ruled_upon=strings(data["ruled"]["of"]),
        needing=folded(strings(data["needing"]["nouns"])),
        emerged=frozenset(pair(both) for both in data["emerged"]["pairs"]),
        emerged_in=strings(data["emerged"]["nouns"]),
        unowned=folded(strings(data["unowned"]["nouns"])),
        bare=alone,
        vocal=mapping(data["vocal"]),
        according={
            noun: alone.get(noun) or nouns.get(noun, "says") for noun in strings(data["according"]["nouns"])
        },
        according_words=folded(strings(data["according"]["words"])),
        according_ends=strings(data["according"]["endings"]),
        added=frozenset(pair(both) for both in data["added"]["pairs"]),
        examined=frozenset(bare(noun) for noun in strings(data["examined"]["nouns"])),
    )


def noun_of(word: str) -> str | None:
    """The stance of a noun of saying in any case."""
    lex = lexicon()
    return lex.nouns.get(word) or next(
        (lex.nouns[word[:cut]] for cut in range(len(word), 2, -1) if word[:cut] in lex.nouns), None
    )


def written_in(key: str) -> bool:
    """Whether a word is a noun of saying in the short locative, in a dictionary or not: স্ট্যাটাসে."""
    return key.endswith(_SHORT_LOCATIVE) and key[:-1] in lexicon().nouns
