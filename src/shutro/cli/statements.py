"""`shutro statements`: who says what on a page, in what stance, and through whom."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shutro.cli.pages import READ, SOME_FAILED, read_named

if TYPE_CHECKING:
    from datetime import date

    from shutro.model import Statement

#: A text with its name and its outlet, and what is said in it.
Told = tuple[str, str, str | None, "list[Statement]"]


def statements_command(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TEXT|PAGE]...", help="Captured pages, or Bangla text; standard input without either."
        ),
    ] = None,
    marked: Annotated[
        bool, typer.Option("--marked", help="The whole text, each sentence that is said under its speaker.")
    ] = False,
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

      shutro statements 'মেয়র বলেন, ‘কাজ শেষ।’'

    Exits with 0 also when nothing is said, 1 when some pages could not be read, 2 when used wrongly.
    """
    told, failures = _read(sources)
    told = [(name, text, outlet, [s for s in said if s.sure >= sure]) for name, text, outlet, said in told]
    if as_json:
        _print_json(told)
    elif marked:
        _show_marked(told)
    else:
        _show_lines(told)
    raise typer.Exit(SOME_FAILED if failures else READ)


def _read(sources: Sequence[str] | None) -> tuple[list[Told], int]:
    """Each text with its statements, and how many pages could not be read."""
    if not sources:
        if sys.stdin.isatty():
            raise typer.BadParameter("give pages or a text, or pipe a text in", param_hint="PAGE")
        return [_of_text("-", sys.stdin.read())], 0
    if not any(_is_page(source) for source in sources):
        return [_of_text("text", " ".join(sources))], 0
    from shutro.meaning.findings import understand

    named, failures = read_named(sources)
    told: list[Told] = []
    for name, article in named:
        found = understand(article)
        told.append((name, found.doc.text, article.outlet, list(found.statements)))
    return told, failures


def _of_text(name: str, text: str, at: date | None = None) -> Told:
    from shutro.api import statements

    return name, text, None, statements(text, at=at)


def _is_page(source: str) -> bool:
    bangla = any("\u0980" <= char <= "\u09ff" for char in source)
    return not bangla or (" " not in source.strip() and Path(source).exists())


def _print_json(told: Sequence[Told]) -> None:
    for name, text, outlet, said in told:
        for statement in said:
            row: dict[str, object] = {
                "page": name,
                "outlet": outlet,
                "start": statement.start,
                "end": statement.end,
                "text": statement.text,
                "source": statement.source,
                "stance": statement.stance,
                "form": statement.form,
                "cue": statement.cue.of(text) if statement.cue else None,
                "content": statement.content.of(text) if statement.content else None,
                "to": list(statement.to),
                "via": list(statement.via),
                "sure": statement.sure,
                "inferred": statement.inferred,
                "rule": statement.rule,
            }
            typer.echo(json.dumps(row, ensure_ascii=False))


def _chain(statement: Statement, outlet: str | None) -> str:
    return " → ".join([*statement.via, *([outlet] if outlet else [])])


def _mark(statement: Statement) -> str:
    from shutro.meaning.attribution import CERTAIN

    return "… " if statement.inferred else "? " if statement.sure < CERTAIN else ""


def _show_lines(told: Sequence[Told]) -> None:
    from rich.console import Console
    from rich.markup import escape

    console = Console(highlight=False, soft_wrap=True)
    for name, text, outlet, said in told:
        if len(told) > 1:
            console.print(escape(name), style="bold")
        if not said:
            console.print("nobody is quoted", style="dim")
        for statement in said:
            words = " ".join((statement.content.of(text) if statement.content else statement.text).split())
            chain = _chain(statement, outlet)
            speaker = f"{_mark(statement)}[bold]{escape(statement.source or 'unknown')}[/]"
            behind = f"  [dim]{escape(chain)}[/]" if chain else ""
            console.print(f"{speaker} [cyan]{statement.stance}[/] {escape(words)}{behind}")


def _show_marked(told: Sequence[Told]) -> None:
    from rich.console import Console
    from rich.markup import escape

    from shutro.bangla.words import sentences

    console = Console(highlight=False, soft_wrap=True)
    for name, text, _, said in told:
        if len(told) > 1:
            console.print(escape(name), style="bold")
        for span in sentences(text):
            here = [
                s
                for s in said
                if (s.cue and span.start <= s.cue.start < span.end)
                or (s.content and s.content.overlaps(span))
            ]
            words = " ".join(span.of(text).split())
            for statement in dict.fromkeys(here):
                console.print(
                    f"  [cyan]{_mark(statement)}{escape(statement.source or 'unknown')} {statement.stance}[/]"
                )
            console.print(escape(words), style="none" if here else "dim")
