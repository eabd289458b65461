"""When a page was published and updated, and what it calls today: printed lines and metadata weighed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

import regex

from shutro.bangla.numbers.numerals import to_latin_digits
from shutro.model import Role, Stamp
from shutro.reading.datelines.datelines import DHAKA, KOLKATA, dateline
from shutro.reading.dates.lines import DateLines, is_dated, is_own_date
from shutro.reading.page.blocks import FOOTER, RELATED, Block
from shutro.reading.page.metadata import Metadata
from shutro.reading.page.page import Page
from shutro.reading.page.render import Marked

_ISO = regex.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?(?:\.\d+Z)?)?$",
    regex.I,
)
_IN_ADDRESS = regex.compile(r"/(20[0-3]\d)[/-](\d{1,2})[/-](\d{1,2})/(?=[^/?#])")
_CLOCK_FIRST = regex.compile(r"\D*\d{1,2}\s?[:.]\s?\d\d")
_TOP = 40  # blocks of a page's top in which its own date stands
_TIMES = 8  # time elements of a page, from its top, that may be the article's
_LONGEST = 12  # words of a date line without a label, inside a text
_BELOW = 8  # blocks under a printing of the headline in which its date line stands
# Dhaka, Kolkata, Universal Time and London's summer: the clocks of the places where Bangla papers are made.
_CLOCKS = frozenset(timedelta(minutes=m) for m in (360, 330, 0, 60))
_ASSUMED = "no zone printed: Bangladesh time assumed"

Placed = tuple[int, Stamp]  # a stamp and the block it stands in


@dataclass(frozen=True, slots=True)
class Dates:
    """The stamps of an article, the blocks of every date line, and the printed ones that were believed."""

    published: Stamp | None
    updated: Stamp | None
    page: Stamp | None
    lines: frozenset[int]
    own: tuple[Placed, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """The stamps that a page prints, each with its block.

    `around` the article: between a printing of the headline and the body, just over the headline and just
    under the body. `top` are those above.
    """

    around: list[Placed]
    top: list[Placed]

    @property
    def lines(self) -> frozenset[int]:
        """The blocks of all of them."""
        return frozenset(i for i, _ in (*self.top, *self.around))


def printed(reader: DateLines, headlines: list[int], start: int, end: int) -> Printed:
    """What is printed around an article of the blocks `start` to `end`, its headline at `headlines`."""
    blocks = reader.blocks
    first = headlines[0] if headlines else max(0, start - 10)
    near: set[int] = set(range(max(0, first - 6), start))
    near.update(range(end, min(len(blocks), end + 3)))
    for title in headlines[:6]:
        near.update(range(title, min(len(blocks), title + _BELOW)))
    wanted = near | set(range(min(len(blocks), _TOP, max(start, 0))))
    around: list[Placed] = []
    top: list[Placed] = []
    taken = -1
    for i in sorted(wanted):
        block = blocks[i]
        if i <= taken or block.prose or block.flags & (FOOTER | RELATED) or not is_dated(block):
            continue
        stamps, used = reader.at(i)
        taken = i + used - 1
        (around if i in near else top).extend((i, s) for s in stamps)
    return Printed(around, top)


def dates(page: Page, shown: Printed, headline: int, start: int) -> Dates:
    """Weigh everything found; what can't be told apart from the day of the crawl stays unknown.

    Of several date lines that between the blocks `headline` and the body's `start` goes first, then a
    labelled one.
    """
    blocks, marked, meta, zone = page.blocks, page.marked, page.meta, page.zone
    told = {i for i in shown.lines if _is_told(blocks, i, start, shown)}
    around = [(i, _of_page(s) if i == 0 < headline else s) for i, s in shown.around if i not in told]
    every = [*shown.top, *around]
    today = next((s for role in ("page", "printed") for _, s in every if s.role == role), None)
    visits = {s.day for _, s in every if s.role == "page"}
    own = [
        (i, s)
        for i, s in around
        if s.role in ("published", "updated") and not (i > start and _is_bare(s) and s.day in visits)
    ]
    if not any(s.role == "published" for _, s in own):
        below = _under_headline(around, blocks, headline, start)
        if below:
            own = [*((i, replace(s, role="published")) for i, s in below), *own]
            if today is not None and today.span == below[0][1].span:
                other = (s for _, s in every if s.role in ("page", "printed") and s.span != below[0][1].span)
                today = next(other, None)
    own.sort(key=lambda placed: _far(placed, headline, start))
    published = _settle(own, marked, meta, "published", zone)
    changed = [m for m in marked if "updat" in m.names or "modif" in m.names]
    updated = _settle(own, changed, meta, "updated", zone)
    if published is not None and updated is not None:
        updated = _same_clock(updated, published)
    clock = zone or _zone_of(published)
    believed = {s.span for s in (published, updated) if s is not None and s.span is not None}
    return Dates(
        zoned(published, clock),
        zoned(updated, clock),
        zoned(today, clock),
        shown.lines - told,
        tuple((i, s) for i, s in own if s.span in believed or (published and s.day == published.day)),
    )


def _is_told(blocks: list[Block], i: int, start: int, shown: Printed) -> bool:
    """Whether a dated line inside the text at `start` is a sentence of it: long, and no label in it."""
    return (
        i > start
        and blocks[i].words > _LONGEST
        and all(_is_bare(s) or s.role == "event" for at, s in shown.around if at == i)
    )


def _under_headline(around: list[Placed], blocks: list[Block], headline: int, start: int) -> list[Placed]:
    """The Gregorian dates under the headline that are the article's though they look like the page's own.

    Under the text at `start` only those in words are (`নাম : ১১ সেপ্টেম্বর ২০২৪`), not a page's own today.
    """
    return [
        (i, s)
        for i, s in around
        if s.role in (("page", "event") if i < start else ("event",))
        and i > headline >= 0
        and s.calendar is None
        and is_own_date(blocks[i], s)
    ]


def _of_page(stamp: Stamp) -> Stamp:
    """A stamp over everything else: where its clock comes first it tells the time of the visit."""
    if stamp.role == "published" and _is_bare(stamp) and _CLOCK_FIRST.match(stamp.text):
        return replace(stamp, role="page")
    return stamp


def of_address(url: str | None) -> Stamp | None:
    """The day in an article's address (`…/2024/03/05/name`), for a page that tells it nowhere else."""
    match = _IN_ADDRESS.search(url) if url else None
    value = parse_iso(f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}") if match else None
    return Stamp(value, match[0].strip("/"), "published", "address") if match and value else None


