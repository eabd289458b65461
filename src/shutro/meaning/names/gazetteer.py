"""Names known beforehand: countries, bodies, persons and places, with every spelling of each.

The files stand in `data/`; a user's own are added by `extend`. Knowing a spelling does not make a
word a name: the tagger takes these as hints, and the canonical name is looked up here afterwards.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

from shutro.bangla.kept import kept
from shutro.bangla.keys import folded, sound_key
from shutro.bangla.stems import cuts
from shutro.errors import DataError
from shutro.model import NameKind

_FILES: tuple[tuple[str, NameKind], ...] = (
    ("countries", "LOC"),
    ("regions", "LOC"),
    ("bodies", "ORG"),
    ("persons", "PER"),
    ("happenings", "EVENT"),
)
# Lists whose words are no hints for the tagger: many of them are common words, and whole names suffice.
_UNTAUGHT: dict[str, NameKind] = {"organs.tsv": "ORG", "towns.tsv": "LOC"}
_KEPT = 30_000
_LONG = 6  # signs: shorter names sound like others
_KINDS: frozenset[str] = frozenset({"PER", "ORG", "LOC", "EVENT", "MISC"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office somebody held: `of` a country or body, from one ISO day to another (None: still)."""

    title: str
    of: str
    since: str
    until: str | None = None


class Known(NamedTuple):
    """An entity of the gazetteer; `spellings` has the canonical name first."""

    canonical: str
    kind: NameKind
    spellings: tuple[str, ...]
    latin: str | None = None
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    source: str = ""
    apart: tuple[str, ...] = ()


class Spelling(NamedTuple):
    """What a spelling stands for; `how` is name, people (a demonym), capital or place."""

    known: Known
    kind: NameKind
    how: str


class Gazetteer:
    """Known entities by the search key of every spelling, and by their words."""

    def __init__(self, entries: tuple[Known, ...]) -> None:
        self.entries = entries
        self.by_key: dict[str, Spelling] = {}
        self.heads: dict[str, int] = {}
        self.places_of_two: dict[str, list[tuple[str, Spelling]]] = {}
        self._reach: dict[str, int] = {}
        self._sounds: dict[str, tuple[str, Spelling] | None] = {}
        self._flags: dict[str, set[str]] = {}
        for known in entries:
            self._add(known)

    def _add(self, known: Known) -> None:
        for spelling in known.spellings:
            flag = "" if known.source in _UNTAUGHT else known.kind[0]
            self._put(spelling, Spelling(known, known.kind, "name"), flag)
        for spelling in known.people:
            self._put(spelling, Spelling(known, "MISC", "people"), "D")
        for spelling in known.capitals[1:]:
            self._put(spelling, Spelling(_capital(known), "LOC", "capital"), "C")
        if known.capitals:
            self._put(known.capitals[0], Spelling(_capital(known), "LOC", "capital"), "C")

    def _put(self, spelling: str, meaning: Spelling, flag: str) -> None:
        key = folded(spelling)
        if not key:
            raise DataError(f"{meaning.known.canonical}: an empty spelling")
        self.by_key.setdefault(key, meaning)
        parts = key.split(" ")
        if len(parts) == 2 and self.by_key[key].kind == "LOC":
            self.places_of_two.setdefault(parts[0], []).append((parts[1], self.by_key[key]))
        self.heads[parts[0]] = max(self.heads.get(parts[0], 0), len(parts))
        if flag in {"", "E"}:  # the weights know nothing of events
            return
        if len(parts) == 1:
            self._flags.setdefault(key, set()).add(flag)
            return
        for part, place in zip(parts, ("1", *"2" * (len(parts) - 2), "3"), strict=True):
            self._flags.setdefault(part, set()).add(flag.lower() + place)

    def flags(self, word: str) -> str:
        """What kinds of names the search key `word` is, or is part of: `L`, `P`, `o1`, …"""
        return "".join(sorted(self._flags.get(word, ())))

    def reach(self, word: str) -> int:
        """The most words that a known spelling has that begins with the search key `word`; 0 for none.

        The word may carry an ending, as a spelling of one word does.
        """
        reach = self._reach.get(word)
        if reach is None:
            if len(self._reach) >= _KEPT:
                self._reach.clear()
            reach = max(self.heads.get(form, 0) for form in (word, *cuts(word, "name")))
            self._reach[word] = reach
        return reach

    def find(self, key: str) -> Spelling | None:
        """What the search key of a whole name stands for."""
        return self.by_key.get(key)

    def sounding(self, key: str) -> tuple[str, Spelling] | None:
        """The one body or place that sounds like a search key, spaces apart, with the key it is known by."""
        if not self._sounds:
            self._sounds = self._heard()
        return self._sounds.get(sound_key(key)) if len(key) >= _LONG else None

    def _heard(self) -> dict[str, tuple[str, Spelling] | None]:
        """The bodies and places by their sound, with the key of each; None for what several sound like."""
        sounds: dict[str, tuple[str, Spelling] | None] = {}
        for spelt, spelling in self.by_key.items():
            if spelling.kind in {"ORG", "LOC"} and spelling.how == "name" and len(spelt) >= _LONG:
                sound = sound_key(spelt)
                rival = sounds.setdefault(sound, (spelt, spelling))
                if rival is None or rival[1].known.canonical != spelling.known.canonical:
                    sounds[sound] = None
        return sounds


