"""On which day what a sentence tells happened: stated in it, carried from its context, or only bounded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Literal

import regex

from shutro.bangla.stems import stem
from shutro.bangla.tense import is_genitive, tense
from shutro.bangla.times import TimeExpression
from shutro.bangla.verbs import fold, readings
from shutro.bangla.words import words
from shutro.meaning.findings import Findings
from shutro.model import Granularity
from shutro.span import Span
from shutro.stories.telling.chronicle import chronicle
from shutro.stories.telling.discourse import bounds_only, has
from shutro.stories.telling.hours import hours

Dated = Literal["stated", "context", "as-of", "planned"]

_DAY = regex.compile(r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}|[A-Z]{2}))?")
_MONTH = regex.compile(r"\d{4}-\d{2}")
# A lead without a day of its own takes one from its article when it lies this close to the printing.
_NEWS_WINDOW = timedelta(days=4)
_OPENING = 4
# A bracketed date stands at most this many code points behind the weekdays that it explains.
_BRACKET = 30
# Among so many last words stands the verb of a sentence, its subject behind it at times.
_ENDING = 5
# Sentences of which the ending is remembered: plans ask again for those of a long story.
_REMEMBERED = 4_000
_MARKS = 2  # that may close a sentence behind what is quoted in it


@dataclass(frozen=True, slots=True)
class When:
    """A day, month or year in ISO form with how it is known; `clock` is `HH:MM` or a TIMEX day part.

    `inferred` marks a day counted from a day of printing that no date line states.
    """

    date: str | None
    granularity: Granularity
    dated: Dated
    clock: str | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article with its place and its day."""

    span: Span
    text: str
    paragraph: int
    when: When
    background: bool


def date_sentences(found: Findings, news: When | None = None) -> list[Sentence]:
    """The body sentences of an article, in order, each with the best day the article itself gives.

    `news` is the day of the article's own news, where another report of it tells; by default the
    article's opening is asked.
    """
    sentences = _stated(found)
    news = _news_day(found, sentences) or news
    as_of = When(found.day.isoformat() if found.day else None, "day", "as-of", inferred=_guessed(found))
    today = as_of if as_of.inferred or as_of.date is None else replace(as_of, dated="context")
    cast = _cast(found, sentences)
    dated: list[Sentence] = []
    current: When | None = None
    paragraph = -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            current, paragraph = news, sentence.paragraph
        when = sentence.when
        if when.date is None and dated and _runs_on(found, sentence):
            before = dated[-1].when
            when = replace(before, dated="context", clock=None) if before.dated == "stated" else before
        elif has("so_far", sentence.text) and (when.date is None or _counts_now(found, sentence)):
            when = today
        elif when.date is None:
            carried = current is not None and not sentence.background and not _held(found, sentence, cast)
            when = replace(current, dated="context") if carried and current else as_of
        elif when.granularity == "day" and not _ahead(when, found):
            current = when
        dated.append(replace(sentence, when=when))
    return dated


def _counts_now(found: Findings, sentence: Sentence) -> bool:
    """Whether a count that nobody gives stands with the day of what it counts the dead of, and not with its
    own: `শুক্রবারের ভূমিকম্পে মৃতের সংখ্যা বেড়ে …`."""
    when, span = sentence.when, sentence.span
    if when.granularity != "day" or when.dated != "stated":
        return False
    text = found.doc.text
    up_to = (has("up_to", text[t.end : span.end]) for t in found.times if span.covers(t.span))
    return not any(up_to) and not any(s.cue and span.covers(s.cue) for s in found.statements)


def _runs_on(found: Findings, sentence: Sentence) -> bool:
    """Whether the sentence only goes on with what was said in the one before it."""
    return any(s.inferred and sentence.span.covers(s.span) for s in found.statements)


def _cast(found: Findings, sentences: Sequence[Sentence]) -> frozenset[str]:
    """Those with a part in the news: whom the headline and the opening name, and who speaks in the lead."""
    end = sentences[:_OPENING][-1].span.end if sentences else 0
    named = {n.canonical for n in found.names if n.start < end and n.kind in ("PER", "ORG")}
    lead = sentences[0].span.end if sentences else 0
    return frozenset(named | {s.source for s in found.statements if s.source and s.start < lead})


def _held(found: Findings, sentence: Sentence, cast: frozenset[str]) -> bool:
    """Whether the sentence tells what goes on or is said as the report is written, not what was done then.

    Somebody who has no part in the news is quoted on the day of the report, as far as can be told.
    """
    if has("ongoing", sentence.text):
        return True
    for statement in found.statements:
        if statement.cue and sentence.span.covers(statement.cue):
            aside = statement.source is not None and statement.source not in cast
            return aside or has("ongoing", statement.cue.of(found.doc.text))
    return False


