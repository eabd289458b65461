"""The entities known beforehand, as the files of `data/` and of a user tell them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

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
UNTAUGHT: dict[str, NameKind] = {"organs.tsv": "ORG", "towns.tsv": "LOC"}

# What a place of `data/places.tsv` is, other than a city, as its entry's `source` says.
UNITS = frozenset({"division", "district", "upazila"})

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


def from_toml(text: str, kind: NameKind, source: str) -> Iterator[Known]:
    """The entities of a TOML text, of a `kind` unless they say another; raises `DataError` by `source`."""
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
    for file, kind in UNTAUGHT.items():
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
def built_in() -> tuple[Known, ...]:
    """The entities that ship with Shutro."""
    folder = resources.files("shutro.meaning").joinpath("data")
    known: list[Known] = []
    for name, kind in _FILES:
        known += from_toml(folder.joinpath(f"{name}.toml").read_text("utf-8"), kind, f"{name}.toml")
    return (*known, *_untaught(), *_places())
