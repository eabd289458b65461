"""What was read of a time becomes a TIMEX3 value, against the day of publication and the text before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal

from shutro.bangla import daymath
from shutro.bangla.calendar import BengaliDate, month_length, to_bengali, to_gregorian
from shutro.bangla.grammar import Grammar, Piece, Value
from shutro.bangla.hijri import hijri_month
from shutro.bangla.tense import Tense, tense
from shutro.errors import CalendarError
from shutro.span import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as printed: `text` at `start:end` (code points), its TIMEX3 `type` and `value`.

    What is not known of the value is X (`XXXX-XX-XX`). `rule` names the grammar's line. `anchor` is the
    ISO day that the value was counted from, None for one that needs no day or lacks it. `mod` is a TIMEX3
    modifier (APPROX, MORE_THAN, LESS_THAN, START, MID, END). `to` is the day that a span leads to, where
    the text says from which day it runs (`এর দুই দিন পর`). `conflict` says what else was printed, where a
    weekday, a date and আজ or গতকাল beside each other disagree.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    rule: str
    anchor: str | None = None
    mod: str | None = None
    to: str | None = None
    conflict: str | None = None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


_TYPES: dict[str, TimexType] = (
    dict.fromkeys(("T", "TIME"), "TIME")
    | dict.fromkeys(("DURATION", "SHORT"), "DURATION")
    | dict.fromkeys(("SET",), "SET")
    | dict.fromkeys(
        (
            *("DATE", "REL", "ANA", "WD", "DD", "DAYS", "MONTH", "WEEK", "YEAR", "YEARREL", "YEARANA"),
            *("FISCAL", "YEARPART", "EDGE", "DECADE"),
        ),
        "DATE",
    )
)  # type: ignore[assignment]

_LOOK = 40  # how many words from a time its verb is sought


@dataclass(frozen=True, slots=True)
class _Read:
    """A value, what it was counted from, and the day it names, if it names one."""

    value: str
    anchor: date | None = None
    day: date | None = None
    month: tuple[int, int] | None = None
    conflict: str | None = None


class Resolver:
    """Resolves the expressions of one text in order, carrying the day last named."""

    def __init__(self, text: str, pieces: list[Piece], grammar: Grammar, at: date | None) -> None:
        self._text = text
        self._pieces = pieces
        self._at = at
        self._types = {grammar.symbol(name): kind for name, kind in _TYPES.items()}
        self._ends = {grammar.symbol("stop")}
        self._approx, self._towards = map(grammar.symbol, ("approx", "dik"))
        self._later = {grammar.symbol("later"), grammar.symbol("after")}
        self._joint = {grammar.symbol("dash"), grammar.symbol("from")}
        self._month_symbol = grammar.symbol("MONTH")
        self._named_days = grammar.table("named_days")
        self._words = {grammar.symbol("word"), grammar.symbol("of"), grammar.symbol("past")}
        self._focus: date | None = None
        self._focus_month: tuple[int, int] | None = None
        self._focus_year: int | None = None
        self._focus_sentence: date | None = None
        self._daily = False

    def expressions(self) -> list[TimeExpression]:
        """All of them, in order."""
        found = []
        for i, piece in enumerate(self._pieces):
            if piece.symbol in self._ends:
                self._focus_sentence, self._daily = None, False
                continue
            kind = self._types.get(piece.symbol)
            if kind is None:
                continue
            read = self._read(kind, i, piece)
            if read is None:
                continue
            found.append(self._expression(kind, i, piece, read))
            self._move_focus(kind, piece, read)
            self._daily |= kind == "SET" or "through" in piece.slots
        return found

    def _expression(self, kind: TimexType, i: int, piece: Piece, read: _Read) -> TimeExpression:
        slots = piece.slots
        mod = slots.get("mod") or slots.get("edge") or ("APPROX" if self._is_rough(i) else None)
        to = read.day.isoformat() if kind == "DURATION" and read.day else None
        return TimeExpression(
            piece.start,
            piece.end,
            self._text[piece.start : piece.end],
            kind,
            read.value,
            piece.rule,
            read.anchor.isoformat() if read.anchor else None,
            str(mod) if mod else None,
            to,
            read.conflict,
        )

    def _is_rough(self, i: int) -> bool:
        """`প্রায় দুই বছর`, `সকাল ৬টার দিকে`."""
        before = self._pieces[i - 1].symbol if i else ""
        after = self._pieces[i + 1].symbol if i + 1 < len(self._pieces) else ""
        return before == self._approx or after == self._towards

    def _move_focus(self, kind: TimexType, piece: Piece, read: _Read) -> None:
        if kind in ("DATE", "TIME") and read.day:
            self._focus = self._focus_sentence = read.day
            self._focus_month = (read.day.year, read.day.month)
            self._focus_year = read.day.year
        elif kind == "DATE" and len(read.value) == 4 and read.value.isdigit():
            self._focus_year = int(read.value)
        elif read.month:
            self._focus_month, self._focus_year = read.month, read.month[0]
            if self._focus and (self._focus.year, self._focus.month) != read.month:
                self._focus = None

    # -- the sentence around -----------------------------------------------------------------------

    def _tense(self, i: int) -> Tense:
        """The tense of the first finite verb after piece `i`, else of the last one before it."""
        for step in (1, -1):
            at, seen = i + step, 0
            while 0 <= at < len(self._pieces) and seen < _LOOK and self._pieces[at].symbol not in self._ends:
                piece = self._pieces[at]
                if piece.symbol in self._words:
                    before = self._pieces[at - 1] if at else piece
                    found = tense(self._piece_text(piece), self._piece_text(before))
                    if found:
                        return found
                at, seen = at + step, seen + 1
        return ""

    def _piece_text(self, piece: Piece) -> str:
        return self._text[piece.start : piece.end]

    # -- values --------------------------------------------------------------------------------------

    def _read(self, kind: TimexType, i: int, piece: Piece) -> _Read | None:
        slots = piece.slots
        if "vague" in slots:
            return _Read(str(slots["vague"]))
        if kind == "DURATION":
            return self._span(slots)
        if kind == "SET":
            return _Read(self._set(slots))
        if kind == "TIME":
            return self._time(i, piece)
        if "ago" in slots:
            return self._ago(slots)
        return self._date(i, slots)

    def _date(self, i: int, slots: Mapping[str, Value]) -> _Read | None:
        if "kind" in slots:
            return self._years(slots)
        if "decade_year" in slots:
            return _Read(str(_full_year(_int(slots["decade_year"]), self._at) // 10))
        if "century" in slots:
            return _Read(str(_int(slots["century"]) - 1))
        if "season_move" in slots:
            return self._season(slots)
        if "week_move" in slots or "week_ana" in slots:
            return self._week(slots)
        if {"day", "bday", "date", "weekday", "relday", "kal", "day_ana"} & slots.keys():
            return self._day(i, slots)
        if {"month", "month_move", "month_ana", "bmonth", "hmonth"} & slots.keys():
            return self._month(i, slots)
        year, anchor = self._year(slots)
        if year is None:
            return _Read("XXXX")
        half = f"-H{slots['half']}" if "half" in slots else ""
        return _Read(f"{year}{half}", anchor)

    def _year(self, slots: Mapping[str, Value]) -> tuple[int | None, date | None]:
        """The printed year, or the one that গত, এ, আগামী or the story point at; and what it counts from."""
        if "year" in slots:
            return _int(slots["year"]), None
        if "short_year" in slots:
            return _full_year(_int(slots["short_year"]), self._at), None
        if "year_turn" in slots:
            return self._turning_year(bool(slots["new"]))
        if "year_move" in slots:
            return (self._at.year + _int(slots["year_move"]), self._at) if self._at else (None, None)
        if "year_ana" in slots and self._focus_year:
            return self._focus_year + _int(slots["year_ana"]), self._focus
        return None, None

    def _turning_year(self, new: bool) -> tuple[int | None, date | None]:
        """`নতুন বছর` is the next one from July on, `বিদায়ী বছর` still the last one until March."""
        if self._at is None:
            return None, None
        late, early = self._at.month >= 7, self._at.month <= 3
        return self._at.year + (late if new else -early), self._at

    def _years(self, slots: Mapping[str, Value]) -> _Read:
        if "from_year" in slots:
            first = _int(slots["from_year"])
            last = _int(slots["to_year"])
            last = last if last > 99 else first - first % 100 + last
            anchor = None
        elif self._at:
            move = _int(slots.get("deictic", 0))
            first = self._at.year - (self._at.month < 7) + move
            last, anchor = first + 1, self._at
        else:
            return _Read("XXXX-07/XXXX-06")
        if slots["kind"] == "years":
            return _Read(f"{first}/{last}", anchor)
        if "half" in slots:
            return _Read(f"{first}-H2" if slots["half"] == 1 else f"{last}-H1", anchor)
        return _Read(f"{first}-07/{last}-06", anchor)

    def _season(self, slots: Mapping[str, Value]) -> _Read:
        if not self._at:
            return _Read(f"XXXX-{slots['season'] if 'season' in slots else 'XX'}")
        return _Read(f"{self._at.year + _int(slots['season_move'])}-{slots['season']}", self._at)

    def _week(self, slots: Mapping[str, Value]) -> _Read:
        base = self._at if "week_move" in slots else self._focus
        if base is None:
            return _Read("XXXX-WXX")
        moved = base + timedelta(weeks=_int(slots.get("week_move", slots.get("week_ana", 0))))
        return _Read(daymath.week(moved), base)

    def _month(self, i: int, slots: Mapping[str, Value]) -> _Read:
        if "bmonth" in slots or "hmonth" in slots:
            return self._other_month(i, slots)
        if "month_move" in slots or "month_ana" in slots:
            base = self._at if "month_move" in slots else None
            if "month_ana" in slots and self._focus_month:
                base = date(*self._focus_month, 1)
            if base is None:
                return _Read("XXXX-XX")
            moved = daymath.month_after(base, _int(slots.get("month_move", slots.get("month_ana", 0))))
            return _Read(f"{moved:%Y-%m}", base, month=(moved.year, moved.month))
        month = _int(slots["month"])
        year, anchor = self._year(slots)
        if year is None and "year_ana" not in slots and self._at:
            move = _int(slots["deictic"]) if "deictic" in slots else None
            attributive = self._piece_text(self._pieces[i]).endswith("র") and "মাস" not in self._piece_text(
                self._pieces[i]
            )
            direction: Tense = "" if attributive else self._tense(i)
            year, anchor = daymath.month_year(self._at, month, move, direction), self._at
            if move is None and (last := self._range_end(i)):
                year = last[0] - (month > last[1])
        if year is None:
            return _Read(f"XXXX-{month:02}")
        return _Read(f"{year}-{month:02}", anchor, month=(year, month))

    def _range_end(self, i: int) -> tuple[int, int] | None:
        """Year and month that `জুলাই-ডিসেম্বর` ends in, where piece `i` is its first."""
        if i + 2 >= len(self._pieces) or self._pieces[i + 1].symbol not in self._joint:
            return None
        last = self._pieces[i + 2]
        if last.symbol != self._month_symbol or "month" not in last.slots:
            return None
        read = self._month(i + 2, last.slots)
        return read.month

    def _other_month(self, i: int, slots: Mapping[str, Value]) -> _Read:
        """A month of the Bengali or the Hijri calendar, as the days it runs from and to."""
        if not self._at:
            return _Read("XXXX-XX")
        move = _int(slots.get("deictic", 0))
        spans = []
        if "bmonth" in slots:
            month = _int(slots["bmonth"])
            this = to_bengali(self._at, "bd-2019").year
            for year in (this - 1, this, this + 1):
                first = to_gregorian(BengaliDate(year, month, 1), "bd-2019")
                spans.append((first, first + timedelta(days=month_length(year, month, "bd-2019") - 1)))
        else:
            this = round((self._at.year - 622) * 365.2425 / 354.367)
            spans = [hijri_month(year, _int(slots["hmonth"])) for year in range(this - 1, this + 4)]
        direction = self._tense(i)
        before = [s for s in spans if s[0] <= self._at]
        after = [s for s in spans if s[1] >= self._at]
        nearest = min(spans, key=lambda s: min(abs(s[0] - self._at), abs(s[1] - self._at)))
        if move < 0 or (direction == "past" and before):
            nearest = before[-1]
        elif move > 0 or (direction == "future" and after):
            nearest = after[0]
        return _Read(f"{nearest[0]}/{nearest[1]}", self._at)

    # -- days ----------------------------------------------------------------------------------------

    def _day(self, i: int, slots: Mapping[str, Value]) -> _Read | None:
        named = dict(self._votes(i, slots))
        if not named:
            return self._unknown_day(slots)
        if "from_day" in slots and (last := named.get("date")):
            first = last.replace(day=min(_int(slots["from_day"]), last.day))
            return _Read(f"{first}/{last}", self._at, last)
        day, _, _ = daymath.votes(iter(named.items()))
        others = sorted(
            {f"{name} says {other}" for name, other in named.items() if other != day and name != "story"}
        )
        absolute = {"year", "date", "byear"} & slots.keys()
        base = None if absolute else self._focus if "day_ana" in slots and len(named) == 1 else self._at
        return _Read(
            day.isoformat(), base or (None if absolute else self._at), day, None, "; ".join(others) or None
        )

    def _votes(self, i: int, slots: Mapping[str, Value]) -> Iterator[tuple[str, date]]:
        """The day that each printed part names: the date first, for it is the surest."""
        day: date | None = None
        if "date" in slots:
            try:
                day = date.fromisoformat(str(slots["date"]))
            except ValueError:
                return
            yield "date", day
        elif "day" in slots or "bday" in slots:
            day = self._bengali(i, slots) if "bday" in slots else self._day_of_month(i, slots)
            if day:
                yield "date", day
        if "relday" in slots and self._at:
            yield "relative", self._at + timedelta(days=_int(slots["relday"]) * _int(slots.get("kal", 1)))
        elif "kal" in slots and self._at:
            ahead = 1 if self._tense(i) == "future" else -1
            yield "relative", self._at + timedelta(days=ahead * _int(slots["kal"]))
        elif "day_ana" in slots and "beside" not in slots:
            move = _int(slots["day_ana"])
            base = self._focus
            if base is None and (move < 0 or self._is_this_day(i)):
                base = self._at
            if base:
                yield "story", base + timedelta(days=move)
        if "weekday" in slots and self._at:
            move_by = _int(slots["weekday_move"]) if "weekday_move" in slots else None
            weekday = _int(slots["weekday"])
            if day and day.weekday() == weekday:
                yield "weekday", day
            else:
                yield "weekday", daymath.weekday_day(self._at, weekday, move_by, self._tense(i))

    def _is_this_day(self, i: int) -> bool:
        return self._piece_text(self._pieces[i]).startswith("এ")

    def _day_of_month(self, i: int, slots: Mapping[str, Value]) -> date | None:
        day = _int(slots["day"])
        if "borrow" in slots:
            return self._borrowed(i, day)
        move = _int(slots["deictic"]) if "deictic" in slots else None
        if "month" not in slots:
            return self._day_of_this_month(i, slots, day, move)
        month = _int(slots["month"])
        year, _ = self._year(slots)
        if year is None and self._at and "year_ana" not in slots:
            weekday = _int(slots["weekday"]) if "weekday" in slots else None
            attributive = self._piece_text(self._pieces[i]).endswith("র")
            direction: Tense = "" if attributive else self._tense(i)
            year = self._year_of_name(i, month, day) if move is None and weekday is None else None
            year = year or daymath.year_of(self._at, month, day, move, direction, weekday)
        return daymath.a_date(year, month, day) if year else None

    def _year_of_name(self, i: int, month: int, day: int) -> int | None:
        """The year of a day that stands for what happened on it: `৫ আগস্টের পর`."""
        known = self._named_days.get(f"{month:02}-{day:02}")
        following = self._pieces[i + 1].symbol if i + 1 < len(self._pieces) else ""
        if (
            known
            and self._at
            and following in self._later
            and known["year"] <= self._at.year <= known["until"]
        ):
            return int(known["year"])
        return None

    def _day_of_this_month(
        self, i: int, slots: Mapping[str, Value], day: int, move: int | None
    ) -> date | None:
        """`২৪ তারিখে`: of the month pointed at, else of the month that the verb lets it fall in."""
        base = self._at
        if base is None:
            return None
        if "month_ana" in slots:
            if not self._focus_month:
                return None
            first = daymath.month_after(date(*self._focus_month, 1), _int(slots["month_ana"]))
        elif "month_move" in slots:
            first = daymath.month_after(base, _int(slots["month_move"]))
        else:
            direction = move if move else {"past": -1, "perfect": -1, "future": 1}.get(self._tense(i), 0)
            first = base.replace(day=1)
            if direction < 0 and day > base.day:
                first = daymath.month_after(base, -1)
            elif direction > 0 and day < base.day:
                first = daymath.month_after(base, 1)
        return daymath.a_date(first.year, first.month, day)

    def _borrowed(self, i: int, day: int) -> date | None:
        """A day whose month stands with the next date: `১০ থেকে ১৫ নভেম্বর`."""
        for j in range(i + 1, min(i + 10, len(self._pieces))):
            slots = self._pieces[j].slots
            if "month" in slots:
                whole = self._day_of_month(j, slots)
                return daymath.a_date(whole.year, whole.month, day) if whole else None
        return None

    def _bengali(self, i: int, slots: Mapping[str, Value]) -> date | None:
        """A Bengali date by today's calendar of Bangladesh; without a year, the one the verb asks for."""
        month, day, at = _int(slots["bmonth"]), _int(slots["bday"]), self._at
        if "byear" in slots:
            years = [_int(slots["byear"])]
        elif at:
            years = [at.year - 593 + move for move in (-1, 0, 1)]
        else:
            return None
        days = []
        for year in years:
            try:
                days.append(to_gregorian(BengaliDate(year, month, day), "bd-2019"))
            except CalendarError:
                continue
        if at is None or len(days) < 2:
            return next(iter(days), None)
        direction = self._tense(i)
        nearest = min(days, key=lambda d: abs(d - at))
        if direction == "past" and nearest > at + timedelta(days=7):
            return max(d for d in days if d <= at)
        if direction == "future" and nearest < at - timedelta(days=7):
            return min(d for d in days if d >= at)
        return nearest

    def _unknown_day(self, slots: Mapping[str, Value]) -> _Read | None:
        if "month" in slots and "day" in slots:
            month, day = _int(slots["month"]), _int(slots["day"])
            if daymath.a_date(2000, month, day) is None:
                return None
            year, _ = self._year(slots)
            return None if year else _Read(f"XXXX-{month:02}-{day:02}")
        if "date" in slots:
            return None
        if "weekday" in slots:
            return _Read(f"XXXX-WXX-{_int(slots['weekday']) + 1}")
        return _Read("XXXX-XX-XX")

    def _ago(self, slots: Mapping[str, Value]) -> _Read:
        """A span counted back, or, from today, on: as fine as its unit."""
        count, unit = slots.get("count", "X"), str(slots["unit"])
        ahead = -1 if self._says_before(slots) else 1
        if isinstance(count, str) or "low" in slots or unit in ("S", "MIN", "H"):
            return _Read("PAST_REF" if ahead < 0 else "FUTURE_REF")
        if not self._at:
            return _Read("XXXX-XX-XX")
        return _moved(self._at, ahead * Fraction(count), unit)

    def _says_before(self, slots: Mapping[str, Value]) -> bool:
        return slots["ago"] == -1

    def _span(self, slots: Mapping[str, Value]) -> _Read | None:
        unit = str(slots["unit"])
        if "few" in slots:
            return _Read(f"{daymath.period(1, unit)}/{daymath.period(2, unit)}")
        if "low" in slots:
            low, high = slots["low"], slots["high"]
            if isinstance(low, str) or isinstance(high, str) or low == high:
                return None
            low, high = sorted((low, high))
            return _Read(f"{daymath.period(low, unit)}/{daymath.period(high, unit)}")
        count = slots["count"]
        minutes = f"{_int(slots['minutes'])}M" if "minutes" in slots else ""
        read = _Read(daymath.period(count, unit) + minutes)
        if (
            "from_focus" in slots
            and self._focus
            and not isinstance(count, str)
            and unit in ("D", "W", "M", "Y")
        ):
            return _Read(read.value, self._focus, _moved(self._focus, Fraction(count), unit).day)
        return read

    def _set(self, slots: Mapping[str, Value]) -> str:
        if "part" in slots or "hour" in slots or "hhmm" in slots:
            return self._time_of_day(slots, None)[0]
        if "weekday" in slots:
            return f"XXXX-WXX-{_int(slots['weekday']) + 1}"
        if "day" in slots:
            month = f"{_int(slots['month']):02}" if "month" in slots else "XX"
            return f"XXXX-{month}-{_int(slots['day']):02}"
        if "set" in slots:
            return str(slots["set"])
        return daymath.period(1, str(slots["unit"]))

    # -- times of day --------------------------------------------------------------------------------

    def _time(self, i: int, piece: Piece) -> _Read | None:
        slots = piece.slots
        anchor: date | None = None
        if "night_move" in slots:
            day = self._at + timedelta(days=_int(slots["night_move"])) if self._at else None
            read = _Read("", self._at, day)
        elif {"day", "bday", "date", "weekday", "relday", "kal", "day_ana"} & slots.keys():
            found = self._day(i, slots)
            if found is None:
                return None
            read = found
        elif "generic" in slots or self._is_generic(i) or (self._daily and not self._focus_sentence):
            read = _Read("")
        else:
            day = self._focus_sentence or self._at
            read = _Read("", day, day)
        value, shift = self._time_of_day(slots, read.day)
        day = read.day + timedelta(days=shift) if read.day else None
        anchor = read.anchor
        prefix = day.isoformat() if day else (read.value if read.value and "X" in read.value else "")
        return _Read(prefix + value, anchor, read.day, None, read.conflict)

    def _is_generic(self, i: int) -> bool:
        return self._tense(i) == "habit"

    def _time_of_day(self, slots: Mapping[str, Value], day: date | None) -> tuple[str, int]:
        """`T10:30` or `TMO`, and how many days after the named one it falls."""
        part = str(slots["part"]) if "part" in slots else None
        if "meridiem" in slots:
            part = str(slots["meridiem"])
        if "hhmm" in slots:
            hour, minute = _hours(slots["hhmm"])
        elif "hour" in slots:
            hour, minute = Fraction(slots["hour"]), _int(slots.get("minute", 0))
        else:
            return f"T{part}", 0
        h, m = daymath.clock(hour, minute, part)
        shift = 0
        if "diba" in slots:
            h = 0 if h == 24 else h
            shift = 1 if h < 12 else 0
        return f"T{h:02}:{m:02}", shift


