"""`shutro watch`: follow feeds, sitemaps and section pages into an archive."""

from __future__ import annotations

import signal
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shutro.cli._archive import Where, opened
from shutro.cli._shown import safe
from shutro.cli.pages import AllowPrivate

if TYPE_CHECKING:
    from shutro.archive.store import Archive
    from shutro.watch.plan import Plan
    from shutro.watch.told import Tell, Told
    from shutro.watch.watcher import Watcher

_QUIET = ("unchanged", "known", "same")  # what a person need not see


def watch_command(
    sources: Annotated[
        Path, typer.Argument(metavar="SOURCES.toml", help="The outlets to watch; see docs/watching.md.")
    ],
    archive: Where = "shutro.db",
    once: Annotated[
        bool, typer.Option("--once", help="Look at every source now, fetch what is new, and end.")
    ] = False,
    for_: Annotated[
        str | None, typer.Option("--for", metavar="TIME", help="End after so long: 90m, 2h, 1d.")
    ] = None,
    later: Annotated[
        bool, typer.Option("--later", help="Leave finding names and growing stories to `shutro add`.")
    ] = False,
    metrics: Annotated[
        int | None,
        typer.Option(metavar="PORT", min=0, max=65535, help="Answer Prometheus at 127.0.0.1:PORT/metrics."),
    ] = None,
    allow_private: AllowPrivate = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print a line of JSON for everything.")] = False,
) -> None:
    """Follow the news: what the sources list is fetched, read and put into the archive as it appears.

    Polite by default: one request at a time of a host, robots.txt kept to, nothing asked that did not change.
    Pages are asked again after an hour, six, a day and a week; changes become revisions. Stop it at any time;
    the next run goes on where it was.

    [bold]Examples[/bold]

      shutro sources --starter > sources.toml

      shutro watch sources.toml --archive news.db

      shutro watch sources.toml --once --json

    Exits with 0 also when sources fail (each is a line, and `shutro sources` lists them), 1 when the archive
    cannot be used, 2 when used wrongly.
    """
    from shutro.capture.web import Policy
    from shutro.errors import DataError
    from shutro.watch.plan import read_plan, seconds
    from shutro.watch.watcher import Clock, Tuning, Watcher

    try:
        length = seconds(for_) if for_ else None
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--for") from None
    try:
        plan = read_plan(sources)
    except DataError as error:
        raise typer.BadParameter(str(error), param_hint="SOURCES.toml") from None
    tally = Counter[str]()
    failing: set[str] = set()  # sources that gave nothing when last asked
    clock = Clock()
    until = clock.now() + length if length else None
    tuning = Tuning(Policy(allow_private=allow_private), grow=not later)
    with opened(archive, make=True) as store, _measured(metrics, store) as count:

        def tell(one: Told) -> None:
            tally[one.kind] += one.of == "page"
            if one.of == "source":
                (failing.add if one.kind in {"failed", "gone"} else failing.discard)(one.address)
            count(one)
            _show(one, as_json=as_json)

        watcher = Watcher(store, plan, tell, clock, tuning)
        _greet(plan, sources)
        with _stopping(watcher):
            watcher.run(once=once, until=until)
    words = ("added", "revised", "passed", "gone", "failed")
    summary = ", ".join(f"{tally[word]} {word}" for word in words if tally[word]) or "nothing new"
    silent = f"; {len(failing)} of {_listed(plan)} sources gave nothing" if failing else ""
    print(f"{'stopped' if clock.stopped.is_set() else 'done'}: {summary}{silent}", file=sys.stderr)


def _listed(plan: Plan) -> int:
    return sum(len(one.lists()) for one in plan.outlet)


def _greet(plan: Plan, path: Path) -> None:
    print(f"{_listed(plan)} sources of {len(plan.outlet)} outlets · Ctrl-C to stop", file=sys.stderr)
    if not plan.contact:
        print(f"{path}: no contact: those you ask cannot tell whom to write to", file=sys.stderr)


@contextmanager
def _stopping(watcher: Watcher) -> Iterator[None]:
    """Let Ctrl-C and a service's stop end the run in good order; a second one ends it at once."""

    def stop(number: int, frame: object) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        print("stopping; what is under way is taken", file=sys.stderr)
        watcher.stop()

    before = [signal.signal(which, stop) for which in (signal.SIGINT, signal.SIGTERM)]
    try:
        yield
    finally:
        for which, handler in zip((signal.SIGINT, signal.SIGTERM), before, strict=True):
            signal.signal(which, handler)


@contextmanager
def _measured(port: int | None, store: Archive) -> Iterator[Tell]:
    """What counts for Prometheus while it may ask; nothing without a port."""
    if port is None:
        yield lambda one: None
        return
    from shutro.watch.metrics import Metrics

    metrics = Metrics(port)
    print(f"metrics at http://127.0.0.1:{metrics.port}/metrics", file=sys.stderr)
    try:
        yield lambda one: metrics.told(one, store)
    finally:
        metrics.close()


def _show(one: Told, *, as_json: bool) -> None:
    """A line for what happened: time, what, outlet, where, words."""
    if as_json:
        print(one.json(), flush=True)
        return
    if one.kind in _QUIET:
        return
    if one.kind == "looked":
        text = f"{one.listed} listed, {one.new} new" + (f", {one.text}" if one.text else "")
    elif one.kind == "grown":
        text = f"{one.new} articles understood and put into stories"
    else:
        text = one.text
    parts = [f"{one.at.astimezone():%H:%M:%S}", f"{one.kind:8}", one.outlet, one.address, text]
    print(safe("  ".join(part for part in parts if part)), flush=True)
