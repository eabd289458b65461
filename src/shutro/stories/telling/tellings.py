"""What one article tells, cut into tellings: runs of sentences about one happening or by one speaker."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from shutro.bangla.numbers import Number, numbers
from shutro.bangla.stems import stem
from shutro.bangla.words import words
from shutro.meaning.findings import Findings
from shutro.meaning.quantities.quantities import Quantity
from shutro.model import Article, Event, Name, NameKind, Statement
from shutro.span import Span
from shutro.stories.telling.dating import Sentence, When, date_sentences
from shutro.stories.telling.discourse import has
from shutro.stories.terms import press, term, terms

# A run longer than this is cut: a timeline line rests on a handful of sentences, not on an article.
_LONGEST_RUN = 7
# A credit line (`খবর আল জাজিরার।`) has no more words than this and tells nothing by itself.
_CREDIT = 4
# A sentence tells the lead anew when it has so many of its words, each in few articles of the press.
_SAID_AGAIN = 2
_TELLING = 2.0
# Sentences of which the terms are remembered: those of one long story, each asked for by every slot. More
# would only be room that a server does not give back.
_REMEMBERED = 4_000


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's account of one happening.

    `terms` are those of its words (see `heard`), `parts` those of each sentence that stands by itself,
    `naming` the canonical names with how each is printed, `kinds` PLOVER kinds, `kinds_of` the
    kinds of the names, `place` is how far down the article it begins (0 the lead, 1 the end).
    """

    article: Article
    number: int
    sentences: tuple[Sentence, ...]
    when: When
    place: float
    terms: frozenset[str] = field(repr=False)
    parts: tuple[frozenset[str], ...] = field(repr=False)
    naming: Mapping[str, frozenset[str]] = field(repr=False)
    kinds: frozenset[str] = field(repr=False)
    statements: tuple[Statement, ...] = field(default=(), repr=False)
    events: tuple[Event, ...] = field(default=(), repr=False)
    quantities: tuple[Quantity, ...] = field(default=(), repr=False)
    negated: bool = False
    kinds_of: Mapping[str, NameKind] = field(default_factory=dict, repr=False)

    @property
    def voice(self) -> str:
        """Who prints it: the outlet; a page that names none stands for itself."""
        return self.article.outlet or self.article.id

    def named_in(self, text: str) -> frozenset[str]:
        """The canonical names of which a printed form stands in `text`, a part of the article."""
        return frozenset(name for name, forms in self.naming.items() if any(form in text for form in forms))

    def printed(self, name: str, text: str) -> str:
        """The longest form in which a canonical name that is `named_in` a text stands there."""
        return max((form for form in self.naming[name] if form in text), key=lambda form: (len(form), form))

    def unnamed(self, text: str) -> frozenset[str]:
        """The terms of `text`, a part of the article, without its figures and names."""
        return worded(text) - {term(part) for name in self.named_in(text) for part in name.split()}

    @property
    def deeds(self) -> frozenset[tuple[str, str, str]]:
        """Who did what to whom, as far as told of: actor, stem of the trigger, recipient."""
        return frozenset(
            (actor, stem(words(event.text)[0].of(event.text)), recipient)
            for event in self.events
            if event.kind != "OTHER" and words(event.text)
            for actor in event.actors
            for recipient in event.recipients
        )

    @property
    def toll(self) -> bool:
        """Whether it counts the dead."""
        return any(quantity.slot == "dead" for quantity in self.quantities)

    @property
    def names(self) -> frozenset[str]:
        """The canonical names in it."""
        return frozenset(self.naming)

    @property
    def lead(self) -> bool:
        """Whether the article opens with it."""
        return self.number == 0


def tellings(found: Findings, news: When | None = None) -> list[Telling]:
    """The tellings of an article, in order; every body sentence stands in one at most.

    Lines that are no sentences (a caption, a name, a share line) tell nothing.

    `news` is the day of its news where other reports tell it (see `date_sentences`).
    """
    sentences = [s for s in date_sentences(found, news) if has("sentence", s.text)]
    inside = _inside(found, sentences)
    runs = _by_speaker(inside, _runs(inside, sentences))
    place = {sentence.span: n / max(1, len(sentences) - 1) for n, sentence in enumerate(sentences)}
    return [
        _telling(found.article, inside, number, run, place[run[0].span]) for number, run in enumerate(runs)
    ]


@dataclass(slots=True)
class _Inside:
    """What was found in one sentence; a statement is in every sentence that has its cue or of its content."""

    names: list[Name] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)


def _inside(found: Findings, sentences: Sequence[Sentence]) -> dict[Span, _Inside]:
    """The findings of an article by the sentence they begin in."""
    spans = [sentence.span for sentence in sentences]
    starts = [span.start for span in spans]
    made = {span: _Inside() for span in spans}

    def holder(start: int) -> _Inside | None:
        at = bisect_right(starts, start) - 1
        return made[spans[at]] if at >= 0 and start < spans[at].end else None

    for name in found.names:
        if one := holder(name.start):
            one.names.append(name)
    for event in found.events:
        if one := holder(event.start):
            one.events.append(event)
    for quantity in found.quantities:
        if one := holder(quantity.span.start):
            one.quantities.append(quantity)
    for statement in found.statements:
        for span in spans:
            if _tells(statement, span):
                made[span].statements.append(statement)
    return made


