"""`shutro story`: pages straight to an attributed timeline."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from shutro.cli._days import moment
from shutro.cli._shown import InLanguage
from shutro.cli.pages import READ, SOME_FAILED, error_console, read_named, write_html

_MANY = 8  # pages after which the work is worth announcing
Grouping = Literal["thread", "event", "page"]

if TYPE_CHECKING:
    from shutro.model import Article, Entry


def story_command(
    pages: Annotated[
        list[str], typer.Argument(metavar="PAGE", help="Files, folders, page archives; - for stdin.")
    ],
    language: InLanguage = "bn",
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Write one self-contained page.", dir_okay=False),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Write JSON, as docs/json.md describes it.")] = False,
    split: Annotated[
        bool, typer.Option("--split", help="A timeline for each event, even of one running story.")
    ] = False,
    together: Annotated[
        bool, typer.Option("--together", help="One timeline over all pages, whatever they tell.")
    ] = False,
    lines: Annotated[int, typer.Option("--lines", "-n", min=1, help="Show the most important lines.")] = 24,
    all: Annotated[bool, typer.Option("--all", help="Show every line.")] = False,
    brief: Annotated[bool, typer.Option("--brief", help="Only the best sentence of each line.")] = False,
    since: Annotated[
        datetime | None,
        typer.Option(
            "--since",
            metavar="DAY",
            parser=moment,
            help="Only lines that are new, or say more, since that day or moment.",
        ),
    ] = None,
) -> None:
    """Show the story that pages tell: who did or said what, when, according to whom.

    Each line of the timeline stands on the day it happened, with the sentence of every outlet that
    carries it, the chain of sources behind the sentence, the number of independent sources, and what
    the outlets agree or differ on. Pages that have nothing to do with each other get timelines of
    their own.

    [bold]Examples[/bold]

      shutro story pages/                        a folder of pages, in Bangla
      shutro story a.txt b.html --language en    English labels and digits
      shutro story pages/ --html story.html      a page to keep, send, print
      shutro story pages/ --brief --lines 10     the ten lines that matter most
      shutro story pages/ --since 2025-02-05     what was printed that day and later adds
      shutro story pages/ --json | jq -r '.stories[].timeline[].date'
      curl -s https://paper.example/1 | shutro story -

    Exits with 0 when every page was read, 1 when some were not (each is named on standard error
    with the reason), 2 when used wrongly.
    """
    from rich.console import Console

    from shutro import __version__
    from shutro.views.exhibit import exhibit
    from shutro.views.labels import labels

    if split and together:
        raise typer.BadParameter("choose one of --split and --together")
    if brief and (html or json):
        raise typer.BadParameter("only the terminal's timeline is made brief", param_hint="--brief")
    named, failures = read_named(pages)
    named.sort(key=itemgetter(0), reverse=True)
    # A page given twice is one page, under the first of its names.
    sources = {article.id: source for source, article in named}
    articles = list({article.id: article for _, article in named}.values())
    by: Grouping = "page" if together else "event" if split else "thread"
    with _working(len(articles)):
        exhibits = [
            exhibit(_timeline(group, None if all else lines, since), group, sources=sources, title=title)
            for title, group in _groups(articles, by)
        ]
    if since is not None:
        exhibits = [each for each in exhibits if each.lines]
    if html is not None and exhibits:
        from shutro.views.page import to_page

        write_html(html, to_page(exhibits, labels(language), __version__))
        _tell(f"wrote {html}: timelines {len(exhibits)}, pages {len(sources)}")
    if json:
        from shutro.views.json import to_json

        typer.echo(to_json(exhibits, __version__), nl=False)
    elif html is None:
        from shutro.views.terminal import show

        show(exhibits, Console(highlight=False), labels(language), brief=brief)
    if not all and any(len(each.lines) == lines for each in exhibits):
        _tell(f"showing the {lines} lines that matter most; --all shows every one")
    raise typer.Exit(SOME_FAILED if failures else READ)


def _tell(note: str) -> None:
    """A note for whoever sits at the terminal; a script that reads standard error is spared it."""
    console = error_console()
    if console.is_terminal:
        console.print(note, style="dim", markup=False, highlight=False, soft_wrap=True)


def _working(pages: int) -> AbstractContextManager[object]:
    """A line on standard error while the story is put together, where somebody waits for it."""
    console = error_console()
    if not console.is_terminal or pages < _MANY:
        return nullcontext()
    return console.status(f"putting {pages} pages together")


def _timeline(articles: Sequence[Article], lines: int | None, since: datetime | None) -> list[Entry]:
    """The lines of a story, or those it has gained since a moment; in order of their days."""
    from shutro.stories.gains import gained_since
    from shutro.stories.timeline import timeline

    return timeline(articles, lines) if since is None else list(gained_since(articles, since, lines).both)


def _groups(articles: Sequence[Article], by: Grouping) -> list[tuple[str | None, Sequence[Article]]]:
    """The articles of each timeline to be shown, the biggest first, with its title where it has one."""
    if by == "page" or len(articles) < 2:
        return [(None, articles)] if articles else []
    from shutro.stories.grouping.clusters import stories
    from shutro.stories.grouping.threads import threads

    events = stories(articles)
    tied = threads(events, chosen=True) if by == "thread" else []
    within = {story.id for thread in tied for story in thread.stories}
    groups: list[tuple[str | None, Sequence[Article]]] = [
        (thread.title, [article for story in thread.stories for article in story.articles]) for thread in tied
    ]
    groups += [(story.title, story.articles) for story in events if story.id not in within]
    return sorted(groups, key=lambda group: -len(group[1]))