def _is_bare(stamp: Stamp) -> bool:
    """Whether nothing beside a printed date says whose it is."""
    return stamp.how.endswith("no label")


def _far(placed: Placed, headline: int, start: int) -> tuple[bool, bool]:
    """How little a date line belongs to the article: by its place, then by its want of a label."""
    i, stamp = placed
    return not headline < i < start, _is_bare(stamp)


def _settle(
    own: list[Placed], marked: list[Marked], meta: Metadata, role: Role, zone: tzinfo | None
) -> Stamp | None:
    """The stamp of one role, from what is printed and what the metadata says.

    Metadata gives the moment when it is a moment; the printed line, or a `<time>` of the same
    instant, gives the clock it is told by. A printed day that contradicts the metadata wins: it is
    what readers were shown.
    """
    shown = _hour_first([s for _, s in own if s.role == role])
    given = list(_given(meta.published if role == "published" else meta.updated, role, zone))
    timed = list(
        _given(
            [(value, "time element") for value in dict.fromkeys(m.value for m in marked[:_TIMES])], role, zone
        )
    )
    if not given:
        if shown:
            return next((told for t in timed if (told := _same_moment(t, shown[0]))), shown[0])
        return timed[0] if timed and role == "published" else None
    best = next((g for g in given if isinstance(g.value, datetime)), given[0])
    for other in [*timed, *shown]:
        if (told := _same_moment(best, other)) is not None:
            return told
    if shown and role == "published" and not any(abs((s.day - best.day).days) <= 1 for s in shown):
        return replace(shown[0], note=f"metadata says {best.text}")
    return best


def _hour_first(shown: list[Stamp]) -> list[Stamp]:
    """The stamps in their order, but where the first tells no clock another one of that day that does."""
    if not shown or isinstance(shown[0].value, datetime):
        return shown
    at = next((i for i, s in enumerate(shown) if isinstance(s.value, datetime) and s.day == shown[0].day), 0)
    return [shown[at], *shown[:at], *shown[at + 1 :]]


