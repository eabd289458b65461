"""The numbers of a story over time: each counted thing with its values, who printed them and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from shutro.bangla.numbers import numbers
from shutro.bangla.stems import stem
from shutro.model import Difference, Entry, Evidence
from shutro.views.web.layout.charts import Beside, Dot, dots, labelled, path

_MOST = 40  # values of one thing that a chart can still show
_THINGS = 8
_COUNT = "count"  # the slot of amounts of no known matter


@dataclass(frozen=True, slots=True)
class Value:
    """One value: `day` is that of its line, else of printing; `text` as printed.

    `contested` marks a value that another outlet contradicts, `labelled` tells on which side of its
    dot its number has room.
    """

    day: date
    number: float
    text: str
    evidence: Evidence
    contested: bool = False
    dot: Dot | None = None
    labelled: Beside | None = None

    @property
    def shown(self) -> tuple[str, str]:
        """The number as a chart shows it, in European digits, and the key of the word for its size."""
        for size, word in ((10**7, "crore"), (10**5, "lakh")):
            if self.number >= size:
                return f"{self.number / size:.4g}", word
        return f"{self.number:,.7g}", ""


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one counted thing in order of time, and the steps of the uncontested ones.

    `matter` is what is counted where the slot does not say so, as one of them prints it: টাকা, দিন.
    """

    slot: str
    matter: str
    values: tuple[Value, ...]
    path: str

    @property
    def top(self) -> Value:
        """The largest value."""
        return max(self.values, key=lambda value: value.number)


def series(entries: Sequence[Entry], printed: Mapping[str, date | None]) -> list[Series]:
    """The things told most of, of at least two values each; `printed` are the articles' days."""
    found: dict[tuple[str, str], dict[tuple[Evidence, float], Value]] = {}
    for entry in entries:
        for difference in entry.differences:
            ends = _ends(difference.evidence)
            days = [_day(entry, evidence, printed) for evidence in ends]
            for text, evidence, day in zip((difference.this, difference.other), ends, days, strict=True):
                number = _number(text)
                if number is None or day is None or _looks_back(difference, evidence, days):
                    continue
                matter = _matter(text) if difference.slot == _COUNT else ""
                slot = found.setdefault((difference.slot, matter), {})
                value = Value(day, number, text, evidence, difference.kind == "conflict")
                known = slot.get((evidence, number))
                if known is None or value.contested:
                    slot[evidence, number] = value if known is None else replace(known, contested=True)
    made = [_series(*thing, list(values.values())) for thing, values in found.items()]
    return sorted((s for s in made if len(s.values) > 1), key=lambda s: -len(s.values))[:_THINGS]


def _series(slot: str, matter: str, found: list[Value]) -> Series:
    """The values in order, a number told again on a day left out; of very many the last."""
    found.sort(key=lambda v: (v.day, v.number, not v.contested, v.evidence.article, v.evidence.start))
    values = list({(v.day, v.number): v for v in reversed(found)}.values())[::-1][-_MOST:]
    placed = dots([(v.day, v.number) for v in values])
    marked = labelled(placed)
    shown = tuple(
        replace(value, dot=dot, labelled=marked.get(at))
        for at, (value, dot) in enumerate(zip(values, placed, strict=True))
    )
    certain = [dot for value, dot in zip(shown, placed, strict=True) if not value.contested]
    words = (value.text.split()[-1] for value in shown)
    return Series(
        slot, min(words, key=len) if matter else "", shown, path(certain if len(certain) > 1 else placed)
    )


def _looks_back(difference: Difference, evidence: Evidence, days: Sequence[date | None]) -> bool:
    """Whether a sentence tells an earlier value after the later one was told: on what day is not known."""
    now, then = days
    earlier = difference.kind == "update" and evidence is difference.evidence[-1]
    return earlier and now is not None and then is not None and then > now


def _ends(evidence: Sequence[Evidence]) -> tuple[Evidence, Evidence]:
    return (evidence[0], evidence[-1])


def _matter(text: str) -> str:
    """What a value counts: the stem of the word behind its amount, else its unit; empty for a bare number."""
    number = numbers(text)[0]
    behind = text[number.end :].split()
    return stem(behind[-1]) if behind else number.unit or ""


def _number(text: str) -> float | None:
    """The amount that a value prints, None where it is a clause or prints none or several."""
    found = numbers(text)
    return float(found[0].value) if len(found) == 1 else None


def _day(entry: Entry, evidence: Evidence, printed: Mapping[str, date | None]) -> date | None:
    """The day a value holds for: that of printing, which orders counts of one matter; else the line's."""
    day = printed.get(evidence.article)
    if day is None and entry.date and entry.granularity == "day":
        return date.fromisoformat(entry.date)
    return day
