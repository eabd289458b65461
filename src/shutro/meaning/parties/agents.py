"""The common nouns that somebody unnamed is spoken of by: offices, bodies, media, pronouns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.stems import classes_of
from shutro.meaning.grammar.cases import Case, case_of
from shutro.meaning.grammar.tokens import Token
from shutro.meaning.lexicon import folded, load, mapping, strings
from shutro.meaning.parties.party import PartyKind


@dataclass(frozen=True, slots=True)
class _Agents:
    heads: dict[str, PartyKind]
    person_ends: tuple[str, ...]
    body_ends: tuple[str, ...]
    media_ends: tuple[str, ...]
    people: tuple[str, ...]
    plural: tuple[str, ...]
    not_plural: frozenset[str]
    crowds: frozenset[str]
    counted: frozenset[str]
    before_name: frozenset[str]
    pronouns: dict[str, tuple[bool, Case]]
    again: tuple[str, ...]
    last_words: frozenset[str]
    bare: frozenset[str]
    roles: frozenset[str]


@cache
def agents() -> _Agents:
    """The lexicon of unnamed speakers, `data/agents.toml` and `data/callings.toml`."""
    data = load("agents")
    heads: dict[str, PartyKind] = {}
    kinds: tuple[PartyKind, ...] = ("person", "body", "either", "media", "source")
    heads.update(dict.fromkeys(strings(load("callings")["words"]), "person"))
    for kind in kinds:
        heads.update(dict.fromkeys(strings(data[kind]), kind))
    people = strings(data["people_ends"])
    pronouns: dict[str, tuple[bool, Case]] = {}
    for form, value in mapping(data["pronouns"]).items():
        number, case = value.split()
        pronouns[form] = (number == "many", case)  # type: ignore[assignment]
    return _Agents(
        heads,
        strings(data["person_ends"]),
        strings(data["body_ends"]),
        strings(data["media_ends"]),
        people,
        (*people, *strings(data["plural_ends"])),
        folded(strings(data["not_plural"])),
        folded(strings(data["crowds"])),
        folded(strings(data["counted"])),
        folded(strings(data["before_name"])),
        pronouns,
        strings(data["again"]["body"]),
        frozenset(phrase.split()[-1] for phrase in heads if " " in phrase),
        folded(strings(data["again"]["bare"])),
        folded(strings(data["roles"]["words"])),
    )


@kept(WORDS)
def head_of(key: str) -> tuple[PartyKind | None, Case, str]:
    """What kind of speaker a common noun names, its case and its bare form."""
    lex = agents()
    if key in lex.not_plural:
        return None, "nom", ""
    for cut in range(len(key), 1, -1):
        base = key[:cut]
        kind = lex.heads.get(base)
        if kind is None:
            if len(base) > 5 and base.endswith(lex.media_ends):
                kind = "media"
            elif len(base) > 6 and base.endswith(lex.person_ends):
                kind = "person"
            elif len(base) > 6 and base.endswith(lex.body_ends):
                kind = "body"
        if kind is not None and (case := case_of(key, base)) is not None:
            return kind, case, base
    if key.endswith(lex.people) and len(key) > 4 and _attested(key):
        return "person", "nom", key
    return None, "nom", ""


def long_head(tokens: Sequence[Token], at: int) -> tuple[PartyKind | None, str]:
    """The office of several words that token `at` ends, which is no head by itself: চার্জ দ্য অ্যাফেয়ার্স."""
    lex = agents()
    if tokens[at].key in lex.last_words:
        for back in range(max(0, at - 3), at):
            phrase = " ".join(token.key for token in tokens[back : at + 1])
            if phrase in lex.heads:
                return lex.heads[phrase], phrase
    return None, ""


def _attested(plural: str) -> bool:
    """Whether a plural is of a word that is known: বিশ্লেষকরা, and not জাজিরা."""
    stem = next(plural.removesuffix(ending) for ending in agents().people if plural.endswith(ending))
    return any(classes_of(word) for word in (stem, stem.removesuffix("ে")))
