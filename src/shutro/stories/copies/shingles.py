"""Shingles: the runs of three words that two texts share when one was made from the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from shutro.bangla.kept import WORDS, kept
from shutro.bangla.keys import search_key
from shutro.bangla.words import sentences, words
from shutro.model import Article
from shutro.span import Span

RUN: Final = 3  # words of a shingle
_REPEATED: Final = 3  # articles that must print a sentence before it can be furniture
_LOOKED_AT: Final = 6  # of those that print a repeated sentence, how many are compared
_ELSEWHERE: Final = 0.2  # likeness of the rest of two articles below which what they share is furniture

Shingle = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a body: where it stands, its words as search keys, and its shingles."""

    span: Span
    words: tuple[str, ...]
    shingles: frozenset[Shingle]


@dataclass(frozen=True, slots=True)
class Shingled:
    """A body cut into its sentences, each once: a page that carries the article twice tells it once."""

    article: Article
    lines: tuple[Line, ...] = field(repr=False)

    @property
    def shingles(self) -> frozenset[Shingle]:
        """All of them."""
        return frozenset().union(*(line.shingles for line in self.lines))


def shingled(article: Article) -> Shingled:
    """Cut an article's body; the headline is left out, for a desk writes its own."""
    lines: dict[tuple[str, ...], Line] = {}
    for paragraph in article.paragraphs:
        for inner in sentences(paragraph.of(article.text)):
            span = inner.shift(paragraph.start)
            line = _line(article.text, span)
            if line.words:
                lines.setdefault(line.words, line)
    return Shingled(article, tuple(lines.values()))


@kept(WORDS)
def _key(word: str) -> str:
    return search_key(word).text


def _line(text: str, span: Span) -> Line:
    printed = span.of(text)
    keys = tuple(key for word in words(printed) if (key := _key(word.of(printed))))
    # A sentence shorter than a shingle is one shingle; longer ones never run over the sentence's end.
    runs = frozenset(keys[i : i + RUN] for i in range(max(1, len(keys) - RUN + 1))) if keys else frozenset()
    return Line(span, keys, runs)


def without_furniture(texts: Sequence[Shingled]) -> list[Shingled]:
    """The texts without the sentences that unlike articles repeat: background, appeals, credits.

    A sentence is furniture when at least three articles print it and most of those have little
    else in common. The sentences of a story that ten papers copied stay: their articles are alike
    in the rest too.
    """
    carriers: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, text in enumerate(texts):
        for line in text.lines:
            carriers[line.words].append(i)
    repeated = {words for words, having in carriers.items() if len(having) >= _REPEATED}
    if not repeated:
        return list(texts)
    rest = [
        frozenset().union(*(line.shingles for line in text.lines if line.words not in repeated))
        for text in texts
    ]
    whole = [text.shingles for text in texts]
    furniture = {words for words in repeated if _furniture(carriers[words], words, rest, whole)}
    return [
        Shingled(t.article, tuple(line for line in t.lines if line.words not in furniture)) for t in texts
    ]


def _furniture(
    having: list[int],
    words: tuple[str, ...],
    rest: Sequence[frozenset[Shingle]],
    whole: Sequence[frozenset[Shingle]],
) -> bool:
    """Whether most of the articles that print a sentence are unlike in what they don't all repeat."""
    votes: Counter[bool] = Counter()
    for i, j in combinations(having[:_LOOKED_AT], 2):
        if rest[i] and rest[j]:
            votes[overlap(rest[i], rest[j]) < _ELSEWHERE] += 1
        else:  # one is made of repeated sentences only: a copy where it is nearly all of the other
            votes[overlap(whole[i], whole[j]) < _ELSEWHERE] += 1
    return votes[True] > votes[False]


def overlap(one: frozenset[Shingle], other: frozenset[Shingle]) -> float:
    """The part of the smaller set that the other has too."""
    return len(one & other) / max(1, min(len(one), len(other)))
