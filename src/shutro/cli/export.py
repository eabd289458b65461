"""`shutro export`: stories, or a whole archive, in the formats that people use."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated

import typer

from shutro.cli._archive import Day, Where, opened
from shutro.cli._shown import InLanguage
from shutro.cli.pages import READ, SOME_FAILED, error_console, read_pages
from shutro.views.exports.format import TableName
from shutro.views.exports.formats import FormatName


def export_command(
    format: Annotated[FormatName, typer.Argument(metavar="FORMAT", help="The format.", show_choices=True)],
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHAT",
            help="Ids of stories, threads or articles of the archive; or files and folders of pages. "
            "Nothing is the whole archive.",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here, not to the terminal.")
    ] = None,
    table: Annotated[TableName | None, typer.Option(help="Which table, where the format holds one.")] = None,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Leave out what was printed: offsets, hashes and findings only.")
    ] = False,
    search: Annotated[
        str | None, typer.Option(metavar="QUERY", help="The articles that a search finds, too.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many hits.")] = 100,
    outlet: Annotated[str | None, typer.Option(help="Only what this outlet reports.")] = None,
    since: Day = None,
    until: Day = None,
    language: InLanguage = "bn",
    archive: Where = "shutro.db",
) -> None:
    """Export stories, articles and what was found in them.

    The formats are described in docs/exports.md. Each export names the versions of Shutro, of its rules
    and of the archive, and the same archive gives the same bytes. A file is whole or not there.

    [bold]Examples[/bold]

      shutro export jsonl -o everything.jsonl

      shutro export csv --table statements --search 'নির্বাচন' -o said.csv

      shutro export markdown s1f0c2a9b7d34 > story.md

      shutro export ninjs pages/ --no-text

    Exits with 0, 1 when some of the pages could not be read or the export failed, 2 when used wrongly.
    """
    from shutro.errors import ShutroError
    from shutro.views.exports.formats import export
    from shutro.views.exports.select import Choice, from_archive, from_pages

    given = what or []
    pages = _are_pages(given, search)
    days = [moment.date() if moment else None for moment in (since, until)]
    if given and search is None and (outlet or any(days)):
        raise typer.BadParameter("--outlet, --since and --until go with a search or the whole archive")
    if format == "parquet" and output is None and sys.stdout.isatty():
        raise typer.BadParameter("Parquet is no text to be read here; name a file", param_hint="--output")
    failures = 0
    with ExitStack() as stack:
        try:
            if pages:
                articles, failures = read_pages(given)
                load = from_pages(articles, text=not no_text, language=language)
            else:
                store = stack.enter_context(opened(archive))
                choice = Choice(tuple(given), search, outlet, days[0], days[1], limit)
                load = from_archive(store, choice, text=not no_text, language=language)
            _write(output, _counted(export(format, load, table), output))
        except ShutroError as error:
            print(f"shutro: {error}", file=sys.stderr)
            raise typer.Exit(1) from None
    raise typer.Exit(SOME_FAILED if failures else READ)


def _are_pages(given: list[str], search: str | None) -> bool:
    """Whether files were named and not ids; both at once is wrong usage."""
    there = [path for path in given if path == "-" or Path(path).exists() or "/" in path]
    if there and len(there) < len(given):
        missing = next(path for path in given if path not in there)
        raise typer.BadParameter(f"{missing} is no file; pages and ids of an archive cannot be mixed")
    if there and search is not None:
        raise typer.BadParameter("pages that are in no archive cannot be searched", param_hint="--search")
    return bool(there)


def _counted(pieces: Iterator[bytes], output: Path | None) -> Iterator[bytes]:
    """The pieces, counted on standard error while somebody waits for a file."""
    console = error_console()
    if output is None or not console.is_terminal:
        yield from pieces
        return
    written = 0
    with console.status("exporting") as status:
        for piece in pieces:
            yield piece
            written += len(piece)
            status.update(f"exporting: {written / 2**20:.1f} MB")


def _write(output: Path | None, pieces: Iterator[bytes]) -> None:
    """Write to standard output, or to a new file that takes the place of `output` once it is whole."""
    if output is None:
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
        return
    try:
        if output.exists() and not output.is_file():  # a device or a pipe is written to, never replaced
            with output.open("wb") as there:
                there.writelines(pieces)
        else:
            _replace(output, pieces)
    except OSError as error:
        raise typer.BadParameter(f"{output}: {error.strerror}", param_hint="--output") from None


def _replace(output: Path, pieces: Iterator[bytes]) -> None:
    """Have a new file take the place of `output` once all pieces are on disk."""
    with NamedTemporaryFile(dir=output.absolute().parent, prefix=f".{output.name}.", delete=False) as file:
        try:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).chmod(_mode(output))
            Path(file.name).replace(output)
        except BaseException:  # Ctrl-C too must leave no half file
            Path(file.name).unlink(missing_ok=True)
            raise


def _mode(output: Path) -> int:
    """The rights a file has that is there, else those any new file gets."""
    if output.exists():
        return output.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
