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
from shutro.model import Article, Event, Statement
from shutro.span import Span
from shutro.stories.dating import Sentence, When, date_sentences
from shutro.stories.discourse import has

# A run longer than this is cut: a timeline line rests on a handful of sentences, not on an article.
_LONGEST_RUN = 7
# A credit line (`খবর আল জাজিরার।`) has no more words than this and tells nothing by itself.
_CREDIT = 4
_THIS = frozenset({"এ", "এই"})


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's account of one happening.

    `terms` are stems of its words, `naming` the canonical names with how each is printed, `kinds` PLOVER kinds, `place` is how far
    down the article it begins (0 the lead, 1 the end).
    """

    article: Article
    number: int
    sentences: tuple[Sentence, ...]
    when: When
    place: float
    terms: frozenset[str] = field(repr=False)
    naming: Mapping[str, frozenset[str]] = field(repr=False)
    kinds: frozenset[str] = field(repr=False)
    statements: tuple[Statement, ...] = field(default=(), repr=False)
    events: tuple[Event, ...] = field(default=(), repr=False)
    quantities: tuple[Quantity, ...] = field(default=(), repr=False)
    negated: bool = False

    @property
    def names(self) -> frozenset[str]:
        """The canonical names in it."""
        return frozenset(self.naming)

    @property
    def lead(self) -> bool:
        """Whether the article opens with it."""
        return self.number == 0

    @property
    def span(self) -> Span:
        """From its first sentence to its last."""
        return Span(self.sentences[0].span.start, self.sentences[-1].span.end)


def tellings(found: Findings, news: When | None = None) -> list[Telling]:
    """The tellings of an article, in order; every body sentence stands in exactly one.

    `news` is the day of its news where other reports tell it (see `date_sentences`).
    """
    sentences = date_sentences(found, news)
    runs = _runs(found, sentences)
    last = max(1, len(sentences) - 1)
    made = []
    at = 0
    for number, run in enumerate(runs):
        made.append(_telling(found, number, run, at / last))
        at += len(run)
    return made


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
    if stated or sentence.paragraph != before.paragraph:
        return False
    return not (here - speakers) and has("elaborates", sentence.text)


def _points_back(text: str, run: Sequence[Sentence]) -> bool:
    """Whether the sentence speaks of `this` news, decision or whatever the run has just named."""
    if has("peg", text):
        return True
    bare = [word.of(text) for word in words(text)]
    named = {stem(after) for this, after in pairwise(bare) if this in _THIS}
    return any(stem(word.of(one.text)) in named for one in run for word in words(one.text))


def _run_when(run: Sequence[Sentence]) -> When:
    """The day of a run: the first stated one, else the first carried one, else the bound."""
    order = {"stated": 0, "planned": 1, "context": 2, "as-of": 3}
    return min((s.when for s in run), key=lambda when: order[when.dated])


def _telling(found: Findings, number: int, run: Sequence[Sentence], place: float) -> Telling:
    span = Span(run[0].span.start, run[-1].span.end)
    text = " ".join(s.text for s in run)
    events = tuple(e for e in found.events if span.start <= e.start < span.end)
    return Telling(
        article=found.article,
        number=number,
        sentences=tuple(run),
        when=_run_when(run),
        place=place,
        terms=frozenset(stem(word.of(text)) for word in words(text)),
        naming=_naming(found, span),
        kinds=frozenset(e.kind for e in events),
        statements=tuple(s for s in found.statements if any(_tells(s, one.span) for one in run)),
        events=events,
        quantities=tuple(q for q in found.quantities if span.start <= q.start < span.end),
        negated=has("negated", text),
    )


def _naming(found: Findings, span: Span) -> dict[str, frozenset[str]]:
    printed: defaultdict[str, set[str]] = defaultdict(set)
    for name in found.names:
        if span.start <= name.start < span.end:
            printed[name.canonical].add(name.text)
    return {canonical: frozenset(forms) for canonical, forms in printed.items()}


def _tells(statement: Statement, sentence: Span) -> bool:
    """Whether the sentence holds the statement's cue, or part of its content."""
    if statement.cue and sentence.overlaps(statement.cue):
        return True
    return statement.content is not None and sentence.overlaps(statement.content)
