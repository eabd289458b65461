"""Did this outlet print this? A card's text against what the archive holds.

The card is laid along the likeliest stretch of every likely article. A slip of the typist is forgiven;
any other word that differs, and what follows in print where the card stops short and takes it back,
makes the card altered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from heapq import nlargest
from math import fsum

from shutro.archive.align import Step, align
from shutro.archive.brackets import asides, passed_over
from shutro.archive.candidates import candidates, rarest
from shutro.archive.card import partings, read_card
from shutro.archive.compare import MET, akin, turning
from shutro.archive.differences import differs, turned_round
from shutro.archive.findings import Kept
from shutro.archive.introduced import only_introduces
from shutro.archive.opened import Opened
from shutro.archive.record import filed_day
from shutro.archive.results import Changed, Verdict, VerdictKind
from shutro.archive.shelf import Shelf
from shutro.archive.speaker import not_theirs
from shutro.archive.spots import spots
from shutro.archive.terms import Term, forms, plain, terms
from shutro.archive.worded import worded
from shutro.bangla.words import sentences
from shutro.model import Article
from shutro.span import Span

_IN_PRINT = ("printed", "printed-elsewhere")
_OUTLETS = 500
_PARTED = 0.35
_READ = 10
_LAGGING = 0.6
_WINDOWS = 3
_AS_NEAR = 0.85
_LONGEST = 120  # words; a longer text is no card but a page, and is taken sentence by sentence
_SENTENCE = 3
_STOPS = "।?!॥.”’\"'"
_ALIKE = 0.7
_ALTERED = 0.48
_COVERED = 0.35
_MOVED, _INSIDE = 0.35, 0.9
_TURNS = ("negation", "number")


@dataclass(frozen=True, slots=True)
class _Reading:
    """A card laid along one article."""

    article: Article
    sentence: Span
    likeness: float
    coverage: float
    difference: tuple[Changed, ...]
    inside: float = 0.0  # of the card's words, those that the sentence has, in any order
    met: Span | None = None  # from the first word that both have to the last
    goes_on: bool = False  # whether the card says more behind it

    def by(self, outlet: str | None) -> bool:
        """Whether it is that outlet's, or any will do."""
        return outlet is None or self.article.outlet == outlet

    @property
    def resembles(self) -> bool:
        """Whether the card is this sentence in other words, and not merely about the same people.

        The more of the printed sentence is missing from the card, the more of the card must be in print, but
        for what turns it round; nearly all its words in another order are another telling of it (who beat
        whom).
        """
        if self.likeness >= _ALIKE or (self.likeness >= _ALTERED and self.coverage >= _COVERED):
            return not self._of_the_same_alone()
        if self.likeness >= _ALTERED and all(d.kind in _TURNS for d in self.difference if d.card):
            return True
        return self.likeness >= _MOVED and self.inside >= _INSIDE

    def _of_the_same_alone(self) -> bool:
        met = self.met
        return self.goes_on and met is not None and only_introduces(self.article.text, self.sentence, met)


