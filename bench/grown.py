"""Articles made of real ones, as many as wanted, to see how an archive grows.

A made article follows one real article: half of its sentences are that one's, the others are drawn
from all. What would make such text easier or harder than life is evened out:

- **Names vary.** Every person of two words or more is somebody else in each made article, the same
  throughout it. Who, is drawn so that a few are met everywhere and most once or twice: a new person is
  made up with a fixed chance, else one of those met before comes again (Simon's process, which gives
  Zipf's law and a vocabulary that goes on growing, as Heaps' law wants). Names are put together from
  the words of real ones.
- **Words vary.** One content word in six is another one, drawn as often as real text has it; one in
  sixty is a word nobody has printed (a village, a brand, a slip), made and met again by the same process.
  So no two articles share a sentence but by chance, and rare words stay rare however large the archive.
- **Time passes.** Articles come in order of their days, over eleven years, or so many a day.
- **Events are told more than once**, where that is wanted: the articles of an event follow one real article,
  name the same people and come within days of each other.

Findings are those of the real sentences, moved to where they stand now, so that an archive of a million
is made without studying a million articles. They are the same kind and number as real ones.
"""

from __future__ import annotations

import itertools
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import regex

from bench.gold import rows, shared
from shutro.bangla.words import sentences
from shutro.meaning.findings import understand
from shutro.meaning.names.canonical.base import bases
from shutro.model import Article, Name, Statement
from shutro.span import Span

