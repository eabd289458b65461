"""`shutro statements`: who says what on a page, in what stance, and through whom."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from shutro.cli._texts import is_page, piped
from shutro.cli.pages import READ, SOME_FAILED, read_named, write_html
from shutro.model import Article, Statement
from shutro.span import Span
from shutro.views.labels import Language


@dataclass(frozen=True, slots=True)
class Told:
    """A page or text by its name, and what is said in it, at the offsets of `article.text`."""

    name: str
    article: Article
    said: list[Statement]

    @property
    def text(self) -> str:
        """The text that the offsets count in."""
        return self.article.text


def statements_command(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TEXT|PAGE", help="Captured pages, or Bangla text; standard input without either."
        ),
    ] = None,
    marked: Annotated[
        bool, typer.Option("--marked", help="The whole text, each sentence that is said under its speaker.")
    ] = False,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html", metavar="FILE", help="Write the pages with all that is said marked.", dir_okay=False
        ),
    ] = None,
    language: Annotated[Language, typer.Option("--language", "-l", help="Labels of the HTML page.")] = "bn",
    sure: Annotated[
        float,
        typer.Option("--sure", min=0.0, max=1.0, help="Leave out statements less sure than this (0 to 1)."),
    ] = 0.0,
    as_json: Annotated[
        bool, typer.Option("--json", help="One statement a line, as JSON, for other programs.")
    ] = False,
) -> None:
    """Find who says what, a line each: speaker, stance, the words, and the chain they came through.

    The chain runs from the speaker over the media to the outlet. What the text does not tell stays
    unknown. A statement that is not sure is marked with a question mark, one that only goes on from
    the sentence before it with an ellipsis: read the sentence before you rely on them.

    [bold]Examples[/bold]

      shutro statements page.html

      shutro statements captures/ --json --sure 0.7

      shutro statements page.html --html said.html

      shutro statements 'মেয়র বলেন, ‘কাজ শেষ।’'

    Exits with 0 also when nothing is said, 1 when some pages could not be read, 2 when used wrongly.
    """
    told, failures = _read(sources)
    told = [replace(page, said=[s for s in page.said if s.sure >= sure]) for page in told]
    if html is not None:
        _write_page(html, told, language)
    elif as_json:
        _print_json(told)
    elif marked:
        _show_marked(told)
    else:
        _show_lines(told)
    raise typer.Exit(SOME_FAILED if failures else READ)


def _read(sources: Sequence[str] | None) -> tuple[list[Told], int]:
    """Each text with its statements, and how many pages could not be read."""
    if not sources:
        return [_of_text("-", piped("pages or a text", "PAGE"))], 0
    if not any(map(is_page, sources)):
        return [_of_text("text", " ".join(sources))], 0
    from shutro.meaning.findings import understand

    named, failures = read_named(sources)
    return [Told(name, article, list(understand(article).statements)) for name, article in named], failures


def _of_text(name: str, text: str) -> Told:
    from shutro.api import statements

    return Told(name, _plain(text), statements(text))


def _plain(text: str) -> Article:
    """A text that is no page, as an article of its lines."""
    lines = []
    start = 0
    for line in text.splitlines(keepends=True):
        if bare := line.strip():
            left = start + line.index(bare)
            lines.append(Span(left, left + len(bare)))
        start += len(line)
    return Article(id="text", capture="", headline="", text=text, paragraphs=tuple(lines))


def _print_json(told: Sequence[Told]) -> None:
    for page in told:
        for statement in page.said:
            row: dict[str, object] = {
                "page": page.name,
                "outlet": page.article.outlet,
                "start": statement.start,
                "end": statement.end,
                "text": statement.text,
                "source": statement.source,
                "stance": statement.stance,
                "form": statement.form,
                "cue": statement.cue.of(page.text) if statement.cue else None,
                "content": statement.content.of(page.text) if statement.content else None,
                "to": list(statement.to),
                "via": list(statement.via),
                "sure": statement.sure,
                "inferred": statement.inferred,
                "rule": statement.rule,
            }
            typer.echo(json.dumps(row, ensure_ascii=False))


def _write_page(path: Path, told: Sequence[Told], language: Language) -> None:
    from shutro import __version__
    from shutro.meaning.statements.attribution import CERTAIN
    from shutro.views import attributions
    from shutro.views.labels import labels

    pages = [attributions.told(page.article, page.said, CERTAIN) for page in told]
    write_html(path, attributions.to_attributions(pages, labels(language), __version__))
    typer.echo(f"wrote {path}: pages {len(pages)}, statements {sum(page.count for page in pages)}", err=True)


def _chain(statement: Statement, outlet: str | None) -> str:
    return " → ".join([*statement.via, *([outlet] if outlet else [])])


def _mark(statement: Statement) -> str:
    from shutro.meaning.statements.attribution import CERTAIN

    return "… " if statement.inferred else "? " if statement.sure < CERTAIN else ""


def _show_lines(told: Sequence[Told]) -> None:
    from rich.console import Console
    from rich.markup import escape

    console = Console(highlight=False, soft_wrap=True)
    for page in told:
        if len(told) > 1:
            console.print(escape(page.name), style="bold")
        if not page.said:
            console.print("nobody is quoted", style="dim")
        for statement in page.said:
            words = " ".join(
                (statement.content.of(page.text) if statement.content else statement.text).split()
            )
            chain = _chain(statement, page.article.outlet)
            speaker = f"{_mark(statement)}[bold]{escape(statement.source or 'unknown')}[/]"
            behind = f"  [dim]{escape(chain)}[/]" if chain else ""
            console.print(f"{speaker} [cyan]{statement.stance}[/] {escape(words)}{behind}")


def _show_marked(told: Sequence[Told]) -> None:
    from rich.console import Console
    from rich.markup import escape

    from shutro.bangla.words import sentences

    console = Console(highlight=False, soft_wrap=True)
    for page in told:
        if len(told) > 1:
            console.print(escape(page.name), style="bold")
        for span in sentences(page.article.prose):
            here = [
                s
                for s in page.said
                if (s.cue and span.start <= s.cue.start < span.end)
                or (s.content and s.content.overlaps(span))
            ]
            words = " ".join(span.of(page.text).split())
            for statement in dict.fromkeys(here):
                console.print(
                    f"  [cyan]{_mark(statement)}{escape(statement.source or 'unknown')} {statement.stance}[/]"
                )
            console.print(escape(words), style="none" if here else "dim")
