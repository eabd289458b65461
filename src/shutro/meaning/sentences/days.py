"""On which day an event of a sentence was: stated there, carried from the context, or the publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import regex

from shutro.meaning.sentences.scene import Scene, Sentence
from shutro.model import Status
from shutro.span import Span

_BACK = 3
_NEAR = timedelta(days=5)
_REACH = 2
_AGO = "PAST_REF"
_VALUE = regex.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T.*|-[HQ]\d|-W.*)?")


@dataclass(frozen=True, slots=True)
class _Day:
    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Days:
    """The days a text states, sentence by sentence, and the day its news is about."""

    stated: dict[int, list[_Day]]
    main: str | None
    how: str
    at: str | None
    vague: dict[int, list[int]]

    def of(
        self,
        sentence: Sentence,
        span: Span,
        status: Status,
        *,
        within: Span | None = None,
        past: bool = False,
        telling: bool = False,
        lasting: bool = False,
    ) -> tuple[str | None, str]:
        """The day of an event and how it is known (`sentence`, `context`, `publication`).

        `within` is the part of the sentence whose times can be the event's; `past` marks the pluperfect,
        which is not the news itself, `telling` the plain tense of a story, which goes on with a day long ago
        that the sentence before states: its own is not known then. Nor is that of what is `lasting`, nor
        where the sentence only says that it was some time ago.
        """
        inside = within or sentence.span
        ahead = status in {"planned", "hypothetical"}
        stated = [
            day for day in self.stated.get(sentence.number, []) if inside.start <= day.start < inside.end
        ]
        stated = [day for day in stated if ahead or self.at is None or day.value <= self.at]
        if stated:
            before = [day for day in stated if day.start <= span.start] or stated
            exact = [day for day in before if len(day.value) == 10] or before
            return exact[-1].value, "sentence"
        if (
            ahead
            or lasting
            or any(inside.start <= at < inside.end for at in self.vague.get(sentence.number, []))
        ):
            return None, ""
        for back in range(1, (_BACK if past else _REACH) + 1):
            for day in reversed(self.stated.get(sentence.number - back, [])):
                if past or self._near(day.value):
                    return day.value, "context"
                if telling and self.at is not None and day.value < self.at:
                    return None, ""
        return (None, "") if past else (self.main, self.how)

    def _near(self, value: str) -> bool:
        if self.at is None or len(value) != 10:
            return False
        return timedelta(0) <= date.fromisoformat(self.at) - date.fromisoformat(value) <= _NEAR


def days(view: Scene) -> Days:
    """The days of a document."""
    at = view.doc.at.isoformat() if view.doc.at else None
    stated: dict[int, list[_Day]] = {}
    vague: dict[int, list[int]] = {}
    for time in view.doc.times:
        if time.value == _AGO:
            vague.setdefault(view.doc.sentence_at(time.start), []).append(time.start)
        match = _VALUE.fullmatch(time.value or "") if time.type in {"DATE", "TIME"} else None
        if match is not None:
            day = _Day(time.start, time.end, match[1])
            stated.setdefault(view.doc.sentence_at(time.start), []).append(day)
    known = Days(stated, None, "", at, vague)
    first = [day.value for number in sorted(stated) for day in stated[number] if known._near(day.value)]
    if first:
        return Days(stated, first[0], "context", at, vague)
    return Days(stated, at, "publication" if at else "", at, vague)
