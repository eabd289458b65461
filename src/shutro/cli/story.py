"""`shutro story`: pages straight to an attributed timeline."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shutro.views.labels import Language

if TYPE_CHECKING:
    from shutro.model import Article, Entry


def story_command(
    pages: Annotated[
        list[str], typer.Argument(metavar="PAGE", help="Files, folders, page archives; - for stdin.")
    ],
    language: Annotated[Language, typer.Option("--language", "-l", help="Digits, dates and labels.")] = "bn",
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Write one self-contained page.", dir_okay=False),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Write JSON, as docs/json.md describes it.")] = False,
    split: Annotated[bool, typer.Option("--split", help="A timeline for each event.")] = False,
    lines: Annotated[int, typer.Option("--lines", "-n", min=1, help="Show the most important lines.")] = 28,
    all: Annotated[bool, typer.Option("--all", help="Show every line.")] = False,
    brief: Annotated[bool, typer.Option("--brief", help="Only the best sentence of each line.")] = False,
) -> None:
    """Show the story that pages tell: who did or said what, when, according to whom.

    Each line of the timeline stands on the day it happened, with the sentence of every outlet that
    carries it, the chain of sources behind the sentence, the number of independent sources, and what
    the outlets agree or differ on.

    [bold]Examples[/bold]

      shutro story pages/                        a folder of pages, in Bangla
      shutro story a.txt b.html --language en    English labels and digits
      shutro story pages/ --html story.html      a page to keep, send, print
      shutro story pages/ --split                a timeline for each event
      shutro story pages/ --json | jq -r '.stories[].timeline[].date'
      curl -s https://paper.example/1 | shutro story -

    Exits with 0 when every page was read, 1 when some were not (each is named on standard error
    with the reason), 2 when used wrongly.
    """
    from rich.console import Console

    from shutro import __version__
    from shutro.cli.pages import READ, SOME_FAILED, read_pages
    from shutro.views.exhibit import exhibit
    from shutro.views.labels import labels

    articles, failures = read_pages(pages)
    exhibits = [
        exhibit(_timeline(group, None if all else lines), group, title=title)
        for title, group in _groups(articles, split)
    ]
    if html is not None:
        from shutro.views.page import to_page

        _write(html, to_page(exhibits, labels(language), __version__))
    if json:
        from shutro.views.json import to_json

        typer.echo(to_json(exhibits, __version__), nl=False)
    elif html is None:
        from shutro.views.terminal import show

        show(exhibits, Console(highlight=False), labels(language), brief=brief)
    raise typer.Exit(SOME_FAILED if failures else READ)


def _timeline(articles: Sequence[Article], lines: int | None) -> list[Entry]:
    from shutro.stories.timeline import timeline

    return timeline(articles, lines)


def _groups(articles: Sequence[Article], split: bool) -> list[tuple[str | None, Sequence[Article]]]:
    """The articles of each timeline to be shown, with the title over it where the story has one."""
    if not split:
        return [(None, articles)] if articles else []
    from shutro.stories.clusters import stories

    return [(story.title, story.articles) for story in stories(articles)]


def _write(path: Path, page: str) -> None:
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise typer.BadParameter(f"{path}: {error.strerror}", param_hint="--html") from None
