"""`shutro rebuild`: everything found anew from the kept captures."""

from __future__ import annotations

from shutro.cli._archive import AsJson, Where, opened, print_json


def rebuild_command(archive: Where = "shutro.db", as_json: AsJson = False) -> None:
    """Read the kept captures again and find everything anew, with the present rules.

    What the present rules made already is left alone, so a rebuild that was stopped goes on where it
    was. The same rules give the same findings, byte for byte.

    [bold]Examples[/bold]

      shutro rebuild

      shutro rebuild --archive news.db --json
    """
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with (
        opened(archive) as store,
        Progress(console=console, transient=True, disable=not console.is_terminal) as bar,
    ):
        task = bar.add_task("rebuilding", total=len(store))
        done = store.rebuild(lambda articles: bar.update(task, completed=articles))
    if as_json:
        print_json({"articles": done.articles, "changed": done.changed, "failed": done.failed})
        return
    print(f"{done.articles} articles understood anew, {done.changed} read otherwise than before")
    if done.failed:
        print(f"{done.failed} captures can no longer be read; what was read from them is kept")
