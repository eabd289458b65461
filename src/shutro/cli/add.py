"""`shutro add`: pages into the archive."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from shutro.cli._archive import AsJson, Where, opened, print_json
from shutro.cli.pages import AllowPrivate, web_policy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shutro.archive.store import Archive
    from shutro.errors import CaptureError
    from shutro.model import Capture


def add_command(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE", help="Files, folders, page archives, feeds, https://…; - is standard input."
        ),
    ] = None,
    archive: Where = "shutro.db",
    failed: Annotated[
        bool, typer.Option("--failed", help="List the captures that could not be read.")
    ] = False,
    retry: Annotated[
        bool, typer.Option("--retry", help="Read the captures again that could not be read.")
    ] = False,
    later: Annotated[
        bool,
        typer.Option(
            "--later", help="Leave finding names and statements and growing stories to the next run."
        ),
    ] = False,
    allow_private: AllowPrivate = False,
    as_json: AsJson = False,
) -> None:
    """Put pages into the archive, with the captures they were read from.

    Again is harmless, and a run that was stopped goes on where it was. A page that changed becomes a
    revision; one that cannot be read waits in quarantine with its reason. At the end names, statements and
    events are found in what is new, and it is put into stories; stopped there, nothing added is lost.

    [bold]Examples[/bold]

      shutro add pages/

      shutro add https://example.com/news/1

      shutro add --failed

      shutro add --retry --archive news.db

    Exits with 0 also when pages wait in quarantine (each is named on standard error with the reason), 1
    when a source is not there or the archive cannot be used, 2 when used wrongly.
    """
    if not (sources or failed or retry):
        raise typer.BadParameter("name a file or folder, or --failed or --retry", param_hint="SOURCE")
    from shutro.capture.source import captures

    with opened(archive, make=bool(sources)) as store:
        tally = Counter[str]()
        if retry:
            tally += _add(store, [store.capture(item.id) for item in store.quarantined()])
        if sources:
            tally += _add(store, captures(*sources, policy=web_policy(allow_private=allow_private)))
        waiting = store.quarantined() if failed else []
        if (sources or retry) and not later:
            tally += _understand(store)
    if as_json:
        rows = [
            {"id": q.id, "source": q.source, "kind": q.kind, "reason": q.reason, "since": q.since}
            for q in waiting
        ]
        print_json({**tally, "failed": rows} if failed else dict(tally))
        raise typer.Exit(1 if tally["missing"] else 0)
    for item in waiting:
        print(f"{item.id}  {item.kind}: {item.reason}")
    if sources or retry:
        words = ("added", "revised", "known", "unreadable", "missing", "understood", "placed")
        print(", ".join(f"{tally[word]} {word}" for word in words if tally[word]) or "nothing to add")
    if tally["missing"]:
        raise typer.Exit(1)


def _understand(store: Archive) -> Counter[str]:
    """Find what is to be found in the articles that wait, and put them into stories."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        understanding = bar.add_task("understanding", total=None)
        placing = bar.add_task("growing stories", total=None)
        try:
            understood = store.understand(
                lambda done, total: bar.update(understanding, completed=done, total=total), again=False
            )
            placed = store.grow(lambda done: bar.update(placing, completed=done))
        except KeyboardInterrupt:
            print("stopped; what was added is kept, the next `shutro add` goes on", file=sys.stderr)
            raise typer.Exit(130) from None
    return Counter(understood=understood, placed=placed)


def _add(store: Archive, pages: Iterable[Capture | CaptureError]) -> Counter[str]:
    """Read and keep each capture; every one is on disk before the next is begun."""
    from rich.console import Console
    from rich.progress import track

    from shutro.errors import ShutroError
    from shutro.reading.own import read_own

    tally = Counter[str]()
    console = Console(stderr=True)
    for capture in track(pages, "adding", console=console, transient=True, disable=not console.is_terminal):
        if isinstance(capture, ShutroError):
            print(f"shutro: {capture}", file=sys.stderr)
            tally["missing"] += 1
            continue
        if store.has_read(capture):
            tally["known"] += 1
            continue
        try:
            article = read_own(capture)
        except ShutroError as error:
            store.quarantine(capture, error)
            print(f"shutro: {error}", file=sys.stderr)
            tally["unreadable"] += 1
            continue
        tally[store.add(article, capture)] += 1
    return tally
