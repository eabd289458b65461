"""Names known beforehand: countries, bodies, persons and places, with every spelling of each.

The files stand in `data/`; a user's own are added by `extended`. Knowing a spelling does not make a
word a name: the tagger takes these as hints, and the canonical name is looked up here afterwards.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from shutro.bangla.keys import folded, sound_key
from shutro.bangla.stems import cuts
from shutro.errors import DataError
from shutro.meaning.names.known.entries import UNTAUGHT, Known, built_in, from_toml
from shutro.model import NameKind

_KEPT = 30_000
_LONG = 6  # signs: shorter names sound like others


class Spelling(NamedTuple):
    """What a spelling stands for; `how` is name, people (a demonym) or capital."""

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
            flag = "" if known.source in UNTAUGHT else known.kind[0]
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


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that ships with Shutro."""
    return Gazetteer(built_in())


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
    return Gazetteer((*from_toml(text, "PER", str(path)), *built_in()))


def known_as(key: str, known: Gazetteer) -> Spelling | None:
    """What a search key stands for, as it is or without an ending."""
    return next((s for k in (key, *cuts(key, "name")) if (s := known.find(k))), None)
