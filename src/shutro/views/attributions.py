"""Articles with everything that is said in them marked, as one self-contained HTML page.

The words said, their speaker and the verb that says so are marked where they stand; beside each
paragraph is noted who speaks, how, through whom and how sure that is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from shutro.model import Article, Statement
from shutro.span import Span
from shutro.views.cuts import runs, shown
from shutro.views.html import environment, policy, safe_link
from shutro.views.labels import Labels


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of an article that play the same parts: `said` are the numbers of the notes they belong to.

    `goes_on` marks words that only go on from the sentence before; `begins` are the notes that begin here.
    """

    text: str
    said: tuple[int, ...] = ()
    speaker: bool = False
    cue: bool = False
    goes_on: bool = False
    begins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Who says something: one line beside the text. `chain` runs from the speaker to the outlet."""

    number: int
    statement: Statement
    certain: bool
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A headline or paragraph in runs, together as printed, with the notes on what is said in it."""

    runs: tuple[Run, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An article with what is said in it."""

    article: Article
    blocks: tuple[Block, ...]
    count: int


def to_attributions(pages: Sequence[Told], say: Labels, version: str) -> str:
    """The articles as an HTML document, the same for the same articles, byte for byte."""
    folder = files("shutro.views") / "templates"
    css = "".join((folder / name).read_text("utf-8") for name in ("page.css", "attributions.css"))
    return (
        environment()
        .get_template("attributions.html")
        .render(pages=pages, say=say, css=css, policy=policy(css), link=safe_link, version=version)
    )


def told(article: Article, said: Sequence[Statement], certain: float) -> Told:
    """An article cut so that what is said can be marked; from `certain` on a statement is sure."""
    numbers = _numbers(said)
    blocks = []
    headline, paragraphs = shown(article)
    for span in [headline, *paragraphs] if headline else paragraphs:
        notes = tuple(
            Note(number, statement, statement.sure >= certain, _chain(statement, article))
            for number, statement in zip(numbers, said, strict=True)
            if not statement.inferred and span.start <= _anchor(statement) < span.end
        )
        blocks.append(Block(_runs(article.text, span, said, numbers), notes))
    return Told(article, tuple(blocks), sum(not statement.inferred for statement in said))


def _numbers(said: Sequence[Statement]) -> list[int]:
    """The number of each statement's note: one that goes on shares that of the one it goes on from."""
    numbers: list[int] = []
    for statement in said:
        last = numbers[-1] if numbers else 0
        numbers.append(last if statement.inferred and last else last + 1)
    return numbers


def _anchor(statement: Statement) -> int:
    if statement.cue is not None:
        return statement.cue.start
    return statement.content.start if statement.content is not None else statement.start


def _chain(statement: Statement, article: Article) -> tuple[str, ...]:
    return (*statement.via, *([article.outlet] if article.outlet else []))


def _runs(text: str, block: Span, said: Sequence[Statement], numbers: Sequence[int]) -> tuple[Run, ...]:
    spans = [
        (span, kind, number, statement)
        for number, statement in zip(numbers, said, strict=True)
        for kind, span in (
            ("said", statement.content),
            ("speaker", None if statement.inferred else statement.source_span),
            ("cue", statement.cue),
        )
        if span is not None and span.overlaps(block)
    ]
    made = []
    begun: set[int] = set()
    for run in runs(block, (span for span, *_ in spans)):
        here = [(kind, number, one) for span, kind, number, one in spans if span.overlaps(run)]
        inside = tuple(sorted({number for kind, number, _ in here if kind == "said"}))
        made.append(
            Run(
                run.of(text),
                inside,
                any(kind == "speaker" for kind, *_ in here),
                any(kind == "cue" for kind, *_ in here),
                any(kind == "said" and one.inferred for kind, _, one in here),
                tuple(number for number in inside if number not in begun),
            )
        )
        begun.update(inside)
    return tuple(made)