_WORD = regex.compile(r"[\p{Bengali}\u200c\u200d]+")
_COMMON = 250  # the words of most use are never changed: they are the grammar
_CHANGED, _COINED = 1 / 6, 1 / 60
_FRESH = 0.3  # the chance that a person or word is one never met
_FIRST, _DAYS = date(2015, 1, 1), 4000
_LEADS = 4000
_OPEN = 60  # events that are told of at once


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence: other text, or a mention of a name."""

    text: str
    name: Name | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A real sentence in pieces, and its statements with spans that count from its beginning."""

    pieces: tuple[Piece, ...]
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Base:
    """A real article: its headline and sentences."""

    headline: Sentence
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A made article with its findings."""

    article: Article
    names: tuple[Name, ...]
    statements: tuple[Statement, ...]


def bases_of(files: Path) -> list[Base]:
    """The real articles to make others of: those of the gold, and leads of an older corpus if it is there."""
    texts = [(row["headline"], row["text"]) for row in rows(files / "search" / "articles.jsonl")]
    base = shared()
    leads = base / "data" / "news" / "bansdata_partial.jsonl" if base else None
    if leads and leads.exists():
        with leads.open(encoding="utf-8") as lines:
            found = [json.loads(next(lines)) for _ in range(_LEADS)]
        texts += [(row["summary"], row["article"]) for row in found if row["summary"] and row["article"]]
    return [_base(headline, text) for headline, text in texts]


def _base(headline: str, text: str) -> Base:
    article = Article.from_text(id="base", headline=headline, body=text, published="2025-12-30")
    found = understand(article)
    spans = [s for s in sentences(article.prose) if len(s)]
    cut = [_sentence(article.text, span, found.names, found.statements) for span in spans]
    return Base(cut[0], tuple(cut[1:]) or (cut[0],))


def _sentence(text: str, span: Span, names: tuple[Name, ...], statements: tuple[Statement, ...]) -> Sentence:
    pieces, at = [], span.start
    for name in names:
        if span.covers(name.span) and name.start >= at:
            pieces += [Piece(text[at : name.start]), Piece(name.text, name)]
            at = name.end
    pieces.append(Piece(text[at : span.end]))
    inside = []
    for one in statements:
        spans = [s for s in (one.span, one.source_span, one.cue, one.content) if s is not None]
        if all(span.covers(s) for s in spans):
            inside.append(_moved(one, -span.start))
    return Sentence(tuple(piece for piece in pieces if piece.text), tuple(inside))


def _moved(one: Statement, by: int) -> Statement:
    def move(span: Span | None) -> Span | None:
        return Span(span.start + by, span.end + by) if span is not None else None

    return replace(
        one, start=one.start + by, end=one.end + by,
        source_span=move(one.source_span), cue=move(one.cue), content=move(one.content),
    )  # fmt: skip


class Maker:
    """Makes articles of real ones; the same seed makes the same."""

    def __init__(
        self,
        every: list[Base],
        count: int,
        seed: int = 1,
        prefix: str = "m",
        *,
        first: date = _FIRST,
        daily: int | None = None,
        told: int = 1,
    ) -> None:
        """`count` articles from the day `first` on, `daily` of them a day; `told` is how many tell of one
        event."""
        self._every, self._count, self._chance = every, count, random.Random(seed)
        self._prefix, self._first, self._told = prefix, first, told
        self._days = _DAYS if daily is None else count // daily
        self._events: dict[int, tuple[Base, dict[str, str]]] = {}
        self._pool = [sentence for base in every for sentence in base.sentences]
        words = Counter(
            word
            for s in self._pool
            for piece in s.pieces
            if not piece.name
            for word in _WORD.findall(piece.text)
        )
        ranked = [word for word, _ in words.most_common()]
        self._grammar = frozenset(ranked[:_COMMON])
        self._words = ranked[_COMMON:]
        self._weights = [words[word] for word in self._words]
        self._drawn: list[str] = []
        people = {
            name.canonical for s in self._pool for p in s.pieces if (name := p.name) and name.kind == "PER"
        }
        parts = [person.split() for person in sorted(people) if 2 <= len(person.split()) <= 3]
        self._given = sorted({part[0] for part in parts})
        self._family = sorted({part[-1] for part in parts})
        self._met: list[str] = []
        self._coined: list[str] = []

    def articles(self) -> Iterator[Made]:
        """Every article, in order of its day."""
        for number in range(self._count):
            yield self._article(number)

    def _article(self, number: int) -> Made:
        chance = self._chance
        base, called = self._event(number)
        length = min(60, max(3, int(chance.lognormvariate(2.6, 0.5))))
        own = [s for s in base.sentences if chance.random() < 0.8][: length // 2 + 1]
        rest = chance.choices(self._pool, k=length - len(own))
        text, names, statements, ends = "", list[Name](), list[Statement](), [0]
        for at, sentence in enumerate([base.headline, *own, *rest]):
            start = len(text)
            printed, here, said = self._printed(sentence, called, start)
            text += printed.replace("\n", " ") + ("\n\n" if at == 0 else "\n" if at % 3 == 0 else " ")
            names += here
            statements += said
            ends.append(len(text))
        headline, body = text[: ends[1] - 2], text[ends[1] :]
        day = self._first + timedelta(days=number * self._days // self._count)
        article = Article.from_text(
            id=f"{self._prefix}{number}", outlet=f"Outlet {number % 7}", headline=headline, body=body,
            url=f"https://m.example/{self._prefix}{number}", published=day,
        )  # fmt: skip
        return Made(article, tuple(names), tuple(statements))

    def _event(self, number: int) -> tuple[Base, dict[str, str]]:
        """What an article follows: a real article, and who its people are now."""
        if self._told == 1:
            return self._chance.choice(self._every), {}
        event = max(0, number // self._told - int(self._chance.expovariate(1 / _OPEN)))
        if event not in self._events:
            self._events[event] = self._chance.choice(self._every), {}
        return self._events[event]

    def _printed(
        self, sentence: Sentence, called: dict[str, str], start: int
    ) -> tuple[str, list[Name], list[Statement]]:
        """A sentence with other names and words, its findings moved along."""
        text, names, moves = "", list[Name](), [(0, 0)]
        before = 0
        for piece in sentence.pieces:
            printed = self._renamed(piece.name, called) if piece.name else self._reworded(piece.text)
            if piece.name:
                canonical = called.get(piece.name.canonical, piece.name.canonical)
                at = start + len(text)
                names.append(replace(piece.name, start=at, end=at + len(printed), text=printed,
                                     canonical=canonical, entity=None))  # fmt: skip
            text += printed
            before += len(piece.text)
            moves.append((before, len(text)))

        def moved(span: Span | None) -> Span | None:
            return Span(start + _place(span.start, moves), start + _place(span.end, moves)) if span else None

        said = []
        for one in sentence.statements:
            span = moved(one.span)
            assert span is not None
            source = called.get(one.source, one.source) if one.source else None
            quoted = text[span.start - start : span.end - start]
            said.append(replace(one, start=span.start, end=span.end, text=quoted, source=source,
                                source_span=moved(one.source_span), cue=moved(one.cue),
                                content=moved(one.content)))  # fmt: skip
        return text, names, said

    def _renamed(self, name: Name, called: dict[str, str]) -> str:
        words = name.canonical.split()
        if name.kind != "PER" or len(words) < 2:
            return name.text
        if name.canonical not in called:
            called[name.canonical] = self._again(self._met, self._person)
        new = called[name.canonical].split()
        # A short form stays short, an ending stays on.
        own = next(
            (base.text for base in reversed(bases(name.text)) if base.text.split()[-1:] == words[-1:]), None
        )
        if own is None:
            return name.text
        kept = " ".join(new[-len(own.split()) :])
        return kept + name.text[len(own) :]

    def _person(self) -> str:
        return f"{self._chance.choice(self._given)} {self._chance.choice(self._family)}"

    def _reworded(self, text: str) -> str:
        def change(match: regex.Match[str]) -> str:
            word = match[0]
            draw = self._chance.random()
            if draw > _CHANGED + _COINED or word in self._grammar:
                return word
            return self._word() if draw > _COINED else self._again(self._coined, self._coin)

        return _WORD.sub(change, text)

    def _word(self) -> str:
        if not self._drawn:
            self._drawn = self._chance.choices(self._words, self._weights, k=20_000)
        return self._drawn.pop()

    def _coin(self) -> str:
        signs = ("া", "ি", "ু", "ে", "ো", "")
        return "".join(
            self._chance.choice(_LETTERS) + self._chance.choice(signs)
            for _ in range(self._chance.choice((3, 4)))
        )

    def _again(self, met: list[str], fresh: Callable[[], str]) -> str:
        """One met before, or a fresh one; either way it is likelier from now on."""
        one = fresh() if not met or self._chance.random() < _FRESH else self._chance.choice(met)
        met.append(one)
        return one


_LETTERS = [chr(code) for code in range(0x0995, 0x09BA) if chr(code).isalpha()]


def _place(at: int, moves: list[tuple[int, int]]) -> int:
    """Where a place of the real sentence stands in the made one: to the piece, and within it no further
    than it goes."""
    for (before, start), (after, end) in itertools.pairwise(moves):
        if at <= after:
            return min(start + at - before, end)
    return moves[-1][1]
