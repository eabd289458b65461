"""Stems and lemmas: a word without what Bangla glues to it, where the rest is attested.

An ending comes off only when what remains is a known word (`data/lexicon.tsv.gz`: a dictionary and
the words of some years of news), so that ঢাকা, ঢাকায় and ঢাকার meet while যুক্তরাষ্ট্র, সরকার and
কবিতা stay whole.
"""

from __future__ import annotations

import gzip
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.keys import folded

_VOWELS = frozenset("অআইঈউঊঋএঐওঔ\u09be\u09bf\u09c0\u09c1\u09c2\u09c3\u09c7\u09c8\u09cb\u09cc")
_HASANTA = "\u09cd"
_GLIDING = frozenset("\u0982ইঈউঊ\u09bf\u09c0\u09c1\u09c2\u09c7\u09c8\u09cb\u09ccএওঐঔ")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lexicon knows of a word: how often it was seen in news, and a lemma for each word class.

    Classes: `n` noun, `a` adjective, `v` verb, `c` conjunction, `d` adverb, `p` pronoun; `h` marks a
    dictionary headword.
    """

    count: int
    classes: str
    lemmas: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    classes: dict[str, str]
    counts: dict[str, int]
    lemmas: dict[str, str]


@cache
def _lexicon() -> _Lexicon:
    """`data/lexicon.tsv.gz`: words grouped by class and by count, then the lemmas of those that have any."""
    packed = resources.files("shutro.bangla").joinpath("data/lexicon.tsv.gz").read_bytes()
    lines = gzip.decompress(packed).decode("utf-8").split("\n")
    groups = next(at for at, line in enumerate(lines) if line.count("\t") < 2)
    lexicon = _Lexicon({}, {}, dict(line.split("\t") for line in lines[groups:-1]))
    for line in lines[:groups]:
        what, value, words = line.split("\t")
        if what == "classes":
            lexicon.classes.update(dict.fromkeys(words.split(" "), value))
        else:
            lexicon.counts.update(dict.fromkeys(words.split(" "), int(value)))
    return lexicon


@cache
def _closed() -> dict[str, str]:
    """Forms of closed classes and irregular verbs, by hand, before anything else."""
    data = tomllib.loads(resources.files("shutro.bangla").joinpath("data/lemmas.toml").read_text("utf-8"))
    return {
        folded(form): folded(lemma)
        for group in data.values()
        for lemma, forms in group.items()
        for form in forms
    }


@cache
def endings(table: str | None = None) -> tuple[tuple[str, str], ...]:
    """`(ending, where)` pairs, longest first; `where` is consonant, vowel, either or glide."""
    data = tomllib.loads(resources.files("shutro.bangla").joinpath("data/endings.toml").read_text("utf-8"))
    groups = data[table] if table else {key: value for key, value in data.items() if isinstance(value, list)}
    pairs = {(folded(e), where) for where, group in groups.items() for e in group}
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def is_vowel(char: str) -> bool:
    """Whether a character is a vowel or its sign."""
    return char in _VOWELS


def entry(word: str) -> Entry | None:
    """What the lexicon knows of `word`, a search key; None where it is not attested."""
    lexicon = _lexicon()
    kinds = lexicon.classes.get(word)
    if kinds is None:
        return None
    other = dict(item.split(":", 1) for item in lexicon.lemmas.get(word, "").split(" ") if item)
    lemmas = tuple((kind, other.get(kind, word)) for kind in kinds if kind != "h")
    return Entry(lexicon.counts.get(word, 0), kinds, lemmas)


def classes(word: str) -> str:
    """The word classes the lexicon gives `word`, a search key; empty where it gives none."""
    return _lexicon().classes.get(word, "")


def classes_of(printed: str) -> str:
    """The word classes of a word as printed."""
    return classes(folded(printed))


def count(word: str) -> int:
    """How often `word`, a search key, stood in the news the lexicon was counted on (999 at most)."""
    return _lexicon().counts.get(word, 0)


_KEPT_CUTS = 100_000
_CUTS: dict[str | None, dict[str, tuple[str, ...]]] = {}


def cuts(word: str, table: str | None = None) -> tuple[str, ...]:
    """Every stem that `word`, a search key, may have by its form alone, shortest ending first.

    `table` names the endings to try: None for all, `name` for those names carry. No stem is shorter
    than two letters, and none ends in a hasanta.
    """
    try:
        return _CUTS[table][word]
    except KeyError:
        known = _CUTS.setdefault(table, {})
    if len(known) >= _KEPT_CUTS:
        known.clear()
    found = known[word] = _cuts(word, table)
    return found


def _cuts(word: str, table: str | None) -> tuple[str, ...]:
    places, longest, last = _places(table)
    if word[-1:] not in last:
        return ()
    found = []
    for length in range(1, min(longest, len(word) - 2) + 1):
        wheres = places.get(word[-length:])
        if wheres and any(_fits(word[-length - 1], where) for where in wheres):
            found.append(word[:-length])
    return tuple(found)


@cache
def _places(table: str | None) -> tuple[dict[str, tuple[str, ...]], int, frozenset[str]]:
    """Where each ending may stand, how long the longest is, and what they end in."""
    places: dict[str, tuple[str, ...]] = {}
    for ending, where in endings(table):
        places[ending] = (*places.get(ending, ()), where)
    return places, max(map(len, places)), frozenset(ending[-1] for ending in places)


def _fits(last: str, where: str) -> bool:
    """Whether an ending that stands at `where` may follow the letter or sign `last`."""
    if last == _HASANTA or where == "either":
        return last != _HASANTA
    return last in _GLIDING if where == "glide" else (last in _VOWELS) == (where == "vowel")


@kept(WORDS)
def stem(word: str) -> str:
    """`word` as a search key without its case ending, where the rest is attested; else whole.

    A word that the dictionary itself holds stays whole.
    """
    key = folded(word)
    return _stem(key)


def _stem(key: str) -> str:
    lexicon = _lexicon()
    kinds = lexicon.classes.get(key)
    if kinds and "h" in kinds:
        return key
    if known := entry(key):
        for kind, lemma in known.lemmas:
            if kind == "n" and key.startswith(lemma):
                return lemma
        if known.classes:
            return key
    seen = lexicon.counts.get(key, 0) if kinds is not None else 0
    for cut in cuts(key):
        kinds = lexicon.classes.get(cut)
        if kinds:
            return cut
        often = lexicon.counts.get(cut, 0)
        if kinds is not None and (often * 3 >= seen or often >= 20):
            return _shorter(cut)
    return key


def _shorter(cut: str) -> str:
    """A stem that itself still carries an ending: ঢাকা of ঢাকাতেও's ঢাকাতে."""
    inner = _stem(cut)
    return inner if cut.startswith(inner) else cut


@kept(WORDS)
def lemma(word: str) -> str:
    """The dictionary form of `word` as a search key: করেছেন → করা, ঢাকার → ঢাকা; unknown words stay whole."""
    key = folded(word)
    if closed := _closed().get(key):
        return closed
    known = entry(key)
    if known and known.lemmas:
        return _choose(key, known)
    if known and "h" in known.classes:
        return key
    short = _stem(key)
    if short == key:
        return key
    if closed := _closed().get(short):
        return closed
    inner = entry(short)
    return _choose(short, inner) if inner and inner.lemmas else short


def _choose(key: str, known: Entry) -> str:
    """One lemma where the classes disagree: a verb form is a verb before it is a noun."""
    by_class = dict(known.lemmas)
    for kind in ("v", "p", "d", "a", "n", "c"):
        if kind in by_class:
            return by_class[kind]
    return key
