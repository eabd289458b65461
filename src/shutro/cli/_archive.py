"""What the archive's commands share: where the archive is, and how an error ends a command."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shutro.cli._days import day

if TYPE_CHECKING:
    from shutro.archive.store import Archive
    from shutro.model import Article

Where = Annotated[
    str,
    typer.Option(
        "--archive",
        "-a",
        metavar="WHERE",
        envvar="SHUTRO_ARCHIVE",
        help="The archive: a file or a postgresql:// address.",
    ),
]
Day = Annotated[datetime | None, typer.Option(parser=day, metavar="DAY", help="YYYY-MM-DD, inclusive.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


_NAMED = 12  # outlets that are told where one is asked for that the archive does not have


@contextmanager
def opened(where: str, *, make: bool = False) -> Iterator[Archive]:
    """The archive at `where`; unless `make`, one that is not there is an error and not a new file.

    Any error of Shutro ends the command with 1 and one line.
    """
    from shutro.archive.store import open_archive
    from shutro.archive.stores.address import is_server, shown
    from shutro.errors import ArchiveError, ShutroError

    try:
        if not make and not is_server(where) and not Path(where).exists():
            raise ArchiveError(f"{shown(where)}: no archive there; `shutro add PAGE…` makes one")
        with open_archive(where) as archive:
            yield archive
    except ShutroError as error:
        print(f"shutro: {error}", file=sys.stderr)
        raise typer.Exit(1) from None


def tell_of_outlet(store: Archive, asked: str | None) -> None:
    """Say on standard error where the archive has nothing of an outlet that is asked for, and what it has."""
    if not asked or store.coverage(asked).articles:
        return
    names = [one.name for one in store.outlets()]
    listed = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
    has = f"; it has {listed}" if names else ""
    print(f"shutro: nothing of the outlet {store.outlet_called(asked)} in the archive{has}", file=sys.stderr)


def print_json(value: object) -> None:
    """One JSON document, Bangla as it is."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def brief(article: Article) -> dict[str, object]:
    """An article's fields for a list: everything but the text."""
    stamp = article.published or article.updated
    return {
        "id": article.id,
        "headline": article.headline,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "day": stamp.day.isoformat() if stamp else None,
    }
