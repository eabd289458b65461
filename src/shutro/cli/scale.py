"""`shutro scale`: a crawl of any size, read on many cores or machines."""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from shutro.cli._archive import AsJson

if TYPE_CHECKING:
    from typing import TextIO

    from shutro.scale.job import Job
    from shutro.scale.progress import Status, Watch

_EVERY = 3.0  # seconds between two looks


def scale_command(
    action: Annotated[
        Literal["run", "status"],
        typer.Argument(metavar="ACTION", help="Do what is not done yet; or say how far it is."),
    ],
    job: Annotated[Path, typer.Argument(metavar="JOB.toml", help="What goes in, what comes out, who works.")],
    as_json: AsJson = False,
) -> None:
    """Read a crawl of any size into articles, findings and stories, on many cores or machines.

    The job is a TOML file:

      pages = "crawl/"             # WARC, JSON lines or Parquet; a folder or s3://…
      output = "out/"              # articles by day and outlet, stories, dropped pages
      archive = "news.db"          # optional: filled at the end; or postgresql://…

      [run]
      executor = "local"           # or ray, slurm
      workers = 2

    A run that was stopped goes on where it was, and files that came since are added. How to run it on a
    cluster, and what it costs, stands in docs/scale.md.

    [bold]Examples[/bold]

      shutro scale run job.toml

      shutro scale status job.toml --json

    Exits with 1 when tasks failed; the next run does them again.
    """
    from shutro.errors import ScaleError, ShutroError
    from shutro.scale.job import read_job

    try:
        try:
            from shutro.scale.progress import Watch
        except ImportError as error:
            raise ScaleError(
                f'a job needs more packages ({error.name}): pip install "shutro[scale]"'
            ) from None
        described = read_job(job)
        if action == "run":
            _run(described, as_json)
        else:
            _print(Watch(described).status(), as_json)
    except (ShutroError, OSError) as error:
        print(f"shutro: {error}", file=sys.stderr)
        raise typer.Exit(1) from None


def _run(job: Job, as_json: bool) -> None:
    from shutro.archive.stores.address import shown
    from shutro.scale.progress import Watch
    from shutro.scale.run import run

    stage = ["planning"]
    watch = Watch(job)
    try:
        with _quiet(job.output) as screen, _shown(watch, stage, screen):
            done = run(job, lambda name: stage.__setitem__(0, name))
    except KeyboardInterrupt:
        print("stopped; the next `shutro scale run` goes on", file=sys.stderr)
        raise typer.Exit(130) from None
    _print(watch.status(), as_json)
    if not as_json and job.archive is not None:
        print(f"{done.new} articles were new to {shown(job.archive)}, {done.placed} put into stories")


@contextmanager
def _quiet(output: str) -> Iterator[TextIO]:
    """Have what datatrove and its workers say on standard error go to `run.log`; gives the screen."""
    if "://" in output:
        yield sys.stderr
        return
    Path(output).mkdir(parents=True, exist_ok=True)
    sys.stderr.flush()
    kept = os.dup(2)
    with Path(output, "run.log").open("ab") as log:
        os.dup2(log.fileno(), 2)
    try:
        with os.fdopen(os.dup(kept), "w", encoding="utf-8", errors="backslashreplace") as screen:
            yield screen
    finally:
        os.dup2(kept, 2)
        os.close(kept)


@contextmanager
def _shown(watch: Watch, stage: list[str], screen: TextIO) -> Iterator[None]:
    """A line of progress on the screen while the job runs."""
    from rich.console import Console
    from rich.progress import Progress

    from shutro.errors import MissingCapture

    console = Console(file=screen)
    over = threading.Event()
    with Progress(console=console, transient=True, disable=not screen.isatty()) as bar:
        task = bar.add_task("planning", total=None)

        def look() -> None:
            while not over.wait(_EVERY):
                try:
                    now = watch.status()
                except MissingCapture:
                    continue
                told = f"{stage[0]}: {now.outcome.get('articles', 0)} articles of {now.pages} pages"
                bar.update(task, description=told, completed=now.files, total=now.of)

        looking = threading.Thread(target=look, daemon=True)
        looking.start()
        try:
            yield
        finally:
            over.set()
            looking.join()


def _print(status: Status, as_json: bool) -> None:
    if as_json:
        row = {
            "files": status.files,
            "of": status.of,
            "pages": status.pages,
            "outcome": dict(status.outcome),
            "tasks": dict(status.tasks),
        }
        print(json.dumps(row, ensure_ascii=False, indent=2))
        return
    print(f"{status.files} of {status.of} files, {status.pages} pages")
    for name, count in sorted(
        status.outcome.items(), key=lambda item: (item[0] != "articles", -item[1], item[0])
    ):
        print(f"  {count:>9} {name}")
    for name, count in status.tasks.items():
        print(f"  {name}: {count} tasks done")