class _Worth:
    """What a word of the card or of print weighs: more, the fewer articles have it."""

    def __init__(self, opened: Opened, forms: Sequence[str]) -> None:
        self._unknown = opened.worth(0)
        self._worth = {word.form: opened.worth(word.articles) for word in opened.by_form(forms)}
        self._worth |= dict.fromkeys(turning().negations, 3.0)
        self._laid: dict[tuple[tuple[str, ...], frozenset[int]], list[Step]] = {}

    def __call__(self, form: str) -> float:
        return self._worth.get(form, self._unknown)

    def laid(self, card: Sequence[str], printed: tuple[str, ...], aside: frozenset[int]) -> list[Step]:
        """The one card along print, which many articles may have alike, word for word."""
        key = (printed, aside)
        if key not in self._laid:
            self._laid[key] = align(card, printed, self, aside)[1]
        return self._laid[key]


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
    below or before them says, it must be who said them in print.
    """
    outlets = [name for name, _ in shelf.cards.tally("outlet", _OUTLETS)]
    card = read_card(text, [*outlets, *([outlet] if outlet else [])])
    day = day or card.day
    opened = Opened(shelf)
    whole = _printed(card.text, opened, outlet, day)
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


def _printed(text: str, opened: Opened, outlet: str | None, day: date | None) -> Verdict:
    """Whether these very words were printed."""
    coverage = opened.shelf.cards.coverage(outlet)
    numbers = candidates(rarest(forms(text), opened), opened)
    long = len(worded(text)) > _LONGEST
    readings = [] if long else _readings(text, numbers, opened)
    if long or (readings and readings[0].difference):
        readings += _by_sentence(text, numbers, opened)
    if day is not None:
        readings.sort(key=lambda r: abs(((filed_day(r.article) or date.min) - day).days))
    readings.sort(key=_order)
    verdict: VerdictKind
    best: _Reading | None
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


def _by_sentence(text: str, numbers: Sequence[int], opened: Opened) -> list[_Reading]:
    """A card of several sentences, each on its own, in those of the articles that have something like all
    of them.

    A part that is no sentence (a name below a quotation) is never taken alone: it may stand anywhere in
    an article that it says nothing of.
    """
    parts: list[_Part] = []
    for span in sentences(text):
        words = terms(text, span.start, span.end)
        if words and len(words) < _SENTENCE and span.of(text)[-1] not in _STOPS:
            return []
        end = words[_LONGEST - 1].end if len(words) > _LONGEST else span.end
        parts += [_Part(text[span.start : end], opened)] if words else []
    if len(parts) < 2 or not numbers:
        return []
    near = [part.nearness(numbers, opened) for part in parts]
    together = [sum(each) for each in zip(*near, strict=True)]
    found = []
    for article in opened.articles(_likeliest(numbers, together)):
        best = []
        for part in parts:
            readings = part.along(article, _LAGGING * part.most)
            if not readings:
                break
            best.append(min(readings, key=_order))
        else:
            found.append(_together(best))
    return found


def _together(readings: list[_Reading]) -> _Reading:
    first, count = readings[0], len(readings)
    likeness = sum(reading.likeness for reading in readings) / count
    coverage = sum(reading.coverage for reading in readings) / count
    changes = tuple(change for reading in readings for change in reading.difference)
    return _Reading(first.article, first.sentence, likeness, coverage, changes)


class _Part:
    """A card, or a sentence of one, with what its words weigh."""

    def __init__(self, text: str, opened: Opened) -> None:
        self.text = text
        self.said = worded(text)
        self._card = [term.form for term in self.said]
        self._worth = _Worth(opened, self._card)
        mine = {plain(form) for form in self._card}  # not the words of an amount, which are one there
        known = [word for word in rarest(forms(text), opened) if word.plain in mine]
        self._wanted = {w.number: self._worth(w.form) for word in known for w in word.words}
        self.most = sum(max(self._wanted[w.number] for w in word.words) for word in known)

    def nearness(self, numbers: Sequence[int], opened: Opened) -> list[float]:
        """For each article, the most of the rarest words that a stretch as long as this has."""
        lists = [p for words in opened.words_of(numbers) for p in (words.headline, words.body, words.aside)]
        near = [_closeness(met, self._wanted, len(self._card)) for met in spots(lists, self._wanted)]
        return [max(near[at : at + 3]) for at in range(0, len(near), 3)]

    def along(self, article: Article, floor: float) -> list[_Reading]:
        """This along one article, wherever a stretch shares more with it than `floor`."""
        return _along(self.said, self.text, article, self._worth, floor)


def _readings(text: str, numbers: Sequence[int], opened: Opened) -> list[_Reading]:
    """The card against those of the articles that are nearest to it, the likeliest reading first."""
    part = _Part(text, opened)
    if not part.said or not numbers:
        return []
    near = part.nearness(numbers, opened)
    floor = _LAGGING * max(near)
    articles = opened.articles(_likeliest(numbers, near))
    return sorted((r for article in articles for r in part.along(article, floor)), key=_order)


def _likeliest(numbers: Sequence[int], near: Sequence[float]) -> list[int]:
    """The few articles that come nearest, those first that do most, but for those that lag far behind."""
    ranked = nlargest(_READ, zip(near, numbers, strict=True))
    return [number for each, number in ranked if each >= _LAGGING * ranked[0][0]]


def _order(reading: _Reading) -> tuple[float, int]:
    return -reading.likeness, len(reading.difference)


def _closeness(met: Sequence[tuple[int, int]], wanted: Mapping[int, float], width: int) -> float:
    """The most that a stretch as long as the card has of it; `met` are the card's words there, by place."""
    best = 0.0
    for start, (at, _) in enumerate(met):
        inside = {number for place, number in met[start : start + 2 * width] if place < at + width + 4}
        best = max(best, fsum([wanted[number] for number in inside]))
    return best


