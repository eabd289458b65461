"""Which paper a page is of, and whether it still looks as that paper's pages did.

What is known of an outlet is one file in `outlets/`: its name, hosts, clock, and dated layouts. An
unknown outlet is read all the same.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import regex
from selectolax.lexbor import LexborHTMLParser

from shutro.errors import DataError

_CLASS = regex.compile(r"[\w-]+")
_HOST = regex.compile(r"[^\s/:A-Z.]+(?:\.[^\s/:A-Z.]+)+")
_OFFSET = regex.compile(r"(?P<sign>[+-])(?P<hours>[01]\d):(?P<minutes>[0-5]\d)")


@dataclass(frozen=True, slots=True)
class Layout:
    """A look of an outlet's article pages: from which day on, and the classes of the body's element."""

    since: date
    body: tuple[str, ...]

    def fits(self, page: LexborHTMLParser) -> bool:
        """Whether an element of the page is of one of the classes."""
        return page.css_first(",".join(f'[class~="{name}"]' for name in self.body)) is not None


@dataclass(frozen=True, slots=True)
class Outlet:
    """A paper: its name as it prints it, in Latin letters, its hosts, its clock, its layouts."""

    name: str
    latin: str
    hosts: tuple[str, ...]
    zone: tzinfo | None
    layouts: tuple[Layout, ...]


@cache
def outlets() -> tuple[Outlet, ...]:
    """Every outlet known, in order of the file names. Raises `DataError` on a file that breaks the form."""
    folder = files("shutro.reading").joinpath("outlets")
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".toml"))
    return tuple(parse_outlet(folder.joinpath(name).read_text(encoding="utf-8"), name) for name in names)


def parse_outlet(text: str, source: str) -> Outlet:
    """An outlet from its file's text. Raises `DataError` naming `source`, also for a key there is not."""
    try:
        data = tomllib.loads(text)
        _only(data, {"name", "latin", "hosts"}, {"zone", "layout"})
        name, latin = (_words(data, key) for key in ("name", "latin"))
        hosts, zone = _hosts(data["hosts"]), _zone(data.get("zone"))
        return Outlet(name, latin, hosts, zone, _layouts(data.get("layout", [])))
    except (tomllib.TOMLDecodeError, TypeError, ValueError) as error:
        raise DataError(f"{source}: {error}") from error


def _only(table: dict[str, object], needed: set[str], known: set[str]) -> None:
    if missing := sorted(needed - table.keys()):
        raise ValueError(f"no {', '.join(missing)}")
    if other := sorted(table.keys() - needed - known):
        raise ValueError(f"{', '.join(other)}: no such key")


def _words(table: dict[str, object], key: str) -> str:
    value = table[key]
    if isinstance(value, str) and value.strip():
        return value
    raise ValueError(f"{key} is not a name")


def _hosts(names: object) -> tuple[str, ...]:
    if isinstance(names, list) and names and all(isinstance(n, str) and _HOST.fullmatch(n) for n in names):
        return tuple(names)
    raise ValueError('hosts is not a list of hosts such as ["nilkolom.example"]')


def _layouts(tables: object) -> tuple[Layout, ...]:
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ValueError("layout is not a list of tables, each under [[layout]]")
    for table in tables:
        _only(table, {"since", "body"}, set())
    return tuple(Layout(_day(table["since"]), _classes(table["body"])) for table in tables)


def _day(day: object) -> date:
    if isinstance(day, date) and not isinstance(day, datetime):
        return day
    raise ValueError("since is not a day such as 2025-01-01, without quotes")


def _classes(names: object) -> tuple[str, ...]:
    if isinstance(names, list) and names and all(isinstance(n, str) and _CLASS.fullmatch(n) for n in names):
        return tuple(names)
    raise ValueError("body is not a list of class names")


def _zone(name: object) -> tzinfo | None:
    """An offset (`+06:00`) or a zone by its name; None where none is given or the system has no zones."""
    if name is None:
        return None
    if found := _OFFSET.fullmatch(str(name)):
        ahead = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"]))
        return timezone(-ahead if found["sign"] == "-" else ahead)
    try:
        return ZoneInfo(str(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a folder of zones cannot be opened
        if not available_timezones():
            return None
        raise ValueError(f"zone: {name!r} is neither like +06:00 nor a zone such as Asia/Dhaka") from None


@lru_cache(maxsize=1024)
def outlet_at(host: str | None) -> Outlet | None:
    """The outlet whose host, or a subdomain of it, this is."""
    if host is None:
        return None
    return next(
        (o for o in outlets() if any(host == known or host.endswith(f".{known}") for known in o.hosts)), None
    )


def layout_change(outlet: Outlet, matched: bool, day: datetime | date | None) -> str | None:
    """What to say when a page of an outlet no longer fits any layout known of it; None when it fits."""
    if not outlet.layouts or matched:
        return None
    newest = max(layout.since for layout in outlet.layouts)
    told = day.date() if isinstance(day, datetime) else day
    if told is not None and told < min(layout.since for layout in outlet.layouts):
        return None
    return f"the layout of {outlet.name} has changed since {newest.isoformat()}"
