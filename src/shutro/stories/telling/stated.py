"""The day that a sentence itself states, of all the times named in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from itertools import pairwise

import regex

from shutro.bangla.tense import is_genitive, tense
from shutro.bangla.times import TimeExpression
from shutro.bangla.verbs import fold, readings
from shutro.bangla.words import words
from shutro.meaning.findings import Findings
from shutro.span import Span
from shutro.stories.telling.chronicle import chronicle
from shutro.stories.telling.discourse import has
from shutro.stories.telling.hours import hours
from shutro.stories.telling.sentence import Sentence, When

_DAY = regex.compile(r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}|[A-Z]{2}))?")
_MONTH = regex.compile(r"\d{4}-\d{2}")
# A bracketed date stands at most this many code points behind the weekdays that it explains.
_BRACKET = 30
# Among so many last words stands the verb of a sentence, its subject behind it at times.
_ENDING = 5
# Sentences of which the ending is remembered: plans ask again for those of a long story.
_REMEMBERED = 4_000
_MARKS = 2  # that may close a sentence behind what is quoted in it
_NONE = When(None, "day", "as-of")
_BROADER = {"day": 0, "month": 2, "year": 4}


def stated(found: Findings) -> list[Sentence]:
    """Body sentences with the day each states, if any; one that the page prints again is told once."""
    times = chronicle(found.times, found.doc.sentences, found.day)
    times = hours(times, found.doc.sentences, found.doc.text)
    starts = [span.start for span in found.article.paragraphs]
    ends = [span.end for span in found.article.paragraphs]
    sentences = []
    told: set[str] = set()
    paragraph = 0
    for span in found.doc.sentences:
        while paragraph + 1 < len(starts) and starts[paragraph + 1] <= span.start:
            paragraph += 1
        if not starts or not starts[paragraph] <= span.start < ends[paragraph]:
            continue
        text = span.of(found.doc.text)
        if text in told:
            continue
        told.add(text)
        inside = [t for t in times if span.start <= t.start < span.end and not _quoted(found, t)]
        when = _chosen(_Line.of(found, span, inside)) if inside else _NONE
        when = replace(when, inferred=when.inferred and guessed(found))
        sentences.append(Sentence(span, text, paragraph, when, has("background", text)))
    return sentences


def guessed(found: Findings) -> bool:
    """Whether the day that the report counts from is itself an inference."""
    return found.anchor is None or found.anchor.inferred


def _quoted(found: Findings, time: TimeExpression) -> bool:
    """Whether the time is of what a speaker speaks of, and not of his speaking.

    So it is with any time in his own words, and with a mere month or year in reported ones. A day of
    the calendar still to come that is announced in a quotation is news all the same.
    """
    day = _DAY.match(time.value or "")
    ahead = day and found.day is not None and day[1] > found.day.isoformat()
    if ahead and has("calendar_day", time.text):
        return False
    return any(
        s.content is not None and s.content.covers(time.span) and (s.form == "direct" or day is None)
        for s in found.statements
    )


def _narrated(found: Findings, sentence: Span) -> str:
    """The sentence without a speaker's own words that it ends in: what he says is to be, he has said."""
    ends = (
        s.content.start
        for s in found.statements
        if s.form == "direct" and s.content and s.cue and sentence.start <= s.cue.end <= s.content.start
        if s.content.start < sentence.end <= s.content.end + _MARKS
    )
    return found.doc.text[sentence.start : min(ends, default=sentence.end)]


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence with its times and what it says of its own: that of the printing beside it.

    `today` is the ISO day of printing and `hour` its hour as HH:MM, each empty where it is not known.
    `ahead` says that the sentence plans, `tense` which tense its own verb has; `coming` that what it tells
    itself is still to be.
    """

    text: str
    start: int
    times: Sequence[TimeExpression]
    today: str
    hour: str
    ahead: bool
    tense: str
    coming: bool

    @classmethod
    def of(cls, found: Findings, span: Span, times: Sequence[TimeExpression]) -> _Line:
        """The sentence at `span`, with those of its times that are not of what somebody speaks of."""
        text, own, printed = span.of(found.doc.text), _narrated(found, span), found.article.published
        told = ending(own)
        return cls(
            text,
            span.start,
            times,
            today=found.day.isoformat() if found.day else "",
            hour=printed.value.strftime("%H:%M") if printed and isinstance(printed.value, datetime) else "",
            ahead=has("planned", text),
            tense=told,
            coming=(has("planned", own) or told == "future") and not has("negated", text),
        )

    def rest(self, time: TimeExpression) -> str:
        """What follows a time in the sentence."""
        return self.text[time.end - self.start :]


def _chosen(line: _Line) -> When:
    """The day that says when the sentence's own happening was.

    A day before a month before a year, one in the future for a sentence about the future. A day that only
    bounds is taken where the sentence looks back: what had been said after that day is nearer to it than
    to the printing.
    """
    best: tuple[int, When] | None = None
    bound: When | None = None
    for time in line.times:
        when = _when(time)
        if when is None or has("deadline", line.rest(time)) or _explained(time, line):
            continue
        if when.granularity != "day" and has("ongoing", line.text):
            continue  # what goes on as it is told is of no year: `this year's failed students are protesting`
        if when.granularity == "day" and has("bounded", line.rest(time)):
            if ":" not in (when.clock or ""):
                bound = bound or when
                continue
            when = replace(when, clock=None)  # `after nine on Sunday` bounds the hour, and not the day
        bid = _bid(time, when, line)
        if bid is not None and (best is None or bid[0] < best[0]):
            best = bid
    if best is not None:
        return best[1]
    return bound if bound is not None and has("perfect", line.text) else _NONE


def _bid(time: TimeExpression, when: When, line: _Line) -> tuple[int, When] | None:
    """How little a time is the sentence's own, and its day; None where it is of something else to come.

    What is to be later on the day of printing, at an hour that is not over if that is known, is planned too.
    """
    future = bool(line.today) and when.date is not None and when.date > line.today
    # `the talks over the election of the 12th`, `has set the 12th for it`: what is told has been.
    if future and not line.ahead and (is_genitive(time.text) or line.tense in ("past", "perfect")):
        return None
    aside = line.ahead != future or _of_a_noun(line.rest(time))
    gone = ":" in (when.clock or "") and (when.clock or "") <= line.hour
    planned = future or (line.coming and when.date == line.today and not gone)
    return _BROADER[when.granularity] + aside, replace(when, dated="planned") if planned else when


def _of_a_noun(rest: str) -> bool:
    """Whether what follows a time makes it that of somebody or something: `রোববার গ্রেপ্তার হওয়া তিনজনকে`."""
    listed = [word.of(rest) for word in words(rest.partition(",")[0])]
    return any(
        any(reading.shape == "noun" for reading in readings(fold(word))) and not tense(after, word)
        for word, after in pairwise(listed)
    )


@lru_cache(maxsize=_REMEMBERED)
def ending(text: str) -> str:
    """The tense of the verb that the sentence ends in, its subject behind it at times; empty for none."""
    last: list[str] = []
    for piece in reversed(text.split(" ")):  # no word goes over a space
        last[:0] = [word.of(piece) for word in words(piece)]
        if len(last) >= _ENDING:
            break
    tenses = (tense(word, before) for before, word in reversed(list(pairwise(["", *last][-_ENDING:]))))
    return next(filter(None, tenses), "")


def _explained(time: TimeExpression, line: _Line) -> bool:
    """Whether a date in brackets right behind says which day is meant: `বুধবার থেকে শুক্রবার (৩১ …)`."""
    return not any(char.isdigit() for char in time.text) and any(
        0 < other.start - time.end <= _BRACKET and line.text[other.start - line.start - 1] == "("
        for other in line.times
    )


def _when(time: TimeExpression) -> When | None:
    """The day, month or year that a time names; None for a span, a set or a time of no calendar."""
    if time.type not in ("DATE", "TIME") or not time.value:
        return None
    counted = time.anchor is not None
    if day := _DAY.match(time.value):
        return When(day[1], "day", "stated", day[2], inferred=counted)
    if _MONTH.fullmatch(time.value) and has("month", time.text):
        return When(time.value, "month", "stated", inferred=counted)
    if len(time.value) == 4 and time.value.isdigit():
        return When(time.value, "year", "stated", inferred=counted)
    return None
