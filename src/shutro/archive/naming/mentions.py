"""What an article's findings say for the index of names: who is named, how spelt, who said what of whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from shutro.archive.nouns.findings import Kept
from shutro.archive.words.roman import phones_of_bangla
from shutro.archive.words.roman import skeleton as bones_of
from shutro.bangla.kept import PAIRS, WORDS, kept
from shutro.bangla.keys import folded, sound_key
from shutro.meaning.names.canonical.base import bases
from shutro.meaning.names.canonical.fulls import sounds
from shutro.meaning.names.known.gazetteer import gazetteer
from shutro.model import Name

SOURCE, NAMED = 0, 1
"""The roles of a name in a statement: whose words they are, whom they speak of."""

_OF_KINDS = ("PER", "ORG", "LOC", "EVENT", "MISC")


@dataclass(frozen=True, slots=True)
class Key:
    """A canonical name as the index knows it. `kind` is empty for a source that is no name (পুলিশ)."""

    kind: str
    canonical: str

    @property
    def folded(self) -> str:
        """The search key of the name."""
        return folded(self.canonical)

    @property
    def sound(self) -> str:
        """How it sounds, whatever it is spelt like."""
        return sound_key(self.canonical)

    @property
    def bones(self) -> str:
        """Its consonants as Latin and Bangla spellings share them."""
        return bones(self.folded)

    @property
    def parts(self) -> tuple[str, ...]:
        """The sound of each of its words."""
        return tuple(dict.fromkeys(sounds(self.folded)))


@dataclass(slots=True)
class Naming:
    """The names of one article: how often each stands in it and how it is spelt; its statements by name.

    `sayings` are (name, role, place of the statement among the article's).
    """

    times: dict[Key, int] = field(default_factory=dict)
    spellings: dict[Key, set[str]] = field(default_factory=dict)
    sayings: list[tuple[Key, int, int]] = field(default_factory=list)


def naming(kept: Kept) -> Naming:
    """What the index keeps of an article's findings."""
    made = Naming()
    by_name: dict[str, list[Key]] = {}
    for name in kept.names:
        key = key_of(name)
        if key not in made.times:
            by_name.setdefault(key.folded, []).append(key)
        made.times[key] = made.times.get(key, 0) + 1
        made.spellings.setdefault(key, set()).add(_spelling(name.text, name.canonical))
    for place, statement in enumerate(kept.statements):
        if statement.source and folded(statement.source):
            key = _source(statement.source, by_name.get(folded(statement.source), ()))
            made.sayings.append((key, SOURCE, place))
        if statement.content is not None:
            inside = (name for name in kept.names if statement.content.covers(name.span))
            made.sayings += [(key, NAMED, place) for key in dict.fromkeys(map(key_of, inside))]
    return made


def key_of(name: Name) -> Key:
    """The canonical name of a mention; a people's name belongs to its country."""
    return Key("LOC" if name.rule == "known:people" else name.kind, name.canonical)


def _source(canonical: str, here: Iterable[Key]) -> Key:
    """Who a statement's source is: somebody the article names, or the gazetteer, or no name at all."""
    for key in sorted(here, key=lambda key: _OF_KINDS.index(key.kind)):
        return key
    known = gazetteer().find(folded(canonical))
    return Key(known.kind if known and known.how == "name" else "", canonical)


@lru_cache(maxsize=PAIRS)
def _spelling(printed: str, canonical: str) -> str:
    """A mention without its case ending, where what remains is the canonical name or words of it."""
    of = sounds(folded(canonical))
    for base in reversed(bases(printed)):
        if base.key and all(sound in of for sound in sounds(base.key)):
            return base.text
    known = gazetteer()
    return next((base.text for base in reversed(bases(printed)) if known.find(base.key)), printed)


@kept(WORDS)
def bones(key: str) -> str:
    """The consonants of all words of a search key, by sound."""
    return bones_of("".join(phones_of_bangla(word) for word in key.split(" ") if word))