def _given(values: list[tuple[str, str]], role: Role, zone: tzinfo | None) -> Iterator[Stamp]:
    for text, how in values:
        value = _moment_of(text)
        if value is None:
            continue
        if isinstance(value, datetime) and value.tzinfo is None and zone is not None:
            value = value.replace(tzinfo=zone)
        yield Stamp(value, text, role, how)


@lru_cache(maxsize=256)
def _moment_of(text: str) -> datetime | date | None:
    """The moment or day that a text of metadata gives; pages give the same one in several places."""
    value = parse_iso(text)
    if value is None and (read := dateline(text)):
        return read[0].value
    return value


def parse_iso(value: str) -> datetime | date | None:
    """An ISO 8601 moment as found in metadata, a day where no clock is given.

    Forgives `…+06:00.000Z`, where the offset is the truth, a missing colon and Bangla figures. None
    when it is no ISO date or no such day.
    """
    match = _ISO.match(to_latin_digits(value.strip()))
    if not match:
        return None
    year, month, day, hour, minute, second, offset = match.groups()
    try:
        if hour is None:
            return date(int(year), int(month), int(day))
        return datetime(
            int(year), int(month), int(day), int(hour), int(minute), int(second or 0), tzinfo=_offset(offset)
        )
    except ValueError:
        return None


def _offset(text: str | None) -> tzinfo | None:
    if text is None:
        return None
    if text in "Zz":
        return UTC
    sign = -1 if text[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(text[1:3]), minutes=int(text[-2:])))


def _same_moment(best: Stamp, other: Stamp) -> Stamp | None:
    """`best` told by the clock of `other`, where the two are one moment; else None.

    A printed line mostly states no offset: its minutes must agree, and the hours differ by the
    offset of a place where Bangla papers are made, or by none.
    """
    mine, its = best.value, other.value
    if isinstance(mine, datetime) and not isinstance(its, datetime) and best.how == "time element":
        return replace(best, span=other.span, text=other.text) if mine.date() == its else None
    if not isinstance(mine, datetime) or not isinstance(its, datetime):
        return None
    if other.span is None:
        if mine.tzinfo is None or its.tzinfo is None:
            return None
        return replace(best, value=mine.astimezone(its.tzinfo)) if mine == its else None
    wall = its.replace(tzinfo=None, second=0)
    if mine.tzinfo is None:
        same = mine.replace(second=0) == wall
        return replace(best, span=other.span, text=other.text, calendar=other.calendar) if same else None
    offset = wall - mine.astimezone(UTC).replace(tzinfo=None, second=0)
    if offset not in _CLOCKS and offset != mine.utcoffset():
        return None
    told = mine.astimezone(timezone(offset))
    how = f"{best.how}, printed"
    return replace(best, value=told, span=other.span, text=other.text, how=how, calendar=other.calendar)


def _same_clock(stamp: Stamp, model: Stamp) -> Stamp:
    """A moment of bare metadata told by the clock that the printed line showed for its sister."""
    mine, its = stamp.value, model.value
    if not isinstance(mine, datetime) or not isinstance(its, datetime):
        return stamp
    if stamp.span is not None or model.span is None or its.tzinfo is None:
        return stamp
    return replace(stamp, value=mine.astimezone(its.tzinfo)) if mine.utcoffset() == timedelta(0) else stamp


def _zone_of(stamp: Stamp | None) -> tzinfo | None:
    """The clock of a stamp that states one; Universal Time says nothing of the place."""
    if stamp is None or not isinstance(stamp.value, datetime) or not stamp.value.utcoffset():
        return KOLKATA if stamp is not None and stamp.calendar == "wb" else None
    return stamp.value.tzinfo


def zoned(stamp: Stamp | None, zone: tzinfo | None) -> Stamp | None:
    """A clock time with its zone: the outlet's, else that of Bangladesh, and then it is noted."""
    if stamp is None or not isinstance(stamp.value, datetime) or stamp.value.tzinfo is not None:
        return stamp
    value = stamp.value.replace(tzinfo=zone or DHAKA)
    return replace(stamp, value=value, note=stamp.note if zone else stamp.note or _ASSUMED)
