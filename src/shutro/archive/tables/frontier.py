"""The frontier: which sources and pages are to be asked when, and what became of those that were.

The SQL of both stores. Every change belongs into the transaction that adds what was fetched, so that a stop
at any time leaves a page either asked and kept, or still due.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass, fields, replace
from typing import Any

from shutro.archive.nouns.record import storable
from shutro.archive.nouns.sources import HostState, PageState, SourceKind, SourceState
from shutro.archive.tables.sql import Tables, among, marks

_BATCH = 200


@dataclass(frozen=True, slots=True)
class Source:
    """A source as the frontier keeps it, its fields the table's columns.

    `due` is when it is asked next and `pause` how long after a look without news. Of a sitemap that an
    index names, `changed` is what the index said of its last change, and `late` that it came on the index
    after our first look at that. Moments are seconds since 1970.
    """

    address: str
    outlet: str
    kind: SourceKind
    parent: str | None
    followed: bool
    host: str
    due: float
    pause: float
    state: SourceState = "new"
    reason: str | None = None
    failures: int = 0
    asked: float | None = None
    answered: float | None = None
    news: float | None = None
    changed: str | None = None
    etag: str | None = None
    modified: str | None = None
    late: bool = False
    added: int = 0
    revised: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page as the frontier keeps it, its fields the table's columns.

    `found` is when it was first listed, `first` when it was first had, `content` the id of the capture that
    was had last. Without `due` it is not asked again.
    """

    key: str
    address: str
    host: str
    source: str
    found: float
    due: float | None
    state: PageState = "waiting"
    reason: str | None = None
    visits: int = 0
    failures: int = 0
    first: float | None = None
    asked: float | None = None
    etag: str | None = None
    modified: str | None = None
    content: str | None = None


@dataclass(frozen=True, slots=True)
class Host:
    """A host that is left alone `until` a moment, after so many failures in a row."""

    host: str
    until: float
    failures: int
    state: HostState
    reason: str | None = None


_SOURCE = ", ".join(field.name for field in fields(Source))
_PAGE = ", ".join(field.name for field in fields(Page))
# Pages of an outlet that is followed no more are left alone; one feed in place of another loses none.
_LIVE = """source IN (SELECT address FROM watch_source
    WHERE outlet IN (SELECT outlet FROM watch_source WHERE followed = 1))"""


