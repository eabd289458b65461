"""Timelines beside two peers, on the same articles in the same run.

    python -m bench.timeline [--gold DIR] [--check]

Peers: *first sentences*, which puts the first sentence of every article on the day it was printed, as many
lines as there are articles; and *stated days*, which keeps every sentence that states a day near the
printing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from bench.gold import Measured, corpus_hash, options, outcome, score, score_peer
from shutro.meaning.findings import understand
from shutro.model import Article, Entry, Evidence
from shutro.stories.telling.dating import date_sentences

Timeline = Callable[[Iterable[Article]], list[Entry]]


def leads(articles: Iterable[Article]) -> list[Entry]:
    made = []
    for article in articles:
        found = understand(article)
        if found.day and (sentences := date_sentences(found)):
            made.append(_line(article, found.day.isoformat(), sentences[0].span.start, sentences[0].text))
    return made


def stated(articles: Iterable[Article]) -> list[Entry]:
    made = []
    for article in articles:
        for sentence in date_sentences(understand(article)):
            if sentence.when.dated == "stated" and sentence.when.date:
                made.append(_line(article, sentence.when.date, sentence.span.start, sentence.text))
    return made


def _line(article: Article, day: str, start: int, text: str) -> Entry:
    proof = Evidence(article.id, article.outlet, start, start + len(text), text)
    return Entry(day, "day", "stated", text, (proof,))


def main() -> int:
    return outcome("timeline", options(__doc__).parse_args(), measured)


def measured(files: Path, *, peers: bool = True) -> list[Measured]:
    """The figures, and with `peers` everybody's."""
    makers: dict[str, Timeline] = {"first sentences": leads, "stated days": stated} if peers else {}
    others = {name: score_peer("timeline", files, timeline=maker) for name, maker in makers.items()}
    corpus = corpus_hash((files / "timelines").glob("*.json"))
    return [Measured("timeline", corpus, score("timeline", files), {}, others)]


if __name__ == "__main__":
    sys.exit(main())
