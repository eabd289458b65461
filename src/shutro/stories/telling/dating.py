"""On which day what a sentence tells happened: stated in it, carried from its context, or only bounded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from shutro.bangla.stems import stem
from shutro.bangla.words import words
from shutro.meaning.findings import Findings
from shutro.stories.telling.discourse import has
from shutro.stories.telling.sentence import Sentence, When
from shutro.stories.telling.stated import guessed, stated

# A lead without a day of its own takes one from its article when it lies this close to the printing.
_NEWS_WINDOW = timedelta(days=4)
_OPENING = 4
_YESTERDAY = timedelta(days=1)


def date_sentences(found: Findings, news: When | None = None) -> list[Sentence]:
    """The body sentences of an article, in order, each with the best day the article itself gives.

    `news` is the day of the article's own news, where another report of it tells; by default the
    article's opening is asked.
    """
    sentences = stated(found)
    news = _news_day(found, sentences) or news
    as_of = When(found.day.isoformat() if found.day else None, "day", "as-of", inferred=guessed(found))
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
        elif when.date is None and (then := _back_then(dated, sentence)):
            when = then
        elif when.date is None and has("ongoing", sentence.text):
            when = today
        elif when.date is None:
            carried = current is not None and not sentence.background and not _held(found, sentence, cast)
            when = replace(current, dated="context") if carried and current else as_of
        elif when.granularity == "day" and not _ahead(when, found):
            current = when
        dated.append(replace(sentence, when=when))
    return dated


def _back_then(dated: Sequence[Sentence], sentence: Sentence) -> When | None:
    """The year of a look back that the sentence goes on with: `২০১১ সালে … ৩ মাস পর জাহাজটি ছাড়া পায়`."""
    before = dated[-1] if dated else None
    if before is None or before.paragraph != sentence.paragraph or before.when.granularity == "day":
        return None
    if before.when.date is None or before.when.dated == "planned" or not has("thereafter", sentence.text):
        return None
    return replace(before.when, date=before.when.date[:4], granularity="year", dated="context")


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
    """Whether the sentence tells what is said as the report is written, not what was done then.

    Somebody who has no part in the news is quoted on the day of the report, as far as can be told.
    """
    for statement in found.statements:
        if statement.cue and sentence.span.covers(statement.cue):
            aside = statement.source is not None and statement.source not in cast
            return aside or has("ongoing", statement.cue.of(found.doc.text))
    return False


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
        opening = number < _OPENING and not (number and _looks_back(sentence, found.day - day))
        told = opening or deeds & {stem(w.of(sentence.text)) for w in words(sentence.text)}
        if near and told:
            return replace(when, dated="stated", clock=None)
    return None


def _looks_back(sentence: Sentence, gone: timedelta) -> bool:
    """Whether the day of a sentence, `gone` by at printing, is told as one that is behind the news."""
    return gone > _YESTERDAY and has("last", sentence.text)


def _ahead(when: When, found: Findings) -> bool:
    """Whether the day is planned, and not that of the printing itself."""
    return when.dated == "planned" and (found.day is None or when.date != found.day.isoformat())