class Frontier:
    """The tables of watching. `alone` takes the lock that one watcher of an archive holds."""

    def __init__(self, tables: Tables, alone: Callable[[], bool]) -> None:
        self._ask = tables.ask
        self.alone = alone
        """Become the archive's one watcher; False where another process is. Held until the archive closes
        or the process ends, however it ends."""

    # sources

    def follow(self, sources: Iterable[Source]) -> None:
        """Follow these sources; what is known of one stays. Any other is followed no more."""
        asked = list(sources)
        self._ask("UPDATE watch_source SET followed = 0", ())
        for source in asked:
            self.add_source(source)
        self._ask(
            "UPDATE watch_source SET followed = 1 WHERE parent IN"
            " (SELECT address FROM watch_source WHERE parent IS NULL AND followed = 1)",
            (),
        )

    def add_source(self, source: Source) -> bool:
        """Follow a source; what is known of one stays. True for one that was not there."""
        if self.source(source.address) is None:
            self.put_source(source)
            return True
        self._ask(
            "UPDATE watch_source SET followed = 1, outlet = ?, kind = ?, parent = ? WHERE address = ?",
            (source.outlet, source.kind, source.parent, source.address),
        )
        return False

    def put_source(self, source: Source) -> None:
        """Keep a source as it is now."""
        row = _row(source)
        self._ask("DELETE FROM watch_source WHERE address = ?", (source.address,))
        self._ask(f"INSERT INTO watch_source ({_SOURCE}) VALUES ({marks(row)})", row)

    def source(self, address: str) -> Source | None:
        """One source."""
        found = self._ask(f"SELECT {_SOURCE} FROM watch_source WHERE address = ?", (address,))
        return _source(found[0]) if found else None

    def sources(self) -> list[Source]:
        """Every source, those not followed any more too, by outlet."""
        rows = self._ask(f"SELECT {_SOURCE} FROM watch_source ORDER BY outlet, parent IS NOT NULL, address")
        return [_source(row) for row in rows]

    # pages

    def list_pages(self, pages: Sequence[Page]) -> list[str]:
        """Put pages into the frontier that are not there; the keys of those that were not."""
        new: list[str] = []
        for at in range(0, len(pages), _BATCH):
            part = {page.key: page for page in pages[at : at + _BATCH]}
            rows = [_row(page) for page in part.values()]
            sql = (
                f"INSERT INTO watch_page ({_PAGE}) VALUES {marks(rows, f'({marks(rows[0])})')}"
                " ON CONFLICT (key) DO NOTHING RETURNING key"
            )
            got = [str(row[0]) for row in self._ask(sql, [value for row in rows for value in row])]
            counted = Counter((part[key].source, part[key].state) for key in got)
            for (source, state), count in sorted(counted.items()):
                self._tally(source, state, count)
            new += got
        return new

    def page(self, key: str) -> Page | None:
        """One page."""
        found = self._ask(f"SELECT {_PAGE} FROM watch_page WHERE key = ?", (key,))
        return Page(*found[0]) if found else None

    def known(self, keys: Iterable[str]) -> set[str]:
        """Those of the keys that are in the frontier."""
        return {str(row[0]) for row in among(self._ask, "SELECT key FROM watch_page WHERE key IN ({})", keys)}

    def put_page(self, page: Page) -> None:
        """Keep a page as it is now."""
        before = self._ask("SELECT source, state FROM watch_page WHERE key = ?", (page.key,))
        for source, state in before:
            self._tally(source, state, -1)
            self._ask("DELETE FROM watch_page WHERE key = ?", (page.key,))
        row = _row(page)
        self._ask(f"INSERT INTO watch_page ({_PAGE}) VALUES ({marks(row)})", row)
        self._tally(page.source, page.state, 1)

    def next_page(self, host: str, now: float) -> Page | None:
        """The page of a host that is due longest, None where none is."""
        sql = f"SELECT {_PAGE} FROM watch_page WHERE host = ? AND due <= ? AND {_LIVE} ORDER BY due, found"
        found = self._ask(f"{sql} LIMIT 1", (host, now))
        return Page(*found[0]) if found else None

    def soonest(self, host: str) -> float | None:
        """When the next page of a host is due."""
        found = self._ask(
            f"SELECT due FROM watch_page WHERE host = ? AND due IS NOT NULL AND {_LIVE} ORDER BY due LIMIT 1",
            (host,),
        )
        return float(found[0][0]) if found else None

    def page_hosts(self) -> list[str]:
        """Every host that has a page to be asked some time."""
        sql = f"SELECT DISTINCT host FROM watch_page WHERE due IS NOT NULL AND {_LIVE} ORDER BY host"
        return [str(row[0]) for row in self._ask(sql)]

    def pages(self, state: PageState | None, limit: int, offset: int) -> list[Page]:
        """The pages in a state, or all, the newest found first."""
        test, values = ("WHERE state = ?", [state]) if state else ("", [])
        sql = f"SELECT {_PAGE} FROM watch_page {test} ORDER BY found DESC, key LIMIT ? OFFSET ?"
        return [Page(*row) for row in self._ask(sql, (*values, limit, offset))]

    def tallies(self) -> dict[str, dict[PageState, int]]:
        """How many pages of each source are in each state."""
        found: dict[str, dict[PageState, int]] = {}
        for source, state, pages in self._ask("SELECT source, state, pages FROM watch_tally WHERE pages > 0"):
            found.setdefault(source, {})[state] = int(pages)
        return found

    def _tally(self, source: str, state: str, by: int) -> None:
        sql = (
            "INSERT INTO watch_tally VALUES (?, ?, ?)"
            " ON CONFLICT (source, state) DO UPDATE SET pages = watch_tally.pages + excluded.pages"
        )
        self._ask(sql, (source, state, by))

    # hosts

    def put_host(self, host: Host) -> None:
        """Keep until when a host is left alone."""
        self._ask("DELETE FROM watch_host WHERE host = ?", (host.host,))
        self._ask(f"INSERT INTO watch_host VALUES ({marks('.....')})", _row(host))

    def drop_host(self, host: str) -> None:
        """Nothing is amiss with a host any more."""
        self._ask("DELETE FROM watch_host WHERE host = ?", (host,))

    def hosts(self) -> list[Host]:
        """The hosts that are left alone, or were when they were last asked."""
        return [Host(*row) for row in self._ask("SELECT * FROM watch_host ORDER BY host")]

    def put_rules(self, place: str, content: bytes, until: float) -> None:
        """Keep a robots.txt until it must be asked for again."""
        self._ask("DELETE FROM watch_rules WHERE place = ?", (place,))
        self._ask("INSERT INTO watch_rules VALUES (?, ?, ?)", (place, content, until))

    def rules(self, now: float) -> list[tuple[str, bytes, float]]:
        """The robots.txt that need not be asked for again yet, with their address and until when."""
        rows = self._ask("SELECT place, content, until FROM watch_rules WHERE until > ?", (now,))
        return [(str(place), bytes(content), float(until)) for place, content, until in rows]


def _row(noun: Source | Page | Host) -> list[object]:
    values = (int(value) if isinstance(value, bool) else value for value in astuple(noun))
    return [storable(value) if isinstance(value, str) else value for value in values]


def _source(row: tuple[Any, ...]) -> Source:
    source = Source(*row)
    return replace(source, followed=bool(source.followed), late=bool(source.late))
