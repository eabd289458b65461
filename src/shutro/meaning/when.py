"""On which day an event of a sentence was: stated there, carried from the context, or the publication."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

import regex

from shutro.meaning.scene import Scene, Sentence
from shutro.model import Status
from shutro.span import Span

_DAY = regex.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = regex.compile(r"\d{4}(-\d{2})?")
_NEAR = timedelta(days=5)


@dataclass(frozen=True, slots=True)
class Days:
    """The days a text states, sentence by sentence, and the day its news is about."""

    stated: dict[int, list[tuple[int, int, str]]]
    main: str | None
    how: str
    future: dict[int, bool]

    def of(self, sentence: Sentence, span: Span, status: Status) -> tuple[str | None, str]:
        """The day of an event and how it is known (`sentence`, `context`, `publication`)."""
        stated = self.stated.get(sentence.number)
        if stated:
            before = [s for s in stated if s[0] <= span.start]
            exact = [s for s in before or stated if len(s[2]) == 10] or before or stated
            return exact[-1][2] if before else exact[0][2], "sentence"
        if status in {"planned", "hypothetical"} or self.main is None:
            return None, ""
        return self.main, self.how


def days(view: Scene) -> Days:
    """The days of a document."""
    at = view.doc.at
    stated: dict[int, list[tuple[int, int, str]]] = {}
    for time in view.doc.times:
        if time.type not in {"DATE", "TIME"} or not time.value:
            continue
        day = _DAY.match(time.value)
        value = day.group() if day else time.value if _MONTH.fullmatch(time.value) else None
        if value is not None:
            stated.setdefault(view.doc.sentence_at(time.start), []).append((time.start, time.end, value))
    near: Counter[str] = Counter()
    first: list[str] = []
    for number in sorted(stated):
        for _, _, value in stated[number]:
            if (
                len(value) == 10
                and at is not None
                and timedelta(0) <= at - date.fromisoformat(value) <= _NEAR
            ):
                near[value] += 1
                first.append(value)
    if first:
        return Days(stated, first[0], "context", {})
    return Days(stated, at.isoformat() if at else None, "publication" if at else "", {})