def _int(value: Value) -> int:
    return int(Fraction(value))


def _hours(value: Value) -> tuple[Fraction | int, int]:
    """Hour and minute of `10:30`, 10.30 or 1630."""
    if isinstance(value, str):
        hour, minute = value.split(":")[:2]
        return int(hour), int(minute)
    if isinstance(value, int):
        return value // 100, value % 100
    hour = int(value)
    return hour, round((value - hour) * 100)


def _full_year(year: int, at: date | None) -> int:
    """A year of two digits is of the last hundred years before `at`."""
    if year > 99:
        return year
    return 1900 + year if at is None or 2000 + year > at.year else 2000 + year


def _moved(day: date, count: Fraction, unit: str) -> _Read:
    """`day` moved by so many units, said as finely as the unit."""
    if unit in ("D", "W"):
        moved = day + timedelta(days=int(count * (7 if unit == "W" else 1)))
        return _Read(moved.isoformat() if unit == "D" else daymath.week(moved), day, moved)
    years = {"Y": 1, "DE": 10, "YUG": 12, "CE": 100}
    if unit == "M":
        moved = daymath.month_after(day, int(count))
        return _Read(f"{moved:%Y-%m}", day)
    year = day.year + int(count * years[unit])
    return _Read(f"{year:04}", day) if 1 <= year <= 9999 else _Read("PAST_REF")
