"""Make an archive of large running stories among many other reports, for `bench.reader` to read.

    nice python -m bench.running FILE [--articles 100000] [--stories 50] [--reports 200] [--gold DIR]

The other reports are those of `bench.grown`, made manifold by `bench.swell`. A running story is told out of
six real articles: its people are called otherwise and one word in six is another one, the same throughout
the story, so that its reports keep together and apart from those of other stories. A report draws most of
its sentences from the first of the six, the others from all, with figures that grow from day to day and
here and there a word of its own. Every third is a copy of an earlier one with another end, as papers print
their agencies. What is found in running stories is found by reading them: it takes some twenty minutes.
"""

from __future__ import annotations

import argparse
import itertools
import math
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import regex

from bench.gold import absent, gold
from bench.grown import Base, Made, Maker, Sentence, bases_of
from bench.invented import bangla
from bench.swell import swell
from shutro.archive.nouns.findings import Kept
from shutro.archive.store import Archive, open_archive
from shutro.model import Article

_BATCH = 500
_LAST = date(2025, 12, 15)
_APART, _LASTS = 6, 40  # days between the beginnings of stories, and of a story
_OUTLETS = 7
_MIXED, _MAIN, _ASIDE = 6, 8, 6
_OWN = 1 / 40
_COPIES, _DAYS = 9, 400  # of the other reports, which so end before the last running story does
_FIGURE = regex.compile(r"\d+")


class Teller(Maker):
    """Tells one story in many reports."""

    def __init__(self, every: list[Base], number: int) -> None:
        super().__init__(every, 0, seed=number)
        self._number = number
        long = [base for base in every if len(base.sentences) > 12]
        first = random.Random(0).sample(long, len(long))[number % len(long)]
        self._bases = [first, *self._chance.sample(long, _MIXED - 1)]
        self._called: dict[str, str] = {}
        self._instead: dict[str, str] = {}
        self._day = 0

    def reports(self, count: int) -> Iterator[Article]:
        """The reports in order of their days."""
        main = list(self._bases[0].sentences)
        pool = [sentence for base in self._bases[1:] for sentence in base.sentences]
        begun = _LAST - timedelta(days=_APART * self._number + _LASTS)
        told: list[tuple[str, list[str]]] = []
        for number in range(count):
            self._day = number * _LASTS // count
            if told and number % 3 == 2:
                headline, lines = self._chance.choice(told[-20:])
                lines = [*lines[: len(lines) * 2 // 3], self._line(self._chance.choice(pool))]
            else:
                headline = self._line(self._bases[0].headline)
                drawn = [*self._chance.sample(main, _MAIN), *self._chance.sample(pool, _ASIDE)]
                lines = [self._line(sentence) for sentence in drawn]
                told.append((headline, lines))
            yield Article.from_text(
                id=f"run{self._number}-{number}", outlet=f"Outlet {self._chance.randrange(_OUTLETS)}",
                headline=headline, body="\n".join(lines),
                url=f"https://m.example/run{self._number}-{number}",
                published=begun + timedelta(days=self._day),
            )  # fmt: skip

    def _line(self, sentence: Sentence) -> str:
        text, _, _ = self._printed(sentence, self._called, 0)
        return " ".join(text.split())

    def _reworded(self, text: str) -> str:
        words = regex.split(r"(\s+)", text)
        return "".join(self._one(word) if word.strip() else word for word in words)

    def _one(self, word: str) -> str:
        if _FIGURE.search(word):
            return _FIGURE.sub(lambda found: self._figure(found[0]), word)
        if word not in self._instead:
            self._instead[word] = super()._reworded(word)
        return super()._reworded(word) if self._chance.random() < _OWN else self._instead[word]

    def _figure(self, figure: str) -> str:
        """A count grows with the days; what may be a date, a year or an hour stays."""
        if len(figure) == 4:
            return figure
        return bangla(int(figure) + self._day // 3 + self._chance.randrange(2))


def fill(path: Path, files: Path, articles: int, stories: int, reports: int) -> None:
    """Make the archive at `path`."""
    every = bases_of(files)
    others = max(0, articles - stories * reports)
    first = max(1, others // _COPIES)
    with open_archive(path) as archive:
        made = Maker(every, first, daily=math.ceil(first / _DAYS)).articles()
        while batch := tuple(itertools.islice(made, _BATCH)):
            _add(archive, batch)
        archive.grow()
        _tell(archive)
    swell(path, _COPIES)
    with open_archive(path) as archive:
        for number in range(stories):
            archive.add_all(Teller(every, number).reports(reports))
            archive.understand()
            archive.grow()
            _tell(archive)


def _add(archive: Archive, batch: tuple[Made, ...]) -> None:
    archive.add_all(one.article for one in batch)
    with archive.writing():
        for one in batch:
            archive.keep_findings(one.article.id, Kept(one.names, one.statements, ()))


def _tell(archive: Archive) -> None:
    largest = [card.articles for card in archive.stories(60)]
    print(f"{len(archive)} articles, the largest stories {sorted(largest)[-5:]}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--stories", type=int, default=50)
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--gold", type=Path)
    args = parser.parse_args()
    files = gold(args.gold)
    if files is None:
        return absent("running")
    fill(args.file, files, args.articles, args.stories, args.reports)
    return 0


if __name__ == "__main__":
    sys.exit(main())