def _along(said: Sequence[Term], text: str, article: Article, worth: _Worth, floor: float) -> list[_Reading]:
    """The card, words of `text`, along the headline and along the stretch of every paragraph nearest to it.

    A stretch that shares less than `floor` with the card is passed over.
    """
    found = []
    card = [term.form for term in said]
    for zone in _zones(article):
        printed = worded(article.text, zone.start, zone.end)
        for window in _windows(card, printed, worth, floor):
            if reading := _reading(said, text, article, window, worth):
                found.append(reading)
    return found


def _zones(article: Article) -> list[Span]:
    """Where an article speaks: headline, standfirst, caption and paragraphs, each once."""
    named = (article.where(field) for field in ("headline", "standfirst", "caption"))
    return list(dict.fromkeys([*(span for span in named if span is not None), *article.paragraphs]))


def _windows(card: list[str], printed: Sequence[Term], worth: _Worth, floor: float) -> list[Sequence[Term]]:
    """The stretches of print that share most with the card, with room on either side.

    More than one where a page says the same twice, as in a caption and in the text.
    """
    width, room = len(card), len(card) // 2 + 4
    wanted = {plain(form) for form in card}
    value = [worth(term.form) if plain(term.form) in wanted else 0.0 for term in printed]
    if sum(value) <= 0.8 * floor:
        return []
    sums = [sum(value[at : at + width]) for at in range(max(1, len(printed) - width + 1))]
    most = max(sums)
    if most <= 0.8 * floor:
        return []
    starts: list[int] = []
    for at in sorted(range(len(sums)), key=lambda at: -sums[at]):
        if sums[at] < _AS_NEAR * most or len(starts) == _WINDOWS:
            break
        if all(abs(at - other) >= width // 2 for other in starts):
            starts.append(at)
    return [printed[max(0, at - room) : at + width + room] for at in starts]


def _reading(
    said: Sequence[Term], text: str, article: Article, printed: Sequence[Term], worth: _Worth
) -> _Reading | None:
    card = [term.form for term in said]
    brackets = asides(article.text, printed)
    aside = frozenset(at for inside in brackets for at in inside)
    steps = worth.laid(card, tuple(term.form for term in printed), aside)
    passed = passed_over(brackets, {at for s in steps if s.kind == "left-out" for at in s.print})
    touched = [at for step in steps if step.kind in MET for at in step.print]
    if not touched:
        return None
    first, last = touched[0], touched[-1]
    shared = sum(worth(card[at]) for s in steps if s.kind in ("same", "slip") for at in s.card)
    shared += sum(0.6 * worth(card[at]) for s in steps if s.kind == "ending" for at in s.card)
    whole = sum(worth(form) for form in card)
    missed = sum(
        worth(printed[at].form)
        for s in steps
        if s.kind == "left-out"
        for at in s.print
        if first < at < last and at not in passed
    )
    likeness = shared / (whole + 0.5 * missed)
    span = _sentence(article, printed[first].start, printed[last].end)
    around = [term.form for term in worded(article.text, span.start, span.end)]
    there = frozenset(around)
    inside = sum(worth(form) for form in card if form in there or any(akin(form, other) for other in around))
    sentence = sum(map(worth, around))
    difference = [
        found
        for step in steps
        if step.card or passed.isdisjoint(step.print)
        if (found := differs(step, said, text, printed, article.text))
    ]
    met = Span(printed[first].start, printed[last].end)
    if cut := turned_round(article.text, span, met):
        difference.append(cut)
    behind = [card[at] for step in steps if step.print.start > last or not step.print for at in step.card]
    here = [form in there or any(akin(form, other) for other in around) for form in behind]
    goes_on = bool(behind) and behind[-1] == card[-1] and 2 * sum(here) < len(behind)
    return _Reading(
        article, span, likeness, shared / sentence, tuple(difference), inside / whole, met, goes_on
    )


def _sentence(article: Article, start: int, end: int) -> Span:
    """The sentences that `start..end` touches."""
    zone = next(zone for zone in _zones(article) if zone.start <= start < zone.end)
    whole = [s.shift(zone.start) for s in sentences(zone.of(article.text))]
    touched = [s for s in whole if s.start < end and start < s.end] or [Span(start, end)]
    return Span(touched[0].start, touched[-1].end)
