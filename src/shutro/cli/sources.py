"""`shutro sources`: how the watched sources do."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from shutro.cli._archive import AsJson, Where, opened, print_json
from shutro.cli._shown import safe

if TYPE_CHECKING:
    from shutro.archive.nouns.sources import HostCard, PageCard, SourceCard


def sources_command(
    archive: Where = "shutro.db",
    starter: Annotated[
        bool, typer.Option("--starter", help="Print a list of outlets to begin with; none was tried.")
    ] = False,
    pages: Annotated[
        str | None,
        typer.Option(
            metavar="STATE", help="List the newest pages in a state: waiting, passed, failed, gone, …"
        ),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many pages at most.")] = 50,
    as_json: AsJson = False,
) -> None:
    """Show every source that is watched: how it does, what it brought, and when it is asked next.

    Sources that fail or rest come with the reason. What `--starter` prints is for `shutro watch`: public
    feeds and sitemaps of Bangla outlets, every one of them unverified.

    [bold]Examples[/bold]

      shutro sources --archive news.db

      shutro sources --pages failed

      shutro sources --starter > sources.toml
    """
    if starter:
        from shutro.watch.plan import starter as text

        print(text(), end="")
        return
    if pages is not None:
        _pages(archive, pages, limit, as_json=as_json)
        return
    with opened(archive) as store:
        sources, hosts = store.sources(), store.hosts()
    if as_json:
        print_json({"sources": [_row(one) for one in sources], "hosts": [_row(one) for one in hosts]})
        return
    if not sources:
        print("no sources yet; `shutro watch sources.toml` begins")
    outlet = None
    for one in sources:
        if one.outlet != outlet:
            outlet = one.outlet
            print(safe(outlet))
        print("  " + safe(_line(one)))
    for host in hosts:
        print(safe(f"{host.host} is left alone until {_short(host.until)} ({host.state}): {host.reason}"))


def _pages(archive: str, state: str, limit: int, *, as_json: bool) -> None:
    from shutro.archive.nouns.sources import PageState
    from shutro.capture.addresses import readable

    if state not in (known := get_args(PageState)):
        raise typer.BadParameter(f"no such state; there are {', '.join(known)}", param_hint="--pages")
    with opened(archive) as store:
        found = store.watched_pages(cast(PageState, state), limit)
    if as_json:
        print_json([_row(one) for one in found])
        return
    if not found:
        print(f"no {state} pages")
    for one in found:
        parts = (_short(one.found), readable(one.address), one.reason or "")
        print(safe("  ".join(part for part in parts if part)))


def _row(card: SourceCard | HostCard | PageCard) -> dict[str, object]:
    return {
        name: value.isoformat(timespec="seconds") if isinstance(value, datetime) else value
        for name, value in asdict(card).items()
    }


def _line(one: SourceCard) -> str:
    state = one.state if one.followed else "no longer watched"
    counts = {
        "listed": one.listed, "added": one.added, "revised": one.revised, "waiting": one.waiting,
        "passed": one.passed, "failed": one.failed,
    }  # fmt: skip
    told = [f"{count} {word}" for word, count in counts.items() if count] or ["nothing yet"]
    parts = [f"{state:8} {one.kind:8} {one.address}", ", ".join(told)]
    if one.followed:
        parts.append(f"next {_short(one.due)}")
    if one.reason:
        parts.append(one.reason)
    return " · ".join(parts)


def _short(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")
