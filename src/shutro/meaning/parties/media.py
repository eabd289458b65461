"""News media, told from other bodies, and the platforms people speak on."""

from __future__ import annotations

from functools import cache

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.verbs import fold
from shutro.meaning.grammar.cases import case_of
from shutro.meaning.grammar.tokens import Token
from shutro.meaning.lexicon import load, strings
from shutro.meaning.parties.agents import agents
from shutro.meaning.parties.party import Party
from shutro.model import Name


@cache
def _names() -> tuple[frozenset[str], tuple[str, ...]]:
    data = load("media")["media"]
    return frozenset(name.replace(" ", "") for name in strings(data["names"])), strings(data["ends"])


@cache
def platforms() -> dict[str, str]:
    """The platforms, by every spelling."""
    data = load("media")["platforms"]
    return {fold(alias): str(name) for name, aliases in data.items() for alias in [name, *aliases]}


def is_known_medium(canonical: str) -> bool:
    """Whether a canonical name is that of a medium known by name."""
    return fold(canonical).replace(" ", "") in _names()[0]


def is_medium(party: Party) -> bool:
    """Whether a party is a news medium, by its name or by what it is called."""
    if party.kind == "media":
        return True
    if not party.named or party.kind not in {"ORG", "MISC", "LOC"}:
        return False
    return is_known_medium(party.canonical) or fold(party.canonical).endswith(_names()[1])


def is_platform(party: Party) -> bool:
    """Whether a party is a platform people speak on, and nobody who speaks."""
    return party.kind == "ORG" and fold(party.canonical) in platforms()


def is_called_medium(key: str) -> bool:
    """Whether a word ends the names of media: টিভি, টাইমস."""
    return key.endswith(_names()[1])


@cache
def _canonical_names() -> dict[str, str]:
    return {fold(str(name)): str(name) for name in load("media")["media"]["names"]}


@cache
def _by_word() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for medium in _canonical_names():
        table.setdefault(medium.split()[0], []).append(tuple(medium.split()))
    return table


def split_media(tokens: list[Token], whole: list[range], covered: set[int]) -> list[Party]:
    """News media that no name was found for, or only a part of: আল [জাজিরা]."""
    found: list[Party] = []
    by_word = _by_word()
    for at, token in enumerate(tokens):
        for medium in by_word.get(token.key, ()):
            last = at + len(medium) - 1
            row = tokens[at : last + 1]
            if len(row) < len(medium) or len(medium) < 2 or any(at in r and last in r for r in whole):
                continue
            case = case_of(row[-1].key, medium[-1])
            if case is not None and [t.key for t in row[:-1]] == list(medium[:-1]):
                covered.update(range(at, last + 1))
                name = _canonical_names()[" ".join(medium)]
                found.append(Party(at, last, token.start, row[-1].end, "ORG", case, name))
    return found


def medium_told(tokens: list[Token], first: int, last: int, name: Name) -> list[Party]:
    """Somebody and the medium told, taken for one name: [রফিকুল আলম] [রয়টার্সকে] বলেন."""
    if name.kind != "PER":
        return []
    for cut in range(max(first + 1, last - 2), last + 1):
        canonical = _told_medium(" ".join(token.key for token in tokens[cut : last + 1]))
        if canonical is not None:
            own = [t.key for t in tokens[first:cut] if t.word and f"{t.key}." not in agents().before_name]
            return [
                Party(first, cut - 1, name.start, tokens[cut - 1].end, "PER", "nom", " ".join(own), name),
                Party(cut, last, tokens[cut].start, name.end, "ORG", "acc", canonical),
            ]
    return []


@kept(WORDS)
def _told_medium(told: str) -> str | None:
    """The medium that a word in the accusative names."""
    for medium, canonical in _canonical_names().items():
        if told != medium and case_of(told, medium) == "acc":
            return canonical
    return None