def _capital(country: Known) -> Known:
    return Known(country.capitals[0], "LOC", country.capitals, None, source=f"capital of {country.canonical}")


def _toml(text: str, kind: NameKind, source: str) -> Iterator[Known]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{source}: {error}") from error
    for canonical, fields in data.items():
        if not isinstance(fields, Mapping):
            raise DataError(f"{source}: {canonical} is no table")
        yield _known(canonical, fields, kind, source)


def _known(canonical: str, fields: Mapping[str, object], kind: NameKind, source: str) -> Known:
    given = fields.get("kind", kind)
    if given not in _KINDS:
        raise DataError(f"{source}: {canonical}: no such kind of name: {given}")
    latin = fields.get("latin")
    if latin is not None and not isinstance(latin, str):
        raise DataError(f"{source}: {canonical}: latin is no text")
    return Known(
        canonical,
        given,  # type: ignore[arg-type]
        (canonical, *_strings(fields, "also", canonical, source)),
        latin,
        _strings(fields, "people", canonical, source),
        _strings(fields, "capital", canonical, source),
        tuple(_offices(fields.get("offices", []), canonical, source)),
        source,
        _strings(fields, "apart", canonical, source),
    )


def _strings(fields: Mapping[str, object], name: str, canonical: str, source: str) -> tuple[str, ...]:
    value = fields.get(name, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise DataError(f"{source}: {canonical}: {name} is no list of texts")
    return tuple(value)


def _offices(rows: object, canonical: str, source: str) -> Iterator[Office]:
    if not isinstance(rows, list):
        raise DataError(f"{source}: {canonical}: offices is no list")
    for row in rows:
        if (
            not isinstance(row, list)
            or not 3 <= len(row) <= 4
            or not all(isinstance(item, str) for item in row)
        ):
            raise DataError(f"{source}: {canonical}: an office is [title, of, since, until]")
        yield Office(*row)


def _untaught() -> Iterator[Known]:
    folder = resources.files("shutro.meaning").joinpath("data")
    for file, kind in _UNTAUGHT.items():
        for line in folder.joinpath(file).read_text("utf-8").splitlines():
            if not line.startswith("#"):
                canonical, _, also = line.partition("\t")
                yield Known(canonical, kind, (canonical, *filter(None, also.split("|"))), source=file)


def _places() -> Iterator[Known]:
    text = resources.files("shutro.meaning").joinpath("data/places.tsv").read_text("utf-8")
    for line in text.splitlines():
        name, level, latin = line.split("\t")
        yield Known(name, "LOC", (name,), latin, source=level)


@cache
def _built_in() -> tuple[Known, ...]:
    folder = resources.files("shutro.meaning").joinpath("data")
    known: list[Known] = []
    for name, kind in _FILES:
        known += _toml(folder.joinpath(f"{name}.toml").read_text("utf-8"), kind, f"{name}.toml")
    return (*known, *_untaught(), *_places())


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that ships with Shutro."""
    return Gazetteer(_built_in())


def extended(path: Path) -> Gazetteer:
    """The gazetteer with the entries of a user's TOML before its own; raises `DataError`.

    The file has a table a name: `"রহিম উদ্দিন" = { kind = "PER", also = ["রহিম"], latin = "Rahim Uddin" }`.
    `kind` is PER where it is not given; `apart` lists canonical names never to be merged with this one.
    The file is read again only after it has changed.
    """
    try:
        return _extended(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}") from error


@lru_cache(maxsize=4)
def _extended(path: Path, _changed: int) -> Gazetteer:
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: not UTF-8: {error}") from error
    return Gazetteer((*_toml(text, "PER", str(path)), *_built_in()))


@cache
def data(file: str) -> dict[str, Any]:
    """What stands in `data/FILE.toml`."""
    return tomllib.loads(resources.files("shutro.meaning").joinpath(f"data/{file}.toml").read_text("utf-8"))


@cache
def _parts() -> dict[str, str]:
    """The words names are built of (`data/parts.toml`) and the titles beside them, with their flags."""
    parts = data("parts")
    titles = data("titles")
    lists = (
        ("n", parts["person"].split()),
        ("b", parts["body"].split()),
        ("v", parts["place"].split()),
        ("t", titles["before"]),
    )
    out: dict[str, str] = {}
    for flag, words in lists:
        for word in {folded(word) for word in words}:
            out[word] = out.get(word, "") + flag
    return out


@cache
def nicknames() -> frozenset[str]:
    """Common words that end a full name as a nickname (`data/parts.toml`), as search keys."""
    return frozenset(folded(word) for word in data("parts")["nick"].split())


@kept(50_000)
def flags(word: str) -> str:
    """The flags of the built-in gazetteer, which the weights were trained with.

    Beside the names themselves: `n` a part of persons' names, `b` and `v` what the names of bodies
    and places end in, `t` a title.
    """
    return gazetteer().flags(word) + "+" + _parts().get(word, "")
