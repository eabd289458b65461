"""A card, or a sentence of one, laid along an article: how much of it stands there, and what differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from shutro.archive.check.align import Step, align
from shutro.archive.check.candidates import rarest
from shutro.archive.check.differences import differs, turned_round
from shutro.archive.check.introduced import only_introduces
from shutro.archive.check.opened import Opened
from shutro.archive.nouns.results import Changed
from shutro.archive.words.brackets import asides, passed_over
from shutro.archive.words.compare import MET, akin
from shutro.archive.words.spots import spots
from shutro.archive.words.terms import Term, forms, is_number, plain
from shutro.archive.words.turning import turning
from shutro.archive.words.worded import worded
from shutro.bangla.words import sentences
from shutro.model import Article
from shutro.span import Span

_WINDOWS = 3  # stretches of one paragraph that a card is laid along
_AS_NEAR = 0.85  # part of the best from which on another stretch counts
_ALIKE = 0.7  # likeness of a card that is this sentence altered
_ALTERED = 0.48  # and of one that has enough of the sentence
_COVERED = 0.35  # which is so much of it
_MOVED, _INSIDE = 0.35, 0.9  # likeness, and part of the words, of another order of them
_TURNS = ("negation", "number")


@dataclass(frozen=True, slots=True)
class Reading:
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


class Part:
    """A card, or a sentence of one, with what its words weigh."""

    def __init__(self, text: str, opened: Opened) -> None:
        self.text = text
        self.said = worded(text)
        self._card = [term.form for term in self.said]
        self._worth = _Worth(opened, self._card)
        raw = forms(text)
        self._weighs = {plain(form): self._worth(form) for form in self._card}
        # What print may have in several words, or in letters, is not seen among its raw words.
        unseen = set(self._card).difference(raw) | {form for form in self._card if is_number(form)}
        self._unseen = sum(self._worth(form) for form in unseen)
        # An amount is one word here, of words that say nothing alone.
        known = [word for word in rarest(raw, opened) if word.plain in self._weighs]
        self._wanted = {w.number: self._worth(w.form) for word in known for w in word.words}
        self.most = sum(max(self._wanted[w.number] for w in word.words) for word in known)

    def nearness(self, numbers: Sequence[int], opened: Opened) -> list[float]:
        """For each article, the most of the rarest words that a stretch as long as this has."""
        lists = [p for words in opened.words_of(numbers) for p in (words.headline, words.body, words.aside)]
        near = [_closeness(met, self._wanted, len(self._card)) for met in spots(lists, self._wanted)]
        return [max(near[at : at + 3]) for at in range(0, len(near), 3)]

    def along(self, article: Article, floor: float) -> list[Reading]:
        """This along the headline and along the stretch of every paragraph nearest to it.

        A stretch that shares less than `floor` with it is passed over.
        """
        return [
            reading
            for zone in _zones(article)
            if self._may_share(zone.of(article.text), 0.8 * floor)
            for window in self._windows(worded(article.text, zone.start, zone.end), 0.8 * floor)
            if (reading := _reading(self.said, self.text, article, window, self._worth))
        ]

    def _may_share(self, text: str, least: float) -> bool:
        """Whether a paragraph has enough of the words, wherever in it: told sooner than `worded` does."""
        weighs = self._weighs.get
        return self._unseen + sum([weighs(plain(form), 0.0) for form in forms(text)]) > least

    def _windows(self, printed: Sequence[Term], least: float) -> list[Sequence[Term]]:
        """The stretches of print that share most with this, and more than `least`, with room on either side.

        More than one where a page says the same twice, as in a caption and in the text.
        """
        width, room = len(self._card), len(self._card) // 2 + 4
        value = [self._worth(t.form) if plain(t.form) in self._weighs else 0.0 for t in printed]
        if sum(value) <= least:
            return []
        sums = [sum(value[at : at + width]) for at in range(max(1, len(printed) - width + 1))]
        most = max(sums)
        if most <= least:
            return []
        starts: list[int] = []
        for at in sorted(range(len(sums)), key=lambda at: -sums[at]):
            if sums[at] < _AS_NEAR * most or len(starts) == _WINDOWS:
                break
            if all(abs(at - other) >= width // 2 for other in starts):
                starts.append(at)
        return [printed[max(0, at - room) : at + width + room] for at in starts]


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


def _closeness(met: Sequence[tuple[int, int]], wanted: Mapping[int, float], width: int) -> float:
    """The most that a stretch as long as the card has of it; `met` are the card's words there, by place."""
    if not met or met[-1][0] < met[0][0] + width + 4:
        return fsum([wanted[number] for number in {number for _, number in met[: 2 * width]}])
    best = 0.0
    for start, (at, _) in enumerate(met):
        inside = {number for place, number in met[start : start + 2 * width] if place < at + width + 4}
        best = max(best, fsum([wanted[number] for number in inside]))
    return best


def _zones(article: Article) -> list[Span]:
    """Where an article speaks: headline, standfirst, caption and paragraphs, each once."""
    named = (article.where(field) for field in ("headline", "standfirst", "caption"))
    return list(dict.fromkeys([*(span for span in named if span is not None), *article.paragraphs]))


def _reading(
    said: Sequence[Term], text: str, article: Article, printed: Sequence[Term], worth: _Worth
) -> Reading | None:
    card = [term.form for term in said]
    brackets = asides(article.text, printed)
    aside = frozenset(at for inside in brackets for at in inside)
    steps = worth.laid(card, tuple(term.form for term in printed), aside)
    touched = [at for step in steps if step.kind in MET for at in step.print]
    if not touched:
        return None
    first, last = touched[0], touched[-1]
    passed = passed_over(brackets, {at for s in steps if s.kind == "left-out" for at in s.print})
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
    met = Span(printed[first].start, printed[last].end)
    span = _sentence(article, met)
    around = _Around(article, span)
    difference = [
        found
        for step in steps
        if step.card or passed.isdisjoint(step.print)
        if (found := differs(step, said, text, printed, article.text))
    ]
    if cut := turned_round(article.text, span, met):
        difference.append(cut)
    behind = [card[at] for step in steps if step.print.start > last or not step.print for at in step.card]
    return Reading(
        article,
        span,
        likeness=shared / (whole + 0.5 * missed),
        coverage=shared / sum(map(worth, around.forms)),
        difference=tuple(difference),
        inside=sum(worth(form) for form in card if around.has(form)) / whole,
        met=met,
        goes_on=behind[-1:] == card[-1:] and 2 * sum(map(around.has, behind)) < len(behind),
    )


class _Around:
    """The words of a sentence in print."""

    def __init__(self, article: Article, sentence: Span) -> None:
        self.forms = [term.form for term in worded(article.text, sentence.start, sentence.end)]
        self._distinct = frozenset(self.forms)

    def has(self, form: str) -> bool:
        """Whether a word of the card is one of them, in any form."""
        return form in self._distinct or any(akin(form, other) for other in self.forms)


def _sentence(article: Article, met: Span) -> Span:
    """The sentences that a stretch of print touches."""
    zone = next(zone for zone in _zones(article) if zone.start <= met.start < zone.end)
    whole = [s.shift(zone.start) for s in sentences(zone.of(article.text))]
    touched = [s for s in whole if s.start < met.end and met.start < s.end] or [met]
    return Span(touched[0].start, touched[-1].end)
