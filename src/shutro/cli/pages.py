"""Reading many pages for a command: progress, one line for each failure, the rest goes on; writing one."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shutro.model import Article

if TYPE_CHECKING:
    from rich.console import Console

    from shutro.capture.web import Policy
    from shutro.reading.article import Read

READ, SOME_FAILED, USAGE = 0, 1, 2  # exit codes of every command that reads pages
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from this machine and private networks too.")
]
_MANY = 8  # captures after which progress is worth showing


def read_pages(sources: Sequence[str], console: Console | None = None) -> tuple[list[Article], int]:
    """The articles under `sources`, and how many captures could not be read; as `read_named`."""
    named, failures = read_named(sources, console)
    return [article for _, article in named], failures


def read_named(
    sources: Sequence[str], console: Console | None = None
) -> tuple[list[tuple[str, Article]], int]:
    """The articles under `sources`, each with the name of its capture, and how many could not be read.

    Failures and progress are shown as `each_page` shows them.
    """
    articles: list[tuple[str, Article]] = []
    failures = 0
    for one in each_page(sources, console):
        if one.article is not None:
            articles.append((one.source, one.article))
        else:
            failures += 1
    return articles, failures


def each_page(
    sources: Sequence[str], console: Console | None = None, policy: Policy | None = None
) -> Iterator[Read]:
    """What became of every capture under `sources`, as they are read; where there is none, that is a failure.

    Every failure is one line on standard error naming the capture and the reason. With more than a
    few captures and a terminal on standard error, a line there counts along. `console` stands for
    standard error, `policy` is how pages of the web are fetched.
    """
    from shutro.errors import MissingCapture
    from shutro.reading.article import Read, read_each

    none = MissingCapture("no page there", source=", ".join(sources))
    console = console or error_console()
    with console.status("") as status:
        if not console.is_terminal:
            status.stop()
        found = read_each(*sources, policy=policy)
        first = next(found, Read(none.source, error=none))
        for number, one in enumerate(chain((first,), found), 1):
            if one.error is not None:
                console.print(str(one.error), style="red", markup=False, highlight=False, soft_wrap=True)
            if number > _MANY and console.is_terminal:
                status.update(f"read {number} captures")
            yield one


def web_policy(*, allow_private: bool) -> Policy | None:
    """How a command fetches pages; None for the usual way, which loads nothing of the web."""
    if not allow_private:
        return None
    from shutro.capture.web import Policy

    return Policy(allow_private=True)


def write_html(path: Path, page: str) -> None:
    """Write the page that a command was asked for by --html."""
    try:
        path.write_text(page, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise typer.BadParameter(f"{path}: {error.strerror}", param_hint="--html") from None


def error_console() -> Console:
    """A console on standard error."""
    from rich.console import Console

    return Console(stderr=True, file=sys.stderr)
