"""`shutro rebuild`: everything found anew from the kept captures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from shutro.cli._archive import AsJson, Where, opened, print_json


def rebuild_command(
    archive: Where = "shutro.db",
    names: Annotated[
        Path | None,
        typer.Option(
            "--names", metavar="FILE", help="A TOML file with names of your own; the archive keeps them."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Read the kept captures again and find everything anew, with the present rules.

    What the present rules made already is left alone, so a rebuild that was stopped goes on where it
    was. The same rules give the same findings, byte for byte. With --names (the file is described at
    `shutro names --help`), spellings are gathered as the file says, from now on.

    [bold]Examples[/bold]

      shutro rebuild

      shutro rebuild --archive news.db --json

      shutro rebuild --names my.toml
    """
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with (
        opened(archive) as store,
        Progress(console=console, transient=True, disable=not console.is_terminal) as bar,
    ):
        if names:
            store.learn_names(names)
        task = bar.add_task("rebuilding", total=len(store))
        growing = bar.add_task("growing stories", total=None)
        done = store.rebuild(
            lambda articles: bar.update(task, completed=articles),
            lambda articles: bar.update(growing, completed=articles),
        )
    if as_json:
        print_json({"articles": done.articles, "changed": done.changed, "failed": done.failed})
        return
    print(f"{done.articles} articles understood anew, {done.changed} read otherwise than before")
    if done.failed:
        print(f"{done.failed} captures can no longer be read; what was read from them is kept")
