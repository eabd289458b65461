"""The event lexicon: which predicate and which noun is an event of which PLOVER kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.stems import classes_of
from shutro.bangla.verbs import fold
from shutro.meaning.grammar.cases import case_of, guess_case, located
from shutro.meaning.grammar.predicates import Predicate
from shutro.meaning.lexicon import closed, endings, folded, load, pair, strings

_CLAUSE = fold("কথা")
_BY_PHONE = closed("by_phone")
_REPORTERS = endings("reporters")
_WITH = closed("with")


@dataclass(frozen=True, slots=True)
class Kind:
    """A PLOVER kind; `finer` splits OTHER (death, injury, election, …)."""

    plover: str
    finer: str = ""


_CHARGE = Kind("ACCUSE")


@dataclass(frozen=True, slots=True)
class _Finer:
    """What an event of OTHER is where a word stands before it: economy with দাম is `price`."""

    kind: Kind
    of: frozenset[str]
    words: frozenset[str]
    but: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    nouns: dict[str, Kind]
    verbs: dict[str, Kind]
    pairs: dict[tuple[str, str], Kind]
    nominal: dict[str, Kind]
    light: frozenset[str]
    carriers: frozenset[str]
    coming: frozenset[str]
    telling: frozenset[str]
    losing: frozenset[str]
    excepted: dict[str, frozenset[str]]
    worded: frozenset[tuple[str, str]]
    by_words: frozenset[str]
    happening: frozenset[str]
    suffered: frozenset[str]
    minded: frozenset[str]
    claims: frozenset[tuple[str, str]]
    victim: frozenset[str]
    finer: tuple[_Finer, ...]


@cache
def lexicon() -> _Lexicon:
    """The lexicon, `data/events.toml`."""
    data = load("events")
    nouns: dict[str, Kind] = {}
    verbs: dict[str, Kind] = {}
    pairs: dict[tuple[str, str], Kind] = {}
    nominal: dict[str, Kind] = {}
    tables: list[tuple[Kind, dict[str, object]]] = []
    for finer, table in data["other"].items():
        tables.append((Kind("OTHER", finer), table))
    for plover, table in data["kinds"].items():
        tables.append((Kind(plover), table))
    for kind, table in tables:
        nouns.update(dict.fromkeys(strings(table["nouns"]), kind))
        verbs.update(dict.fromkeys(strings(table["verbs"]), kind))
        nominal.update(dict.fromkeys(strings(table.get("nominal", [])), kind))
        for both in strings(table["pairs"]):
            pairs[pair(both)] = kind
    return _Lexicon(
        nouns=nouns,
        verbs=verbs,
        pairs=pairs,
        nominal=nominal,
        light=folded(strings(data["light"]["verbs"])),
        carriers=folded(strings(data["light"]["carriers"])),
        coming=folded(strings(data["coming"]["verbs"])),
        telling=folded(strings(data["telling"]["verbs"])),
        losing=folded(strings(data["losing"]["verbs"])),
        excepted={fold(noun): frozenset(strings(verbs)) for noun, verbs in data["except"].items()},
        worded=frozenset(map(pair, strings(data["worded"]["pairs"]))),
        by_words=folded(strings(data["worded"]["by"])),
        happening=folded(strings(data["again"]["words"])),
        suffered=folded(strings(data["suffered"]["nouns"])),
        minded=folded(strings(data["minded"]["nouns"])),
        claims=frozenset(map(pair, strings(data["claims"]["pairs"]))),
        victim=folded(strings(data["victim"]["words"])),
        finer=tuple(_finer(name, table) for name, table in data["finer"].items()),
    )


def _finer(name: str, table: dict[str, object]) -> _Finer:
    words, but = folded(strings(table["words"])), folded(strings(table["but"]))
    return _Finer(Kind("OTHER", name), frozenset(strings(table["of"])), words, but)


def kind_of(group: Predicate) -> tuple[Kind, int] | None:
    """The kind of event a predicate tells, and how many words before the verb belong to its trigger."""
    lex = lexicon()
    near, far = (*group.before, "", "")[:2]
    if group.link and (kind := lex.pairs.get((group.verb, group.link))):
        return kind, 0
    borne = (near in lex.happening or near in lex.victim) and group.verb in lex.light
    if borne and guess_case(far) == "gen" and (kind := _noun(lex, far)):
        return kind, 2
    if claimed(group) and (kind := _noun(lex, group.before[2])):
        return kind, 3
    if (kind := lex.pairs.get((near, group.verb))) and _pair_stands(group):
        return kind, 1
    if kind := lex.pairs.get((far, near)):
        return kind, 2
    if (near, group.verb) in lex.worded and _in_words(lex, group):
        return _CHARGE, 2
    if group.verb in lex.light:
        if near in lex.carriers:
            for back, word in enumerate(group.before[1:3], start=2):
                if kind := _noun(lex, word):
                    return kind, back
        if (kind := lex.nouns.get(near)) and group.verb not in lex.excepted.get(near, ()):
            return kind, 1
        if (kind := _noun(lex, near)) and group.verb in lex.coming and not excepted(near, group.verb):
            return kind, 1
        if near == _CLAUSE and group.verb not in lex.telling and (kind := _noun(lex, far)):
            return kind, 2
    lost = _loses(lex, group) or excepted(near, group.verb)
    if (kind := lex.verbs.get(group.verb)) and not lost:
        return kind, 0
    return None


def excepted(word: str, verb: str) -> bool:
    """Whether a noun in whatever case is no event with a verb: [আলোচনায়] এসেছে is no talk."""
    return any(verb in verbs and word.startswith(noun) for noun, verbs in lexicon().excepted.items())


def _loses(lex: _Lexicon, group: Predicate) -> bool:
    """Whether it is a thing that is lost, and nobody defeated: [ছন্দ] হারিয়ে ফেলে."""
    near = group.before[0] if group.before else ""
    plain = "n" in classes_of(near) and guess_case(near) == "nom" and not located(near)
    return group.verb in lex.losing and plain


def claimed(group: Predicate) -> bool:
    """Whether somebody says that he has done what stands before: হামলার দায় স্বীকার করেছে."""
    return len(group.before) > 2 and (group.before[1], group.before[0]) in lexicon().claims


def refined(kind: Kind, words: Iterable[str]) -> Kind:
    """The finer kind of OTHER that an event is by the words of its sentence: a rise with দাম is of a price."""
    for one in lexicon().finer:
        if kind.finer not in one.of:
            continue
        found = {base for word in words if (base := _among(word, one.words | one.but))}
        if found and found <= one.words:
            return one.kind
    return kind


def _among(word: str, nouns: frozenset[str]) -> str | None:
    """Which of some nouns a word is, in whatever case."""
    return next(
        (word[:cut] for cut in range(len(word), 1, -1) if word[:cut] in nouns and case_of(word, word[:cut])),
        None,
    )


def _pair_stands(group: Predicate) -> bool:
    """কথা বলা is a meeting only with somebody who is no reporter: X-এর সঙ্গে কথা বলেন, X-এর সঙ্গে ফোনে কথা বলেন."""
    if group.before[0] != _CLAUSE:
        return True
    company, whom = (*(word for word in group.before[1:] if word not in _BY_PHONE), "", "")[:2]
    return company in _WITH and not whom.startswith(_REPORTERS)


def _in_words(lex: _Lexicon, group: Predicate) -> bool:
    """Whether an attack is one in words: [দলকে তীব্র] আক্রমণ করলেন মন্ত্রী, [কড়া ভাষায়] আক্রমণ করেন।

    Who strikes is not honoured, what is struck stands in the locative (শহরে তীব্র আক্রমণ করে).
    """
    if group.person != "3h" or len(group.before) < 3:
        return False
    _, manner, whom = group.before[:3]
    if manner in lex.by_words:
        return True
    known = classes_of(manner)
    return guess_case(whom) == "acc" and bool(known) and ("a" in known or "n" not in known)


@kept(WORDS)
def in_attack(key: str) -> bool:
    """Whether a word is an attack in the locative, in which somebody comes to harm: হামলায়, গুলিতে."""
    nouns = lexicon().nouns
    cuts = (key[:cut] for cut in range(len(key) - 1, 2, -1))
    return any(
        base in nouns and nouns[base].plover == "ASSAULT" and case_of(key, base) == "loc" for base in cuts
    )


@kept(WORDS)
def nominal(key: str) -> Kind | None:
    """The kind of event that a noun in any case tells by itself (সফরের, বৈঠকে)."""
    lex = lexicon()
    for cut in range(len(key), 2, -1):
        if (kind := lex.nominal.get(key[:cut])) and case_of(key, key[:cut]):
            return kind
    return None


def _noun(lex: _Lexicon, word: str) -> Kind | None:
    if kind := lex.nouns.get(word):
        return kind
    for cut in range(len(word) - 1, 2, -1):
        if (kind := lex.nouns.get(word[:cut])) and case_of(word, word[:cut]):
            return kind
    return None
