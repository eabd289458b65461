"""Date lines among the blocks of a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

import regex

from shutro.model import Stamp
from shutro.reading.datelines.datelines import dateline
from shutro.reading.datelines.parts import is_weekday
from shutro.reading.page.blocks import Block

# a year, Gregorian or Bengali, or a clock time
_DATED = regex.compile(
    r"(?<![0-9০-৯])(?:[1১][49৪৯]|[2২][0০])[0-9০-৯]{2}(?![0-9০-৯])|[0-9০-৯]\s*[:.]\s*[0-9০-৯]{2}"
)
# Elements set apart by style alone come out with nothing between them: সংবাদদাতা২৪ জানুয়ারি ২০২৪
_CLOCK = regex.compile(
    r"(?:\p{L}[\p{L}\p{M}]*\s)?[0-9\u09e6-\u09ef]{1,2}\s?[:.]\s?[0-9\u09e6-\u09ef]{2}(?:\s?[\p{L}\p{M}.]{1,8})?"
)
_GLUED = regex.compile(r"\p{L}\p{M}*(?=[0-9\u09e6-\u09ef]{1,2}\s+\p{L})")
_YEAR = regex.compile(r"[2২][0০][1-9১-৯][0-9০-৯]")  # since papers print their dates on the web
_BENGALI_YEAR = regex.compile(r"[1১][34৩৪][0-9\u09e6-\u09ef]{2}")


def is_dated(block: Block) -> bool:
    """Whether a short line may hold a date or a clock time."""
    text = block.text
    return block.words <= 26 and len(text) <= 200 and _DATED.search(text) is not None


@dataclass(slots=True)
class DateLines:
    """Reads the date lines of one page; clock times stay naive where no zone is printed."""

    text: str
    blocks: list[Block]
    captured: datetime | None = None

    def at(self, i: int) -> tuple[list[Stamp], int]:
        """The stamps of block `i` at their place in the page, and how many blocks they took.

        A Bengali date or a clock on a line of its own belongs to the date over it: the two are read together.
        """
        block = self.blocks[i]
        if (moment := self._with_clock(i)) is not None:
            return [moment], 2
        if (today := self._under_weekday(i)) is not None:
            return [today], 1
        if i + 1 < len(self.blocks) and len(block.text) < 60:
            below = self.blocks[i + 1]
            if len(below.text) < 60 and below.start - block.end <= 2 and _BENGALI_YEAR.search(below.text):
                both = _read(self.text[block.start : below.end], self.captured)
                if len(both) == 1 and both[0].calendar is not None:
                    return [_moved(both[0], block.start)], 2
        return [_moved(stamp, block.start) for stamp in _read(block.text, self.captured)], 1

    def _with_clock(self, i: int) -> Stamp | None:
        """The moment of a day's line and a line of nothing but a clock under it, None where there is none."""
        block = self.blocks[i]
        below = self.blocks[i + 1] if i + 1 < len(self.blocks) else None
        if below is None or len(block.text) >= 60 or not is_clock(below):
            return None
        alone = _read(block.text, self.captured)
        if len(alone) != 1 or alone[0].role == "event" or isinstance(alone[0].value, datetime):
            return None
        both = _read(self.text[block.start : below.end], self.captured)
        if len(both) == 1 and isinstance(both[0].value, datetime) and both[0].day == alone[0].value:
            return _moved(both[0], block.start)
        return None

    def _under_weekday(self, i: int) -> Stamp | None:
        """The stamp of a date under a line of nothing but a weekday, as a page prints its own today."""
        block, above = self.blocks[i], self.blocks[i - 1] if i else None
        if above is None or above.words > 1 or len(block.text) >= 60 or not is_weekday(above.text):
            return None
        alone = _read(block.text, self.captured)
        if len(alone) == 1 and alone[0].role == "published" and alone[0].how.endswith("no label"):
            return replace(_moved(alone[0], block.start), role="page")
        return None


def is_clock(block: Block) -> bool:
    """Whether a line is a clock time and nothing else: `০৯:৩৫ পিএম`."""
    text = block.text
    return len(text) <= 16 and (":" in text or "." in text) and _CLOCK.fullmatch(text) is not None


def is_own_date(block: Block, stamp: Stamp) -> bool:
    """Whether a date without a label, beside a few other words, is that of the article: name and date.

    `রফিক উদ্দিন : ১১ সেপ্টেম্বর ২০২৪, ০৯:৫২` is; a date in a running sentence is an event's.
    """
    return stamp.role != "event" or (
        not block.prose and block.words - stamp.text.count(" ") <= 7 and _YEAR.search(stamp.text) is not None
    )


@lru_cache(maxsize=1024)
def _read(line: str, captured: datetime | None) -> tuple[Stamp, ...]:
    """The stamps of a line; the pages that an outlet prints on one day share many of their lines."""
    found = dateline(line, captured=captured)
    if all(s.role == "event" for s in found) and (glued := _GLUED.search(line)) is not None:
        at = glued.end()
        found = [_moved(s, at) for s in dateline(line[at:], captured=captured)] or found
    return tuple(found)


def _moved(stamp: Stamp, by: int) -> Stamp:
    return replace(stamp, span=stamp.span.shift(by)) if stamp.span else stamp
