"""What is watched and how: the user's `sources.toml`, read and checked whole before anything is asked."""

from __future__ import annotations

import tomllib
from dataclasses import field
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import regex
from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from shutro.archive.nouns.sources import SourceKind
from shutro.archive.tables.frontier import Source
from shutro.capture.addresses import host_of, tidy
from shutro.errors import DataError

_SPAN = regex.compile(r"(\d+(?:\.\d+)?)\s*([smhd])")
_UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
_MISSPELT = "unexpected_keyword_argument"
_WRONG = {
    _MISSPELT: "no such key",
    "missing": "missing",
    "string_type": "a text stands in quotes",
    "tuple_type": "a list stands in brackets",
}
_STRICT = ConfigDict(extra="forbid")


def seconds(told: object) -> float:
    """A length of time in seconds: a number of them, or `90s`, `10m`, `2h`, `7d`. Raises ValueError."""
    if isinstance(told, int | float) and not isinstance(told, bool):
        return float(told)
    match = _SPAN.fullmatch(told.strip()) if isinstance(told, str) else None
    if match is None:
        raise ValueError("a length of time is a number and s, m, h or d, as in 10m")
    return float(match[1]) * _UNITS[match[2]]


_Time = Annotated[float, BeforeValidator(seconds), Field(gt=0)]
_Address = Annotated[str, AfterValidator(tidy)]


@dataclass(frozen=True, slots=True, config=_STRICT)
class Outlet:
    """The sources of one outlet. `every` and `pace` go before those of the whole plan.

    `verified` is False where nobody has tried the addresses yet.
    """

    name: Annotated[str, Field(min_length=1)]
    feeds: tuple[_Address, ...] = ()
    sitemaps: tuple[_Address, ...] = ()
    sections: tuple[_Address, ...] = ()
    every: _Time | None = None
    pace: _Time | None = None
    verified: bool = True

    def lists(self) -> list[tuple[SourceKind, str]]:
        """Its sources, each with its kind."""
        return [
            *(("feed", url) for url in self.feeds),
            *(("sitemap", url) for url in self.sitemaps),
            *(("section", url) for url in self.sections),
        ]


@dataclass(frozen=True, slots=True, config=_STRICT)
class Plan:
    """How to watch; all times in seconds.

    A source is looked at `every` so often, less often while it lists nothing new, down to `slowest`. A page
    is asked again after each of `revisits`, counted from when it was first had. What a list dates further
    `back` is not fetched. Two pages of a host are `pace` apart, `hosts` are asked at a time. `contact` is an
    address where whoever is asked can complain. `warc` is the folder for what was fetched, with files of
    `warc_size` bytes.
    """

    outlet: tuple[Outlet, ...] = ()
    contact: str = ""
    every: _Time = 600.0
    slowest: _Time = 3600.0
    revisits: tuple[_Time, ...] = field(default=(3600.0, 21600.0, 86400.0, 604800.0))
    back: _Time = 259200.0
    pace: _Time = 2.0
    hosts: Annotated[int, Field(ge=1, le=64)] = 8
    warc: Path | None = None
    warc_size: Annotated[int, Field(ge=1)] = 2**30

    def sources(self, now: float) -> list[Source]:
        """Every source as it enters the frontier, due at once; one that two outlets name is the first's."""
        found: dict[str, Source] = {}
        for one in self.outlet:
            for kind, address in one.lists():
                pause = one.every or self.every
                made = Source(address, one.name, kind, None, True, host_of(address), now, pause)
                found.setdefault(address, made)
        return list(found.values())


def read_plan(path: Path) -> Plan:
    """The plan in a TOML file. Raises DataError, naming the place, where it breaks the format."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: {getattr(error, 'strerror', None) or 'no text'}") from None
    return _plan(text, str(path))


def _plan(text: str, where: str) -> Plan:
    try:
        plan = TypeAdapter(Plan).validate_python(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{where}: {error}") from None
    except ValidationError as error:
        # A misspelt key is told before the key that it leaves missing.
        first = min(error.errors(), key=lambda one: one["type"] != _MISSPELT)
        place = ".".join(str(part) for part in first["loc"])
        reason = _WRONG.get(first["type"]) or first["msg"].removeprefix("Value error, ")
        raise DataError(f"{where}: {place}: {reason}") from None
    if not any(one.lists() for one in plan.outlet):
        raise DataError(f"{where}: no [[outlet]] with feeds, sitemaps or sections")
    return plan


def starter() -> str:
    """The starter list of outlets, as TOML text: public addresses that nobody has tried from here."""
    return files("shutro.watch").joinpath("data/outlets.toml").read_text("utf-8")