def _stated(found: Findings) -> list[Sentence]:
    """Body sentences with the day each states, if any; one that the page prints again is told once."""
    times = chronicle(found.times, found.doc.sentences, found.day)
    times = hours(times, found.doc.sentences, found.doc.text)
    hour = _hour(found)
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
        when = _choose(inside, text, span.start, _narrated(found, span), found.day, hour)
        when = replace(when, inferred=when.inferred and _guessed(found))
        sentences.append(Sentence(span, text, paragraph, when, has("background", text)))
    return sentences


def _hour(found: Findings) -> str:
    """The hour of printing as HH:MM, empty where none is printed."""
    printed = found.article.published
    return printed.value.strftime("%H:%M") if printed and isinstance(printed.value, datetime) else ""


def _guessed(found: Findings) -> bool:
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


def _choose(
    times: Sequence[TimeExpression], text: str, start: int, own: str, at: date | None, hour: str
) -> When:
    """The time expression that says when the sentence's own happening was; `own` is what it narrates itself.

    A day before a month before a year, one in the future for a sentence about the future; what is to be
    later on the day of printing, at which `hour` if that is known, is planned too. A day that only bounds
    is taken where the sentence looks back: what had been said after that day is nearer to it than to the
    printing.
    """
    if not times:
        return When(None, "day", "as-of")
    ahead, told = has("planned", text), ending(own)
    coming = (has("planned", own) or told == "future") and not has("negated", text)
    today = at.isoformat() if at and coming else None
    best: tuple[int, When] | None = None
    after: When | None = None
    for time in times:
        when = _when(time)
        rest = text[time.end - start :]
        if when is None or has("deadline", rest) or _explained(time, times, text, start):
            continue
        if when.granularity != "day" and has("ongoing", text):
            continue  # what goes on as it is told is of no year: `this year's failed students are protesting`
        if when.granularity == "day" and bounds_only(rest):
            if ":" not in (when.clock or ""):
                after = after or when
                continue
            when = replace(when, clock=None)  # `after nine on Sunday` bounds the hour, and not the day
        future = at is not None and when.date is not None and when.date > at.isoformat()
        # `the talks over the election of the 12th`, `has set the 12th for it`: what is told has been.
        if future and not ahead and (is_genitive(time.text) or told in ("past", "perfect")):
            continue
        aside = ahead != future or _of_a_noun(rest)
        rank = {"day": 0, "month": 2, "year": 4}[when.granularity] + aside
        if best is None or rank < best[0]:
            gone = ":" in (when.clock or "") and (when.clock or "") <= hour
            planned = future or (when.date == today and not gone)
            best = rank, replace(when, dated="planned") if planned else when
    if best is None and after is not None and has("perfect", text):
        return after
    return best[1] if best else When(None, "day", "as-of")


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


def _explained(time: TimeExpression, times: Sequence[TimeExpression], text: str, start: int) -> bool:
    """Whether a date in brackets right behind says which day is meant: `বুধবার থেকে শুক্রবার (৩১ …)`."""
    return not any(char.isdigit() for char in time.text) and any(
        0 < other.start - time.end <= _BRACKET and text[other.start - start - 1] == "(" for other in times
    )


def _when(time: TimeExpression) -> When | None:
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


def _news_day(found: Findings, sentences: Sequence[Sentence]) -> When | None:
    """The day of the article's own news: the first day near the printing in its opening, background and
    what lies before it aside, or that of a later sentence about the deed the article opens with.

    None where neither states one: the day of printing only bounds it then.
    """
    if found.day is None or not sentences:
        return None
    lead = sentences[0]
    deeds = {
        stem(w.of(e.text))
        for e in found.events
        if lead.span.start <= e.start < lead.span.end
        for w in words(e.text)[:1]
    }
    first = found.day - _NEWS_WINDOW
    for number, sentence in enumerate(sentences):
        when = sentence.when
        if when.date is None or when.granularity != "day" or _ahead(when, found):
            continue
        day = date.fromisoformat(when.date)
        if sentence.background:
            first = max(first, min(day, found.day))
            continue
        near = first <= day <= found.day
        told = number < _OPENING or deeds & {stem(w.of(sentence.text)) for w in words(sentence.text)}
        if near and told:
            return replace(when, dated="stated", clock=None)
    return None


def _ahead(when: When, found: Findings) -> bool:
    """Whether the day is planned, and not that of the printing itself."""
    return when.dated == "planned" and (found.day is None or when.date != found.day.isoformat())
