"""What one article tells, cut into tellings: runs of sentences about one happening or by one speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from shutro.bangla.stems import stem
from shutro.bangla.words import words
from shutro.meaning.findings import Findings
from shutro.meaning.quantities import Quantity
from shutro.model import Article, Event, NameKind, Statement
from shutro.span import Span
from shutro.stories.dating import Sentence, When, date_sentences
from shutro.stories.discourse import has
from shutro.stories.terms import press, terms

# A run longer than this is cut: a timeline line rests on a handful of sentences, not on an article.
_LONGEST_RUN = 7
# A credit line (`খবর আল জাজিরার।`) has no more words than this and tells nothing by itself.
_CREDIT = 4
# A sentence tells the lead anew when it has so many of its words, each in few articles of the press.
_SAID_AGAIN = 2
_TELLING = 2.0


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
    runs = _by_speaker(found, _runs(found, sentences))
    place = {sentence.span: n / max(1, len(sentences) - 1) for n, sentence in enumerate(sentences)}
    return [_telling(found, number, run, place[run[0].span]) for number, run in enumerate(runs)]


def _by_speaker(found: Findings, runs: Sequence[list[Sentence]]) -> list[list[Sentence]]:
    """The runs with those of one speaker on one day put together, up to the longest run."""
    merged: list[list[Sentence]] = []
    spoken: dict[tuple[frozenset[str], str | None, str], int] = {}
    for run in runs:
        when = _run_when(run)
        key = (_speakers(found, run), when.date, "planned" if when.dated == "planned" else "")
        at = spoken.get(key) if key[0] else None
        if at is None or len(merged[at]) + len(run) > _LONGEST_RUN:
            spoken[key] = len(merged)
            merged.append(list(run))
        else:
            merged[at].extend(run)
    return merged


def _speakers(found: Findings, run: Sequence[Sentence]) -> frozenset[str]:
    return frozenset(
        s.source for s in found.statements if s.source and any(_tells(s, one.span) for one in run)
    )


def _runs(found: Findings, sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    runs: list[list[Sentence]] = []
    speakers: set[str] = set()
    for sentence in sentences:
        spoken = [s for s in found.statements if _tells(s, sentence.span)]
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
    if sentence.background or not same_day:
        return False
    if _points_back(sentence.text, run) and not (speakers and here and not here & speakers):
        return True
    near = sentence.paragraph - before.paragraph <= 1
    if spoken and here & speakers and near:
        return True
    if any(s.inferred for s in spoken):
        return True
    if sentence.paragraph != before.paragraph:
        return False
    if stated:
        return known.dated == "context" and not here - speakers and _says_again(sentence.text, run)
    return not (here - speakers) and has("elaborates", sentence.text)


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
    return any(stem(word.of(one.text)) in named for one in run for word in words(one.text))


def _run_when(run: Sequence[Sentence]) -> When:
    """The day of a run: the first stated one, else the first carried one, else the bound."""
    order = {"stated": 0, "planned": 1, "context": 2, "as-of": 3}
    return min((s.when for s in run), key=lambda when: order[when.dated])


def _telling(found: Findings, number: int, run: Sequence[Sentence], place: float) -> Telling:
    text = " ".join(s.text for s in run)
    parts = [heard(s.text) for s in run]
    spans = [s.span for s in run]
    events = tuple(e for e in found.events if _within(e.span, spans))
    return Telling(
        article=found.article,
        number=number,
        sentences=tuple(run),
        when=_run_when(run),
        place=place,
        terms=frozenset().union(*parts),
        parts=tuple(part for part, s in zip(parts, run, strict=True) if not has("peg", s.text)),
        naming=_naming(found, spans),
        kinds=frozenset(e.kind for e in events),
        statements=tuple(s for s in found.statements if any(_tells(s, one.span) for one in run)),
        events=events,
        quantities=tuple(q for q in found.quantities if _within(q.span, spans)),
        negated=has("negated", text),
        kinds_of={n.canonical: n.kind for n in found.names if _within(n.span, spans)},
    )


def heard(text: str) -> frozenset[str]:
    """The terms of a text: how its words sound without their endings, whoever spells them."""
    return frozenset(terms(text))


def worded(text: str) -> frozenset[str]:
    """The terms of a text without its figures."""
    return frozenset(t for t in heard(text) if not any(c.isdigit() for c in t))


def _within(span: Span, spans: Sequence[Span]) -> bool:
    return any(one.start <= span.start < one.end for one in spans)


def _naming(found: Findings, spans: Sequence[Span]) -> dict[str, frozenset[str]]:
    printed: defaultdict[str, set[str]] = defaultdict(set)
    for name in found.names:
        if _within(name.span, spans):
            printed[name.canonical].add(name.text)
    return {canonical: frozenset(forms) for canonical, forms in printed.items()}


def _tells(statement: Statement, sentence: Span) -> bool:
    """Whether the sentence holds the statement's cue, or part of its content."""
    if statement.cue and sentence.overlaps(statement.cue):
        return True
    return statement.content is not None and sentence.overlaps(statement.content)
