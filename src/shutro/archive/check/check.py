"""Did this outlet print this? A card's text against what the archive holds.

The card is laid along the likeliest stretch of every likely article. A slip of the typist is forgiven;
any other word that differs, and what follows in print where the card stops short and takes it back,
makes the card altered.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from shutro.archive.check.candidates import candidates, rarest
from shutro.archive.check.card import partings, read_card
from shutro.archive.check.laying import Part, Reading
from shutro.archive.check.opened import Opened
from shutro.archive.check.speaker import not_theirs
from shutro.archive.nouns.findings import Kept
from shutro.archive.nouns.record import filed_day
from shutro.archive.nouns.results import Changed, Verdict, VerdictKind
from shutro.archive.stores.shelf import Shelf
from shutro.archive.words.terms import Term, forms, terms
from shutro.archive.words.worded import worded
from shutro.bangla.words import sentences
from shutro.span import Span

_IN_PRINT = ("printed", "printed-elsewhere")
_OUTLETS = 500  # whose names may stand on a card
_PARTED = 0.35  # likeness from which on words and their speaker are looked for
_READ, _OWN = 10, 5  # articles that are read for a card, and of the claimed outlet
_LAGGING = 0.6  # part of the best from which on others come near
# Words; a longer text is no card but a page, taken sentence by sentence, and a longer sentence in runs.
_LONGEST = 120
_SENTENCE = 3  # words from which on something is said
_STOPS = "।?!॥.”’\"'"


def check(
    text: str,
    shelf: Shelf,
    findings: Callable[[str], Kept],
    outlet: str | None,
    day: date | None,
) -> Verdict:
    """The verdict on `text`; `outlet` is whom the card names, `day` the day it claims.

    What only stands on a card (the outlet's mark, a day of its own, a call to read on) says nothing. An
    outlet's own printing decides first, then anybody's. A day decides nothing, for old news comes round
    again: of equal printings the one nearest to it is named. Where the words are somebody's, as a name
    below or before them says, it must be who said them in print. A word or two out of a sentence say
    nothing that could be printed or not.
    """
    outlets = [name for name, _ in shelf.cards.tally("outlet", _OUTLETS)]
    card = read_card(text, [*outlets, *([outlet] if outlet else [])])
    day = day or card.day
    opened = Opened(shelf)
    whole = _printed(card.text, opened, outlet, day)
    if _says_too_little(card.text, whole):
        return replace(whole, verdict="not-found", difference=(), reason="too-short")
    if whole.verdict in _IN_PRINT:
        return whole
    # Words that were printed so are most of the card, and bring most of it to where they stand.
    for words, who in partings(card.text) if whole.likeness >= _PARTED else ():
        found = _printed(words, opened, outlet, day)
        if found.verdict in _IN_PRINT and found.article and found.sentence:
            kept = findings(found.article.id)
            if (wrong := not_theirs(who, found.article, found.sentence, kept)) is not None:
                return replace(found, verdict="altered", difference=(Changed("name", who, wrong),))
            return found
        if found.verdict == "altered" and whole.verdict == "not-found":
            whole = found
    return whole


def _says_too_little(text: str, found: Verdict) -> bool:
    """Whether a card is only a word or two that stand in what was printed, and not the whole of it. Two
    words that leave out what takes them back are altered all the same."""
    count = len(forms(text))
    if found.article is None or found.sentence is None or count >= _SENTENCE:
        return False
    if found.verdict == "not-found" or (found.verdict == "altered" and count > 1):
        return False
    return len(forms(found.sentence.of(found.article.text))) > count


def _printed(text: str, opened: Opened, outlet: str | None, day: date | None) -> Verdict:
    """Whether these very words were printed."""
    coverage = opened.shelf.cards.coverage(outlet)
    numbers = candidates(rarest(forms(text), opened), opened, outlet)
    own = frozenset(opened.by_outlet(numbers, outlet) if outlet else ())
    long = len(worded(text)) > _LONGEST
    readings = [] if long else _readings(text, numbers, own, opened)
    if long or (readings and readings[0].difference):
        readings += _by_sentence(text, numbers, own, opened)
    if day is not None:
        readings.sort(key=lambda r: abs(((filed_day(r.article) or date.min) - day).days))
    readings.sort(key=_order)
    verdict: VerdictKind
    best: Reading | None
    if found := [r for r in readings if not r.difference and r.by(outlet)]:
        verdict, best = "printed", found[0]
    elif found := [r for r in readings if not r.difference]:
        verdict, best = "printed-elsewhere", found[0]
    else:
        nearest = sorted(readings, key=lambda r: (-r.likeness, not r.by(outlet)))
        best = next((r for r in nearest if r.resembles), None)
        verdict = "altered" if best else "not-found"
        best = best or (readings[0] if readings else None)
    if best is None:
        return Verdict("not-found", None, None, (), coverage)
    return Verdict(verdict, best.article, best.sentence, best.difference, coverage, round(best.likeness, 3))


def _by_sentence(text: str, numbers: Sequence[int], own: Container[int], opened: Opened) -> list[Reading]:
    """A card of several sentences, each on its own, in those of the articles that have something like all
    of them.

    A part that is no sentence (a name below a quotation) is never taken alone: it may stand anywhere in
    an article that it says nothing of.
    """
    parts: list[tuple[Part, bool]] = []
    for span in sentences(text):
        words = terms(text, span.start, span.end)
        if words and len(words) < _SENTENCE and span.of(text)[-1] not in _STOPS:
            return []
        runs = _runs(words, span)
        parts += [(Part(run.of(text), opened), run is not runs[-1]) for run in runs]
    if len(parts) < 2 or not numbers:
        return []
    near = [part.nearness(numbers, opened) for part, _ in parts]
    together = [sum(each) for each in zip(*near, strict=True)]
    found = []
    for article in opened.articles(_likeliest(numbers, together, own)):
        best = []
        for part, goes_on in parts:
            readings = part.along(article, _LAGGING * part.most)
            if goes_on:
                readings = [_not_cut(reading) for reading in readings]
            if not readings:
                break
            best.append(min(readings, key=_order))
        else:
            found.append(_together(best))
    return found


def _runs(words: Sequence[Term], sentence: Span) -> list[Span]:
    """A sentence whole, or a very long one in runs of words that are about as long as each other."""
    count = -(-len(words) // _LONGEST)
    starts = [sentence.start, *(words[len(words) * at // count].start for at in range(1, count))]
    return [Span(*ends) for ends in pairwise([*starts, sentence.end])] if words else []


def _not_cut(reading: Reading) -> Reading:
    """The reading of a run that the card goes on from: what stands behind it is not left out."""
    return replace(reading, difference=tuple(d for d in reading.difference if d.kind != "cut-short"))


def _together(readings: list[Reading]) -> Reading:
    first, count = readings[0], len(readings)
    likeness = sum(reading.likeness for reading in readings) / count
    coverage = sum(reading.coverage for reading in readings) / count
    changes = tuple(change for reading in readings for change in reading.difference)
    return Reading(first.article, first.sentence, likeness, coverage, changes)


def _readings(text: str, numbers: Sequence[int], own: Container[int], opened: Opened) -> list[Reading]:
    """The card against those of the articles that are nearest to it, the likeliest reading first."""
    part = Part(text, opened)
    if not part.said or not numbers:
        return []
    near = part.nearness(numbers, opened)
    floor = _LAGGING * max(near)
    articles = opened.articles(_likeliest(numbers, near, own))
    return sorted((r for article in articles for r in part.along(article, floor)), key=_order)


def _likeliest(numbers: Sequence[int], near: Sequence[float], own: Container[int]) -> list[int]:
    """The few articles that come nearest, those first that do most, but for those that lag far behind; and
    a few of the outlet's `own`, for of many that come as near some are left out."""
    every = sorted(zip(near, numbers, strict=True), reverse=True)
    ranked = [number for each, number in every if each >= _LAGGING * every[0][0]]
    return list(dict.fromkeys([*ranked[:_READ], *[number for number in ranked if number in own][:_OWN]]))


def _order(reading: Reading) -> tuple[float, int]:
    return -reading.likeness, len(reading.difference)
