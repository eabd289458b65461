"""When a page was published and updated, and what it calls today: printed lines and metadata weighed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone, tzinfo

import regex

from shutro.model import Role, Stamp
from shutro.reading.blocks import FOOTER, RELATED, Block
from shutro.reading.datelines import dateline
from shutro.reading.metadata import Metadata

_DATED = regex.compile(r"[0-9\u09e6-\u09ef]{4}|[0-9\u09e6-\u09ef]\s*[:.]\s*[0-9\u09e6-\u09ef]{2}")
_ISO = regex.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?(?:\.\d+Z)?)?$",
    regex.I,
)
_LATIN = str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789")
_TOP = 40  # blocks of a page's top in which its own date stands
_BELOW = 8  # blocks under a printing of the headline in which its date line stands


@dataclass(frozen=True, slots=True)
class Dates:
    """The stamps of an article, the blocks they stand in, and its own printed ones with theirs."""

    published: Stamp | None
    updated: Stamp | None
    page: Stamp | None
    lines: frozenset[int]
    own: tuple[tuple[int, Stamp], ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """A `<time datetime=…>` element: the block it begins in, its value, its class names."""

    block: int
    value: str
    names: str


def is_dated(block: Block) -> bool:
    """Whether a short line may hold a date or a clock time."""
    return len(block.text) <= 200 and block.words <= 26 and _DATED.search(block.text) is not None


def stamps_at(
    text: str, blocks: list[Block], i: int, captured: datetime | None, zone: tzinfo | None
) -> tuple[list[Stamp], int]:
    """The stamps printed in block `i`, read together with a dated block right under it, and how many blocks."""
    block = blocks[i]
    if (
        i + 1 < len(blocks)
        and is_dated(blocks[i + 1])
        and blocks[i + 1].start - block.end <= 2
        and len(block.text) < 60
    ):
        both = text[block.start : blocks[i + 1].end]
        found = _read(both, captured, zone)
        if len(found) == 1 and len(_read(blocks[i + 1].text, captured, zone)) == 0:
            return [_moved(s, block.start) for s in found], 2
    return [_moved(s, block.start) for s in _read(block.text, captured, zone)], 1


def _read(line: str, captured: datetime | None, zone: tzinfo | None) -> list[Stamp]:
    return list(
        dateline(line, captured=captured) if zone is None else dateline(line, captured=captured, zone=zone)
    )


def _moved(stamp: Stamp, by: int) -> Stamp:
    return replace(stamp, span=stamp.span.shift(by)) if stamp.span else stamp


def parse_iso(value: str) -> datetime | date | None:
    """An ISO 8601 moment as found in metadata, a day where no clock is given.

    Forgives `…+06:00.000Z`, where the offset is the truth, and a missing colon. None when it is
    no ISO date or no such day.
    """
    match = _ISO.match(value.strip().translate(_LATIN))
    if not match:
        return None
    year, month, day, hour, minute, second, offset = match.groups()
    try:
        if hour is None:
            return date(int(year), int(month), int(day))
        zone = _zone(offset)
        return datetime(
            int(year), int(month), int(day), int(hour), int(minute), int(second or 0), tzinfo=zone
        )
    except ValueError:
        return None


def _zone(offset: str | None) -> tzinfo | None:
    if offset is None:
        return None
    if offset in "Zz":
        return timezone.utc
    sign = -1 if offset[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:])))


def settle(
    printed: list[tuple[int, Stamp]], marked: list[Marked], meta: Metadata, role: Role, zone: tzinfo | None
) -> Stamp | None:
    """The stamp of one role, from what is printed and what the metadata says.

    Metadata gives the moment when it is a moment; the printed line, or a `<time>` of the same
    instant, gives the clock it is told by. A printed day that contradicts the metadata wins: it is
    what readers were shown.
    """
    shown = [s for _, s in printed if s.role == role]
    given = list(_given(meta.published if role == "published" else meta.updated, role, zone))
    timed = [s for m in marked for s in _given([(m.value, "time element")], role, zone)]
    if not given:
        if shown:
            return _with_seconds(shown[0], timed)
        return timed[0] if timed and role == "published" else None
    best = next((g for g in given if isinstance(g.value, datetime)), given[0])
    for other in [*timed, *shown]:
        if (told := _same_moment(best, other)) is not None:
            return told
    if shown and not any(abs((s.day - best.day).days) <= 1 for s in shown) and role == "published":
        return replace(shown[0], note=f"metadata says {best.text}")
    return best


def _given(values: list[tuple[str, str]], role: Role, zone: tzinfo | None) -> Iterator[Stamp]:
    for text, how in values:
        value = parse_iso(text)
        if value is None:
            read = [s for s in _read(text, None, zone) if s.value is not None]
            if not read:
                continue
            value = read[0].value
        if isinstance(value, datetime) and value.tzinfo is None and zone is not None:
            value = value.replace(tzinfo=zone)
        yield Stamp(value, text, role, how)


def _same_clock(stamp: Stamp, model: Stamp) -> Stamp:
    """A moment of bare metadata told by the clock that the printed line showed for its sister."""
    mine, its = stamp.value, model.value
    if (
        stamp.span is None
        and model.span is not None
        and isinstance(mine, datetime)
        and isinstance(its, datetime)
    ):
        if mine.utcoffset() == timedelta(0) and its.tzinfo is not None:
            return replace(stamp, value=mine.astimezone(its.tzinfo))
    return stamp


def _with_seconds(stamp: Stamp, timed: list[Stamp]) -> Stamp:
    for other in timed:
        if (told := _same_moment(other, stamp)) is not None:
            return told
    return stamp


def _same_moment(best: Stamp, other: Stamp) -> Stamp | None:
    """`best` told by the clock of `other`, where the two are one moment; else None.

    A printed line states no offset: its minutes must agree, and the hours may differ by a zone.
    """
    if not isinstance(best.value, datetime) or not isinstance(other.value, datetime):
        return None
    mine, its = best.value, other.value
    if mine.tzinfo is None or its.tzinfo is None:
        return None
    if other.span is None:
        return replace(best, value=mine.astimezone(its.tzinfo)) if mine == its else None
    wall = its.replace(tzinfo=timezone.utc)
    utc = mine.astimezone(timezone.utc).replace(second=0)
    offset = wall - utc
    if abs(offset) > timedelta(hours=14) or offset % timedelta(minutes=30):
        return None
    if offset not in (
        timedelta(hours=6),
        timedelta(hours=5, minutes=30),
        timedelta(0),
        timedelta(hours=1),
        mine.utcoffset(),
    ):
        return None
    told = mine.astimezone(timezone(offset))
    return replace(
        best,
        value=told,
        span=other.span,
        text=other.text,
        how=f"{best.how}, printed",
        calendar=other.calendar,
    )


def printed(
    text: str,
    blocks: list[Block],
    headlines: list[int],
    start: int,
    end: int,
    captured: datetime | None,
    zone: tzinfo | None,
) -> tuple[list[tuple[int, Stamp]], list[tuple[int, Stamp]]]:
    """The stamps around the article, and those of the page's top, each with its block.

    The first are those between a printing of the headline and the body, just over the headline
    and just under the body; the second those above.
    """
    first = headlines[0] if headlines else max(0, start - 10)
    near: set[int] = set(range(max(0, first - 6), start))
    near.update(range(end, min(len(blocks), end + 3)))
    for title in headlines:
        near.update(range(title, min(len(blocks), title + _BELOW)))
    wanted = near | set(range(min(len(blocks), _TOP, max(start, 0))))
    around: list[tuple[int, Stamp]] = []
    top: list[tuple[int, Stamp]] = []
    taken = -1
    for i in sorted(wanted):
        block = blocks[i]
        if i <= taken or block.prose or not is_dated(block) or block.flags & (FOOTER | RELATED):
            continue
        stamps, used = stamps_at(text, blocks, i, captured, zone)
        taken = i + used - 1
        (around if i in near else top).extend((i, s) for s in stamps)
    return around, top


def dates(
    around: list[tuple[int, Stamp]],
    top: list[tuple[int, Stamp]],
    marked: list[Marked],
    meta: Metadata,
    headline: int,
    zone: tzinfo | None,
) -> Dates:
    """Weigh everything found; what can't be told apart from the day of the crawl stays unknown."""
    every = [*top, *around]
    page = next((s for role in ("page", "printed") for _, s in every if s.role == role), None)
    own = [(i, s) for i, s in around if s.role in ("published", "updated")]
    below = [
        (i, replace(s, role="published"))
        for i, s in around
        if s.role == "page" and i > headline >= 0 and s.calendar is None
    ]
    if not any(s.role == "published" for _, s in own) and below:
        own = [*below, *own]
        if page is not None and page.span == below[0][1].span:
            page = next((s for _, s in every if s.role in ("page", "printed") and s.span != page.span), None)
    published = settle(own, marked, meta, "published", zone)
    updated = settle(
        own, [m for m in marked if "updat" in m.names or "modif" in m.names], meta, "updated", zone
    )
    if published is not None and updated is not None:
        updated = _same_clock(updated, published)
    lines = frozenset(i for i, _ in every)
    return Dates(published, updated, page, lines, tuple(own))