def _by_speaker(inside: Mapping[Span, _Inside], runs: Sequence[list[Sentence]]) -> list[list[Sentence]]:
    """The runs with those of one speaker on one day put together, up to the longest run."""
    merged: list[list[Sentence]] = []
    spoken: dict[tuple[frozenset[str], str | None, str], int] = {}
    for run in runs:
        when = _run_when(run)
        key = (_speakers(inside, run), when.date, "planned" if when.dated == "planned" else "")
        at = spoken.get(key) if key[0] else None
        if at is None or len(merged[at]) + len(run) > _LONGEST_RUN:
            spoken[key] = len(merged)
            merged.append(list(run))
        else:
            merged[at].extend(run)
    return merged


def _speakers(inside: Mapping[Span, _Inside], run: Sequence[Sentence]) -> frozenset[str]:
    return frozenset(s.source for one in run for s in inside[one.span].statements if s.source)


def _runs(inside: Mapping[Span, _Inside], sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    runs: list[list[Sentence]] = []
    speakers: set[str] = set()
    for sentence in sentences:
        spoken = inside[sentence.span].statements
        here = {s.source for s in spoken if s.source}
        run = runs[-1] if runs else None
        if run is not None and len(run) < _LONGEST_RUN and _goes_on(run, sentence, spoken, here, speakers):
            run.append(sentence)
            speakers = speakers | here
        else:
            runs.append([sentence])
            speakers = here
    return runs


def _goes_on(
    run: Sequence[Sentence],
    sentence: Sentence,
    spoken: Sequence[Statement],
    here: set[str],
    speakers: set[str],
) -> bool:
    """Whether a sentence belongs to the run before it."""
    before = run[-1]
    known = _run_when(run)
    stated = sentence.when.dated in ("stated", "planned")
    same_day = not stated or known.dated not in ("stated", "planned") or sentence.when.date == known.date
    if spoken and all(s.form == "citation" for s in spoken) and len(words(sentence.text)) <= _CREDIT:
        return True
    anew = has("so_far", sentence.text) and sentence.when.date != known.date
    if sentence.background or not same_day or anew:
        return False
    if _points_back(sentence.text, run) and not (speakers and here and not here & speakers):
        return True
    near = sentence.paragraph - before.paragraph <= 1
    if spoken and here & speakers and near:
        return True
    if any(s.inferred for s in spoken):
        return True
    if here - speakers and (speakers or not stated):
        return False
    if stated:
        again = known.dated == "context" and known.date == sentence.when.date
        return again and near and _says_again(sentence.text, run)
    ahead = known.dated != "planned" or has("planned", sentence.text)
    return ahead and sentence.paragraph == before.paragraph and has("elaborates", sentence.text)


def _says_again(text: str, run: Sequence[Sentence]) -> bool:
    """Whether the sentence tells anew, now with its day, what the run opened with: the lead's own deed."""
    again = worded(text) & worded(run[0].text)
    return sum(press().rarity(t) >= _TELLING for t in again) >= _SAID_AGAIN


def _points_back(text: str, run: Sequence[Sentence]) -> bool:
    """Whether the sentence speaks of `this` news, decision or whatever the run has just named."""
    if has("peg", text):
        return True
    bare = [word.of(text) for word in words(text)]
    named = {stem(after) for this, after in pairwise(bare) if has("this", this)}
    return bool(named) and any(stem(word.of(one.text)) in named for one in run for word in words(one.text))


def _run_when(run: Sequence[Sentence]) -> When:
    """The day of a run: the first stated one, else the first carried one, else the bound.

    It is the day of a plan only where most of the run is of plans: a speech that names tomorrow is of today.
    """
    order = {"stated": 0, "planned": 1, "context": 2, "as-of": 3}
    told = [s.when for s in run if s.when.dated != "planned"]
    mostly = told if 2 * len(told) > len(run) else [s.when for s in run]
    return min(mostly, key=lambda when: order[when.dated])


def _telling(
    article: Article, inside: Mapping[Span, _Inside], number: int, run: Sequence[Sentence], place: float
) -> Telling:
    here = [inside[sentence.span] for sentence in run]
    parts = [heard(s.text) for s in run]
    names = [name for one in here for name in one.names]
    events = tuple(event for one in here for event in one.events)
    statements = dict.fromkeys(statement for one in here for statement in one.statements)
    return Telling(
        article=article,
        number=number,
        sentences=tuple(run),
        when=_run_when(run),
        place=place,
        terms=frozenset().union(*parts),
        parts=tuple(part for part, s in zip(parts, run, strict=True) if not has("peg", s.text)),
        naming=_naming(names),
        kinds=frozenset(event.kind for event in events),
        statements=tuple(statements),
        events=events,
        quantities=tuple(quantity for one in here for quantity in one.quantities),
        negated=has("negated", " ".join(s.text for s in run)),
        kinds_of={name.canonical: name.kind for name in names},
    )


@lru_cache(maxsize=_REMEMBERED)
def heard(text: str) -> frozenset[str]:
    """The terms of a text: how its words sound without their endings, whoever spells them."""
    return frozenset(terms(text))


@lru_cache(maxsize=_REMEMBERED)
def worded(text: str) -> frozenset[str]:
    """The terms of a text without its figures."""
    return frozenset(t for t in heard(text) if not any(c.isdigit() for c in t))


@lru_cache(maxsize=_REMEMBERED)
def numbers_in(sentence: str) -> tuple[Number, ...]:
    """The numbers of a sentence, in order."""
    return tuple(numbers(sentence))


def _naming(names: Sequence[Name]) -> dict[str, frozenset[str]]:
    printed: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        printed[name.canonical].add(name.text)
    return {canonical: frozenset(forms) for canonical, forms in printed.items()}


def _tells(statement: Statement, sentence: Span) -> bool:
    """Whether the sentence holds the statement's cue, or part of its content."""
    if statement.cue and sentence.overlaps(statement.cue):
        return True
    return statement.content is not None and sentence.overlaps(statement.content)
