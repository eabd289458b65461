"""`shutro show`: an article, a story or a thread of the archive."""

from __future__ import annotations

import difflib
import itertools
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from shutro.cli._archive import AsJson, Where, brief, opened, print_json
from shutro.cli._days import moment
from shutro.cli._shown import InLanguage, byline, headline, plain, terminal

if TYPE_CHECKING:
    from shutro.archive.nouns.results import Revision
    from shutro.model import Article
    from shutro.views.labels import Labels


def show_command(
    id: Annotated[str, typer.Argument(metavar="ID", help="An article's, a story's or a thread's id.")],
    archive: Where = "shutro.db",
    capture: Annotated[
        bool, typer.Option("--capture", help="The kept page itself, byte for byte; ID may be a capture's.")
    ] = False,
    changes: Annotated[
        bool, typer.Option("--changes", help="What changed from revision to revision.")
    ] = False,
    why: Annotated[bool, typer.Option("--why", help="Why the article stands in its story.")] = False,
    since: Annotated[
        datetime | None,
        typer.Option(
            metavar="DAY",
            parser=moment,
            help="Of a story: what was added to it at that day or moment (UTC) or later.",
        ),
    ] = None,
    language: InLanguage = "bn",
    as_json: AsJson = False,
) -> None:
    """Show an article as it was last captured, a story with its timeline, or a thread with its stories.

    The id of a story that has become part of another shows that one.

    [bold]Examples[/bold]

      shutro show 005cf5d365

      shutro show 005cf5d365 --changes

      shutro show 005cf5d365 --capture > page.html

      shutro show 005cf5d365 --why

      shutro show s1f0c2ab93d7e --since 2026-01-04
    """
    if capture:
        _write(archive, id)
        return
    from shutro.cli.kept import show_story, show_thread, show_why

    with opened(archive) as store:
        if why:
            show_why(store.why(id), as_json)
            return
        target = store.target(id)
        if target != "article" and changes:
            raise typer.BadParameter("only an article has revisions", param_hint="--changes")
        if target != "story" and since:
            raise typer.BadParameter("only of a story is told what was added", param_hint="--since")
        match target:
            case "story":
                show_story(store, id, language, as_json, since)
                return
            case "thread":
                show_thread(store, id, language, as_json)
                return
        article, revisions = store.get(id), store.revisions(id)
    if as_json:
        print_json(_row(article, revisions, changes))
        return
    from shutro.views.labels import labels

    if changes:
        _show_changes(revisions, labels(language))
    else:
        _show(article, revisions, labels(language))


def _write(where: str, id: str) -> None:
    """The bytes of a capture, or of the one that an article was read from, to standard output."""
    from shutro.errors import NotInArchive

    with opened(where) as store:
        try:
            kept = store.capture(id)
        except NotInArchive:
            kept = store.capture(store.get(id).capture)
    sys.stdout.buffer.write(kept.content)


def _row(article: Article, revisions: list[Revision], changes: bool) -> dict[str, object]:
    row = brief(article) | {
        "standfirst": article.standfirst,
        "authors": list(article.authors),
        "updated": article.updated.isoformat() if article.updated else None,
        "body": list(article.body),
        "revisions": [{"number": r.number, "seen": r.seen, "capture": r.article.capture} for r in revisions],
    }
    if changes:
        row["changes"] = [
            {"from": old.number, "to": new.number, "lines": _changed(old.article, new.article)}
            for old, new in itertools.pairwise(revisions)
        ]
    return row


def _changed(old: Article, new: Article) -> list[str]:
    """The lines that differ, `-` before what went and `+` before what came."""
    lines = difflib.ndiff([old.headline, *old.body], [new.headline, *new.body])
    return [line for line in lines if line[0] in "+-"]


def _show(article: Article, revisions: list[Revision], say: Labels) -> None:
    console = terminal()
    console.print(f"[bold]{headline(article.headline, say)}[/]")
    console.print(f"[dim]{byline(article, say)}[/]")
    if article.url:
        console.print(plain(article.url))
    if len(revisions) > 1:
        told = say("see_changes", count=len(revisions))
        console.print(f"{told}: `shutro show {plain(article.id)} --changes`")
    for paragraph in article.body:
        console.print("\n" + "\n".join(plain(line) for line in paragraph.splitlines()))


def _show_changes(revisions: list[Revision], say: Labels) -> None:
    console = terminal()
    if len(revisions) < 2:
        console.print(say("no_changes"))
    for old, new in itertools.pairwise(revisions):
        step = say("revision_step", old=old.number, new=new.number)
        console.print(f"[bold]{step}[/] [dim]({plain(new.seen)})[/]")
        for line in _changed(old.article, new.article):
            console.print(f"[{'green' if line[0] == '+' else 'red'}]{plain(line)}[/]")
