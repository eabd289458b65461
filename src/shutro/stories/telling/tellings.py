"""What one article tells, cut into tellings: runs of sentences about one happening or by one speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from shutro.meaning.findings import Findings
from shutro.model import Article, Name
from shutro.span import Span
from shutro.stories.telling.dating import date_sentences
from shutro.stories.telling.discourse import has
from shutro.stories.telling.inside import Inside, inside
from shutro.stories.telling.runs import day_of, runs
from shutro.stories.telling.sentence import Sentence, When
from shutro.stories.telling.telling import Telling, heard


def tellings(found: Findings, news: When | None = None) -> list[Telling]:
    """The tellings of an article, in order; every body sentence stands in one at most.

    Lines that are no sentences (a caption, a name, a share line) tell nothing.

    `news` is the day of its news where other reports tell it (see `date_sentences`).
    """
    sentences = [s for s in date_sentences(found, news) if has("sentence", s.text)]
    held = inside(found, sentences)
    place = {sentence.span: n / max(1, len(sentences) - 1) for n, sentence in enumerate(sentences)}
    return [
        _telling(found.article, held, number, run, place[run[0].span])
        for number, run in enumerate(runs(held, sentences))
    ]


def _telling(
    article: Article, held: Mapping[Span, Inside], number: int, run: Sequence[Sentence], place: float
) -> Telling:
    here = [held[sentence.span] for sentence in run]
    parts = [heard(s.text) for s in run]
    names = [name for one in here for name in one.names]
    events = tuple(event for one in here for event in one.events)
    statements = dict.fromkeys(statement for one in here for statement in one.statements)
    return Telling(
        article=article,
        number=number,
        sentences=tuple(run),
        when=day_of(run),
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


def _naming(names: Sequence[Name]) -> dict[str, frozenset[str]]:
    printed: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        printed[name.canonical].add(name.text)
    return {canonical: frozenset(forms) for canonical, forms in printed.items()}
