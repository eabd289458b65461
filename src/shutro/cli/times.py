"""`shutro times`: the time expressions of a text, with their values."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from shutro.cli._days import day
from shutro.cli._texts import piped

if TYPE_CHECKING:
    from shutro.bangla.times import TimeExpression


def times_command(
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT", help="Bangla text; standard input without it.")
    ] = None,
    at: Annotated[
        datetime | None,
        typer.Option(parser=day, metavar="DATE", help="The day of publication, which গতকাল counts from."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a line, for other programs.")
    ] = False,
) -> None:
    """Find every time in a Bangla text and tell which day, hour or span it is.

    Values are TIMEX3: 2025-12-30, 2025-12-30T06:00, 2025-12-30TMO (morning), P3D (three days), P1W as a
    set (every week), PAST_REF. What cannot be known stands as X: without --at, রোববার is XXXX-WXX-7.
    Offsets count code points. The exit code is 0 also when nothing is found, 2 on wrong usage.

    [bold]Examples[/bold]

      shutro times 'মঙ্গলবার (৩০ ডিসেম্বর) সকাল ৬টায়' --at 2025-12-30

      shutro times 'গত রোববার তিনি তিন দিনের সফরে যান।' --at 2025-11-20 --json

      shutro times --at 2025-12-30 < article.txt
    """
    from shutro.bangla.times import times
    from shutro.errors import CalendarError

    source = " ".join(text) if text else piped("a text", "TEXT")
    try:
        found = times(source, at=at.date() if at else None)
    except CalendarError as error:
        raise typer.BadParameter(str(error), param_hint="--at") from error
    if as_json:
        for expression in found:
            typer.echo(json.dumps(_row(expression), ensure_ascii=False))
    else:
        _show(found)


def _row(expression: TimeExpression) -> dict[str, object]:
    row: dict[str, object] = {
        "start": expression.start,
        "end": expression.end,
        "text": expression.text,
        "type": expression.type,
        "value": expression.value,
        "rule": expression.rule,
        "anchor": expression.anchor,
    }
    extra = {"mod": expression.mod, "to": expression.to, "conflict": expression.conflict}
    return row | {key: value for key, value in extra.items() if value is not None}


def _show(found: list[TimeExpression]) -> None:
    from rich.console import Console
    from rich.markup import escape

    console = Console(highlight=False, soft_wrap=True)
    if not found:
        console.print("no time expression found", style="dim")
    for expression in found:
        value = f"[bold]{escape(expression.value)}[/]" + (f" {expression.mod}" if expression.mod else "")
        anchor = f" from {expression.anchor}" if expression.anchor else ""
        where = f"[dim]{expression.start}-{expression.end} {expression.rule}{anchor}[/]"
        console.print(f"{escape(expression.text)}  →  {expression.type} {value}  {where}")
        if expression.to:
            console.print(f"  [dim]leads to {expression.to}[/]")
        if expression.conflict:
            console.print(f"  [yellow]also printed: {escape(expression.conflict)}[/]")
